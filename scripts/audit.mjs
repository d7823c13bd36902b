/**
 * Asks the registry for published advisories on the packages that come with the library: `npm run audit`.
 *
 * What it finds must be in `security/advisories.json`, with the reason why it does not concern a user of this library; an entry
 * there that is no longer found is an error too. Not every registry answers the question. Then nothing is known, which is
 * said, and is an error with `--require`.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

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
    entry.advisory === finding.advisory && entry.package === finding.package && Boolean(entry.reason);
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

/** The parsed output of npm, whose exit code says no more than the report does. */
function ask() {
  const { stdout, stderr } = spawnSync("npm", ["audit", "--omit=dev", "--json"], { encoding: "utf8" });
  try {
    return JSON.parse(stdout);
  } catch {
    return { error: { summary: stderr.trim().split("\n")[0] } };
  }
}

function main(argv) {
  const list = "security/advisories.json";
  const explained = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
  const { answered, why, found, faults } = judge(ask(), explained);
  if (!answered) {
    console.error(`NOT AUDITED: the registry in use does not answer npm audit (${why})`);
    return argv.includes("--require") ? 1 : 0;
  }
  for (const fault of faults) console.error(fault);
  console.log(`${found} advisories, ${faults.length} of them or of their explanations to be looked at`);
  return faults.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = main(process.argv.slice(2));
