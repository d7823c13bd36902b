import {
  type Declaration,
  type Declared,
  existingNetworkInput,
  type InputTable,
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
import { imageKind } from "./node-groups/images";
import { acceleratorOf, typePatterns } from "../aws/machine-types";
import { isSelfManaged } from "./node-groups/kinds";
import { withPodLimit } from "./network/pod-network";
import type { EksClusterSpec, EksNodeGroupSpec } from "./spec";
import { partitionOf } from "../aws/regions";
import { zoneNames } from "./zones";

/** What the caller of an exported module of an EKS cluster can set. */
export function eksInputs(declared: Declared<EksClusterSpec>): InputTable {
  const { cluster } = declared;
  return tableOf([
    { fixed: `Zones: ${zoneNames(cluster)!.join(", ")}` },
    versionInput(
      declared,
      "Kubernetes version of the control plane and the nodes, with add-ons and images that fit it",
    ),
    sizesInput(declared),
    machineTypesInput(cluster.nodeGroups, (group) => machineTypeLimits(group, cluster)),
    principalInputs(cluster.access, {
      what: "ARNs of IAM roles or users",
      pattern: `^arn:${partitionOf(cluster.region)}:iam::[0-9]{12}:(role|user)/[A-Za-z0-9_+=,.@/-]+$`,
      mustBe: `the ARN of an IAM role or user in the partition ${partitionOf(cluster.region)}`,
      reserved: cluster.eks?.nodeRoleArn,
    }),
    publicRanges(cluster),
    existingNetworkInput(networkParts(cluster)),
  ]);
}

function machineTypeLimits(group: EksNodeGroupSpec, cluster: EksClusterSpec): MachineTypeLimits {
  const fixed = reasonForFixedTypes(group, cluster);
  if (fixed) return { fixed };
  const { architecture } = imageKind(group);
  const accelerator = acceleratorOf(group.machineTypes[0]);
  const is = (pattern: keyof typeof typePatterns) => matches(typePatterns[pattern]);
  return {
    sameNumber: isSelfManaged(group),
    most: 20,
    condition: (type) =>
      [
        is("any")(type),
        `${architecture === "arm64" ? "" : "!"}${is("arm64")(type)}`,
        ...(["nvidia", "neuron"] as const).map((one) => `${accelerator === one ? "" : "!"}${is(one)(type)}`),
      ].join(" && "),
    mustBe: `an EC2 instance type for ${architecture} ${accelerator ? `with ${accelerator} accelerators` : "without accelerators"}, for which the image is built`,
  };
}

/** Whether other resources or arguments depend on the machine types of a group. */
function reasonForFixedTypes(group: EksNodeGroupSpec, cluster: EksClusterSpec): string | undefined {
  if (group.machines) return "the group chooses machines by their properties";
  if (group.efa) return "the network interfaces are those of the type";
  if (group.reservation) return "the capacity reservation is for the type";
  if (group.localStorage === "raid0") return "the nodes use local disks";
  if (withPodLimit(group, cluster).maxPods !== group.maxPods) {
    return "the limit of pods of a node is computed from the types; set maxPods to make them an input";
  }
  return undefined;
}

function publicRanges({ access }: EksClusterSpec): Declaration {
  const { publicFrom = [] } = access;
  if (publicFrom.length === 0) return { fixed: "Public access to the API server: none" };
  if (access.private === false) {
    return { fixed: `Public access to the API server (${publicFrom.join(", ")}): nodes use it too` };
  }
  return rangesInput("public_from", "access.publicFrom", publicFrom, {
    description: "IPv4 ranges from which the public address of the API server can be reached",
    least: 1,
    most: 40,
  });
}

function networkParts({ network }: EksClusterSpec): NetworkPart[] {
  const { existing } = network ?? {};
  if (!existing) return [];
  const isId = (kind: string) => ({
    condition: matches(`^${kind}-([0-9a-f]{8}|[0-9a-f]{17})$`),
    mustBe: `the id of a ${kind}`,
  });
  const isSubnet = isId("subnet");
  const field = "network.existing";
  return [
    { keys: ["vpc_id"], field: `${field}.vpcId`, value: existing.vpcId, ...isId("vpc") },
    ...(["nodeSubnets", "podSubnets"] as const).flatMap((list) =>
      (existing[list] ?? []).map(({ id, zone }, i, all): NetworkPart => ({
        keys: [list === "nodeSubnets" ? "node_subnet_ids" : "pod_subnet_ids", keyOf(zone, all.slice(0, i))],
        field: `${field}.${list}.${i}.id`,
        value: id,
        ...isSubnet,
      })),
    ),
    {
      keys: ["control_plane_subnet_ids"],
      field: `${field}.controlPlaneSubnetIds`,
      value: existing.controlPlaneSubnetIds,
      condition: (ids) => `length(${ids}) >= 2 && alltrue([for id in ${ids} : ${isSubnet.condition("id")}])`,
      mustBe: "ids of at least two subnets",
    },
  ];
}

/** Subnets are given by their zone; a second one of a zone has a number. */
function keyOf(zone: string, before: readonly { readonly zone: string }[]): string {
  const others = before.filter((subnet) => subnet.zone === zone).length;
  return others === 0 ? zone : `${zone}-${others + 1}`;
}
