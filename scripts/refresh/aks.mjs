// The tables of AKS, from the Azure CLI. It does not answer the end of support, so new minors are only named.
import { answerOf, itemsIn, listIn, numberIn, textIn } from "./answers.mjs";
import { familyTable, mergedFamilies, tableIn, withFact, withTable } from "./source.mjs";

const versionsFile = "modules/aks/versions.ts";
const typesFile = "modules/azure/machine-types.ts";
const tableFile = "modules/azure/machine-type-table.json";
const regionsFile = "modules/azure/regions.ts";

/** The changed files, and what a person has to add. */
export function refreshAks(read, { from, asOf }) {
  const az = (file, ...args) => answerOf(file, ["az", ...args, "--output", "json"], from);
  const offered = az("get-versions.json", "aks", "get-versions", "--location", "westeurope");
  const skus = az("list-skus.json", "vm", "list-skus", "--resource-type", "virtualMachines", "--all");
  const locations = az("list-locations.json", "account", "list-locations");

  const known = tableIn(
    read(versionsFile),
    "export const kubernetesVersions = {",
    "} as const satisfies",
  ).value;
  const families = mergedFamilies(JSON.parse(read(tableFile)), familiesOf(skus));
  const names = Object.keys(families).sort((a, b) => a.localeCompare(b));
  return {
    files: {
      [tableFile]: familyTable(families)(names),
      [typesFile]: withFact(read(typesFile), "machineTypesFact", {
        asOf,
        source: "https://learn.microsoft.com/cli/azure/vm#az-vm-list-skus",
      }),
      [regionsFile]: regionsText(read(regionsFile), locations, asOf),
    },
    notes: minorsOf(offered)
      .filter((minor) => !Object.hasOwn(known, minor))
      .map(
        (minor) =>
          `AKS offers Kubernetes ${minor}; az does not answer the end of its support: add it to ${versionsFile} from ` +
          "https://learn.microsoft.com/azure/aks/supported-kubernetes-versions",
      ),
  };
}

function minorsOf({ value, source }) {
  const rows = listIn(value?.values, "values", source);
  return rows
    .map((row, i) => [row, textIn(row?.version, /^1\.\d+$/, `values[${i}].version`, source)])
    .filter(([{ isPreview }]) => isPreview !== true)
    .map(([, minor]) => minor)
    .sort();
}

/** Sizes by family. "Promo" sizes are other sizes with a different price. */
function familiesOf({ value, source }) {
  const families = {};
  for (const [i, sku] of listIn(value, "the answer", source).entries()) {
    const name = textIn(sku?.name, /^\S+$/, `[${i}].name`, source);
    if (!name.startsWith("Standard_") || name.endsWith("_Promo")) continue;
    const family = textIn(sku.family, /^\S.*$/, `[${i}].family`, source);
    const capabilities = itemsIn(sku.capabilities, `the capabilities of ${name}`, source);
    const capability = (of) => capabilities.find((one) => one?.name === of)?.value;
    const numbers = [
      numberIn(capability("vCPUs"), `the capability vCPUs of ${name}`, source),
      numberIn(capability("MemoryGB"), `the capability MemoryGB of ${name}`, source),
    ];
    const gpus = Number(capability("GPUs") ?? 0);
    const known = (families[family] ??= {
      architecture: capability("CpuArchitectureType") === "Arm64" ? "arm64" : "x86_64",
      sizes: {},
    });
    known.sizes[name.slice("Standard_".length)] = gpus > 0 ? [...numbers, gpus] : numbers;
  }
  return families;
}

/** The regions of the public cloud. A region can get zones, and none is removed. */
function regionsText(text, { value, source }, asOf) {
  const table = tableIn(text, "public: {", "  },");
  const { zoned, plain } = table.value;
  const all = new Map([...plain.map((name) => [name, false]), ...zoned.map((name) => [name, true])]);
  for (const [i, row] of listIn(value, "the answer", source).entries()) {
    const name = textIn(row?.name, /^[a-z][a-z0-9]*$/, `[${i}].name`, source);
    if (row.metadata?.regionType !== "Physical" || /(stg|stage|euap)$/.test(name)) continue;
    const zones = itemsIn(row.availabilityZoneMappings, `[${i}].availabilityZoneMappings`, source);
    all.set(name, all.get(name) === true || zones.length > 0);
  }
  const names = (wanted) =>
    [...all]
      .filter(([, has]) => has === wanted)
      .map(([name]) => name)
      .sort();
  const literal = `{ zoned: ${JSON.stringify(names(true))}, plain: ${JSON.stringify(names(false))} }`;
  return withFact(withTable(text, table, literal), "regionsFact", {
    asOf,
    source: "https://learn.microsoft.com/cli/azure/account#az-account-list-locations",
  });
}
