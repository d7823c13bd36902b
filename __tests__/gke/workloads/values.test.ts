import { fields } from "../../../modules/gke/fields.generated";
import type { ClusterWithWorkloads } from "../../../modules/gke/spec";
import { programs } from "../../../modules/gke/workloads/programs";
import { objectsOf, releasesOf } from "../../../modules/gke/workloads/values";
import type { ProgramName } from "../../../modules/workloads/chart";
import { charts, programNames } from "../../../modules/workloads/charts";
import { wrongValues } from "../../../modules/workloads/check-values";
import type { Values } from "../../../modules/workloads/release";
import { full, literalOutputs, onAutopilot, oneNode } from "./clusters";

const releases = (cluster: ClusterWithWorkloads) =>
  new Map(releasesOf(cluster, literalOutputs).map(({ program, values }) => [program, values]));
const valuesOf = (cluster: ClusterWithWorkloads, program: ProgramName): Values =>
  releases(cluster).get(program)!;

test("a program is installed, or refused with the reason", () => {
  const refused = programNames.filter((name) => "refused" in fields[`workloads.programs.${name}`]);
  expect([...Object.keys(programs), ...refused].sort()).toEqual([...programNames].sort());
  expect([...releases(full).keys()].sort()).toEqual(Object.keys(programs).sort());
});

test.each([full, onAutopilot, oneNode].flatMap((one) => [...releases(one)]))(
  "the chart of %s has all values",
  (program, values) => {
    expect(wrongValues(charts[program], values)).toEqual([]);
  },
);

test("pods are principals of IAM, or impersonate the account of the file", () => {
  expect(valuesOf(full, "external-secrets").serviceAccount).toEqual({
    name: "external-secrets",
    annotations: {
      "iam.gke.io/gcp-service-account": "external-secrets-external-secrets@acme-shop.iam.gserviceaccount.com",
    },
  });
  expect(valuesOf(full, "external-dns").serviceAccount).toEqual({ name: "external-dns" });
  expect(valuesOf(full, "cert-manager")).not.toHaveProperty("serviceAccount");
});

test("ExternalDNS changes the zones of the file in the project of the cluster", () => {
  expect(valuesOf(full, "external-dns")).toMatchObject({
    provider: { name: "google" },
    txtOwnerId: "production-shop",
    extraArgs: { "google-project": "acme-shop", "zone-id-filter": ["shop-example-com"] },
  });
});

test("in Autopilot the lease of cert-manager is outside kube-system, and all pods have nodes", () => {
  expect(valuesOf(onAutopilot, "cert-manager")).toMatchObject({
    global: { leaderElection: { namespace: "cert-manager" } },
    replicaCount: 2,
  });
  expect(valuesOf(full, "cert-manager")).not.toHaveProperty("global");
});

test("a second copy runs if two nodes accept it: GKE taints nodes with Arm processors", () => {
  expect(valuesOf(full, "cert-manager")).toMatchObject({ replicaCount: 2 });
  expect(valuesOf(oneNode, "cert-manager")).toMatchObject({ replicaCount: 1 });
});

test("storage classes and volumes are installed if the other stack has some", () => {
  const names = (storage: ClusterWithWorkloads["storage"]) =>
    objectsOf({ ...full, storage }, literalOutputs).map(({ name }) => name);
  expect(names(undefined)).toEqual(["storage"]);
  expect(names({ block: false })).toEqual([]);
  expect(names({ block: false, snapshots: true })).toEqual(["storage"]);
});
