/**
 * `RESULTS.md`: a section for each part, which says when, where and how often it was measured, so that one part can be measured
 * anew and the others stay. And what is said on the command line.
 */
const { parseArgs } = require("node:util");

/** Fewer say nothing. */
const leastRuns = 5;

const usage = (names) => `Usage: npm run bench -- [--only PART,…] [--runs N] [--trial]

Measures the parts and writes their sections of bench/RESULTS.md. It needs a machine that does nothing else.

  --only PART,…  these parts alone: ${names.join(", ")}
  --runs N       how often each figure is measured, after a warm-up: ${leastRuns} if it is not said, and at least
  --trial        to try a part out: any number of runs, and nothing is written
`;

/** What the command line is wrong about. */
class UsageError extends Error {}

/**
 * Reads the command line.
 *
 * @param names the parts that there are
 * @returns the parts that are to be measured, in the order that they have among all
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
      `--runs must be at least ${leastRuns}, got ${runs}; with --trial less is right, and nothing is written`,
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

/** The sections of a file of results, by the names of their parts. */
function sectionsOf(text) {
  const [, ...pieces] = text.split(/^<!-- part: (.+) -->$/m);
  const names = pieces.filter((_, i) => i % 2 === 0);
  return Object.fromEntries(names.map((name, i) => [name, pieces[2 * i + 1].trim()]));
}

/** A section with the circumstances under its heading. */
function stamped(section, circumstances) {
  const [heading, ...rest] = section.trim().split("\n");
  return [heading, "", circumstances, ...rest].join("\n");
}

/**
 * The file of results.
 *
 * @param sections by the names of their parts; those of parts that are no more are left out
 * @param names the parts that there are, in the order that they stand in
 */
function resultsOf(sections, names) {
  const known = names.filter((name) => name in sections);
  return [
    "# Results",
    "",
    "Written by `npm run bench`. Every figure is a median. Ratios are taken within a round, in which the compared ones follow each",
    "other, and are the medians of those. Each part says when, where and how often it was measured.",
    "",
    ...known.flatMap((name) => [mark(name), "", sections[name], ""]),
  ].join("\n");
}

module.exports = { UsageError, usage, parseOptions, sectionsOf, stamped, resultsOf };
