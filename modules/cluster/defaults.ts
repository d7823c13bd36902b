import type {
  AccessSpec,
  BackupSpec,
  ClusterSpec,
  DiskSpec,
  EncryptionSpec,
  NetworkSpec,
  NodeGroupSpec,
  NodeUpgradeSpec,
  ObservabilitySpec,
  StorageSpec,
} from "./vocabulary";

/**
 * What a cluster gets where its description says nothing, the same on every platform; rules and constructs read it here.
 * `false` and `[]` are not in it: what is left out is then not there. The vocabulary's `@default` says the same.
 */
export const defaults = {
  cluster: { autoscaling: "cluster-autoscaler", protection: true },
  network: { cidr: "10.0.0.0/16", zones: 3, nat: "per-zone", ipFamily: "ipv4" },
  access: { private: true },
  nodeGroup: { capacity: "on-demand", spread: "one-group", repair: true },
  disk: { sizeGiB: 50 },
  upgrade: { maxUnavailablePercent: 33 },
  storage: { block: true },
  backup: { retentionDays: 35 },
  encryption: { secrets: "customer-key", disks: "platform-key" },
  observability: { retentionDays: 90 },
} as const satisfies {
  readonly cluster: Partial<ClusterSpec>;
  readonly network: Partial<NetworkSpec>;
  readonly access: Partial<AccessSpec>;
  readonly nodeGroup: Partial<NodeGroupSpec>;
  readonly disk: Partial<DiskSpec>;
  readonly upgrade: Partial<NodeUpgradeSpec>;
  readonly storage: Partial<StorageSpec>;
  readonly backup: Partial<BackupSpec>;
  readonly encryption: Partial<EncryptionSpec>;
  readonly observability: Partial<ObservabilitySpec>;
};
