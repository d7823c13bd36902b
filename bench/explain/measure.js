/** How long `cdktf-clusters explain` takes for all shipped environments, in turns with `cdktf-clusters validate`: whole processes. */
const { join } = require("node:path");
const { inTurns, medianOf, node, ratioOf, table, withScratch } = require("../support");

const command = "bin/cdktf-clusters.js";

module.exports = function measureExplain(runs) {
  return withScratch((scratch) => {
    const commands = {
      validate: ["validate"],
      explain: ["explain"],
      "explain --format json": ["explain", "--format", "json"],
      "explain --format html": ["explain", "--format", "html", "--out", join(scratch, "pages")],
    };
    const results = inTurns(
      Object.fromEntries(
        Object.entries(commands).map(([name, args]) => [name, () => node([command, ...args])]),
      ),
      runs,
    );
    const row = (name) => [
      `\`${name}\``,
      medianOf(results[name], "ms").toFixed(0),
      `**${ratioOf(results[name], results.validate, "ms").toFixed(2)}**`,
      medianOf(results[name], "cpu").toFixed(0),
      `**${ratioOf(results[name], results.validate, "cpu").toFixed(2)}**`,
    ];
    return [
      "## Explain",
      "",
      "`cdktf-clusters explain` of all shipped environments (`environments/`, six stacks), in turns with `validate` of the same files: whole",
      "processes. The limit of the ratio is 2.5. Processor time is less disturbed by what else a machine does.",
      "",
      table([["command", "ms", "ratio", "CPU ms", "CPU ratio"], ...Object.keys(commands).map(row)]),
    ].join("\n");
  });
};
