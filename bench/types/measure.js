/**
 * Measures the type check of a project with one cluster on one platform: with this package, with the provider's classes from their
 * sub-paths, and with the same classes from the provider's root.
 */
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { withProject } = require("../project");
const { inTurns, medianOf, node, productionOn, ratioOf, table, withScratch } = require("../support");
const { checkOf, installed, programWithPackage } = require("./program");

module.exports = function measureTypes(runs) {
  return withProject(installed, (project) => {
    const calls = callsOfReference();
    const checks = {
      "sub-paths": checkOf(project, "sub-paths", withSubPaths(calls)),
      package: checkOf(project, "package", programWithPackage()),
      root: checkOf(project, "root", withRoot(calls)),
    };
    const results = inTurns(checks, runs);
    const names = {
      "sub-paths": `the ${calls.length} L1 elements of its stack, classes from \`@cdktf/provider-aws/lib/…\``,
      package: "`EksCluster` from `cdktf-clusters/eks`",
      root: "the same L1 elements, classes from `@cdktf/provider-aws`",
    };
    return [
      "## Type check",
      "",
      "`tsc --noEmit` of a project with the EKS reference cluster (`strict`, `skipLibCheck`, `node16`) and the packed package.",
      "Ratios are to the first line.",
      "",
      table([
        ["the cluster consists of", "ms", "time ratio", "peak MB", "memory ratio"],
        ...Object.keys(names).map((name) => [
          names[name],
          medianOf(results[name], "ms").toFixed(0),
          `**${ratioOf(results[name], results["sub-paths"], "ms").toFixed(2)}**`,
          medianOf(results[name], "mb").toFixed(0),
          `**${ratioOf(results[name], results["sub-paths"], "mb").toFixed(2)}**`,
        ]),
      ]),
    ].join("\n");
  });
};

/** The class of each element in the stack of the reference cluster, and its module. */
function callsOfReference() {
  return withScratch((folder) => {
    const file = join(folder, "production.yaml");
    writeFileSync(file, productionOn("eks").toString());
    const floor = join(folder, "eks.js");
    node(["scripts/run.js", "bench/floor/write.ts", file, floor]);
    const program = readFileSync(floor, "utf8");
    const modules = new Map(
      [...program.matchAll(/^const \{ (\w+) \} = require\("(@cdktf\/[^"]+)"\);$/gm)].map(
        ([, name, module]) => [name, module],
      ),
    );
    return [...program.matchAll(/ = new (\w+)\(/g)]
      .map(([, name]) => ({ name, module: modules.get(name) }))
      .filter(({ module }) => module !== undefined);
  });
}

/** The arguments are not checked: only loading the classes is measured. */
function stackOf(imports, constructors) {
  return [
    `import { App, TerraformStack } from "cdktf";`,
    ...new Set(imports),
    "const config = (value: object): any => value;",
    `const stack = new TerraformStack(new App(), "main");`,
    ...constructors.map((name, i) => `new ${name}(stack, "e${i}", config({}));`),
    "",
  ].join("\n");
}

function withSubPaths(calls) {
  return stackOf(
    calls.map(({ name, module }) => `import { ${name} } from "${module}";`),
    calls.map(({ name }) => name),
  );
}

/** The root has a namespace for each module: `eksCluster` for `lib/eks-cluster`. */
function withRoot(calls) {
  const namespaceOf = ({ module }) =>
    module
      .split("/")
      .pop()
      .replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const names = [...new Set(calls.map(namespaceOf))];
  return stackOf(
    [`import { ${names.join(", ")} } from "@cdktf/provider-aws";`],
    calls.map((call) => `${namespaceOf(call)}.${call.name}`),
  );
}
