import {
  type Declaration,
  type Declared,
  existingNetworkInput,
  type InputTable,
  isLiteral,
  machineTypesInput,
  type MachineTypeLimits,
  matches,
  type NetworkPart,
  principalInputs,
  rangesInput,
  sizesInput,
  tableOf,
  versionInput,
} from "../cluster/inputs";
import { limits } from "./limits";
import { architectureOf, hasGpus, sizePatterns } from "../azure/machine-types";
import type { AksClusterSpec, AksNodeGroupSpec } from "./spec";
import { type ResourceKind, resourceTypes } from "../azure/resource-ids";
import { apiAccessOf } from "./access/settings";
import { azureOwnsVersion } from "./control-plane/settings";
import { zoneNames } from "./zones";

/** What the caller of an exported module of an AKS cluster can set. */
export function aksInputs(declared: Declared<AksClusterSpec>): InputTable {
  const { cluster } = declared;
  return tableOf([
    { fixed: `Zones: ${zoneNames(cluster)!.join(", ")}` },
    versionInput(
      declared,
      azureOwnsVersion(cluster)
        ? "Kubernetes version at creation; Azure upgrades it later"
        : "Kubernetes version of the control plane and the nodes",
    ),
    sizesInput(declared),
    machineTypesInput(cluster.nodeGroups, machineTypeLimits),
    principalInputs(cluster.access, {
      what: "Object ids of Entra groups, users or service principals",
      pattern: "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$",
      mustBe: "an object id of Entra ID, a UUID",
    }),
    publicRanges(cluster),
    existingNetworkInput(networkParts(cluster)),
  ]);
}

function machineTypeLimits({ gpu, disk, machineTypes }: AksNodeGroupSpec): MachineTypeLimits {
  if (gpu || hasGpus(machineTypes[0])) return { fixed: "the settings of GPUs are for the size" };
  if (disk?.type === "ephemeral") return { fixed: "the ephemeral disk must fit the size" };
  const architecture = architectureOf(machineTypes[0]);
  const isArm = matches(sizePatterns.arm64);
  return {
    sameNumber: true,
    most: 1,
    condition: (size) =>
      `${matches(sizePatterns.any)(size)} && !${matches(sizePatterns.gpu)(size)} && ${architecture === "arm64" ? "" : "!"}${isArm(size)}`,
    mustBe: `a VM size without GPUs for ${architecture === "arm64" ? "arm64" : "x86_64"}, such as ${machineTypes[0]}`,
  };
}

function publicRanges({ access }: AksClusterSpec): Declaration {
  if (apiAccessOf(access).isPrivate) return { fixed: "Public access to the API server: none" };
  return rangesInput("public_from", "access.publicFrom", access.publicFrom!, {
    description: "IPv4 ranges from which the public address of the API server can be reached",
    least: 1,
    most: limits.authorizedRanges,
  });
}

function networkParts({ network = {} }: AksClusterSpec): NetworkPart[] {
  const { existing, egress } = network;
  if (!existing) return [];
  const part = (key: string, field: string, kind: ResourceKind, value: string | undefined): NetworkPart => ({
    keys: [key],
    field,
    value,
    condition:
      kind === "subnet" && isLiteral(existing.vnetId)
        ? (id) => `${isId(kind)(id)} && startswith(${id}, "\${var.existing_network.vnet_id}/subnets/")`
        : isId(kind),
    mustBe: `the id of a ${kind}${kind === "subnet" ? " of the virtual network" : ""}`,
  });
  const field = "network.existing";
  return [
    part("vnet_id", `${field}.vnetId`, "virtual network", existing.vnetId),
    part("node_subnet_id", `${field}.nodeSubnetId`, "subnet", existing.nodeSubnetId),
    part("pod_subnet_id", `${field}.podSubnetId`, "subnet", existing.podSubnetId),
    part("api_server_subnet_id", `${field}.apiServerSubnetId`, "subnet", existing.apiServerSubnetId),
    part("endpoint_subnet_id", `${field}.endpointSubnetId`, "subnet", existing.endpointSubnetId),
    part(
      "route_table_id",
      "network.egress.routeTableId",
      "route table",
      egress?.type === "route-table" ? egress.routeTableId : undefined,
    ),
  ];
}

/** Azure's ids name types and resources in turn. */
function isId(kind: ResourceKind): (value: string) => string {
  const [namespace, ...types] = resourceTypes[kind].split("/");
  const path = types.map((type) => `${type}/[^/]+`).join("/");
  return matches(`^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/${namespace}/${path}$`);
}
