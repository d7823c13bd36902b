/** A program with the EKS reference cluster from the packed package, and its type check. */
const { mkdirSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { productionOn, root, run } = require("../support");

const tsc = join(root, "node_modules/typescript/bin/tsc");

/** Other packages that such a project installs. */
const installed = ["cdktf", "constructs", "@cdktf/provider-aws", "@types/node"];

/** Creates a folder of the project with one program, and returns its type check. */
function checkOf(project, name, program) {
  const folder = join(project, name);
  mkdirSync(folder);
  const compilerOptions = {
    ...{ target: "ES2022", lib: ["ES2023"], module: "node16", moduleResolution: "node16" },
    ...{
      strict: true,
      skipLibCheck: true,
      types: ["node"],
      typeRoots: [join(project, "node_modules/@types")],
    },
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["main.ts"] }));
  writeFileSync(join(folder, "main.ts"), program);
  return () => run(process.execPath, [tsc, "--noEmit", "-p", "."], { cwd: folder });
}

function programWithPackage() {
  const { tags, clusters } = productionOn("eks").toJS();
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- a field of the file that the class does not have
  const { platform, ...props } = clusters[0];
  return [
    `import { App, TerraformStack } from "cdktf";`,
    `import { AwsProvider } from "@cdktf/provider-aws/lib/provider";`,
    `import { EksCluster } from "cdktf-clusters/eks";`,
    `const stack = new TerraformStack(new App(), "main");`,
    `new AwsProvider(stack, "aws", { region: ${JSON.stringify(props.region)} });`,
    `new EksCluster(stack, "cluster", ${JSON.stringify({ ...props, tags }, null, 2)});`,
    "",
  ].join("\n");
}

module.exports = { checkOf, installed, programWithPackage };
