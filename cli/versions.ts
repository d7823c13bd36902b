import { addedFacts } from "../modules/cluster/added-facts";
import {
  daysBetween,
  type FactTable,
  type Platform,
  platformNames,
  supportEnds,
  tablesOf,
} from "../modules/fact-tables/tables";
import { isError } from "../modules/cluster/problem";
import { loadEnvironments, report } from "../modules/environment";
import { existsSync } from "node:fs";
import { type Call, defaultLocation } from "./call";
import { wrapped } from "../modules/cluster/wrapped";
import { table } from "./table";

/** `cdktf-clusters versions`. Returns the exit code. */
export function versions({ options, stdout, stderr }: Call): number {
  if (readAddedFacts(stderr)) return 1;
  const today = new Date().toISOString().slice(0, 10);
  const platform = options.get("platform") as Platform | undefined;
  const selected = platform === undefined ? platformNames : [platform];
  const ends = supportEnds(today).filter((end) => selected.includes(end.platform));
  const all = selected.map((name) => ({ platform: name, tables: tablesOf(name).map(aged) }));

  function aged(of: FactTable) {
    const { name, asOf, source, rows } = of;
    return { name, asOf, ageDays: daysBetween(asOf, today), source, rows };
  }

  if (options.get("format") === "json") {
    const platforms = Object.fromEntries(all.map(({ platform: name, tables }) => [name, { tables }]));
    const added = addedFacts().map(({ file, asOf, source, ...rows }) => ({
      file,
      asOf,
      ageDays: daysBetween(asOf, today),
      source,
      rows,
    }));
    stdout.write(`${JSON.stringify({ today, supportEnds: ends, platforms, added }, undefined, 2)}\n`);
    return 0;
  }

  const coming = ends.filter(({ daysLeft }) => daysLeft >= 0);
  const left = (column: number) => (column === 4 ? ("right" as const) : ("left" as const));
  stdout.write("Ends of support\n\n");
  stdout.write(
    table(
      [
        ["PLATFORM", "OF", "SUPPORT", "LAST DAY", "DAYS LEFT"],
        ...coming.map((end) => [end.platform, end.of, end.support, end.until, String(end.daysLeft)]),
      ],
      left,
    ),
  );
  const past = ends.length - coming.length;
  if (past > 0) stdout.write(`${past} more have passed: --format json has them.\n`);

  for (const { platform: name, tables } of all) {
    stdout.write(`\n${titles[name]}\n\n`);
    stdout.write(
      table(
        [
          ["TABLE", "ROWS", "AS OF", "AGE", "SOURCE"],
          ...tables.map(({ name: of, rows, asOf, ageDays, source }) => [
            of,
            String(Object.keys(rows).length),
            asOf,
            ageDays === 1 ? "1 day" : `${ageDays} days`,
            source,
          ]),
        ],
        (column) => (column === 1 || column === 3 ? "right" : "left"),
      ),
    );
    for (const { name: of, rows } of tables) stdout.write(rowsText(of, rows));
  }

  for (const { file, asOf, source } of addedFacts()) {
    stdout.write(`\n${file} adds facts, as of ${asOf}: ${source}\n`);
  }
  return 0;
}

const titles: Readonly<Record<Platform, string>> = { eks: "EKS", aks: "AKS", gke: "GKE", kubeadm: "Kubeadm" };

/** Reads the facts that a user adds. Other problems of environment files are not for this command. */
function readAddedFacts(stderr: Call["stderr"]): boolean {
  if (!existsSync(defaultLocation())) return false;
  const { problems, excerptOf } = loadEnvironments(defaultLocation());
  const found = problems.filter((problem) => isError(problem) && /(^|[\\/])facts\.ya?ml$/.test(problem.file));
  return report(found, stderr.raw, { display: stderr.display, excerptOf });
}

/** Values that are texts or short maps are a table; names of many rows are a list. */
function rowsText(name: string, rows: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(rows);
  const isMinors = entries.every(([key]) => /^1\.\d+$/.test(key));
  if (isMinors) {
    const maps = entries.map(([, row]) => row as Readonly<Record<string, unknown>>);
    const columns = [...new Set(maps.flatMap((row) => Object.keys(row)))].filter(
      (column) => column !== "source",
    );
    const cells = maps.map((row) => columns.map((column) => cellOf(row[column])));
    const lines = [
      ["MINOR", ...columns.map((column) => columnTitles[column] ?? column)],
      ...entries.map(([key], i) => [key, ...cells[i]]),
    ];
    return `\n${name}\n${indented(table(lines, () => "left"))}`;
  }
  const hasFamilies = name.startsWith("machine types");
  const families = [...new Set(entries.map(([key]) => (hasFamilies ? familyOf(key) : key)))];
  const what = hasFamilies ? `families of ${name}` : name;
  const texts = entries.length <= 12 ? entries.map(([key, row]) => `${key}${shortOf(row)}`) : families;
  return `\n${what}\n${wrapped(texts.join(entries.length <= 12 ? "; " : ", "), 104)
    .map((line) => `  ${line}\n`)
    .join("")}`;
}

const columnTitles: Readonly<Record<string, string>> = {
  standardSupportUntil: "STANDARD UNTIL",
  extendedSupportUntil: "EXTENDED UNTIL",
  longTermSupportUntil: "LONG-TERM UNTIL",
  patch: "PATCH",
  etcd: "ETCD",
  containerd: "CONTAINERD",
};

/** `m7i` of `m7i.large`; `Standard_D…s_v5` of a VM size. */
const familyOf = (type: string): string =>
  type.includes(".") ? type.split(".")[0] : type.replace(/^(Standard_[A-Z]+)\d+(-\d+)?/, "$1…");

function cellOf(value: unknown): string {
  if (value === undefined) return "-";
  if (typeof value !== "object" || value === null) return String(value);
  const { least, excluded } = value as { readonly least?: string; readonly excluded?: readonly string[] };
  return least === undefined
    ? JSON.stringify(value)
    : `>= ${least}${excluded ? `, not ${excluded.join(", ")}` : ""}`;
}

function shortOf(row: unknown): string {
  if (typeof row === "string") return `: ${row}`;
  if (Array.isArray(row)) {
    const versions = row.map((one: { readonly version?: string }) => one.version).filter(Boolean);
    return versions.length > 0 ? `: ${versions.join(", ")}` : "";
  }
  const { minimum, below } = row as { readonly minimum?: string; readonly below?: string };
  return minimum === undefined ? "" : `: ${minimum} to below ${below}`;
}

const indented = (text: string): string => text.replace(/^/gm, "  ").trimEnd() + "\n";
