import { missingPackage } from "../../cli/missing-package";
import { peerDependencies } from "../../package.json";

const notFound = (name: string): Error =>
  Object.assign(new Error(`Cannot find module '${name}'\nRequire stack:\n- /x.js`), {
    code: "MODULE_NOT_FOUND",
  });

test.each(Object.entries(peerDependencies))("the package %s is named with its version", (name, range) => {
  const version = range.replace("^", "");
  expect(missingPackage(notFound(name))).toContain(`npm install ${name}@${version}\n`);
  expect(missingPackage(notFound(`${name}/lib/provider`))).toContain(`--package ${name}@${version} `);
});

test.each([
  notFound("./eks-stack"),
  notFound("cdktf-other"),
  new Error("Cannot find module 'cdktf'"),
  undefined,
])("%s is another failure", (failure) => {
  expect(missingPackage(failure ?? {})).toBeUndefined();
});
