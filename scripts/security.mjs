/**
 * Static analysis of all shipped environments and examples: `npm run security`.
 *
 * Checkov checks the Terraform JSON, cloudsplaining the IAM policies in it. Each finding must be in `security/accepted.json`,
 * with the reason and the stacks. An entry without a finding is an error too. Mutated copies of stacks
 * (`security/mutants.json`) are scanned as well, so that a scanner that skips resources is noticed. The figures must match those
 * in `docs/security.md`; `--write` updates them. Needs Python 3 and PyPI.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { families, familyOf, platforms } from "../security/families.mjs";
import { covers, refusals } from "../security/refusals.mjs";
import { print, printError } from "./printable.js";

const accepted = JSON.parse(readFileSync("security/accepted.json", "utf8"));
const mutations = JSON.parse(readFileSync("security/mutants.json", "utf8"));
const page = join("docs", "security.md");
const marks = ["<!-- npm run security -- --write -->\n\n", "\n<!-- end -->"];

const scratch = mkdtempSync(join(tmpdir(), "security-"));
try {
  const directory = collectStacks();
  const types = typesOf(directory);
  const { checked_types: checkedTypes, results } = scan(directory);
  const problems = [
    ...problemsOf(results),
    ...refusals(accepted, results),
    ...unclassifiedTypes(types),
    ...familiesWithoutMutant(types, checkedTypes),
  ];
  const rows = figures(types, checkedTypes, results);

  print(textTable(rows));
  const stale = process.argv.includes("--write") ? (writeFigures(rows), []) : staleFigures(rows);
  for (const problem of [...problems, ...stale]) printError(problem);
  print(summary(results));
  if (problems.length + stale.length > 0) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true });
}

// --- Stacks and scan ----------------------------------------------------------------------------------------------

/** Creates a folder with the JSON of every stack and of the mutants. */
function collectStacks() {
  const directory = join(scratch, "stacks");
  for (const environments of ["environments", "examples"]) {
    const outdir = join(scratch, environments);
    run(process.execPath, ["scripts/run.js", "main.ts"], {
      ENVIRONMENTS: environments,
      CDKTF_OUTDIR: outdir,
    });
    for (const stack of readdirSync(join(outdir, "stacks"))) {
      cpSync(join(outdir, "stacks", stack, "cdk.tf.json"), fileOf(directory, stack));
    }
  }
  for (const stack of new Set(mutations.map(({ stack }) => stack))) {
    mkdirSync(join(directory, mutantOf(stack)));
    writeFileSync(fileOf(directory, mutantOf(stack)), JSON.stringify(mutate(directory, stack), null, 2));
  }
  return directory;
}

function fileOf(directory, stack) {
  return join(directory, stack, "main.tf.json");
}

function read(directory, stack) {
  return JSON.parse(readFileSync(fileOf(directory, stack), "utf8"));
}

function mutantOf(stack) {
  return `mutant-${stack}`;
}

function isMutant(stack) {
  return stack.startsWith("mutant-");
}

/** A stack with all its mutations. */
function mutate(directory, stack) {
  const configuration = read(directory, stack);
  for (const { resource, remove, add, set = {} } of mutations.filter((entry) => entry.stack === stack)) {
    const [type, name] = resource.split(".");
    if (add) (configuration.resource[type] ??= {})[name] = add;
    const element = elementOf(configuration, type, name);
    if (element === undefined) throw new Error(`security/mutants.json: ${stack} has no ${resource}`);
    if (remove) delete configuration.resource[type][name];
    for (const [path, value] of Object.entries(set)) assign(element, path.split("."), value);
  }
  return configuration;
}

/** `provider.aws` is the first configuration of a provider. */
function elementOf(configuration, type, name) {
  return type === "provider" ? configuration.provider[name]?.[0] : configuration.resource[type]?.[name];
}

/** `null` removes the argument. */
function assign(block, [first, ...rest], value) {
  if (rest.length > 0) assign(Array.isArray(block[first]) ? block[first][0] : block[first], rest, value);
  else if (value === null) delete block[first];
  else block[first] = value;
}

/** The number of resources of each type in the stacks. */
function typesOf(directory) {
  const types = new Map();
  for (const stack of readdirSync(directory).filter((stack) => !isMutant(stack))) {
    for (const [type, elements] of Object.entries(read(directory, stack).resource)) {
      types.set(type, (types.get(type) ?? 0) + Object.keys(elements).length);
    }
  }
  return types;
}

function scan(directory) {
  return JSON.parse(run(pythonWithScanners(), ["security/scan.py", directory]));
}

/** The Python of a virtual environment with the pinned scanners. It is created on first use and when the pins change. */
function pythonWithScanners() {
  const requirements = join("security", "requirements.txt");
  const hash = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 16);
  const venv = join("node_modules", ".cache", "cdktf-clusters-security", hash);
  const python = join(venv, "bin", "python");
  if (existsSync(join(venv, "complete"))) return python;

  rmSync(venv, { recursive: true, force: true });
  mkdirSync(venv, { recursive: true });
  run(process.env.PYTHON ?? "python3", ["-m", "venv", venv]);
  run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]);
  writeFileSync(join(venv, "complete"), "");
  return python;
}

function run(command, args, env = {}) {
  return execFileSync(command, args, {
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

// --- Results ------------------------------------------------------------------------------------------------------

function isAccepted(finding) {
  return accepted.some((entry) => accepts(entry, finding));
}

function accepts({ check, resources, stacks = [] }, finding) {
  return (
    check === finding.check &&
    resources.some((resource) => covers(resource, finding.resource)) &&
    stacks.includes(finding.stack)
  );
}

/** Findings that are not accepted, entries without a finding, and mutations that a scanner missed. */
function problemsOf(results) {
  const findings = results.filter(({ stack, passed }) => !passed && !isMutant(stack));
  const rejected = findings.filter((finding) => !isAccepted(finding));
  return [
    ...rejected.map(({ stack, check, resource, title }) => `${stack}: ${resource}: ${check} ${title}`),
    ...accepted.flatMap((entry) => unnecessary(entry, findings)),
    ...mutations.flatMap((mutation) => missed(mutation, results)),
  ];
}

/** Every resource and every stack of an entry must have a finding. */
function unnecessary({ resources, stacks, ...entry }, findings) {
  const isNeeded = (part) =>
    findings.some((finding) => accepts({ resources, stacks, ...entry, ...part }, finding));
  const parts = [
    ...resources.map((resource) => [resource, { resources: [resource] }]),
    ...(stacks ?? []).map((stack) => [stack, { stacks: [stack] }]),
  ];
  return parts
    .filter(([, part]) => !isNeeded(part))
    .map(([name]) => `security/accepted.json: ${entry.check} has no finding at ${name}`);
}

/** A mutation must have a finding in the mutant, and none in the original stack: otherwise the mutant would prove nothing. */
function missed({ stack, resource, remove, finds }, results) {
  const failed = (check, where) =>
    results.some(
      (result) =>
        !result.passed &&
        result.check === check &&
        result.stack === where &&
        (remove || result.resource === resource),
    );
  return finds.flatMap((check) => {
    if (!failed(check, mutantOf(stack)))
      return `${check} has no finding at ${resource} in the mutant of ${stack}`;
    const others = results.filter(
      (result) => !result.passed && result.check === check && result.stack === stack,
    );
    const before = new Set(others.map((result) => result.resource));
    const after = results.filter(
      (result) => !result.passed && result.check === check && result.stack === mutantOf(stack),
    );
    return after.some((result) => !before.has(result.resource))
      ? []
      : `security/mutants.json: ${check} has a finding in ${stack} without the mutation`;
  });
}

function unclassifiedTypes(types) {
  return [...types.keys()]
    .filter((type) => familyOf(type) === undefined)
    .map((type) => `security/families.mjs: ${type} has no family`);
}

/** Families with checked types and without a mutation. */
function familiesWithoutMutant(types, checkedTypes) {
  const checked = [...types.keys()].filter((type) => checkedTypes.includes(type)).map(placeOf);
  const mutated = mutations.map(({ resource }) => placeOf(resource.split(".")[0]));
  return [...new Set(checked)]
    .filter((place) => !mutated.includes(place))
    .map((place) => `security/mutants.json: ${place} has no mutation`);
}

function placeOf(type) {
  const [platform] = Object.entries(platforms).find(([, prefix]) => type.startsWith(prefix)) ?? [];
  return `${platform} ${familyOf(type)}`;
}

// --- Figures ------------------------------------------------------------------------------------------------------

/** A row for each platform and family, with the numbers of resources and results. */
function figures(types, checkedTypes, results) {
  const ours = results.filter(({ stack }) => !isMutant(stack));
  const rows = Object.entries(platforms).flatMap(([platform, prefix]) =>
    families.map((family) => {
      const belongs = (type) => type.startsWith(prefix) && familyOf(type) === family;
      const own = [...types].filter(([type]) => belongs(type));
      const familyResults = ours.filter(({ resource }) => isOf(resource, prefix, family));
      const findings = familyResults.filter(({ passed }) => !passed);
      const waived = findings.filter(isAccepted).length;
      return [
        platform,
        family,
        own.reduce((sum, [, count]) => sum + count, 0),
        `${own.filter(([type]) => checkedTypes.includes(type)).length} of ${own.length}`,
        familyResults.length - findings.length,
        waived,
        findings.length - waived,
      ];
    }),
  );
  return [
    ["platform", "family", "resources", "types with checks", "passed", "accepted", "failed"],
    ...rows.map((row) => row.map(String)),
  ];
}

/** Providers and data sources are in the family "other". */
function isOf(resource, prefix, family) {
  const [kind, type] = resource.split(".");
  if (kind === "provider") return family === "other" && prefix === `${type}_`;
  if (kind === "data") return family === "other" && type.startsWith(prefix);
  return kind.startsWith(prefix) && familyOf(kind) === family;
}

function padded(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length), 3));
  return {
    widths,
    lines: rows.map((cells) =>
      cells.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))),
    ),
  };
}

function textTable(rows) {
  return padded([rows[0].map((head) => head.toUpperCase()), ...rows.slice(1)])
    .lines.map((cells) => `${cells.join("  ").trimEnd()}\n`)
    .join("");
}

function pageTable(rows) {
  const { widths, lines } = padded(rows);
  const rule = widths.map((width, i) => (i < 2 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [lines[0], rule, ...lines.slice(1)].map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

function withFigures(text, rows) {
  const [before, after, ...others] = text.split(marks[0]);
  if (after === undefined || others.length > 0)
    throw new Error(`${page} must contain ${marks[0].trim()} once`);
  const [start, end] = [before.length + marks[0].length, text.indexOf(marks[1], before.length)];
  return `${text.slice(0, start)}${pageTable(rows)}${text.slice(end)}`;
}

function writeFigures(rows) {
  writeFileSync(page, withFigures(readFileSync(page, "utf8"), rows));
}

function staleFigures(rows) {
  const text = readFileSync(page, "utf8");
  return text === withFigures(text, rows) ? [] : [`${page} is out of date: run npm run security -- --write`];
}

function summary(results) {
  const ours = results.filter(({ stack }) => !isMutant(stack));
  const findings = ours.filter(({ passed }) => !passed);
  const waived = findings.filter(isAccepted).length;
  return (
    `${new Set(ours.map(({ stack }) => stack)).size} stacks: ${ours.length - findings.length} checks passed, ` +
    `${waived} findings accepted for ${accepted.length} reasons, ${findings.length - waived} failed`
  );
}
