/**
 * How wrong input is handled: the files with a mistake of `__tests__/corpus/`, and hostile ones, each read by a separate process
 * `cdktf-clusters validate`.
 */
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const {
  inTurns,
  median,
  medianOf,
  node,
  productionOn,
  ratioOf,
  run,
  table,
  withScratch,
} = require("../support");
const { hostileFiles } = require("./hostile");

module.exports = function measureWrongInput(runs) {
  return withScratch((scratch) => {
    const right = join(scratch, "right.yaml");
    writeFileSync(right, productionOn("eks").toString());
    return [
      "## Wrong input",
      "",
      "Files with a mistake (`__tests__/corpus/`). Rejected (exit code 1) and stack traces are from `cdktf-clusters validate`, one process",
      "per file; positions and messages are compared with the expected ones; ms per file are measured in one process after all modules are loaded; the",
      "ratio is to the EKS reference cluster, which has no mistake and is read next.",
      "",
      table(corpusRows(scratch, right, runs)),
      "",
      "Hostile files, each read by a separate process `cdktf-clusters validate`; ratios are to the EKS reference cluster.",
      "",
      table(hostileRows(scratch, right, runs)),
    ].join("\n");
  });
};

/** The result of the command for a file. After two minutes the command is stopped. */
function validate(file) {
  return run(process.execPath, ["bin/cdktf-clusters.js", "validate", file], {
    accept: [0, 1, undefined, 134],
    timeout: 120_000,
  });
}

const hasTrace = ({ stdout, stderr }) => /^\s+at .*[:(]/m.test(stdout + stderr);

// --- files with a mistake -----------------------------------------------------------------------------------------

function corpusRows(scratch, right, runs) {
  const folder = join(scratch, "corpus");
  const read = () =>
    node(["--require", "./bench/typescript.js", "bench/wrong-input/corpus.ts", folder, right]);
  const { rounds } = inTurns({ rounds: () => JSON.parse(read().stdout.trim().split("\n").pop()) }, runs);
  const sections = Object.keys(rounds[0]);
  validate(right);
  const commands = Object.fromEntries(
    sections.map((section) => [section, rounds[0][section].map(({ file }) => validate(file))]),
  );
  return [
    [
      "mistakes in",
      "files",
      "rejected",
      "right position",
      "right message",
      "stack traces",
      "ms a file",
      "ratio",
      "slowest ms",
    ],
    ...sections.map((section) => corpusRow(section, [section], rounds, commands)),
    corpusRow("all", sections, rounds, commands),
  ];
}

function corpusRow(name, sections, rounds, commands) {
  const findings = rounds.map((round) => sections.flatMap((section) => round[section]));
  const processes = sections.flatMap((section) => commands[section]);
  const everyRound = (what) => findings[0].filter((_, i) => findings.every((round) => round[i][what])).length;
  const overRounds = (figure) => median(findings.map(figure));
  return [
    name,
    findings[0].length,
    processes.filter(({ code }) => code === 1).length,
    everyRound("position"),
    everyRound("message"),
    processes.filter(hasTrace).length,
    overRounds((round) => medianOf(round, "ms")).toFixed(2),
    `**${overRounds((round) => median(round.map(({ ms, validMs }) => ms / validMs))).toFixed(2)}**`,
    overRounds((round) => Math.max(...round.map(({ ms }) => ms))).toFixed(1),
  ];
}

// --- hostile files ------------------------------------------------------------------------------------------------

function hostileRows(scratch, right, runs) {
  const files = Object.entries(hostileFiles()).map(([name, bytes], i) => {
    const file = join(scratch, `hostile-${i}.yaml`);
    writeFileSync(file, bytes);
    return { name, file, size: bytes.length };
  });
  const cases = { right: () => validate(right) };
  for (const { name, file } of files) cases[name] = () => validate(file);
  const results = inTurns(cases, runs);
  const figures = (name) => [
    medianOf(results[name], "ms").toFixed(0),
    `**${ratioOf(results[name], results.right, "ms").toFixed(2)}**`,
    ...(results[name].some(({ mb }) => mb === undefined)
      ? ["killed", ""]
      : [
          medianOf(results[name], "mb").toFixed(0),
          `**${ratioOf(results[name], results.right, "mb").toFixed(2)}**`,
        ]),
  ];
  return [
    [
      "file",
      "KB",
      "ms",
      "time ratio",
      "peak MB",
      "memory ratio",
      "rejected",
      "stack trace",
      "first line of the report",
    ],
    ["the EKS reference cluster", "", ...figures("right"), "no", "no", ""],
    ...files.map(({ name, size }) => [
      name,
      (size / 1000).toFixed(1),
      ...figures(name),
      results[name].every(({ code }) => code === 1) ? "yes" : `**NO, exit code ${results[name][0].code}**`,
      results[name].some(hasTrace) ? "**YES**" : "no",
      firstWords(results[name][0].stderr, scratch),
    ]),
  ];
}

/** The first line without the folder, short enough for a cell. */
function firstWords(text, scratch) {
  const line = text.split("\n")[0].replaceAll(`${scratch}/`, "");
  const short = line.length > 100 ? `${line.slice(0, 99)}…` : line;
  return short === "" ? "" : `\`${short.replaceAll("|", "\\|").replaceAll("`", "'")}\``;
}
