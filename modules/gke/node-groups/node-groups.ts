import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { constructId } from "../../cluster/names";
import type { GkeNodeGroupSpec } from "../spec";
import { GkeNodeGroup, type NodeGroupContext } from "./node-group";
import { RegistrySecrets } from "./registry-secrets";

/** See {@link GkeNodeGroups}. */
export interface GkeNodeGroupsProps extends NodeGroupContext {
  /** Created before the first node. */
  readonly prerequisites: readonly ITerraformDependable[];

  /** Created before grants on secrets: the API of Secret Manager. */
  readonly secretPrerequisites: readonly ITerraformDependable[];
}

/** All node groups. */
export class GkeNodeGroups extends Construct {
  /** The groups by name, in the order in which they were added. */
  readonly groups = new Map<string, GkeNodeGroup>();

  private readonly registrySecrets: RegistrySecrets;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: GkeNodeGroupsProps,
  ) {
    super(scope, id);
    this.registrySecrets = new RegistrySecrets(this, props);
  }

  /**
   * Adds a node group. Its name is the id of its construct.
   *
   * @param prerequisites - created before the first node of this group
   */
  add(spec: GkeNodeGroupSpec, prerequisites: readonly ITerraformDependable[] = []): GkeNodeGroup {
    const group = new GkeNodeGroup(this, constructId(spec.name), {
      ...this.props,
      spec,
      prerequisites: [...this.props.prerequisites, ...prerequisites, ...this.registrySecrets.grant(spec)],
    });
    const hadLinux = this.firstLinuxGroup !== undefined;
    this.groups.set(spec.name, group);
    if (group.isWindows) this.waitForLinux(group);
    else if (!hadLinux) this.windowsGroups.forEach((windows) => this.waitForLinux(windows));
    return group;
  }

  private get firstLinuxGroup(): GkeNodeGroup | undefined {
    return [...this.groups.values()].find(({ isWindows }) => !isWindows);
  }

  private get windowsGroups(): GkeNodeGroup[] {
    return [...this.groups.values()].filter(({ isWindows }) => isWindows);
  }

  /** GKE needs Linux nodes before the first Windows nodes, in any order of the list. */
  private waitForLinux(windows: GkeNodeGroup): void {
    for (const { resource } of this.firstLinuxGroup?.nodePools ?? []) windows.dependOn(resource);
  }
}
