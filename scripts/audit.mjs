/**
 * Asks the registry for published advisories on the packages that users of the library get: `npm run audit`.
 *
 * What it finds must be in `security/advisories.json`, with the reason why it does not concern a user of this library; an entry
 * there that is no longer found is an error too. Not every registry answers the question. Then nothing is known, which is
 * an error too, unless it is waived: `--allow-no-answer`.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { shipped } from "./shipped.mjs";

/**
 * What a report of `npm audit --json` means.
 *
 * @param report - the parsed output; an object with `error` when the registry did not answer
 * @param explained - accepted advisories: `{ advisory, package, reason }`
 */
export function judge(report, explained) {
  // Without either there is no answer, whatever else was printed.
  if (report?.error || report?.vulnerabilities === undefined || report.auditReportVersion !== 2) {
    return { answered: false, why: report?.error?.summary || report?.message || "no report", faults: [] };
  }
  const found = Object.values(report.vulnerabilities).flatMap(({ name, via }) =>
    // A text in `via` names another package of the report, which has the advisory itself.
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
    faults: [
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
 * A project that has what users get as its own dependencies, and nothing else: its `package.json` and its lock file. npm would leave
 * out what a lock file marks as for development only, so that here is no such mark.
 */
export function projectOf({ packages, ...lock }) {
  const { dependencies, peerDependencies } = packages[""];
  const pinned = Object.keys({ ...dependencies, ...peerDependencies }).map((name) => [
    name,
    packages[`node_modules/${name}`].version,
  ]);
  const manifest = { name: "shipped", version: "0.0.0", dependencies: Object.fromEntries(pinned) };
  const entries = shipped({ packages }).map((path) => {
    const entry = { ...packages[path] };
    for (const mark of ["dev", "devOptional", "optional", "peer"]) delete entry[mark];
    return [path, entry];
  });
  return { manifest, lock: { ...lock, packages: { "": manifest, ...Object.fromEntries(entries) } } };
}

/** The parsed output of npm, whose exit code says no more than the report does. */
function ask({ manifest, lock }) {
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
  const { answered, why, found, faults } = judge(ask(project), explained);
  if (!answered) {
    const isWaived = argv.includes("--allow-no-answer");
    console.error(`NOT AUDITED: the registry in use does not answer npm audit (${why})`);
    console.error(isWaived ? "Waived by --allow-no-answer." : "To go on without: --allow-no-answer.");
    return isWaived ? 0 : 1;
  }
  for (const fault of faults) console.error(fault);
  console.log(
    `${Object.keys(project.lock.packages).length - 1} packages, ${found} advisories, ` +
      `${faults.length} of them or of their explanations to be looked at`,
  );
  return faults.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = main(process.argv.slice(2));
