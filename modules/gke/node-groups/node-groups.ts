import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { GkeNodeGroupSpec } from "../props";
import { GkeNodeGroup, type NodeGroupContext } from "./node-group";

/** See {@link GkeNodeGroups}. */
export interface GkeNodeGroupsProps extends NodeGroupContext {
  /** What must stand before the first node starts. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/** All workers. */
export class GkeNodeGroups extends Construct {
  /** The groups by name, in the order in which they were added. */
  readonly groups = new Map<string, GkeNodeGroup>();

  /** A group that Windows groups wait for: GKE wants Linux nodes first. */
  private firstLinuxGroup?: GkeNodeGroup;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: GkeNodeGroupsProps,
  ) {
    super(scope, id);
  }

  /** Makes a group. Its name is the id of its construct. */
  add(spec: GkeNodeGroupSpec): GkeNodeGroup {
    const isWindows = spec.image?.family === "windows";
    const linux = isWindows ? (this.firstLinuxGroup?.nativeGroups ?? []) : [];
    const group = new GkeNodeGroup(this, spec.name, {
      ...this.props,
      spec,
      prerequisites: [...this.props.prerequisites, ...linux.map(({ resource }) => resource)],
    });
    if (!isWindows) this.firstLinuxGroup ??= group;
    this.groups.set(spec.name, group);
    return group;
  }
}
