import { changeText } from "../modules/cluster/change-text";
import { nearest } from "../modules/cluster/nearest";
import { InputError } from "../modules/cluster/problem";
import { wrapped, wrappedLine } from "../modules/cluster/wrapped";
import type { Call } from "./call";
import { type FieldInfo, fieldsOf, type Owner, plainPath, platformNames, summaryOf } from "./field-model";

const owners: readonly Owner[] = [...platformNames, "environment"];

/** A field, and the platforms (or the environment) that have it. */
type Entry = readonly [owner: Owner, info: FieldInfo][];

/** `cdktf-clusters fields`. Returns the exit code. */
export function fields({ operands: [name], options, stdout }: Call): number {
  const platform = options.get("platform");
  const selected = platform === undefined ? owners : owners.filter((owner) => owner === platform);
  const tables = selected.map((owner): [Owner, ReadonlyMap<string, FieldInfo>] => [owner, fieldsOf(owner)]);
  const { width } = stdout.display;
  stdout.write(
    name === undefined
      ? listOf(tables, width)
      : entriesOf(name, tables)
          .map((entry) => pageOf(entry, width))
          .join("\n"),
  );
  return 0;
}

type Tables = readonly (readonly [Owner, ReadonlyMap<string, FieldInfo>])[];

/** All fields by path, with their owners. */
function byPath(tables: Tables): Map<string, [Owner, FieldInfo][]> {
  const all = new Map<string, [Owner, FieldInfo][]>();
  for (const [owner, infos] of tables) {
    for (const [path, info] of infos) all.set(path, [...(all.get(path) ?? []), [owner, info]]);
  }
  return all;
}

const namesOf = (some: readonly Owner[]) =>
  some.map((owner) => (owner === "environment" ? "file" : owner)).join(", ");

/** The fields of the first level, with the text of each platform. */
function listOf(tables: Tables, width: number): string {
  const rows = (isEnvironment: boolean) =>
    [...byPath(tables.filter(([owner]) => (owner === "environment") === isEnvironment))].filter(
      ([path]) => !/[.[(]/.test(path),
    );
  const [around, inside] = [rows(true), rows(false)].map((all) => listing(all, width));
  return [
    around === "" ? "" : `Fields of an environment file:\n\n${around}`,
    inside === "" ? "" : `Fields of a cluster:\n\n${inside}`,
    '"cdktf-clusters fields FIELD" prints a field, such as nodeGroups or nodeGroups.size.\n',
  ]
    .filter((text) => text !== "")
    .join("\n");
}

/**
 * Fields with the first sentence of each platform. Platforms with the same text share a line.
 *
 * @param width - characters of a line
 */
function listing(fields: readonly (readonly [path: string, entry: Entry])[], width: number): string {
  const rows = fields.flatMap(([path, entry]) => {
    const shown = supportedOf(entry);
    return perOwner(shown, summaryOf).map(([names, text], i) => [i === 0 ? path : "", names, text] as const);
  });
  const isOfPlatforms = rows.some(([, names]) => names !== namesOf(["environment"]));
  const [first, second] = [0, 1].map((column) => Math.max(0, ...rows.map((cells) => cells[column].length)));
  const lines = rows.flatMap(([path, names, text]) =>
    wrappedLine(
      `${path.padEnd(first)}  ${isOfPlatforms ? `${names.padEnd(second)}  ` : ""}`,
      text,
      Math.max(width, narrowest),
    ),
  );
  return lines.map((line) => `${line}\n`).join("");
}

/** Smallest width of a list: a narrower terminal breaks its lines itself. */
const narrowest = 80;

/** The platforms that support a field, or all if none does. */
function supportedOf(entry: Entry): Entry {
  const supported = entry.filter(([, { row }]) => row?.refused === undefined);
  return supported.length > 0 ? supported : entry;
}

/** The fields that a name means. Members of a union have one page each. */
function entriesOf(name: string, tables: Tables): Entry[] {
  const all = byPath(tables);
  const wanted = plainPath(name);
  const isSame = (path: string) => path === name || plainPath(path) === wanted;
  const found = [...all].filter(([path]) => isSame(path)).map(([, entry]) => entry);
  if (found.length > 0) return found;

  const known = [...new Set([...all.keys()].map(plainPath))];
  const places = known.filter((path) => path.endsWith(`.${wanted}`));
  const meant = places.length > 0 ? places : [nearestOf(wanted, known)].flatMap((path) => path ?? []);
  throw new InputError(
    `unknown field ${JSON.stringify(name)}` +
      (meant.length === 0
        ? '; "cdktf-clusters fields" lists the fields'
        : `; did you mean ${meant
            .slice(0, 5)
            .map((path) => JSON.stringify(path))
            .join(" or ")}?`),
  );
}

/** The nearest field next to the right ones, or else anywhere. */
function nearestOf(wanted: string, known: readonly string[]): string | undefined {
  const steps = wanted.split(".");
  for (let i = 0; i < steps.length; i++) {
    const parent = steps.slice(0, i).join(".");
    const prefix = parent === "" ? "" : `${parent}.`;
    const siblings = known
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length).split(".")[0]);
    if (siblings.includes(steps[i])) continue;
    const meant = nearest(steps[i], siblings);
    if (meant === undefined) break;
    const corrected = [...steps.slice(0, i), meant, ...steps.slice(i + 1)].join(".");
    return known.includes(corrected) || i === steps.length - 1 ? corrected : nearestOf(corrected, known);
  }
  return nearest(wanted, known);
}

// --- One field --------------------------------------------------------------------------------------------------

const changes: Readonly<Record<string, string>> = {
  "in-place": "in place",
  rolling: "rolling update of nodes",
  refused: "refused: would replace the cluster or lose data",
  none: "none: only checks read the field",
};

/** The properties of a field, in lines: one if it is the same on all platforms. */
const properties: readonly (readonly [title: string, of: (info: FieldInfo) => string])[] = [
  ["type", ({ type }) => type],
  [
    "default",
    ({ isRequired, default: value }) =>
      isRequired ? "required" : value === undefined ? "no default" : JSON.stringify(value),
  ],
  [
    "values",
    ({ type, row }) =>
      row?.values && !type.startsWith("one of") && !type.startsWith("true")
        ? row.values.map((value) => JSON.stringify(value)).join(", ")
        : "",
  ],
  [
    "value",
    ({ row }) =>
      row === undefined
        ? ""
        : row.literal === undefined
          ? "literal or reference (${var.NAME})"
          : row.literal === "value"
            ? "literal"
            : "literal list or map; its values may be references",
  ],
  ["change", ({ row }) => (row?.change === undefined ? "" : changeText(changes, row.change, row.note))],
  ["since", ({ row }) => row?.since ?? ""],
];

function pageOf(entry: Entry, width: number): string {
  const refused = entry.filter(([, { row }]) => row?.refused !== undefined);
  const shown = supportedOf(entry);
  const [, { path }] = entry[0];
  const lines = [
    `${path} (${namesOf(shown.map(([owner]) => owner))})`,
    "",
    ...perOwner(shown, ({ description }) => description).flatMap(([names, text], _, all) => [
      ...(all.length > 1 ? [`  ${names}:`] : []),
      ...paragraphs(text),
      "",
    ]),
    ...properties.flatMap(([title, of]) => propertyLines(title, perOwner(shown, of))),
    ...refused.map(([owner, { row }]) => `  ${"not on".padEnd(10)}${owner}: ${row!.refused}`),
    ...membersOf(path, shown, width),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

/** The texts, each with the owners that have it. */
function perOwner(entry: Entry, of: (info: FieldInfo) => string): [names: string, text: string][] {
  const groups = new Map<string, Owner[]>();
  for (const [owner, info] of entry) groups.set(of(info), [...(groups.get(of(info)) ?? []), owner]);
  return [...groups].map(([text, some]) => [namesOf(some), text]);
}

function propertyLines(title: string, groups: readonly (readonly [string, string])[]): string[] {
  const texts = groups.filter(([, text]) => text !== "");
  return texts.flatMap(([names, text], i) =>
    wrapped(groups.length > 1 ? `${names}: ${text}` : text, 96).map(
      (line, j) => `  ${(i === 0 && j === 0 ? title : "").padEnd(10)}${line}`,
    ),
  );
}

function paragraphs(text: string): string[] {
  return text
    .split("\n")
    .flatMap((line) =>
      line === "" ? [""] : wrapped(line.replace(/ {2,}/g, " "), 106).map((part) => `  ${part}`),
    );
}

/** The fields below a field, with the text of each platform. */
function membersOf(path: string, entry: Entry, width: number): string[] {
  const below = byPath(entry.map(([owner]) => [owner, fieldsOf(owner)]));
  const members = [...below]
    .filter(([at]) => at.startsWith(path) && /^(\[\]|\.\*|\([^)]*\))*\.[^.[(*]+$/.test(at.slice(path.length)))
    .map(([at, infos]) => [at.slice(path.length), infos] as const);
  if (members.length === 0) return [];
  const lines = listing(members, width - 4)
    .trimEnd()
    .split("\n");
  return ["", "  fields", ...lines.map((line) => `    ${line}`)];
}
