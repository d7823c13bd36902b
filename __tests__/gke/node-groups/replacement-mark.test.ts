import type { GkeNodeGroupSpec } from "../../../modules/gke/spec";
import { poolOf } from "../../support/gke";

const prefixes = (...groups: readonly Partial<GkeNodeGroupSpec>[]) =>
  groups.map((group) => poolOf(group).name_prefix as string);

const affinity = [{ key: "shop", operator: "in", values: ["nodes"] }] as const;
const windows = { family: "windows" } as const;
const slice = (topology: string) => ({ machineTypes: ["ct5lp-hightpu-4t"], tpu: { topology } });

describe("the name of a node pool changes, so that a new one replaces it, with", () => {
  test.each<[string, Partial<GkeNodeGroupSpec>, Partial<GkeNodeGroupSpec>]>([
    ["the CPU platform", { machine: { minCpuPlatform: "Intel Ice Lake" } }, { machine: {} }],
    [
      "performance counters",
      { machine: { performanceMonitoring: "standard" } },
      { machine: { performanceMonitoring: "enhanced" } },
    ],
    ["confidential computing", { confidential: "sev" }, { confidential: "sev-snp" }],
    ["the pod range", { podRange: "pods-1" }, { podRange: "pods-2" }],
    [
      "the CPUs of nodes of a sole tenant",
      { soleTenant: { affinity, minNodeCpus: 2 } },
      { soleTenant: { affinity, minNodeCpus: 4 } },
    ],
    [
      "the order of additional networks",
      { additionalNetworks: ["a", "b"].map((network) => ({ network, subnetwork: network })) },
      { additionalNetworks: ["b", "a"].map((network) => ({ network, subnetwork: network })) },
    ],
    ["the topology of a slice of TPUs", slice("2x4"), slice("4x4")],
    ["the removal of storage pools", { disk: { storagePools: ["a"] } }, { disk: {} }],
    ["the removal of IOPS", { disk: { iops: 4000 } }, { disk: {} }],
    ["the removal of throughput", { disk: { throughputMiBps: 200 } }, { disk: {} }],
    [
      "the removal of the number of parallel pulls",
      { kubelet: { maxParallelImagePulls: 3 } },
      { kubelet: {} },
    ],
    [
      "the removal of the kubelet of Windows",
      { image: windows, kubelet: { podPidsLimit: 2048 } },
      { image: windows },
    ],
  ])("%s", (_, before, after) => {
    const [first, second] = prefixes(before, after);
    expect(first).not.toBe(second);
  });
});

describe("the name of a node pool remains with", () => {
  test.each<[string, Partial<GkeNodeGroupSpec>, Partial<GkeNodeGroupSpec>]>([
    ["confidential computing that is off", {}, { confidential: "none" }],
    ["other storage pools", { disk: { storagePools: ["a"] } }, { disk: { storagePools: ["b"] } }],
    ["other IOPS", { disk: { iops: 4000 } }, { disk: { iops: 5000 } }],
    ["another throughput", { disk: { throughputMiBps: 200 } }, { disk: { throughputMiBps: 300 } }],
    [
      "another number of parallel pulls",
      { kubelet: { maxParallelImagePulls: 3 } },
      { kubelet: { maxParallelImagePulls: 4 } },
    ],
    ["a kubelet of Linux", {}, { kubelet: { podPidsLimit: 2048 } }],
    [
      "the fields of additional networks in another order",
      { additionalNetworks: [{ network: "data", subnetwork: "nodes", podRange: "pods" }] },
      { additionalNetworks: [{ podRange: "pods", subnetwork: "nodes", network: "data" }] },
    ],
  ])("%s", (_, before, after) => {
    const [first, second] = prefixes(before, after);
    expect(first).toBe(second);
  });
});
