/**
 * Queries the registry for published advisories of the packages that users of the library install: `npm run audit`.
 *
 * Each advisory must be in `security/advisories.json`, with the reason why it does not affect users of this library. An entry
 * without an advisory is an error too. Some registries do not answer the query. That is an error too, unless
 * `--allow-no-answer` is set.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { directNames, shipped } from "./shipped.mjs";
import { print, printError } from "./printable.js";

/**
 * Evaluates a report of `npm audit --json`.
 *
 * @param report - the parsed output; an object with `error` if the registry did not answer
 * @param explained - accepted advisories: `{ advisory, package, reason }`
 */
export function evaluate(report, explained) {
  // The registry did not answer if either is missing, whatever else was printed.
  if (report?.error || report?.vulnerabilities === undefined || report.auditReportVersion !== 2) {
    return { answered: false, why: report?.error?.summary || report?.message || "no report", problems: [] };
  }
  const found = Object.values(report.vulnerabilities).flatMap(({ name, via }) =>
    // A string in `via` is the name of another package of the report, which has the advisory.
    via
      .filter((cause) => typeof cause === "object")
      .map(({ url, title, severity, range }) => ({
        package: name,
        advisory: url.split("/").at(-1),
        text: `${name} ${range}: ${severity}: ${title} (${url})`,
      })),
  );
  const matches = (entry, finding) =>
    entry.advisory === finding.advisory && entry.package === finding.package && Boolean(entry.reason?.trim());
  return {
    answered: true,
    found: found.length,
    problems: [
      ...found
        .filter((finding) => !explained.some((entry) => matches(entry, finding)))
        .map(({ text }) => text),
      ...explained
        .filter((entry) => !found.some((finding) => matches(entry, finding)))
        .map(
          (entry) => `security/advisories.json: ${entry.advisory} is no longer found for ${entry.package}`,
        ),
    ],
  };
}

/**
 * A project whose dependencies are exactly the packages of users: its `package.json` and its lock file. npm would skip packages that
 * the lock file marks as development dependencies, so the marks are removed. The lock file does not have the packages of CDK Terrain, which
 * are an alternative to those of CDKTF: they are not audited.
 */
export function projectOf({ packages, ...lock }) {
  const pinned = directNames({ packages }).map((name) => [name, packages[`node_modules/${name}`].version]);
  const manifest = { name: "shipped", version: "0.0.0", dependencies: Object.fromEntries(pinned) };
  const entries = shipped({ packages }).map((path) => {
    const entry = { ...packages[path] };
    for (const mark of ["dev", "devOptional", "optional", "peer"]) delete entry[mark];
    return [path, entry];
  });
  return { manifest, lock: { ...lock, packages: { "": manifest, ...Object.fromEntries(entries) } } };
}

/** The parsed output of npm. The exit code has no additional information. */
function runAudit({ manifest, lock }) {
  const directory = mkdtempSync(join(tmpdir(), "audit-"));
  try {
    writeFileSync(join(directory, "package.json"), JSON.stringify(manifest));
    writeFileSync(join(directory, "package-lock.json"), JSON.stringify(lock));
    const { stdout, stderr, error } = spawnSync("npm", ["audit", "--package-lock-only", "--json"], {
      cwd: directory,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    if (error) return { error: { summary: error.message } };
    return parse(stdout) ?? { error: { summary: stderr.trim().split("\n")[0] } };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function main(argv) {
  const list = "security/advisories.json";
  const explained = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
  const project = projectOf(JSON.parse(readFileSync("package-lock.json", "utf8")));
  const { answered, why, found, problems } = evaluate(runAudit(project), explained);
  if (!answered) {
    const isWaived = argv.includes("--allow-no-answer");
    printError(`NOT AUDITED: the registry in use does not answer npm audit (${why})`);
    printError(isWaived ? "Accepted by --allow-no-answer." : "To accept this, use --allow-no-answer.");
    return isWaived ? 0 : 1;
  }
  for (const problem of problems) printError(problem);
  print(
    `${Object.keys(project.lock.packages).length - 1} packages, ${found} advisories, ${problems.length} problems`,
  );
  return problems.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = main(process.argv.slice(2));
