import { fields } from "../../../modules/kubeadm/fields.generated";
import type { ClusterWithWorkloads } from "../../../modules/kubeadm/spec";
import { programs } from "../../../modules/kubeadm/workloads/programs";
import { objectsOf, releasesOf } from "../../../modules/kubeadm/workloads/values";
import type { ProgramName } from "../../../modules/workloads/chart";
import { charts, programNames } from "../../../modules/workloads/charts";
import { wrongValues } from "../../../modules/workloads/check-values";
import type { Values } from "../../../modules/workloads/release";
import { full, oneNode } from "./clusters";

const releases = (cluster: ClusterWithWorkloads) =>
  new Map(releasesOf(cluster).map(({ program, values }) => [program, values]));
const valuesOf = (cluster: ClusterWithWorkloads, program: ProgramName): Values =>
  releases(cluster).get(program)!;

test("a program is installed, or refused with the reason", () => {
  const refused = programNames.filter((name) => "refused" in fields[`workloads.programs.${name}`]);
  expect([...Object.keys(programs), ...refused].sort()).toEqual([...programNames].sort());
  expect([...releases(full).keys()].sort()).toEqual(Object.keys(programs).sort());
});

test.each([full, oneNode].flatMap((one) => [...releases(one)]))(
  "the chart of %s has all values",
  (program, values) => {
    expect(wrongValues(charts[program], values)).toEqual([]);
  },
);

test("the Cluster Autoscaler runs on the machines that have its permissions, in their network", () => {
  expect(valuesOf(full, "cluster-autoscaler")).toMatchObject({
    cloudProvider: "aws",
    awsRegion: "eu-central-1",
    autoDiscovery: { clusterName: "production-shop" },
    image: { tag: "v1.36.1" },
    hostNetwork: true,
    nodeSelector: { "kubernetes.io/os": "linux", "node-role.kubernetes.io/control-plane": "" },
    tolerations: [{ key: "node-role.kubernetes.io/control-plane", operator: "Exists" }],
  });
});

test("the Cluster Autoscaler is not installed by default on Google Cloud", () => {
  const cluster = { ...full, cloud: "google" } as const;
  expect(releases(cluster).has("cluster-autoscaler")).toBe(false);
  expect(releases({ ...full, autoscaling: "none" }).has("cluster-autoscaler")).toBe(false);
});

test("a second copy runs if two nodes accept it", () => {
  expect(valuesOf(full, "metrics-server")).toMatchObject({ replicas: 2 });
  expect(valuesOf(oneNode, "metrics-server")).toMatchObject({ replicas: 1 });
});

test("the storage class is installed if the other stack has one", () => {
  expect(objectsOf(full, []).map(({ name }) => name)).toEqual(["storage"]);
  expect(objectsOf({ ...full, storage: { block: false } }, [])).toEqual([]);
});
