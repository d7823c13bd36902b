import { writeFileSync } from "node:fs";
import { stringify } from "yaml";
import { formatPath, type Path } from "../../modules/cluster/problem";
import { loadEnvironments } from "../../modules/environment";
import { minimal as aks } from "../support/aks";
import { minimal as eks } from "../support/eks";
import { minimal as gke } from "../support/gke";
import { useEmptyDirectory } from "./directory";

useEmptyDirectory();

/** A cluster with one mistake that a rule finds, and no other. */
const wrongRange = (platform: string, cluster: { access: object }) => ({
  platform,
  ...cluster,
  network: { cidr: "10.0.0.0/16", zones: 3 },
  access: { ...cluster.access, publicFrom: ["300.0.0.0/16"] },
});

const clusters = {
  eks: wrongRange("eks", eks),
  aks: wrongRange("aks", aks),
  gke: wrongRange("gke", gke),
};

const places = (cluster: object): string[] => {
  writeFileSync("dev.yaml", stringify({ clusters: [cluster] }));
  const { problems } = loadEnvironments("dev.yaml", { today: new Date("2026-11-23") });
  return problems.map(({ path }) => formatPath(path));
};

/** Fields that are required, or often wrong. None of them has to do with ranges. */
const others: readonly Path[] = [
  ["region"],
  ["kubernetesVersion"],
  ["name"],
  ["network", "zones"],
  ["network", "nat"],
  ["nodeGroups"],
  ["nodeGroups", 0, "name"],
  ["nodeGroups", 0, "machineTypes"],
  ["nodeGroups", 0, "size"],
  ["access", "admins"],
];

const cases = Object.keys(clusters).flatMap((platform) =>
  others.flatMap((path) =>
    ["missing", "invalid"].map((state) => [platform, formatPath(path), state, path] as const),
  ),
);

/** Errors of different fields are reported together: to repair one must not reveal the next. */
test.each(cases)("on %s a range is checked although %s is %s", (platform, _, state, path) => {
  const cluster = structuredClone(clusters[platform as keyof typeof clusters]);
  const parent = path.slice(0, -1).reduce<unknown>((value, step) => (value as never)[step], cluster);
  const field = path.at(-1)!;
  if (state === "missing") delete (parent as Record<string, unknown>)[field];
  else (parent as Record<string, unknown>)[field] = { wrong: { type: [true] } };
  expect(places(cluster)).toContain("clusters[0].access.publicFrom[0]");
});

test("the range is the only mistake of these clusters", () => {
  for (const cluster of Object.values(clusters)) {
    expect(new Set(places(cluster))).toEqual(new Set(["clusters[0].access.publicFrom[0]"]));
  }
});

describe("warnings", () => {
  const open = { ...eks, platform: "eks", access: { ...eks.access, publicFrom: ["0.0.0.0/0"] } };

  test("are reported next to a value of a wrong type and a missing field", () => {
    const { kubernetesVersion, ...rest } = open;
    expect(kubernetesVersion).toBeDefined();
    expect(places({ ...rest, storage: { block: "yes" } })).toEqual([
      "clusters[0]",
      "clusters[0].access.publicFrom[0]",
      "clusters[0].storage.block",
    ]);
  });

  test("are not reported next to an unknown field, which can be one that they are about", () => {
    expect(places({ ...open, storge: {} })).toEqual(["clusters[0].storge"]);
  });
});
