import type {
  AnyGkeClusterProps,
  GkeAccessSpec,
  GkeEncryptionSpec,
  GkeExistingNetwork,
  GkeGrant,
  GkeNetworkSpec,
  GkeNodeGroupSpec,
  GkeObservabilitySpec,
  GkeOptions,
  GkeStorageSpec,
  GkeUpgradesSpec,
  GkeWorkloadIdentitySpec,
} from "../../modules/gke/spec";
import type { RuleCases } from "../cluster/rule-cases";

export type GkeRuleCases = RuleCases<AnyGkeClusterProps>;

/** The date for which the tests check versions. */
export const today = new Date("2026-11-23T12:00:00Z");

export const admin = "group:platform@example.com";
export const key = "projects/shop/locations/europe-west3/keyRings/gke/cryptoKeys/secrets";
export const keyElsewhere = "projects/shop/locations/europe-west1/keyRings/gke/cryptoKeys/secrets";

/** A valid cluster with some changes. */
export function cluster(patch: Partial<AnyGkeClusterProps> = {}): AnyGkeClusterProps {
  return {
    name: "production-shop",
    region: "europe-west3",
    kubernetesVersion: "1.35",
    access: { admins: [admin] },
    nodeGroups: [group()],
    ...patch,
  };
}

/** A valid node group with some changes. */
export function group(patch: Partial<GkeNodeGroupSpec> = {}): GkeNodeGroupSpec {
  return { name: "workers", machineTypes: ["n2-standard-4"], size: { min: 3, max: 10 }, ...patch };
}

export const withGroups = (...patches: Partial<GkeNodeGroupSpec>[]): AnyGkeClusterProps =>
  cluster({ nodeGroups: patches.map(group) });

/** A cluster with one group of a machine type. */
export const on = (machineType: string, patch: Partial<GkeNodeGroupSpec> = {}): AnyGkeClusterProps =>
  withGroups({ machineTypes: [machineType], ...patch });

export const withNetwork = (network: GkeNetworkSpec): AnyGkeClusterProps => cluster({ network });

export const withAccess = (access: Partial<GkeAccessSpec>): AnyGkeClusterProps =>
  cluster({ access: { admins: [admin], ...access } });

export const withStorage = (storage: GkeStorageSpec): AnyGkeClusterProps => cluster({ storage });

export const withEncryption = (encryption: GkeEncryptionSpec): AnyGkeClusterProps => cluster({ encryption });

export const withUpgrades = (upgrades: GkeUpgradesSpec): AnyGkeClusterProps => cluster({ upgrades });

export const withObservability = (observability: GkeObservabilitySpec): AnyGkeClusterProps =>
  cluster({ observability });

export const withOptions = (gke: GkeOptions): AnyGkeClusterProps => cluster({ gke });

/** An Autopilot cluster with some changes. */
export const autopilot = (patch: Partial<AnyGkeClusterProps> = {}): AnyGkeClusterProps =>
  cluster({ nodeGroups: [], gke: { mode: "autopilot" }, ...patch });

export const withWorkload = (patch: Partial<GkeWorkloadIdentitySpec>): AnyGkeClusterProps =>
  cluster({ workloadIdentities: [{ namespace: "shop", serviceAccount: "orders", ...patch }] });

export const withGrants = (...grants: GkeGrant[]): AnyGkeClusterProps => withWorkload({ grants });

/** An existing network of a host project. */
export const existing: GkeExistingNetwork = {
  network: "projects/shop-network/global/networks/shop",
  subnetwork: "projects/shop-network/regions/europe-west3/subnetworks/nodes",
  podRange: "pods",
  serviceRange: "services",
  nodeCidr: "10.1.0.0/20",
  podCidr: "10.2.0.0/16",
  serviceCidr: "10.1.16.0/20",
  hostProject: "shop-network",
};

export const withExisting = (patch: Partial<GkeExistingNetwork> = {}): AnyGkeClusterProps =>
  withNetwork({ existing: { ...existing, ...patch } });

/** The value of a field that refers to a variable. */
export const variable = "${var.some}" as never;
