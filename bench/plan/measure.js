/**
 * Measures `terraform plan` of the EKS reference stack, with real Terraform and the real provider on the AWS emulator of the deploy tests.
 * A stack of one resource shows the start-up cost of Terraform and the provider.
 */
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { medianOf, node, productionOn, ratioOf, table, withScratch } = require("../support");

module.exports = function measurePlan(runs) {
  return ["## Plan", "", ...linesOf(resultsOf(runs))].join("\n");
};

function resultsOf(runs) {
  return withScratch((scratch) => {
    const file = join(scratch, "production.yaml");
    writeFileSync(file, productionOn("eks").toString());
    const rounds = String(runs + 1);
    const { stdout } = node(["--require", "./bench/typescript.js", "bench/plan/plan.ts", rounds, file], {
      CI: "",
    });
    return JSON.parse(stdout.trim().split("\n").pop());
  });
}

function linesOf({ missing, provider, terraform, rounds, resourceGraph, planGraph }) {
  if (missing) return [`Not measured: ${missing} is missing on this machine.`];
  const [, ...counted] = rounds;
  const results = {
    reference: counted.map((round) => round.reference),
    trivial: counted.map((round) => round.trivial),
  };
  const row = (name, what) => {
    const [{ resources }] = results[name];
    const ms = medianOf(results[name], "ms");
    const ratio = ratioOf(results[name], results.trivial, "ms").toFixed(2);
    return [what, resources, ms.toFixed(0), resources > 1 ? (ms / resources).toFixed(1) : "", `**${ratio}**`];
  };
  const more = counted.map((round) => ({
    ms: (round.reference.ms - round.trivial.ms) / (round.reference.resources - round.trivial.resources),
  }));
  return [
    `\`terraform plan\` with an empty state, Terraform ${terraform} and ${provider} on the emulator of the deploy tests. The stack`,
    "omits arguments that this provider does not support. In turns with a stack of one log group.",
    "",
    table([
      ["stack", "resources", "ms", "ms a resource", "ratio"],
      row("reference", "EKS reference cluster"),
      row("trivial", "one resource"),
    ]),
    "",
    `Each further resource takes **${medianOf(more, "ms").toFixed(1)} ms**. The resource graph of the reference stack (\`terraform graph\`) has ` +
      `${sizeOf(resourceGraph)}, the plan graph (\`-type=plan\`) ${sizeOf(planGraph)}.`,
  ];
}

const sizeOf = ({ nodes, edges }) => `${nodes} nodes and ${edges} edges`;
