import { Fn, Op, TerraformSelf, type TerraformResourceLifecycle } from "cdktf";
import type { Construct } from "constructs";
import { shortHash } from "../../cluster/names";
import { forHash } from "../../cluster/references";
import { defaults } from "../fields.generated";
import type { NodeSubnet } from "../../networks/aws/cluster-network";
import { capacityTypeOf, isSelfManaged } from "./kinds";
import type { NodePoolProps } from "./node-pool";
import type { EksNodeGroupSpec } from "./spec";

/**
 * Whether Terraform creates the replacement of a node pool before it destroys the old one.
 *
 * Terraform applies this order to all dependencies of the node pool, up to the cluster. The names of most of them are fixed, so that a
 * second one cannot be created next to a first one. Therefore only a group whose nodes are about to be replaced has this order.
 *
 * @see https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#create_before_destroy
 */
export function createsFirst({
  formerName,
  replacement = defaults["nodeGroups[].replacement"],
}: EksNodeGroupSpec): boolean {
  return formerName !== undefined || replacement === "blue-green";
}

/**
 * What EKS cannot change in a managed node group, apart from its name, as a hash takes it. Subnets are a set; machine types are in the
 * order of preference. The order of the keys decides on the hash, and so on the names of existing node groups.
 */
export function immutableFields(
  scope: Construct,
  { spec, amiType, machineTypes, role }: Pick<NodePoolProps, "spec" | "amiType" | "machineTypes" | "role">,
  subnets: readonly NodeSubnet[],
): unknown {
  return forHash(scope, {
    amiType: amiType ?? "CUSTOM",
    capacityType: capacityTypeOf(spec),
    machineTypes,
    subnets: inOrder(subnets).map((subnet) => subnet.identity),
    role: role.role ? "own" : role.arn,
  });
}

/** Subnets by zone, then by their identity: the same for each order in a file. */
export function inOrder(subnets: readonly NodeSubnet[]): NodeSubnet[] {
  const key = ({ zone, identity }: NodeSubnet) => `${zone} ${identity}`;
  return [...subnets].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Tags of the launch template that record which node pools exist. */
export const recordTags = {
  /** Kind and spread: they decide which node pools exist. */
  shape: "cdktf-clusters/node-pools",
  /** A hash of what EKS cannot change. */
  immutable: "cdktf-clusters/immutable-fields",
  /** A hash of the subnets of one zone, in a group with a node pool for each zone. */
  subnetsOf: (zone: string) => `cdktf-clusters/subnets-${zone}`,
} as const;

/**
 * Refuses a plan that would stop the nodes of a group before others are ready. Terraform ignores changes of the tags that record the
 * deployed fields, so that a condition can compare them with the fields of the file.
 *
 * @param immutable - fields whose change replaces the nodes; undefined if there are none
 * @param zoneSubnets - the subnets by zone of a group with a node pool for each zone: an added zone replaces no nodes, but other subnets
 * of a zone do
 */
export function replacementGuard(
  spec: EksNodeGroupSpec,
  immutable: unknown,
  zoneSubnets: Readonly<Record<string, unknown>> = {},
): { readonly tags: Record<string, string>; readonly lifecycle: TerraformResourceLifecycle } {
  const { name, replacement = defaults["nodeGroups[].replacement"] } = spec;
  const kind = isSelfManaged(spec) ? "self-managed" : "managed";
  const records = [
    {
      tag: recordTags.shape,
      value: `${kind}/${spec.spread ?? defaults["nodeGroups[].spread"]}`,
      guarded: replacement !== "recreate",
      message:
        `Another kind or spread of the node group ${name} stops its nodes before others are ready. ` +
        "Keep the deployed kind and spread, add a group with another name, deploy, and then remove this one. " +
        "Or set replacement: recreate if the nodes may stop first.",
    },
    ...(immutable === undefined
      ? []
      : [
          {
            tag: recordTags.immutable,
            value: shortHash(immutable),
            guarded: replacement === "refuse" && !createsFirst(spec),
            message:
              `A change of the node group ${name} replaces its nodes: its machine types, image, capacity, zones, placement or role ` +
              "differ from the deployed ones. Set replacement: blue-green to create the new nodes before the old ones are drained, or " +
              "replacement: recreate if the nodes may stop first.",
          },
        ]),
    ...Object.entries(zoneSubnets).map(([zone, subnets]) => ({
      tag: recordTags.subnetsOf(zone),
      value: shortHash(subnets),
      guarded: replacement === "refuse" && !createsFirst(spec),
      message:
        `Other subnets in the zone ${zone} replace the nodes of the node group ${name} in this zone. Set replacement: blue-green to ` +
        "create the new nodes before the old ones are drained, or replacement: recreate if the nodes may stop first.",
    })),
  ];
  const guarded = records.filter((record) => record.guarded);
  return {
    tags: Object.fromEntries(records.map(({ tag, value }) => [tag, value])),
    lifecycle:
      guarded.length === 0
        ? {}
        : {
            ignoreChanges: guarded.map(({ tag }) => `tags["${tag}"]`),
            postcondition: guarded.map(({ tag, value, message }) => ({
              condition: Op.eq(Fn.lookup(TerraformSelf.getAny("tags"), tag, value), value),
              errorMessage: message,
            })),
          },
  };
}
