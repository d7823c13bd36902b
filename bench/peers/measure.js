/**
 * Compares the synthesis and the type check of the EKS reference cluster with other tools. The peers have a separate package.json, and
 * are installed here on first use.
 */
const { execFileSync } = require("node:child_process");
const {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} = require("node:fs");
const { join } = require("node:path");
const { dependencies, devDependencies } = require("./package.json");
const { withProject } = require("../project");
const { inTurns, medianOf, node, productionOn, ratioOf, run, table, withScratch } = require("../support");
const { checkOf, installed, programWithPackage } = require("../types/program");

const packages = { ...dependencies, ...devDependencies };

/** The peers with the command of their template in `cdktf.json` or `cdk.json`. */
const peers = {
  "cdktf-template": {
    name: "CDKTF's template: `npx ts-node main.ts`, root imports",
    synth: ["ts-node", "main.ts"],
  },
  "aws-cdk": {
    name: "`aws-cdk-lib/aws-eks`: `npx ts-node --prefer-ts-exts bin/app.ts`",
    synth: ["ts-node", "--prefer-ts-exts", "bin/app.ts"],
  },
  "eks-blueprints": {
    name: "`@aws-quickstart/eks-blueprints`: the same command",
    synth: ["ts-node", "--prefer-ts-exts", "bin/app.ts"],
  },
};
const own = "this project";

module.exports = function measurePeers(runs) {
  install();
  return withScratch((scratch) => {
    const environment = join(scratch, "production.yaml");
    writeFileSync(environment, productionOn("eks").toString());
    const synthesis = inTurns(synthesesInto(scratch, environment), runs);
    const check = withProject(installed, (project) => inTurns(checksIn(project), runs));
    return [
      "## Peers",
      "",
      "The EKS reference cluster in other tools, each run as in its template. `bench/peers/README.md` lists what each of them creates.",
      "Synthesis is the whole process, without the CLI of the tool. This project reads a YAML file and checks its rules, with the cached",
      "bundle of an earlier run; the others have no cache. Memory is that of the largest process. Ratios are to this project.",
      "",
      table([
        ["synthesis", "ms", "time ratio", "peak MB", "memory ratio", "resources", "output KB"],
        ...Object.keys(synthesis).map((name) => [
          ...row(name, synthesis, own),
          ...outputOf(join(scratch, name)),
        ]),
      ]),
      "",
      "`tsc --noEmit` of the same programs with the options of their templates. The YAML file of this project needs no compiler, so its",
      "program uses `EksCluster` from the packed package.",
      "",
      table([
        ["type check", "ms", "time ratio", "peak MB", "memory ratio"],
        ...Object.keys(check).map((name) => row(name, check, own)),
      ]),
      "",
      `${versions()}.`,
    ].join("\n");
  });
};

/** Installs the versions of the lock file, unless they are installed. */
function install() {
  if (Object.entries(packages).every(([name, version]) => installedVersion(name) === version)) return;
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: __dirname,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

function synthesesInto(scratch, environment) {
  const into = (name, synthesize) => () => {
    const folder = join(scratch, name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    return synthesize({ CDKTF_OUTDIR: folder, CDK_OUTDIR: folder });
  };
  const ours = (env) => node(["scripts/run.js", "main.ts"], { ...env, ENVIRONMENTS: environment });
  const theirs = (name) => (env) => run("npx", peers[name].synth, { cwd: join(__dirname, name), env });
  return Object.fromEntries([
    [own, into(own, ours)],
    ...Object.keys(peers).map((name) => [name, into(name, theirs(name))]),
  ]);
}

function checksIn(project) {
  const tsc = join(__dirname, "node_modules/typescript/bin/tsc");
  // Not incremental, unlike the template of CDKTF.
  const check = (name) => () =>
    run(process.execPath, [tsc, "--noEmit", "--incremental", "false"], { cwd: join(__dirname, name) });
  return Object.fromEntries([
    [own, checkOf(project, "own", programWithPackage())],
    ...Object.keys(peers).map((name) => [name, check(name)]),
  ]);
}

function row(name, results, to) {
  const figures = ["ms", "mb"].flatMap((figure) => [
    medianOf(results[name], figure).toFixed(0),
    `**${ratioOf(results[name], results[to], figure).toFixed(2)}**`,
  ]);
  return [peers[name]?.name ?? own, ...figures];
}

/** The number of resources and the size of the output, with the code of functions and layers. */
function outputOf(folder) {
  const files = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
  const resources = files.filter((file) => /(cdk\.tf|\.template)\.json$/.test(file)).map(countResources);
  const bytes = files.map((file) => statSync(file).size);
  return [sum(resources), (sum(bytes) / 1000).toFixed(0)];
}

function countResources(file) {
  const { Resources, resource } = JSON.parse(readFileSync(file, "utf8"));
  if (Resources) return Object.keys(Resources).length;
  return sum(Object.values(resource).map((ofType) => Object.keys(ofType).length));
}

const sum = (values) => values.reduce((total, value) => total + value, 0);

function installedVersion(name) {
  const file = join(__dirname, "node_modules", name, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).version : undefined;
}

function versions() {
  return Object.keys(packages)
    .map((name) => `${name} ${installedVersion(name)}`)
    .join(", ");
}
