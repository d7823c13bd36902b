import { symlinkSync, writeFileSync } from "node:fs";
import Ajv from "ajv";
import { parse } from "yaml";
import * as aks from "../../modules/aks/versions";
import { regionNamed } from "../../modules/azure/regions";
import * as azure from "../../modules/azure/machine-types";
import {
  architectureByName,
  hasLocalDisks,
  instanceType,
  instanceTypes,
  localDisksByName,
  typesNamed,
} from "../../modules/aws/machine-types";
import { defaultZones as awsZones } from "../../modules/aws/regions";
import { setAddedFacts } from "../../modules/cluster/added-facts";
import * as eks from "../../modules/eks/versions";
import { formatProblem, loadEnvironments } from "../../modules/environment";
import { factsFile } from "../../modules/environment/facts-format";
import { diskTypeOf } from "../../modules/google/machine-types";
import { defaultZones as googleZones } from "../../modules/google/regions";
import * as gke from "../../modules/gke/versions";
import { useEmptyDirectory } from "./directory";

useEmptyDirectory();
afterAll(() => setAddedFacts([]));

const { vmSize, vmSizeNames } = azure;

const head = "asOf: 2026-01-15\nsource: https://example.com/facts\n";

const added = `${head}eks:
  kubernetesVersions:
    "1.37": { addOns: { coredns: v1.15.0-eksbuild.1, snapshot-controller: v9.0.0-eksbuild.1 } }
    "1.38":
      standardSupportUntil: 2028-03-01
      extendedSupportUntil: 2029-03-01
      addOns:
        vpc-cni: v1.24.0-eksbuild.1
        kube-proxy: v1.38.0-eksbuild.1
        coredns: v1.15.0-eksbuild.1
        eks-pod-identity-agent: v1.4.0-eksbuild.1
        aws-ebs-csi-driver: v1.70.0-eksbuild.1
      images: { al2023: 1.38.1-20270110 }
  regions:
    eu-west-4: { zones: [a, c, d] }
  machineTypes:
    m99gd.large: { architecture: arm64, vcpus: 2, memoryGiB: 8, interfaces: 3, addressesPerInterface: 10, localDisks: true }
aks:
  kubernetesVersions:
    "1.38": { standardSupportUntil: 2028-03-31, longTermSupportUntil: 2029-03-31 }
  regions:
    saudiarabiaeast: { hasZones: false }
  machineTypes:
    Standard_D4ds_v9: { family: standardDDSv9Family, architecture: x86_64, vcpus: 4, memoryGiB: 16 }
gke:
  kubernetesVersions:
    "1.37": { standardSupportUntil: 2027-11-30, extendedSupportUntil: 2028-10-31 }
  regions:
    europe-west13: { zones: [b, d] }
  machineFamilies:
    n9: { architecture: arm64, bootDisks: [hyperdisk-balanced], localSsd: none }
`;

const cluster = `clusters:
  - platform: eks
    name: main
    region: eu-west-4
    kubernetesVersion: "1.38"
    access: { privateFrom: [10.1.0.0/16], admins: ["arn:aws:iam::111122223333:role/admin"] }
    nodeGroups:
      - { name: workers, machineTypes: [m99gd.large], size: { min: 3, max: 6 } }
`;

/** Whether the schema for editors accepts a text. */
const validator = new Ajv({ strict: false }).compile(factsFile.schema);
const isAccepted = (text: string): boolean => validator(parse(text));

/** The problems of a file of facts with this text, next to an environment. */
function problemsOf(facts: string): string[] {
  writeFileSync("dev.yaml", cluster);
  writeFileSync("facts.yaml", facts);
  return loadEnvironments(".").problems.map((problem) => formatProblem(problem));
}

test("added rows are known like those of the tables", () => {
  expect(problemsOf(added)).toEqual([]);
  expect(isAccepted(added)).toBe(true);
  const today = new Date("2028-03-02");
  expect([eks, aks, gke].map(({ knownMinors }) => knownMinors().at(-1))).toEqual(["1.38", "1.38", "1.37"]);
  expect(eks.supportStatus("1.38", today)).toBe("extended");
  expect(aks.supportStatus("1.38", today)).toBe("standard");
  expect(gke.supportStatus("1.37", today)).toBe("extended");
  expect(awsZones("eu-west-4", 2)).toEqual(["eu-west-4a", "eu-west-4c"]);
  expect(googleZones("europe-west13", 2)).toEqual(["europe-west13-b", "europe-west13-d"]);
  expect(regionNamed("saudiarabiaeast")).toEqual({ cloud: "public", hasZones: false });
  expect(instanceType("m99gd.large")).toMatchObject({ architecture: "arm64", vcpus: 2, maxInterfaces: 3 });
  expect(typesNamed("m99gd.*")).toEqual(["m99gd.large"]);
  expect(hasLocalDisks("m99gd.large")).toBe(true);
  expect(vmSize("Standard_D4ds_v9")).toMatchObject({ family: "standardDDSv9Family", memoryGiB: 16 });
  expect(diskTypeOf("n9-standard-4")).toBe("hyperdisk-balanced");
});

test("facts of a known minor are added to it", () => {
  problemsOf(added);
  const { standardSupportUntil, images } = eks.kubernetesVersions["1.37"];
  expect(eks.kubernetesVersion("1.37")).toMatchObject({ standardSupportUntil, images });
  expect(eks.pinnedAddOn("coredns", "1.37")).toBe("v1.15.0-eksbuild.1");
  expect(eks.pinnedAddOn("snapshot-controller", "1.37")).toBe("v9.0.0-eksbuild.1");
  expect(eks.pinnedAddOn("snapshot-controller", "1.35")).toBe(
    eks.optionalAddOns["snapshot-controller"].version,
  );
});

test("without the file, and for another directory, nothing is added", () => {
  problemsOf(added);
  writeFileSync("other.yaml", cluster);
  expect(loadEnvironments("dev.yaml").problems).toEqual([]);
  expect(eks.knownMinors().at(-1)).toBe("1.38");
  loadEnvironments("elsewhere/dev.yaml");
  expect(eks.knownMinors().at(-1)).toBe("1.37");
  expect(instanceType("m99gd.large")).toBeUndefined();
  expect(awsZones("eu-west-4", 2)).toBeUndefined();
  expect(eks.pinnedAddOn("coredns", "1.37")).toBeUndefined();
});

const row = (platform: string, table: string, text: string) =>
  `${head}${platform}:\n  ${table}:\n    ${text}\n`;

const awsType = (name: string) =>
  `${name}: { architecture: x86_64, vcpus: 2, memoryGiB: 8, interfaces: 3, addressesPerInterface: 10 }`;
const azureSize = (name: string, vcpus: number) =>
  `${name}: { architecture: x86_64, vcpus: ${vcpus}, memoryGiB: 16, family: a }`;

test.each([
  ["no date", "source: https://example.com/\n", '1:1: missing field "asOf" [structure/missing-field]'],
  ["no source", "asOf: 2026-01-15\n", '1:1: missing field "source" [structure/missing-field]'],
  [
    "a source that is no URL",
    "asOf: 2026-01-15\nsource: the web\n",
    '2:9 source: must be a URL, got "the web" [structure/types]',
  ],
  [
    "a day that does not exist",
    head.replace("01-15", "02-29"),
    /^1:7 asOf: must be a date such as "2027-03-31", got/,
  ],
  [
    "a date in the future",
    head.replace("2026-01-15", "2126-01-15"),
    /^1:7 asOf: must be the date of the source, today \(20\d\d-\d\d-\d\d\) or earlier, got 2126-01-15 \[facts\/date-passed\]/,
  ],
  ["a misspelt platform", `${head}gkee: {}\n`, /^3:1 gkee: unknown field "gkee"; did you mean "gke"\?/],
  [
    "a misspelt table",
    `${head}eks: { region: {} }\n`,
    /^3:8 eks.region: unknown field "region"; did you mean "regions"\?/,
  ],
  ["a platform that is no map", `${head}eks: 3\n`, /^3:6 eks: must be a map, got the number 3/],
  [
    "a minor of another form",
    row("eks", "kubernetesVersions", '"1.38.2": {}'),
    /^5:5 eks.kubernetesVersions\["1.38.2"\]: must be a name such as "1.38", got "1.38.2"/,
  ],
  [
    "a minor without quotes",
    row("eks", "kubernetesVersions", "1.38: {}"),
    /a field's name must be a string, got 1.38/,
  ],
  [
    "a new minor without dates",
    row("eks", "kubernetesVersions", '"1.38": { addOns: {} }'),
    /^5:13 eks.*: 1.38 is not known, so it needs standardSupportUntil and extendedSupportUntil/,
  ],
  [
    "support that ends in the wrong order",
    row(
      "aks",
      "kubernetesVersions",
      '"1.38": { standardSupportUntil: 2028-03-01, longTermSupportUntil: 2027-03-01 }',
    ),
    /longTermSupportUntil: must be 2028-03-01 or later, the end of standard support, got 2027-03-01/,
  ],
  [
    "a date after the known one",
    row("gke", "kubernetesVersions", '"1.36": { standardSupportUntil: 2030-01-01 }'),
    /standardSupportUntil: must be 2028-06-09 or earlier, the value of extendedSupportUntil, got 2030-01-01/,
  ],
  [
    "dates of another platform",
    row("gke", "kubernetesVersions", '"1.37": { longTermSupportUntil: 2030-01-01 }'),
    /unknown field "longTermSupportUntil"; allowed: standardSupportUntil, extendedSupportUntil/,
  ],
  [
    "an unknown add-on",
    row("eks", "kubernetesVersions", '"1.37": { addOns: { vpccni: v1.0.0-eksbuild.1 } }'),
    /addOns.vpccni: unknown field "vpccni"; did you mean "vpc-cni"\?/,
  ],
  [
    "a version of another form",
    row("eks", "kubernetesVersions", '"1.37": { addOns: { vpc-cni: latest } }'),
    /addOns.vpc-cni: must be a version such as "v1.23.0-eksbuild.1", got "latest"/,
  ],
  [
    "zones by name",
    row("gke", "regions", "europe-west13: { zones: [europe-west13-a] }"),
    /zones\[0\]: must be a letter, got/,
  ],
  [
    "a zone twice",
    row("gke", "regions", "europe-west13: { zones: [a, a] }"),
    /zones\[1\]: "a" is already in the list/,
  ],
  [
    "no zones",
    row("eks", "regions", "eu-west-4: { zones: [] }"),
    /zones: must have at least one item, got none/,
  ],
  [
    "a region of another cloud",
    row("eks", "regions", "westeurope: { zones: [a] }"),
    /eks.regions.westeurope: must be a name such as eu-west-4, got "westeurope"/,
  ],
  [
    "an incomplete machine type",
    row("eks", "machineTypes", "m99i.large: { architecture: x86_64, vcpus: 2, memoryGiB: 8, interfaces: 3 }"),
    /missing field "addressesPerInterface"/,
  ],
  [
    "a wrong number",
    row(
      "aks",
      "machineTypes",
      "Standard_D4_v9: { architecture: x86_64, vcpus: 2.5, memoryGiB: 16, family: a }",
    ),
    /vcpus: must be a whole number from 1 on, got the number 2.5/,
  ],
  [
    "Arm machines of AWS with another architecture",
    row("eks", "machineTypes", awsType("m99g.large")),
    /^5:33 eks.machineTypes\["m99g.large"\].architecture: must be arm64, as the name m99g.large states, got x86_64 \[facts\/machine-names\]$/,
  ],
  [
    "machines of AWS whose disks are denied",
    row("eks", "machineTypes", awsType("m99d.large").replace(" }", ", localDisks: false }")),
    /localDisks: must be true, as the name m99d.large states, got false/,
  ],
  [
    "Arm machines of Azure with another architecture",
    row("aks", "machineTypes", azureSize("Standard_D4pds_v9", 4)),
    /architecture: must be arm64, as the name Standard_D4pds_v9 states, got x86_64/,
  ],
  [
    "another number of vCPUs than the name of the size",
    row("aks", "machineTypes", azureSize("Standard_D4ds_v9", 8)),
    /vcpus: must be 4, as the name Standard_D4ds_v9 states, got 8/,
  ],
  [
    "an unknown architecture",
    row("gke", "machineFamilies", "n9: { architecture: arm, bootDisks: [pd-ssd], localSsd: none }"),
    /architecture: must be one of x86_64, arm64, got "arm"/,
  ],
  ["an empty file", "", '1:1: the file is empty; it needs the field "asOf" [yaml/not-empty]'],
  [
    "an environment",
    cluster,
    /^1:1: has none of the fields of a file of facts: asOf, source, eks, aks, gke; an environment needs/,
  ],
])("%s is an error, and the only one", (_, text, message) => {
  const problems = problemsOf(text).map((line) => line.replace(/^facts\.yaml:/, ""));
  expect(problems).toEqual([typeof message === "string" ? message : expect.stringMatching(message)]);
  // Without the calendar and other rows, the schema finds the errors of the structure.
  const isStructure = /\[structure\/[\w-]+\]$/.test(problems[0]) && !/-02-29/.test(text);
  if (isStructure) expect(isAccepted(text)).toBe(false);
  else if (/\[facts\//.test(problems[0])) expect(isAccepted(text)).toBe(true);
});

test("rows of AWS have the accelerators and disks of their name if they omit them", () => {
  const [gpu, disk, plain] = ["p99.48xlarge", "m99d.large", "m99i.large"];
  const types = [gpu, disk, plain].map((name) => `    ${awsType(name)}\n`).join("");
  expect(problemsOf(`${added.replace("  machineTypes:\n", `  machineTypes:\n${types}`)}`)).toEqual([]);
  expect([gpu, disk, plain].map((name) => instanceType(name)?.accelerator)).toEqual([
    "nvidia",
    undefined,
    undefined,
  ]);
  expect([gpu, disk, plain].map(hasLocalDisks)).toEqual([false, true, false]);
});

test("no row of the tables contradicts its name", () => {
  setAddedFacts([]);
  const ofAws = instanceTypes().filter(
    ({ name, architecture }) =>
      ![undefined, architecture].includes(architectureByName(name)) ||
      (localDisksByName(name) && !hasLocalDisks(name)),
  );
  const ofAzure = vmSizeNames()
    .map((name) => vmSize(name)!)
    .filter(
      ({ name, architecture, vcpus }) =>
        ![undefined, architecture].includes(azure.architectureByName(name)) ||
        ![undefined, vcpus].includes(azure.vcpusByName(name)),
    );
  expect([...ofAws, ...ofAzure].map(({ name }) => name)).toEqual([]);
});

test("a link to a file of another folder is refused", () => {
  writeFileSync("dev.yaml", cluster);
  symlinkSync("/etc/hostname", "facts.yaml");
  expect(loadEnvironments(".").problems.map((problem) => formatProblem(problem))).toEqual([
    expect.stringMatching(
      /^facts\.yaml: is a symbolic link to a file outside of its folder.*\[files\/inside\]$/,
    ),
  ]);
});

test("the file is no environment", () => {
  writeFileSync("facts.yaml", added);
  expect(loadEnvironments("facts.yaml").problems.map(({ message }) => message)).toEqual([
    "has facts of clouds, and is not an environment",
  ]);
  expect(loadEnvironments(".").problems.map(({ rule }) => rule)).toEqual(["files/environments-exist"]);
});
