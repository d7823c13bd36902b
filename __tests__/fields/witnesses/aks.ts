import type { AksClusterProps, AksEgress, AksNodeGroupSpec } from "../../../modules/aks/spec";
import {
  cluster,
  existing,
  hub,
  isolated,
  key,
  keyVersion,
  registry,
  routed,
  subnet,
  vault,
  vnet,
  withEgress,
  withEncryption,
  withGroup,
  withLoadBalancing,
  withNetwork,
  withOptions,
  withStorage,
  withUpgrades,
  withoutEgress,
} from "../../aks/rule-support";
import type { Witness } from "./witness";

const egressTypes = (
  before: AksEgress,
  after: AksEgress,
  ...tied: readonly string[]
): Witness<AksClusterProps> => ({
  shows: [before, after].flatMap(({ type }) => [
    `network.egress(${type}).type`,
    `network.egress(${type}).type = "${type}"`,
  ]),
  before: cluster({ network: { egress: before, peerings: [hub] }, ...isolated }),
  after: cluster({ network: { egress: after, peerings: [hub] }, ...isolated }),
  tied: tied.map((field) => `network.egress(${after.type}).${field}`),
});

/** The subnets of a network are in it. */
const inNetwork = (id: string): AksClusterProps => {
  const within = (name: string) => subnet(name).replace(vnet, id);
  return withNetwork({
    existing: { ...existing, vnetId: id, nodeSubnetId: within("nodes"), apiServerSubnetId: within("api") },
  });
};

const gpuGroup = (gpu: AksNodeGroupSpec["gpu"]): AksClusterProps =>
  withGroup({ machineTypes: ["Standard_NC24ads_A100_v4"], size: 1, gpu });

const window = (day: "sunday" | "wednesday") => ({ days: [day], start: "02:00", hours: 4 });

const pausedFrom = (from: string): AksClusterProps =>
  withUpgrades({ pauses: [{ name: "holidays", from, until: "2027-01-04T00:00:00Z" }] });

const withBackup = (schedule: string, retentionDays: number): AksClusterProps =>
  withStorage({ backup: { schedule, retentionDays } });

const nightly = "R/2026-01-01T02:00:00+00:00/P1D";

/** A Windows group with its administrator, whose password is a reference to a variable. */
const withWindows = (windows?: { adminUser?: string; adminPassword: string }): AksClusterProps => ({
  ...withGroup({ name: "win", image: { family: "windows-2022" }, size: 1 }),
  network: { networkPolicy: "azure" },
  aks: { windows },
});

export const aksWitnesses: readonly Witness<AksClusterProps>[] = [
  {
    shows: ["gitops", 'gitops = "flux"', 'gitops = "argocd"'],
    before: cluster({ gitops: "flux" }),
    after: cluster({ gitops: "argocd" }),
  },
  {
    shows: ['network.nat = "none"'],
    before: withoutEgress({ nat: "none" }),
    after: cluster({ network: { nat: "single" }, ...isolated }),
    tied: ["network.egress", "network.egress(none).type", "network.egress(none).registryId"],
  },
  egressTypes({ type: "nat-gateway" }, { type: "load-balancer" }),
  egressTypes(
    { type: "nat-gateway" },
    { type: "route-table", nextHopAddress: "10.200.0.4" },
    "nextHopAddress",
  ),
  egressTypes({ type: "nat-gateway" }, { type: "none", registryId: registry }, "registryId"),
  {
    shows: ["network.egress(load-balancer).ips"],
    before: withEgress({ type: "load-balancer", ips: 2 }),
    after: withEgress({ type: "load-balancer", ips: 3 }),
  },
  {
    shows: ["network.dualStack = false"],
    before: withNetwork({ egress: { type: "load-balancer" }, dualStack: false }),
    after: withNetwork({ egress: { type: "load-balancer" }, dualStack: true }),
  },
  {
    shows: ["network.egress(route-table).nextHopAddress"],
    before: withNetwork(routed),
    after: withNetwork({
      ...routed,
      egress: { type: "route-table", nextHopAddress: "10.200.0.5" },
    }),
  },
  {
    shows: ["network.existing.endpointSubnetId"],
    before: withoutEgress({ existing }),
    after: withoutEgress({ existing: { ...existing, endpointSubnetId: subnet("endpoints") } }),
  },
  {
    shows: ["nodeGroups[].subnetId"],
    before: {
      ...cluster({ network: { existing } }),
      nodeGroups: withGroup({ subnetId: subnet("batch") }).nodeGroups,
    },
    after: {
      ...cluster({ network: { existing } }),
      nodeGroups: withGroup({ subnetId: subnet("web") }).nodeGroups,
    },
  },
  {
    shows: ["network.existing.vnetId"],
    before: inNetwork(vnet),
    after: inNetwork(`${vnet}-2`),
    tied: ["network.existing.nodeSubnetId", "network.existing.apiServerSubnetId"],
  },
  {
    shows: ["nodeGroups[].gpu.driver = true"],
    before: gpuGroup({ driver: true }),
    after: gpuGroup({ driver: false }),
  },
  {
    shows: [
      "encryption.secrets",
      'encryption.secrets = "customer-key"',
      'encryption.secrets = "platform-key"',
    ],
    before: withEncryption({ secrets: "customer-key", keyId: keyVersion, keyVaultId: vault }),
    after: withEncryption({ secrets: "platform-key" }),
    tied: ["encryption.keyId", "encryption.keyVaultId"],
  },
  {
    shows: ["encryption.disks", 'encryption.disks = "customer-key"', 'encryption.disks = "platform-key"'],
    before: withEncryption({ disks: "customer-key", disksKeyId: key, disksKeyVaultId: vault }),
    after: withEncryption({ disks: "platform-key" }),
    tied: ["encryption.disksKeyId", "encryption.disksKeyVaultId"],
  },
  {
    shows: ["storage.backup.schedule"],
    before: withBackup(nightly, 30),
    after: withBackup("R/2026-01-01T02:00:00+00:00/P1W", 30),
  },
  {
    shows: ["storage.backup.retentionDays"],
    before: withBackup(nightly, 30),
    after: withBackup(nightly, 60),
  },
  {
    shows: ["storage.block = true"],
    before: withStorage({ block: true }),
    after: withStorage({ block: false }),
  },
  {
    shows: ["storage.block.defaultClass = true"],
    before: withStorage({ block: { defaultClass: true } }),
    after: withStorage({ block: { defaultClass: false } }),
  },
  {
    shows: ['loadBalancing.ingress = "internal"'],
    before: withLoadBalancing({ controller: true, ingress: "internal" }),
    after: withLoadBalancing({ controller: true, ingress: "external" }),
  },
  {
    shows: ["upgrades.window.days"],
    before: withUpgrades({ window: window("wednesday") }),
    after: withUpgrades({ window: window("sunday") }),
  },
  {
    shows: ['upgrades.nodeWindow.days = "wednesday"'],
    before: withUpgrades({ nodeWindow: window("wednesday") }),
    after: withUpgrades({ nodeWindow: window("sunday") }),
  },
  {
    shows: ["upgrades.pauses[].from"],
    before: pausedFrom("2026-12-20T00:00:00Z"),
    after: pausedFrom("2026-12-21T00:00:00Z"),
  },
  {
    shows: ['aks.autoscaler.expander = "priority"'],
    before: withOptions({ autoscaler: { expander: "priority" } }),
    after: withOptions({ autoscaler: { expander: "random" } }),
  },
  {
    shows: ["aks.autoscaler.daemonsetEvictionForOccupiedNodes = false"],
    before: withOptions({ autoscaler: { daemonsetEvictionForOccupiedNodes: false } }),
    after: withOptions({ autoscaler: { daemonsetEvictionForOccupiedNodes: true } }),
  },
  {
    shows: ["aks.windows"],
    before: withWindows({ adminPassword: "${var.windows_password}" }),
    after: withWindows(),
  },
  {
    shows: ["aks.windows.adminPassword"],
    before: withWindows({ adminPassword: "${var.windows_password}" }),
    after: withWindows({ adminPassword: "${var.other_password}" }),
  },
  {
    shows: ["aks.windows.adminUser"],
    before: withWindows({ adminUser: "ann", adminPassword: "${var.windows_password}" }),
    after: withWindows({ adminUser: "bob", adminPassword: "${var.windows_password}" }),
  },
];
