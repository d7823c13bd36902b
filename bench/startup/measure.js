/**
 * Measures the time and the modules that a public entry of the published package loads, compared with a process that loads only `cdktf`.
 * No entry may load the bindings of another platform.
 */
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { exports: entries } = require("../../package.json");
const { withProject } = require("../project");
const { inTurns, medianOf, productionOn, ratioOf, run, table } = require("../support");

const providers = { "./eks": "aws", "./aks": "azurerm", "./gke": "google", "./kubeadm": "aws" };

module.exports = function measureStartup(runs) {
  const installed = [
    "cdktf",
    "constructs",
    ...Object.values(providers).map((name) => `@cdktf/provider-${name}`),
  ];
  return withProject(installed, (project) => {
    writeFileSync(join(project, "production.yaml"), productionOn("eks").toString());
    const programs = programsIn(project);
    const results = inTurns(
      Object.fromEntries(
        programs.map(({ name, args }) => [name, () => run(process.execPath, args, { cwd: project })]),
      ),
      runs,
    );
    return [
      "## Start-up",
      "",
      "Loading each public entry of the packed package, and running its command, in a project with all three providers. The ratio",
      "compares the time of the process with that of one that loads only `cdktf`. The last column must be 0.",
      "",
      table([
        [
          "what is loaded",
          "ms",
          "ratio",
          "peak MB",
          "modules",
          "own",
          "CDKTF",
          "bindings",
          "other",
          "of other platforms",
        ],
        ...programs.map((program) => row(program, results, modulesOf(program.args, project))),
      ]),
    ].join("\n");
  });
};

const base = "`cdktf` alone";

function programsIn(project) {
  const load = (name) => ["-e", `require(${JSON.stringify(name)})`];
  const command = join(project, "node_modules/cdktf-clusters/bin/cdktf-clusters.js");
  const code = Object.keys(entries).filter((path) => typeof entries[path] === "object");
  return [
    { name: "nothing", args: ["-e", ""] },
    { name: base, args: load("cdktf") },
    ...code.map((path) => ({
      name: `\`${join("cdktf-clusters", path)}\``,
      args: load(join("cdktf-clusters", path)),
      provider: providers[path],
    })),
    { name: "`cdktf-clusters --version`", args: [command, "--version"] },
    { name: "`cdktf-clusters validate`, the EKS reference", args: [command, "validate", "production.yaml"] },
  ];
}

function row({ name, provider }, results, modules) {
  const count = (kind) => modules.filter((module) => module.kind === kind).length;
  const foreign = modules.filter((module) => module.kind === "binding" && module.provider !== provider);
  return [
    name,
    medianOf(results[name], "ms").toFixed(0),
    `**${ratioOf(results[name], results[base], "ms").toFixed(2)}**`,
    medianOf(results[name], "mb").toFixed(0),
    modules.length,
    count("own"),
    count("cdktf"),
    count("binding"),
    count("other"),
    foreign.length,
  ];
}

/** The modules that a program has loaded at its end, by owner. This run is not timed. */
function modulesOf(args, project) {
  const list = join(project, "modules.json");
  const hook = join(project, "modules-hook.js");
  writeFileSync(
    hook,
    `process.on("exit", () => require("fs").writeFileSync(${JSON.stringify(list)}, JSON.stringify(Object.keys(require.cache))));`,
  );
  run(process.execPath, ["--require", hook, ...args], { cwd: project });
  return JSON.parse(readFileSync(list, "utf8"))
    .filter((file) => file !== hook && !/\/bench-\w+\/hook\.js$/.test(file))
    .map(kindOf);
}

function kindOf(file) {
  const provider = /\/@cdktf\/provider-([a-z]+)\//.exec(file)?.[1];
  if (provider) return { kind: "binding", provider };
  if (file.includes("/node_modules/cdktf-clusters/")) return { kind: "own" };
  if (/\/node_modules\/(cdktf|constructs)\//.test(file)) return { kind: "cdktf" };
  return { kind: "other" };
}
