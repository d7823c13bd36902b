import type {
  AksAccessSpec,
  AksClusterSpec,
  AksEgress,
  AksNetworkSpec,
  AksPolicySetting,
} from "../../../modules/aks/spec";
import { fieldsOf } from "../fields";
import { type FieldsAt, Vocabulary } from "../vocabulary";

export const aks = new Vocabulary<AksClusterSpec>(fieldsOf("AksClusterSpec"));

/** How a map of the cluster is drawn. */
export type Part<Path extends string> = FieldsAt<AksClusterSpec, Path>;

/** Values that several parts of a description depend on. */
export interface Frame {
  readonly region: string;
  readonly minor: number;
  readonly network: AksNetworkSpec | undefined;
  readonly zones: readonly string[];
  readonly autoscaling: AksClusterSpec["autoscaling"];
  readonly access: AksAccessSpec;
  readonly podNetwork: NonNullable<AksNetworkSpec["podNetwork"]>;
  readonly policy: string;
  readonly egress: AksEgress["type"];

  /** Each node group must have one node pool in each zone. */
  readonly natPerZone: boolean;
  readonly support: "standard" | "long-term" | undefined;

  /** Settings that no other field has. */
  readonly setByPolicy: readonly AksPolicySetting[] | undefined;
}

export const subscription = "00000000-1111-2222-3333-444444444444";

/** The id of an existing resource. */
export const resource = (type: string, name: string, group = "shared"): string =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/${type}/${name}`;

export const vault = (name: string) => resource("Microsoft.KeyVault/vaults", name);

export const registry = resource("Microsoft.ContainerRegistry/registries", "images");

export const certificate = Buffer.from(
  "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
).toString("base64");
