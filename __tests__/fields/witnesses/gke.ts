import type { AnyGkeClusterProps, GkeKubeletSpec, GkeNodeGroupSpec } from "../../../modules/gke/spec";
import {
  autopilot,
  cluster,
  existing,
  group,
  key,
  on,
  withAccess,
  withEncryption,
  withGroups,
  withNetwork,
  withOptions,
  withUpgrades,
} from "../../gke/rule-support";
import type { Witness } from "./witness";

const inExisting = (patch: Partial<typeof existing>): AnyGkeClusterProps =>
  withNetwork({ egressRules: true, existing: { ...existing, ...patch } });

/** In a release channel GKE repairs all nodes. */
const withRepair = (repair: boolean): AnyGkeClusterProps =>
  cluster({ upgrades: { channel: "none" }, nodeGroups: [group({ repair })] });

const withReader = (namespace: string, serviceAccount = "orders"): AnyGkeClusterProps =>
  cluster({
    workloadIdentities: [
      {
        namespace,
        serviceAccount,
        grants: [{ role: "roles/storage.objectViewer", bucket: "shop-orders" }],
      },
    ],
  });

const tpuGroup = (topology: string, size: number): AnyGkeClusterProps =>
  on("ct5lp-hightpu-4t", { tpu: { topology }, size, zones: ["europe-west4-a"] });

const affinity = (...values: readonly string[]): AnyGkeClusterProps =>
  on("n2-standard-4", {
    soleTenant: { affinity: [{ key: "compute.googleapis.com/node-group-name", operator: "in", values }] },
  });

const signals = {
  memoryAvailable: ["500Mi", "600Mi"],
  nodefsAvailable: ["15%", "16%"],
  nodefsInodesFree: ["15%", "16%"],
  imagefsAvailable: ["20%", "21%"],
  imagefsInodesFree: ["15%", "16%"],
  pidAvailable: ["15%", "16%"],
} as const;

type Signal = keyof typeof signals;

const withSoft = (evictionSoft?: GkeKubeletSpec["evictionSoft"]): AnyGkeClusterProps =>
  withGroups({
    kubelet: evictionSoft && {
      evictionSoft,
      evictionSoftGracePeriod: Object.fromEntries(Object.keys(evictionSoft).map((name) => [name, "60s"])),
    },
  });

const thresholdOf = (signal: Signal): Witness<AnyGkeClusterProps> => ({
  shows: [`nodeGroups[].kubelet.evictionSoft.${signal}`],
  before: withSoft({ [signal]: signals[signal][0] }),
  after: withSoft({ [signal]: signals[signal][1] }),
});

const strategies = (upgrade: GkeNodeGroupSpec["upgrade"]) => withGroups({ upgrade });

const automatic = (upgrade: GkeNodeGroupSpec["upgrade"]) =>
  cluster({
    autoscaling: "auto-provisioning",
    gke: { autoProvisioning: { cpu: { max: 64 }, memoryGiB: { max: 256 }, upgrade } },
  });

const inFleet = (fleetFeature: "new" | "existing"): AnyGkeClusterProps =>
  cluster({ gitops: "config-sync", gke: { fleetProject: "fleet-host", fleetFeature } });

export const gkeWitnesses: readonly Witness<AnyGkeClusterProps>[] = [
  {
    shows: ["gitops", 'gitops = "config-sync"'],
    before: cluster({ gke: { fleetProject: "fleet-host" } }),
    after: cluster({ gitops: "config-sync", gke: { fleetProject: "fleet-host" } }),
  },
  {
    shows: ["gke.fleetFeature", 'gke.fleetFeature = "new"', 'gke.fleetFeature = "existing"'],
    before: inFleet("new"),
    after: inFleet("existing"),
  },
  {
    shows: ["gke.policyController", "gke.policyController = true", "gke.policyController = false"],
    before: cluster({ gke: { fleetProject: "fleet-host", policyController: false } }),
    after: cluster({ gke: { fleetProject: "fleet-host", policyController: true } }),
  },
  {
    shows: ["gke.serviceMesh", "gke.serviceMesh = true", "gke.serviceMesh = false"],
    before: cluster({ gke: { fleetProject: "fleet-host", serviceMesh: false } }),
    after: cluster({ gke: { fleetProject: "fleet-host", serviceMesh: true } }),
  },
  {
    shows: ["access.ipEndpoint = true"],
    before: withAccess({ ipEndpoint: false, dnsEndpoint: true }),
    after: withAccess({ ipEndpoint: true, dnsEndpoint: true }),
  },
  {
    shows: ['nodeGroups[].disk.type = "hyperdisk-balanced"'],
    before: on("c3-standard-4", { disk: { type: "pd-ssd" } }),
    after: on("c3-standard-4", { disk: { type: "hyperdisk-balanced" } }),
  },
  {
    shows: ["workloadIdentities[].namespace"],
    before: withReader("shop"),
    after: withReader("search"),
  },
  {
    shows: ["workloadIdentities[].serviceAccount"],
    before: withReader("shop"),
    after: withReader("shop", "invoices"),
  },
  {
    shows: ["workloadIdentities"],
    before: cluster(),
    after: withReader("shop"),
  },
  {
    shows: ["observability.managedPrometheus = true"],
    before: cluster({ observability: { managedPrometheus: false } }),
    after: cluster({ observability: { managedPrometheus: true } }),
  },
  {
    shows: ["nodeGroups[].repair", "nodeGroups[].repair = true"],
    before: withRepair(false),
    after: withRepair(true),
  },
  {
    shows: ["access"],
    before: withAccess({ publicFrom: ["203.0.113.0/24"] }),
    after: withAccess({ publicFrom: ["198.51.100.0/24"] }),
  },
  {
    shows: ["nodeGroups[].zones"],
    before: withGroups({ size: 6, zones: ["europe-west3-a", "europe-west3-b"] }),
    after: withGroups({ size: 6, zones: ["europe-west3-a", "europe-west3-b", "europe-west3-c"] }),
  },
  {
    shows: ["encryption"],
    before: withEncryption({ keyRing: "shop" }),
    after: withEncryption({ keyRing: "orders" }),
  },
  {
    shows: ["loadBalancing"],
    before: cluster({ loadBalancing: { firewall: true } }),
    after: cluster({ loadBalancing: { firewall: false } }),
  },
  {
    shows: ["gke"],
    before: cluster({ gke: {} }),
    after: withOptions({ controlPlaneKeys: { etcdBackupKeyId: key } }),
  },
  {
    shows: ["gke"],
    before: withOptions({ anonymousAccess: "limited" }),
    after: withOptions({ anonymousAccess: "enabled" }),
  },
  {
    shows: ["network.dns.by", ...["cloud-dns", "kube-dns"].map((by) => `network.dns.by = "${by}"`)],
    before: withNetwork({ dns: { by: "kube-dns" } }),
    after: withNetwork({ dns: { by: "cloud-dns" } }),
  },
  {
    shows: ['network.dns.scope = "cluster"'],
    before: withNetwork({ dns: { scope: "cluster" } }),
    after: withNetwork({ dns: { scope: "vpc", domain: "shop.internal" } }),
    tied: ["network.dns.domain"],
  },
  {
    shows: ["network.nat", 'network.nat = "single"'],
    before: withNetwork({ nat: "single" }),
    after: withNetwork({ nat: "none" }),
  },
  {
    shows: ['network.nat = "regional"'],
    before: withNetwork({ nat: "regional" }),
    after: withNetwork({ nat: "none" }),
  },
  {
    shows: ['network.dataplane = "v2"'],
    before: withNetwork({ dataplane: "v2" }),
    after: withNetwork({ dataplane: "calico" }),
  },
  {
    shows: ["network.existing.nodeCidr"],
    before: inExisting({}),
    after: inExisting({ nodeCidr: "10.3.0.0/20" }),
  },
  {
    shows: ["network.existing.podCidr"],
    before: inExisting({}),
    after: inExisting({ podCidr: "10.4.0.0/16" }),
  },
  {
    shows: ["network.existing.serviceCidr"],
    before: inExisting({}),
    after: inExisting({ serviceCidr: "10.5.0.0/20" }),
  },
  {
    shows: ['nodeGroups[].upgrade.strategy = "surge"'],
    before: strategies({ strategy: "surge" }),
    after: strategies({ strategy: "blue-green" }),
  },
  {
    shows: ["nodeGroups[].tpu", "nodeGroups[].tpu.topology"],
    before: { ...tpuGroup("2x4", 2), region: "europe-west4" },
    after: { ...tpuGroup("4x4", 4), region: "europe-west4" },
    tied: ["nodeGroups[].size"],
  },
  {
    shows: ['nodeGroups[].provisioning = "standard"'],
    before: on("a2-highgpu-1g", { provisioning: "standard", size: { min: 0, max: 3 } }),
    after: on("a2-highgpu-1g", { provisioning: "queued", size: { min: 0, max: 3 } }),
  },
  {
    shows: ['nodeGroups[].reservation.use = "specific"'],
    before: withGroups({ reservation: { use: "specific", name: "shop" } }),
    after: withGroups({ reservation: { use: "any" } }),
    tied: ["nodeGroups[].reservation.name"],
  },
  {
    shows: ["nodeGroups[].soleTenant.affinity[].values"],
    before: affinity("shop"),
    after: affinity("shop", "training"),
  },
  {
    shows: ["nodeGroups[].kubelet.evictionSoft"],
    before: withSoft({ memoryAvailable: "500Mi" }),
    after: withSoft({ memoryAvailable: "600Mi" }),
  },
  ...(Object.keys(signals) as Signal[]).map(thresholdOf),
  {
    shows: ["nodeGroups[].size.max"],
    before: withGroups({ size: { min: 3, max: 9 } }),
    after: withGroups({ size: { min: 3, max: 12 } }),
  },
  {
    shows: ['autoscaling = "auto-provisioning"'],
    before: automatic(undefined),
    after: cluster({ autoscaling: "cluster-autoscaler" }),
    tied: ["gke"],
  },
  {
    shows: ["upgrades.pauses[].from"],
    before: withUpgrades({
      pauses: [{ name: "holidays", from: "2026-12-20T00:00:00Z", until: "2027-01-04T00:00:00Z" }],
    }),
    after: withUpgrades({
      pauses: [{ name: "holidays", from: "2026-12-21T00:00:00Z", until: "2027-01-04T00:00:00Z" }],
    }),
  },
  {
    shows: ["gke.mode", 'gke.mode = "standard"', 'gke.mode = "autopilot"'],
    before: withOptions({ mode: "standard" }),
    after: autopilot(),
    tied: ["nodeGroups"],
  },
  {
    shows: ["gke.imageProjects"],
    before: withOptions({ imageProjects: ["shop-images"] }),
    after: withOptions({ imageProjects: ["shop-images", "base-images"] }),
  },
  {
    shows: ["gke.alphaFeatures = false"],
    before: {
      ...withGroups({ repair: false }),
      upgrades: { channel: "none" },
      gke: { alphaFeatures: false },
    },
    after: { ...withGroups({ repair: false }), upgrades: { channel: "none" }, gke: { alphaFeatures: true } },
  },
  {
    shows: ["gke.autoProvisioning.upgrade.blueGreen.batchPercent"],
    before: automatic({ strategy: "blue-green", blueGreen: { batchPercent: 20 } }),
    after: automatic({ strategy: "blue-green", blueGreen: { batchPercent: 50 } }),
  },
  {
    shows: ["nodeGroups[].upgrade.blueGreen.batchNodes"],
    before: strategies({ strategy: "blue-green", blueGreen: { batchPercent: 50 } }),
    after: strategies({ strategy: "blue-green", blueGreen: { batchNodes: 2 } }),
    tied: ["nodeGroups[].upgrade.blueGreen.batchPercent"],
  },
  {
    shows: ['nodeGroups[].confidential = "none"'],
    before: on("n2d-standard-4", { confidential: "none" }),
    after: on("n2d-standard-4", { confidential: "sev" }),
  },
  {
    shows: ['gke.autoProvisioning.upgrade.strategy = "surge"'],
    before: automatic({ strategy: "surge" }),
    after: automatic({ strategy: "blue-green" }),
  },
];
