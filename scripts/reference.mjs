/**
 * Writes `docs/reference/`, one page for each first-level field, from the schema and the field tables of the platforms: `npm run reference`.
 * A table has values, defaults, the effect of a change and the support of each platform. Longer texts are below it. With `--check` it writes
 * nothing and fails if a committed page is stale.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { printError } from "./printable.js";

const folder = "docs/reference";

/** The longest text of a cell. Longer ones are below the table. */
const longest = 60;

const { fieldsOf, platformNames } = loadModel();
const nameOf = { eks: "EKS", aks: "AKS", gke: "GKE", kubeadm: "kubeadm", environment: "file" };

/** The model of the command `fields`: the same texts in the terminal and on the pages. */
function loadModel() {
  const outfile = join(process.cwd(), "node_modules/.cache/cdktf-clusters/field-model.cjs");
  buildSync({
    entryPoints: ["cli/field-model.ts"],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "cjs",
    logLevel: "error",
  });
  return createRequire(pathToFileURL(outfile))(outfile);
}

/** The fields of some owners by path: a map of each owner's field. Values of maps without fields have no entry. */
function byPath(owners) {
  const all = new Map();
  for (const owner of owners) {
    for (const [path, info] of fieldsOf(owner)) {
      if (!path.endsWith(".*")) all.set(path, new Map([...(all.get(path) ?? []), [owner, info]]));
    }
  }
  return all;
}

const changes = {
  "in-place": "in place",
  rolling: "rolling update",
  replace: "replaces",
  refused: "refused",
  none: "none",
};

const isSupported = ({ row }) => row?.refused === undefined;
const supporting = (entry) => [...entry].filter(([, info]) => isSupported(info));

const valuesOf = ({ type, row }) => {
  const named =
    /^one of (.*)$/.exec(type)?.[1].split(", ") ?? row?.values?.map((value) => JSON.stringify(value));
  return named === undefined ? type : named.map((value) => `\`${value}\``).join(", ");
};
const defaultOf = ({ isRequired, default: value }) =>
  isRequired ? "required" : value === undefined ? "" : `\`${JSON.stringify(value)}\``;
const changeOf = ({ row }) => changes[row?.change] ?? "";

/** The texts of an entry, each with the owners that have it. */
function groups(entry, textOf) {
  const found = new Map();
  for (const [owner, info] of supporting(entry)) {
    const text = textOf(info);
    found.set(text, [...(found.get(text) ?? []), nameOf[owner]]);
  }
  return [...found].map(([text, names]) => ({ text, names: names.join(", ") }));
}

/** One text if it is the same on all platforms, otherwise one line for each. */
function cell(entry, textOf) {
  const all = groups(entry, textOf);
  if (all.some(({ text }) => text.length > longest)) return "see below";
  return all.length === 1
    ? all[0].text
    : all.map(({ text, names }) => `${names}: ${text === "" ? "none" : text}`).join("<br>");
}

/** Text of a description in Markdown that is also shown by Vue. */
const escaped = (text) =>
  text
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replaceAll("<", "&lt;").replaceAll("{{", "&#123;&#123;")))
    .join("");

function table(rows, owners) {
  const columns = owners.length > 1 ? owners.map((owner) => nameOf[owner]) : [];
  const hasChange = !owners.includes("environment");
  const head = ["field", "values", "default", ...(hasChange ? ["change"] : []), ...columns];
  const support = (entry, owner) => {
    const info = entry.get(owner);
    return info === undefined ? "" : isSupported(info) ? "yes" : "refused";
  };
  const lines = rows.map(([path, entry]) => [
    `\`${path}\``,
    cell(entry, valuesOf),
    cell(entry, defaultOf),
    ...(hasChange ? [cell(entry, changeOf)] : []),
    ...(columns.length > 0 ? owners.map((owner) => support(entry, owner)) : []),
  ]);
  return [head, head.map(() => "---"), ...lines]
    .map((cells) => `| ${cells.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");
}

/** The heading and the texts of a field. */
function fieldText([path, entry], owners) {
  const descriptions = groups(entry, ({ description }) => description);
  const named = (names) => (owners.length > 1 ? `${names}: ` : "");
  const isLong = (textOf) => groups(entry, textOf).some(({ text }) => text.length > longest);
  const items = [
    ...[
      ["Values", valuesOf],
      ["Default", defaultOf],
    ]
      .filter(([, textOf]) => isLong(textOf))
      .flatMap(([title, textOf]) =>
        groups(entry, textOf).map(({ text, names }) => `${title} (${names}): ${text === "" ? "none" : text}`),
      ),
    ...supporting(entry).flatMap(([owner, { row }]) => [
      ...(row?.note === undefined
        ? []
        : [`Change on ${nameOf[owner]}: ${row.change === "replace" ? `replaces ${row.note}` : row.note}`]),
      ...(row?.checksOnly === undefined
        ? []
        : [`Only checks read it on ${nameOf[owner]}: ${row.checksOnly}`]),
      ...(row?.since === undefined ? [] : [`Since ${row.since} on ${nameOf[owner]}`]),
    ]),
    ...[...entry]
      .filter(([, info]) => !isSupported(info))
      .map(([owner, { row }]) => `Not supported on ${nameOf[owner]}: ${row.refused}`),
  ];
  const isSame = descriptions.length === 1 && supporting(entry).length === owners.length;
  const texts = descriptions
    .filter(({ text }) => text !== "")
    .map(({ text, names }) => (isSame ? "" : named(names)) + escaped(text.replace(/ {2,}/g, " ")));
  return [
    `### \`${path}\``,
    ...texts,
    ...(items.length > 0 ? [items.map((item) => `- ${escaped(item)}`).join("\n")] : []),
  ].join("\n\n");
}

const firstOf = (path) => path.split(/[.[(]/)[0];

/** A page of each first-level field, by the name of the file. */
function pagesOf(owners, fileOf) {
  const all = byPath(owners);
  const sections = [...new Set([...all.keys()].map(firstOf))];
  return sections.map((section) => {
    const rows = [...all].filter(([path]) => firstOf(path) === section);
    // Fields of one platform under its own name have no columns of support.
    const used = owners.filter((owner) => rows.some(([, entry]) => entry.has(owner)));
    const where = owners.includes("environment") ? "Field of an environment file." : "Field of a cluster.";
    const text = [
      `# ${section}${owners.includes("environment") ? " (environment file)" : ""}`,
      `<!-- Generated by npm run reference: do not edit. -->`,
      `${where} The columns are explained in [the overview](README.md).`,
      table(rows, used),
      "## Descriptions",
      ...rows.map((row) => fieldText(row, used)),
    ].join("\n\n");
    return { name: fileOf(section), section, owners: used, text: `${text}\n` };
  });
}

const clusterPages = pagesOf(platformNames, (section) => `${section}.md`);
const filePages = pagesOf(["environment"], (section) => `file-${section}.md`).filter(
  ({ section }) => section !== "clusters",
);

const list = (pages) =>
  pages
    .map(({ name, section, owners }) => {
      const support = owners.includes("environment")
        ? ""
        : ` | ${owners.map((owner) => nameOf[owner]).join(", ")}`;
      return `| [\`${section}\`](${name})${support} |`;
    })
    .join("\n");

const overview = `# Reference

<!-- Generated by npm run reference: do not edit. -->

Every field of an environment file and of a cluster, from the types and the field tables. The fields of clusters are also the props of the
constructs. \`npx cdktf-clusters fields FIELD\` shows the same texts in the terminal, and editors show them from the schema.

| column        | content                                                                                    |
| ------------- | ------------------------------------------------------------------------------------------ |
| field         | \`[]\` is each item of a list, \`.*\` each value of a map, \`egress(nat-gateway)\` the kind \`nat-gateway\` |
| values        | the type, or the accepted values; rules check further limits                               |
| default       | the value of the omitted field. Empty: there is none, and the description states what happens |
| change        | what a change of the value does to a running cluster: [concepts](../concepts.md#what-a-change-does) |
| EKS, AKS, GKE | \`yes\`; \`refused\`: a check reports the reason; empty: the platform has no such field      |

## Fields of a cluster

| field | platforms |
| --- | --- |
${list(clusterPages)}

## Fields of an environment file

\`clusters\` is the list of clusters, with the fields above.

| field |
| --- |
${list(filePages)}
`;

const pages = new Map([
  ["README.md", overview],
  ...[...clusterPages, ...filePages].map(({ name, text }) => [name, text]),
]);

mkdirSync(folder, { recursive: true });
const surplus = readdirSync(folder).filter((name) => !pages.has(name));
if (!process.argv.includes("--check")) {
  for (const name of surplus) rmSync(join(folder, name));
  for (const [name, text] of pages) writeFileSync(join(folder, name), text);
} else {
  const present = readdirSync(folder);
  const stale = [...pages].filter(
    ([name, text]) => !present.includes(name) || readFileSync(join(folder, name), "utf8") !== text,
  );
  const wrong = [...stale.map(([name]) => name), ...surplus];
  if (wrong.length > 0) {
    printError(`stale in ${folder}: ${wrong.join(", ")}: run "npm run reference" and commit it`);
    process.exitCode = 1;
  }
}
