/**
 * Has outside judges look at all shipped environments and examples: `npm run security`.
 *
 * Checkov reads the Terraform JSON, cloudsplaining the IAM policies in it. What they find must be in
 * `security/accepted.json`, with the reason and the stacks; what is there and no longer found is an error too. Copies of stacks
 * that were spoiled on purpose go along (`security/spoiled.json`), so that judges who find nothing because they saw nothing are
 * noticed.
 * The figures must be those in `docs/security.md`; `--write` puts them there. Needs Python 3 and PyPI.
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

const accepted = JSON.parse(readFileSync("security/accepted.json", "utf8"));
const spoiled = JSON.parse(readFileSync("security/spoiled.json", "utf8"));
const page = join("docs", "security.md");
const marks = ["<!-- npm run security -- --write -->\n\n", "\n<!-- end -->"];

const scratch = mkdtempSync(join(tmpdir(), "security-"));
try {
  const directory = collectStacks();
  const types = typesOf(directory);
  const { judged, results } = judge(directory);
  const faults = [
    ...faultsOf(results),
    ...refusals(accepted, results),
    ...strangers(types),
    ...unspoiled(types, judged),
  ];
  const rows = figures(types, judged, results);

  console.log(textTable(rows));
  const stale = process.argv.includes("--write") ? (writeFigures(rows), []) : staleFigures(rows);
  for (const fault of [...faults, ...stale]) console.error(fault);
  console.log(summary(results));
  if (faults.length + stale.length > 0) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true });
}

// --- What is judged -----------------------------------------------------------------------------------------------

/** A folder with the JSON of every stack, and of the spoiled copies. */
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
  for (const stack of new Set(spoiled.map(({ stack }) => stack))) {
    mkdirSync(join(directory, copyOf(stack)));
    writeFileSync(fileOf(directory, copyOf(stack)), JSON.stringify(spoil(directory, stack), null, 2));
  }
  return directory;
}

function fileOf(directory, stack) {
  return join(directory, stack, "main.tf.json");
}

function read(directory, stack) {
  return JSON.parse(readFileSync(fileOf(directory, stack), "utf8"));
}

function copyOf(stack) {
  return `spoiled-${stack}`;
}

function isCopy(stack) {
  return stack.startsWith("spoiled-");
}

/** A stack with everything in it that is to be found. */
function spoil(directory, stack) {
  const configuration = read(directory, stack);
  for (const { resource, remove, add, set = {} } of spoiled.filter((entry) => entry.stack === stack)) {
    const [type, name] = resource.split(".");
    if (add) (configuration.resource[type] ??= {})[name] = add;
    const element = elementOf(configuration, type, name);
    if (element === undefined) throw new Error(`security/spoiled.json: ${stack} has no ${resource}`);
    if (remove) delete configuration.resource[type][name];
    for (const [path, value] of Object.entries(set)) assign(element, path.split("."), value);
  }
  return configuration;
}

/** `provider.aws` is a provider's first configuration. */
function elementOf(configuration, type, name) {
  return type === "provider" ? configuration.provider[name]?.[0] : configuration.resource[type]?.[name];
}

/** `null` takes the argument out. */
function assign(block, [first, ...rest], value) {
  if (rest.length > 0) assign(Array.isArray(block[first]) ? block[first][0] : block[first], rest, value);
  else if (value === null) delete block[first];
  else block[first] = value;
}

/** How many resources of each type our stacks have. */
function typesOf(directory) {
  const types = new Map();
  for (const stack of readdirSync(directory).filter((stack) => !isCopy(stack))) {
    for (const [type, elements] of Object.entries(read(directory, stack).resource)) {
      types.set(type, (types.get(type) ?? 0) + Object.keys(elements).length);
    }
  }
  return types;
}

function judge(directory) {
  return JSON.parse(run(pythonWithJudges(), ["security/judge.py", directory]));
}

/** The Python of a virtual environment with the pinned judges; made on first use, and again when the pins change. */
function pythonWithJudges() {
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

// --- What they say ------------------------------------------------------------------------------------------------

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

/** Findings that nobody accepted, acceptances that nothing needs, and judges who do not see. */
function faultsOf(results) {
  const findings = results.filter(({ stack, passed }) => !passed && !isCopy(stack));
  const rejected = findings.filter((finding) => !isAccepted(finding));
  return [
    ...rejected.map(({ stack, check, resource, title }) => `${stack}: ${resource}: ${check} ${title}`),
    ...accepted.flatMap((entry) => needless(entry, findings)),
    ...spoiled.flatMap((entry) => overlooked(entry, results)),
  ];
}

/** Every resource and every stack of an entry must be needed. */
function needless({ resources, stacks, ...entry }, findings) {
  const isNeeded = (part) =>
    findings.some((finding) => accepts({ resources, stacks, ...entry, ...part }, finding));
  const parts = [
    ...resources.map((resource) => [resource, { resources: [resource] }]),
    ...(stacks ?? []).map((stack) => [stack, { stacks: [stack] }]),
  ];
  return parts
    .filter(([, part]) => !isNeeded(part))
    .map(([name]) => `security/accepted.json: nothing is found any more for ${entry.check} at ${name}`);
}

/** What was spoiled must be found in the copy, and not be found in the stack itself: the copy would show nothing then. */
function overlooked({ stack, resource, remove, finds }, results) {
  const failed = (check, where) =>
    results.some(
      (result) =>
        !result.passed &&
        result.check === check &&
        result.stack === where &&
        (remove || result.resource === resource),
    );
  return finds.flatMap((check) => {
    if (!failed(check, copyOf(stack)))
      return `${check} was not found at ${resource} in the spoiled copy of ${stack}`;
    const others = results.filter(
      (result) => !result.passed && result.check === check && result.stack === stack,
    );
    const before = new Set(others.map((result) => result.resource));
    const after = results.filter(
      (result) => !result.passed && result.check === check && result.stack === copyOf(stack),
    );
    return after.some((result) => !before.has(result.resource))
      ? []
      : `security/spoiled.json: ${check} is found in ${stack} without being spoiled`;
  });
}

function strangers(types) {
  return [...types.keys()]
    .filter((type) => familyOf(type) === undefined)
    .map((type) => `security/families.mjs: ${type} belongs to no family`);
}

/** Families of which judges see something, and none of it was spoiled. */
function unspoiled(types, judged) {
  const seen = [...types.keys()].filter((type) => judged.includes(type)).map(placeOf);
  const shown = spoiled.map(({ resource }) => placeOf(resource.split(".")[0]));
  return [...new Set(seen)]
    .filter((place) => !shown.includes(place))
    .map((place) => `security/spoiled.json: nothing of ${place} is spoiled`);
}

function placeOf(type) {
  const [platform] = Object.entries(platforms).find(([, prefix]) => type.startsWith(prefix)) ?? [];
  return `${platform} ${familyOf(type)}`;
}

// --- Figures ------------------------------------------------------------------------------------------------------

/** A row for each platform and family: what there is of it, and what was said. */
function figures(types, judged, results) {
  const ours = results.filter(({ stack }) => !isCopy(stack));
  const rows = Object.entries(platforms).flatMap(([platform, prefix]) =>
    families.map((family) => {
      const belongs = (type) => type.startsWith(prefix) && familyOf(type) === family;
      const own = [...types].filter(([type]) => belongs(type));
      const said = ours.filter(({ resource }) => isOf(resource, prefix, family));
      const findings = said.filter(({ passed }) => !passed);
      const waived = findings.filter(isAccepted).length;
      return [
        platform,
        family,
        own.reduce((sum, [, count]) => sum + count, 0),
        `${own.filter(([type]) => judged.includes(type)).length} of ${own.length}`,
        said.length - findings.length,
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

/** Providers and data sources make nothing, and are of no family of resources. */
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
  const [start, end] = [text.indexOf(marks[0]) + marks[0].length, text.indexOf(marks[1])];
  return `${text.slice(0, start)}${pageTable(rows)}${text.slice(end)}`;
}

function writeFigures(rows) {
  writeFileSync(page, withFigures(readFileSync(page, "utf8"), rows));
}

function staleFigures(rows) {
  const text = readFileSync(page, "utf8");
  return text === withFigures(text, rows)
    ? []
    : [`${page} has other figures: run npm run security -- --write`];
}

function summary(results) {
  const ours = results.filter(({ stack }) => !isCopy(stack));
  const findings = ours.filter(({ passed }) => !passed);
  const waived = findings.filter(isAccepted).length;
  return (
    `${new Set(ours.map(({ stack }) => stack)).size} stacks: ${ours.length - findings.length} checks passed, ` +
    `${waived} findings accepted for ${accepted.length} reasons, ${findings.length - waived} failed`
  );
}
