/**
 * Reads and writes `RESULTS.md`, with a section for each part, and parses the command line. Each section has its date, machine and number
 * of runs, so that one part can be measured again and the others stay.
 */
const { parseArgs } = require("node:util");

/** Fewer runs are not significant. */
const leastRuns = 5;

const usage = (names) => `Usage: npm run bench -- [--only PART,…] [--runs N] [--trial]

Measures the parts and writes their sections of bench/RESULTS.md. The machine must be idle.

  --only PART,…  only these parts: ${names.join(", ")}
  --runs N       number of runs after a warm-up; the default and the minimum are ${leastRuns}
  --trial        try a part: any number of runs, without writing results
`;

/** An invalid command line. */
class UsageError extends Error {}

/**
 * Reads the command line.
 *
 * @param names the existing parts
 * @returns the selected parts, in the order of all parts
 */
function parseOptions(argv, names) {
  const { only, runs = String(leastRuns), trial = false, help = false } = valuesOf(argv);
  const wanted = only?.split(",").map((name) => name.trim());
  const unknown = wanted?.filter((name) => !names.includes(name)) ?? [];
  if (unknown.length > 0) {
    throw new UsageError(
      `there is no part ${unknown.map((name) => JSON.stringify(name)).join(", ")}: ${names.join(", ")}`,
    );
  }
  if (!/^[1-9]\d*$/.test(runs))
    throw new UsageError(`--runs must be a number from 1, got ${JSON.stringify(runs)}`);
  if (!trial && Number(runs) < leastRuns) {
    throw new UsageError(
      `--runs must be at least ${leastRuns}, got ${runs}; use --trial for fewer runs, without writing results`,
    );
  }
  return { parts: names.filter((name) => wanted?.includes(name) ?? true), runs: Number(runs), trial, help };
}

function valuesOf(args) {
  try {
    const text = { type: "string" };
    const flag = { type: "boolean" };
    return parseArgs({ args, options: { only: text, runs: text, trial: flag, help: flag } }).values;
  } catch (failure) {
    throw new UsageError(failure.message);
  }
}

const mark = (name) => `<!-- part: ${name} -->`;

/** The sections of a results file, by part. */
function sectionsOf(text) {
  const [, ...pieces] = text.split(/^<!-- part: (.+) -->$/m);
  const names = pieces.filter((_, i) => i % 2 === 0);
  return Object.fromEntries(names.map((name, i) => [name, pieces[2 * i + 1].trim()]));
}

/** Adds the circumstances below the heading of a section. */
function stamped(section, circumstances) {
  const [heading, ...rest] = section.trim().split("\n");
  return [heading, "", circumstances, ...rest].join("\n");
}

/**
 * The results file.
 *
 * @param sections by part; sections of unknown parts are omitted
 * @param names the existing parts, in order
 */
function resultsOf(sections, names) {
  const known = names.filter((name) => name in sections);
  return [
    "# Results",
    "",
    "Written by `npm run bench`. Every figure is a median. A ratio is the median of the ratios of all rounds; a round measures both",
    "sides one after the other. Each part states its date, machine and number of runs.",
    "",
    ...known.flatMap((name) => [mark(name), "", sections[name], ""]),
  ].join("\n");
}

module.exports = { UsageError, usage, parseOptions, sectionsOf, stamped, resultsOf };
