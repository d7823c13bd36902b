import { compareCluster } from "../../modules/compare";
import { componentOf } from "../../modules/compare/predict";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { fields as aksFields } from "../../modules/aks/fields.generated";
import { fields as eksFields } from "../../modules/eks/fields.generated";
import { fields as gkeFields } from "../../modules/gke/fields.generated";
import { fields as kubeadmFields } from "../../modules/kubeadm/fields.generated";
import { minimal as aks } from "../support/aks";
import { minimal as eks } from "../support/eks";
import { minimal as gke } from "../support/gke";
import { minimal as kubeadm } from "../support/kubeadm";
import { sideOfCluster } from "./side";

const tables = { eks: eksFields, aks: aksFields, gke: gkeFields, kubeadm: kubeadmFields };
const bases = { eks, aks, gke, kubeadm };
type Platform = keyof typeof tables;

/** What `compare` finds between two clusters that differ from the smallest one. */
function compared(platform: Platform, before: object, after: object) {
  const [old, fresh] = [before, after].map((patch) =>
    sideOfCluster({
      ...bases[platform],
      network: undefined,
      ...patch,
      name: "dev-main",
      platform,
    } as unknown as PlatformClusterSpec),
  );
  return compareCluster(old, fresh, { fields: tables[platform] });
}

const groups = (platform: Platform, patch: object) => ({
  nodeGroups: [{ ...bases[platform].nodeGroups[0], ...patch }],
});

describe("the effect of a field whose parent was not set is that of the field", () => {
  test.each<[Platform, object, object, string, string]>([
    ["eks", {}, { network: { ipFamily: "ipv6" } }, "network.ipFamily", "refused"],
    ["eks", {}, { network: { serviceCidr: "172.20.0.0/16" } }, "network.serviceCidr", "refused"],
    ["eks", groups("eks", { disk: { sizeGiB: 120 } }), {}, "nodeGroups[workers].disk.sizeGiB", "rolling"],
    ["gke", { network: { podCidr: "10.128.0.0/14" } }, {}, "network.podCidr", "refused"],
  ])("%s: %j to %j", (platform, before, after, field, effect) => {
    const { fields } = compared(platform, before, after);
    expect(fields.map((one) => [one.field, one.effect])).toEqual([[field, effect]]);
  });

  test("maps with free keys, switches and items of lists change as a whole", () => {
    const labels = compared("eks", groups("eks", { labels: { a: "b", c: "d" } }), {});
    expect(labels.fields).toMatchObject([
      { field: "nodeGroups[workers].labels", before: { a: "b", c: "d" } },
    ]);
    const backup = compared("eks", { storage: { file: { rootAccess: true } } }, {});
    expect(backup.fields.map(({ field }) => field)).toEqual(["storage.file"]);
    const more = { nodeGroups: [...eks.nodeGroups, { ...eks.nodeGroups[0], name: "more" }] };
    expect(compared("eks", {}, more).fields.map(({ field }) => field)).toEqual(["nodeGroups[more]"]);
  });
});

test("a removed field keeps data of a protected cluster, and deletes it otherwise", () => {
  const file = { storage: { file: true } };
  expect(compared("eks", file, {}).fields).toMatchObject([{ field: "storage.file", effect: "keep" }]);
  expect(compared("eks", file, {}).destructive).toEqual([]);
  const effectsOf = (before: object, after: object) =>
    compared("eks", { ...before, protection: false }, { ...after, protection: false }).fields.map(
      ({ field, effect }) => [field, effect],
    );
  for (const after of [{}, { storage: { file: false } }]) {
    expect(effectsOf(file, after)).toEqual([["storage.file", "delete"]]);
    expect(effectsOf(after, file)).toEqual([["storage.file", "in-place"]]);
  }
  expect(
    compared("eks", { ...file, protection: false }, { protection: false }).destructive.map(
      ({ kind }) => kind,
    ),
  ).toEqual(["data-lost"]);
});

test.each<Platform>(["eks", "aks", "gke", "kubeadm"])(
  "a removed cluster of %s is one destructive effect",
  (platform) => {
    const cluster = { ...bases[platform], name: "dev-main", platform } as unknown as PlatformClusterSpec;
    const { change, destructive } = compareCluster(sideOfCluster(cluster), undefined, {
      fields: tables[platform],
    });
    expect(change).toBe("removed");
    expect(destructive.map(({ kind }) => kind)).toEqual(["cluster-removed"]);
  },
);

test("the records of fixed fields are no part of another component", () => {
  expect(componentOf("terraform_data.fixed_fields_network_cni")).toBe("fixed fields");
  expect(componentOf("aws_subnet.network_private_a")).toBe("network");
});

test("a change of the first pool of AKS replaces its nodes", () => {
  const nodesOf = (patch: object) => compared("aks", {}, patch).nodes;
  const size = groups("aks", { machineTypes: ["Standard_D8ds_v5"] });
  const address = "azurerm_kubernetes_cluster.control_plane";
  expect(nodesOf(size)).toEqual([
    { address, how: "rolling", nodes: expect.any(Number) as number, order: "new nodes first" },
  ]);
  expect(nodesOf(groups("aks", { labels: { a: "b" } }))).toEqual([]);
  // Its name in Azure is the same in all clusters.
  expect(compared("aks", {}, groups("aks", { name: "renamed" })).resources).toEqual([]);
});

describe.each<Platform>(["eks", "aks", "gke"])(
  "the field and the nodes of %s have one effect",
  (platform) => {
    const taint = { key: "dedicated", value: "web", effect: "NoSchedule" };
    // A second group, because the first pool of AKS has no taints.
    const more = (patch: object) => ({
      nodeGroups: [
        ...bases[platform].nodeGroups,
        { ...bases[platform].nodeGroups[0], name: "more", ...patch },
      ],
    });
    test.each<[string, object, object]>([
      ["labels", { a: "b" }, { a: "c" }],
      ["labels", {}, { a: "b" }],
      ["taints", [], [taint]],
      ["taints", [taint], [{ ...taint, effect: "NoExecute" }]],
      ...(platform === "eks" ? [] : [["tags", { team: "a" }, { team: "b" }] as [string, object, object]]),
      ...(platform === "gke"
        ? [
            ["networkTags", ["a"], ["b"]] as [string, object, object],
            [
              "linux",
              { sysctls: { "net.core.somaxconn": "1024" } },
              { sysctls: { "net.core.somaxconn": "2048" } },
            ] as [string, object, object],
          ]
        : []),
    ])("%s: %j to %j", (field, before, after) => {
      const { fields, nodes, resources } = compared(
        platform,
        more({ [field]: before }),
        more({ [field]: after }),
      );
      expect(resources.map(({ action }) => action)).toContain("update");
      const isRolling = fields.some(({ effect }) => effect === "rolling");
      expect(nodes.map(({ how }) => how)).toEqual(isRolling ? ["rolling"] : []);
    });
  },
);

test("nodes of a GKE pool over several zones are those of all zones", () => {
  const { nodes } = compared(
    "gke",
    groups("gke", { size: 6, zones: ["europe-west3-a", "europe-west3-b", "europe-west3-c"] }),
    groups("gke", {
      size: 6,
      zones: ["europe-west3-a", "europe-west3-b", "europe-west3-c"],
      machineTypes: ["n2-standard-8"],
    }),
  );
  expect(nodes).toMatchObject([{ how: "rolling", nodes: 6 }]);
});

test("Google refuses another secondary range of a subnetwork in use", () => {
  const ranges = (podCidr: string) => ({ network: { podCidr } });
  const { refusals, destructive } = compared("gke", ranges("10.128.0.0/14"), ranges("10.132.0.0/14"));
  expect(refusals.map(({ reason }) => reason)).toEqual([
    expect.stringMatching(/does not change the secondary range \S+ while.*from 10\.128\.0\.0\/14 to 10\.132/),
  ]);
  expect(destructive).toMatchObject([{ kind: "refused" }]);
  expect(compared("gke", ranges("10.128.0.0/14"), ranges("10.128.0.0/14")).refusals).toEqual([]);
});

test("AWS does not reduce the volumes of etcd", () => {
  const etcd = (sizeGiB: number) => ({ controlPlane: { ...kubeadm.controlPlane, etcd: { sizeGiB } } });
  const reasons = (before: number, after: number) =>
    compared("kubeadm", etcd(before), etcd(after)).refusals.map(({ reason }) => reason);
  expect(reasons(20, 10)).toContain(
    "aws_ebs_volume.control_plane_slot_0_etcd: AWS does not reduce the size of a disk, from 20 to 10 GiB",
  );
  expect(reasons(10, 20)).toEqual([]);
});

test("kubeadm on Azure keeps its NAT gateways in each zone, or outside of zones", () => {
  const cluster = (nat: string) => ({
    cloud: "azure",
    region: "westeurope",
    controlPlane: { machineType: "Standard_D2s_v5" },
    access: { admins: ["11111111-2222-3333-4444-555555555555"] },
    nodeGroups: [{ name: "workers", machineTypes: ["Standard_D2s_v5"], size: 3, spread: "per-zone" }],
    network: { nat },
    kubeadm: { providerMinimum: "4.67.0" },
  });
  const reasons = (before: string, after: string) =>
    compared("kubeadm", cluster(before), cluster(after)).refusals.map(({ reason }) => reason);
  expect(reasons("per-zone", "single")).toContain(
    "network.nat: on Azure not from or to per-zone: the subnets of zones and the subnet of all zones have the same addresses. The cluster " +
      "was created with per-zone, and cannot change to single or regional.",
  );
  expect(reasons("regional", "per-zone")).toHaveLength(1);
  expect(reasons("single", "regional")).toEqual([]);
});

test.each<[Platform, object, object, readonly [address: string, argument: string]]>([
  ["eks", {}, { region: "eu-west-1" }, ["aws_vpc.network_vpc", "region"]],
  ["kubeadm", {}, { region: "eu-west-1" }, ["aws_vpc.network_vpc", "region"]],
])(
  "%s: %j to %j replaces what takes it from the provider",
  (platform, before, after, [address, argument]) => {
    const { resources } = compared(platform, before, after);
    expect(resources.find((one) => one.address === address)).toMatchObject({
      action: expect.stringMatching(/^replaced/) as string,
      because: expect.arrayContaining([argument]) as string[],
    });
    // IAM has no region.
    expect(
      resources.filter(({ because }) => because.includes("region")).map((one) => one.address),
    ).not.toContain("aws_iam_role.control_plane_role");
  },
);
