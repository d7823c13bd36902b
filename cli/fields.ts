import { nearest } from "../modules/cluster/nearest";
import { InputError } from "../modules/cluster/problem";
import type { Call } from "./call";
import { type FieldInfo, fieldsOf, firstSentence, type Owner, plainPath, platformNames } from "./field-model";
import { wrapped } from "./help";
import { table } from "./table";

const owners: readonly Owner[] = [...platformNames, "environment"];

/** A field, and the platforms (or the environment) that have it. */
type Entry = readonly [owner: Owner, info: FieldInfo][];

/** `cdktf-clusters fields`. Returns the exit code. */
export function fields({ operands: [name], options, stdout }: Call): number {
  const platform = options.get("platform");
  const selected = platform === undefined ? owners : owners.filter((owner) => owner === platform);
  const tables = selected.map((owner): [Owner, ReadonlyMap<string, FieldInfo>] => [owner, fieldsOf(owner)]);
  stdout.write(name === undefined ? listOf(tables) : entriesOf(name, tables).map(pageOf).join("\n"));
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

/** The fields of the first level, one line each. */
function listOf(tables: Tables): string {
  const rows = (isEnvironment: boolean) =>
    [...byPath(tables.filter(([owner]) => (owner === "environment") === isEnvironment))]
      .filter(([path]) => !/[.[(]/.test(path))
      .map(([path, entry]) => [
        path,
        namesOf(supporting(entry)),
        shortened(firstSentence(entry[0][1].description)),
      ]);
  const left = () => "left" as const;
  const [around, inside] = [rows(true), rows(false)];
  return [
    around.length > 0
      ? `Fields of an environment file:\n\n${table(
          around.map(([path, , text]) => [path, text]),
          left,
        )}`
      : "",
    inside.length > 0 ? `Fields of a cluster:\n\n${table(inside, left)}` : "",
    '"cdktf-clusters fields FIELD" prints a field, such as nodeGroups or nodeGroups.size.\n',
  ]
    .filter((text) => text !== "")
    .join("\n");
}

const supporting = (entry: Entry): Owner[] =>
  entry.filter(([, { row }]) => row?.refused === undefined).map(([owner]) => owner);

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
  replace: "replaces the resource",
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
  [
    "change",
    ({ row }) => (row?.change === undefined ? "" : changes[row.change] + (row.note ? `; ${row.note}` : "")),
  ],
  ["since", ({ row }) => row?.since ?? ""],
];

function pageOf(entry: Entry): string {
  const supported = entry.filter(([, { row }]) => row?.refused === undefined);
  const refused = entry.filter(([, { row }]) => row?.refused !== undefined);
  const shown = supported.length > 0 ? supported : entry;
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
    ...membersOf(path, shown),
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

const shortened = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);

/** The fields below a field, one line each. */
function membersOf(path: string, entry: Entry): string[] {
  const below = new Map<string, string>();
  for (const [owner] of entry) {
    for (const [at, info] of fieldsOf(owner)) {
      const rest = at.startsWith(path) ? at.slice(path.length) : "";
      if (/^(\[\]|\.\*|\([^)]*\))*\.[^.[(*]+$/.test(rest) && !below.has(at))
        below.set(at, firstSentence(info.description));
    }
  }
  if (below.size === 0) return [];
  const rows = [...below].map(([at, text]) => [at.slice(path.length), shortened(text)]);
  return [
    "",
    "  fields",
    ...table(rows, () => "left")
      .trimEnd()
      .split("\n")
      .map((line) => `    ${line}`),
  ];
}
