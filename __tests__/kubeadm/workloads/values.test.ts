import { fields } from "../../../modules/kubeadm/fields.generated";
import type { ClusterWithWorkloads } from "../../../modules/kubeadm/spec";
import { programs } from "../../../modules/kubeadm/workloads/programs";
import { objectsOf, releasesOf } from "../../../modules/kubeadm/workloads/values";
import type { ProgramName } from "../../../modules/workloads/chart";
import { charts, programNames } from "../../../modules/workloads/charts";
import { synthesizeStack } from "../../support/stack";
import type { Arguments } from "../../support/synthesized";
import { wrongValues } from "../../../modules/workloads/check-values";
import type { Values } from "../../../modules/workloads/release";
import { azurePrograms, full, googlePrograms, literalOutputs, oneNode } from "./clusters";

const releases = (cluster: ClusterWithWorkloads) =>
  new Map(releasesOf(cluster, literalOutputs).map(({ program, values }) => [program, values]));
const valuesOf = (cluster: ClusterWithWorkloads, program: ProgramName): Values =>
  releases(cluster).get(program)!;

test("a program is installed, or refused with the reason", () => {
  const refused = programNames.filter((name) => "refused" in fields[`workloads.programs.${name}`]);
  expect([...Object.keys(programs), ...refused].sort()).toEqual([...programNames].sort());
  expect([...releases(full).keys()].sort()).toEqual(Object.keys(programs).sort());
});

test.each([full, oneNode, azurePrograms, googlePrograms].flatMap((one) => [...releases(one)]))(
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

const onControlPlane = {
  hostNetwork: true,
  nodeSelector: { "node-role.kubernetes.io/control-plane": "" },
};

test("on Azure the Cluster Autoscaler finds scale sets by their tags, in the resource group of the network", () => {
  expect(valuesOf(azurePrograms, "cluster-autoscaler")).toMatchObject({
    cloudProvider: "azure",
    autoDiscovery: { clusterName: "production-shop" },
    azureSubscriptionID: "part-2",
    azureResourceGroup: "part-4",
    azureUseManagedIdentityExtension: true,
    ...onControlPlane,
  });
  const { terraform } = synthesizeStack({ platform: "kubeadm", ...azurePrograms });
  const sets: Arguments[] = Object.values(
    terraform.resource.azurerm_orchestrated_virtual_machine_scale_set ??
      terraform.resource.azurerm_linux_virtual_machine_scale_set,
  );
  for (const { tags } of sets)
    expect(tags).toMatchObject({
      "cluster-autoscaler-enabled": "true",
      "cluster-autoscaler-name": "production-shop",
    });
});

test("on Google Cloud the groups of the Cluster Autoscaler are those of the other stack, with their sizes", () => {
  const { autoscalingGroups, ...values } = valuesOf(googlePrograms, "cluster-autoscaler");
  expect(values).toMatchObject({ cloudProvider: "gce", ...onControlPlane });
  const { terraform } = synthesizeStack({ platform: "kubeadm", ...googlePrograms });
  const pools: Arguments[] = Object.entries(terraform.resource.google_compute_instance_group_manager)
    .filter(([id]) => id.startsWith("node_groups"))
    .map(([, pool]) => pool as Arguments);
  expect(pools).toHaveLength(3);
  expect((autoscalingGroups as { name: string }[]).map(({ name }) => name)).toEqual(
    pools.map(
      ({ zone, name }) =>
        `https://www.googleapis.com/compute/v1/projects/part-1/zones/${zone}/instanceGroups/${name}`,
    ),
  );
  // 3 to 10 machines over three zones, as `placements` distributes them.
  expect((autoscalingGroups as object[]).map((group) => ({ ...group, name: undefined }))).toEqual([
    { name: undefined, minSize: 1, maxSize: 4 },
    { name: undefined, minSize: 1, maxSize: 3 },
    { name: undefined, minSize: 1, maxSize: 3 },
  ]);
});

test("a group with a fixed size, and a cluster without an autoscaler, are not scaled", () => {
  const fixed = {
    ...googlePrograms,
    nodeGroups: googlePrograms.nodeGroups.map((one) => ({ ...one, size: 3 })),
  };
  expect(valuesOf(fixed, "cluster-autoscaler").autoscalingGroups).toEqual([]);
  expect(releases({ ...full, autoscaling: "none" }).has("cluster-autoscaler")).toBe(false);
});

test("a second copy runs if two nodes accept it", () => {
  expect(valuesOf(full, "metrics-server")).toMatchObject({ replicas: 2 });
  expect(valuesOf(oneNode, "metrics-server")).toMatchObject({ replicas: 1 });
});

test("the snapshot controller is installed with the permissions of the driver, before the class of snapshots", () => {
  expect(valuesOf(full, "snapshot-controller")).toMatchObject({
    installCRDs: true,
    controller: { replicaCount: 2, serviceAccount: { name: "snapshot-controller" } },
    webhook: { enabled: false },
  });
  expect(objectsOf(full, [])).toEqual([{ name: "storage", objects: [], after: "snapshot-controller" }]);
  const without = { ...full, storage: {} };
  expect(releases(without).has("snapshot-controller")).toBe(false);
  expect(objectsOf(without, [])).toEqual([{ name: "storage", objects: [], after: undefined }]);
  const byOthers = {
    ...full,
    workloads: { programs: { "snapshot-controller": false, "cert-manager": true } },
  };
  expect(objectsOf(byOthers, [])).toEqual([{ name: "storage", objects: [], after: undefined }]);
});

describe("snapshots of volumes", () => {
  const written = (cluster: ClusterWithWorkloads) => {
    const { terraform } = synthesizeStack({ platform: "kubeadm", ...cluster });
    return {
      classes: terraform.output.storage_manifests.value.items.map((item: Arguments) => [
        item.kind,
        item.driver,
      ]),
      permissions: JSON.stringify(terraform.resource),
    };
  };

  test.each([
    ["AWS", full, "ebs.csi.aws.com", "AmazonEBSCSIDriverPolicy"],
    ["Azure", azurePrograms, "disk.csi.azure.com", "Microsoft.Compute/snapshots/write"],
    ["Google Cloud", googlePrograms, "pd.csi.storage.gke.io", "compute.snapshots.create"],
  ])("on %s have a class, and the driver has the permissions", (_, cluster, driver, permission) => {
    const { classes, permissions } = written(cluster);
    expect(classes).toContainEqual(["VolumeSnapshotClass", driver]);
    expect(permissions).toContain(permission);
    const without = written({ ...cluster, storage: {} });
    expect(without.classes.map(([kind]: string[]) => kind)).toEqual(["StorageClass"]);
    if (driver !== "ebs.csi.aws.com") expect(without.permissions).not.toContain(permission);
  });
});

test("the storage class is installed if the other stack has one", () => {
  expect(objectsOf(full, []).map(({ name }) => name)).toEqual(["storage"]);
  expect(objectsOf({ ...full, storage: { block: false } }, [])).toEqual([]);
});
