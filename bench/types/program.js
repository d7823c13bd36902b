/** A program with the EKS reference cluster from the packed package, and what checks it. */
const { mkdirSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { productionOn, root, run } = require("../support");

const tsc = join(root, "node_modules/typescript/bin/tsc");

/** What such a project has installed beside the package. */
const installed = ["cdktf", "constructs", "@cdktf/provider-aws", "@types/node"];

/** A folder of the project with one program, and what checks it. */
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
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- what a file says, and the class already is
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
