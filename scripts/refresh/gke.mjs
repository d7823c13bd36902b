// The tables of GKE, from the gcloud CLI. It does not answer the end of support nor the features of machine families, so new ones are only named.
import { answerOf, itemsIn, listIn, textIn } from "./answers.mjs";
import { tableIn, withFact, withTable } from "./source.mjs";

const versionsFile = "modules/gke/versions.ts";
const familiesFile = "modules/google/machine-types.ts";
const regionsFile = "modules/google/regions.ts";

/** The changed files, and what a person has to add. */
export function refreshGke(read, { from, asOf }) {
  const gcloud = (file, ...args) => answerOf(file, ["gcloud", ...args, "--format", "json"], from);
  const config = gcloud(
    "get-server-config.json",
    "container",
    "get-server-config",
    "--location",
    "us-central1",
  );
  const types = gcloud("machine-types.json", "compute", "machine-types", "list");
  const regions = gcloud("regions.json", "compute", "regions", "list");

  const known = tableIn(
    read(versionsFile),
    "export const kubernetesVersions = {",
    "} as const satisfies",
  ).value;
  const familiesText = read(familiesFile);
  const isKnownFamily = (name) => familiesText.includes(`\n  ${name}: {`);
  return {
    files: { [regionsFile]: regionsText(read(regionsFile), regions, asOf) },
    notes: [
      ...minorsOf(config)
        .filter((minor) => !Object.hasOwn(known, minor))
        .map(
          (minor) =>
            `GKE offers Kubernetes ${minor}; gcloud does not answer the end of its support: add it to ${versionsFile} from ` +
            "https://cloud.google.com/kubernetes-engine/docs/release-schedule",
        ),
      ...familiesOf(types)
        .filter((name) => !isKnownFamily(name))
        .map(
          (name) =>
            `Compute Engine has the machine family ${name}; gcloud does not answer its disks: add it to ${familiesFile} from ` +
            "https://cloud.google.com/compute/docs/machine-resource",
        ),
    ],
  };
}

function minorsOf({ value, source }) {
  const versions = listIn(value?.validMasterVersions, "validMasterVersions", source);
  const minors = versions.map((version, i) =>
    textIn(version, /^1\.\d+\.\d+-gke\.\d+$/, `validMasterVersions[${i}]`, source)
      .split(".")
      .slice(0, 2)
      .join("."),
  );
  return [...new Set(minors)].sort();
}

function familiesOf({ value, source }) {
  const names = listIn(value, "the answer", source).map(
    (row, i) => textIn(row?.name, /^[a-z]+\d+[a-z]*-/, `[${i}].name`, source).split("-")[0],
  );
  return [...new Set(names)].sort();
}

/** Letters of new zones are added at the end: a number of zones selects the first ones, so that clusters keep theirs. */
function regionsText(text, { value, source }, asOf) {
  const table = tableIn(text, "const regions: Readonly<Record<string, string | undefined>> = {", "};");
  const letters = new Map(Object.entries(table.value).map(([name, known]) => [name, known ?? "abc"]));
  for (const [i, row] of listIn(value, "the answer", source).entries()) {
    const name = textIn(row?.name, /^[a-z]+(-[a-z]+)+\d+$/, `[${i}].name`, source);
    const answered = itemsIn(row.zones, `[${i}].zones`, source)
      .map((zone, j) =>
        textIn(zone, /-[a-z0-9]+$/, `[${i}].zones[${j}]`, source)
          .split("-")
          .at(-1),
      )
      .filter((letter) => /^[a-z]$/.test(letter))
      .sort();
    const all = [...new Set([...(letters.get(name) ?? ""), ...answered])].join("");
    // A region that is not open yet has no zones.
    if (all !== "") letters.set(name, all);
  }
  const body = [...letters].sort(([a], [b]) => (a < b ? -1 : 1));
  const literal = `{${body.map(([name, all]) => `"${name}": ${all === "abc" ? "undefined" : JSON.stringify(all)}`).join(",")}}`;
  return withFact(withTable(text, table, literal), "regionsFact", {
    asOf,
    source: "https://cloud.google.com/sdk/gcloud/reference/compute/regions/list",
  });
}
