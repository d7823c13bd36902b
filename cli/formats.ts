import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import { printable } from "../modules/cluster/printable";
import { formatPath, isError } from "../modules/cluster/problem";
import type { Excerpt, LocatedProblem } from "../modules/environment";
import { version } from "../package.json";

/** The problems of files, and the line of each. */
export interface Problems {
  readonly problems: readonly LocatedProblem[];
  readonly excerptOf: (problem: LocatedProblem) => Excerpt | undefined;
}

// --- JSON -------------------------------------------------------------------------------------------------------

/** Problems as JSON: `line`, `column` and `endColumn` start at 1; the end is the column after the last character. */
export function jsonProblems({ problems, excerptOf }: Problems): object {
  const errors = problems.filter(isError).length;
  return {
    errors,
    warnings: problems.length - errors,
    problems: problems.map((problem) => ({
      file: problem.file,
      line: problem.line,
      column: problem.column,
      endColumn: endColumnOf(excerptOf(problem)),
      field: formatPath(problem.path) || undefined,
      severity: problem.severity,
      rule: problem.rule,
      message: printable(problem.message),
    })),
  };
}

const endColumnOf = (excerpt: Excerpt | undefined): number | undefined =>
  excerpt && excerpt.column + excerpt.length;

// --- SARIF ------------------------------------------------------------------------------------------------------

/**
 * Problems as a SARIF log, for code scanning. Paths are relative to the working directory.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifLog({ problems, excerptOf }: Problems): object {
  const rules = [...new Set(problems.map(({ rule }) => rule))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "cdktf-clusters", version, rules: rules.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        results: problems.map((problem) => ({
          ruleId: problem.rule,
          ruleIndex: rules.indexOf(problem.rule),
          level: problem.severity,
          message: { text: printable(problem.message) },
          locations: [locationOf(problem, excerptOf(problem))],
        })),
      },
    ],
  };
}

function locationOf({ file, line, column, path }: LocatedProblem, excerpt: Excerpt | undefined): object {
  const region =
    line === undefined
      ? undefined
      : { startLine: line, startColumn: column, endColumn: endColumnOf(excerpt) };
  const field = formatPath(path);
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(file) }, region },
    logicalLocations: field === "" ? undefined : [{ fullyQualifiedName: field }],
  };
}

/** A reference relative to the working directory, with the escapes of a URI. */
function uriOf(file: string): string {
  const [base, full] = [pathToFileURL(`${process.cwd()}/`), pathToFileURL(file)];
  return relative(base.pathname, full.pathname).replaceAll("\\", "/") || ".";
}

// --- GitHub -----------------------------------------------------------------------------------------------------

/**
 * Problems as workflow commands, which GitHub Actions shows next to the lines of a change.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubCommands({ problems, excerptOf }: Problems): string {
  return problems.map((problem) => `${commandOf(problem, excerptOf(problem))}\n`).join("");
}

function commandOf(problem: LocatedProblem, excerpt: Excerpt | undefined): string {
  const { file, line, column, path, message, rule, severity } = problem;
  const end = endColumnOf(excerpt);
  const properties = Object.entries({
    file,
    line,
    endLine: end === undefined ? undefined : line,
    col: column,
    endColumn: end,
    title: rule,
  }).filter(([, value]) => value !== undefined);
  const field = formatPath(path);
  const shown = properties.map(([name, value]) => `${name}=${escapedProperty(String(value))}`).join(",");
  return `::${severity} ${shown}::${escapedData(field === "" ? message : `${field}: ${message}`)}`;
}

const escapedData = (text: string): string => printable(text).replaceAll("%", "%25");

const escapedProperty = (text: string): string =>
  escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
