import {
  ComputeInstanceGroupManager,
  type ComputeInstanceGroupManagerConfig,
} from "@cdktf/provider-google/lib/compute-instance-group-manager";
import { ComputeRegionInstanceGroupManager } from "@cdktf/provider-google/lib/compute-region-instance-group-manager";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { machineFamily } from "../../google/machine-types";
import { type NodePlacement, placements } from "../../cluster/scaling";
import { computeName } from "../../google/names";
import type { ClusterSettings } from "../boot/settings";
import { defaults } from "../fields.generated";
import type { KubeadmNodeGroup, KubeadmNodePool } from "../node-groups/node-group";
import type { KubeadmNodeGroupSpec } from "../spec";
import { surgeOf } from "../node-groups/surge";
import { fileArchitecture } from "../software/architecture";
import { google } from "./cloud";
import { groupName, groupNameParts } from "./group-names";
import { createInstanceTemplate } from "./instance-template";
import { baseNameLength } from "./slots";

/** Minutes until a node is ready, unless the file sets hours. */
const defaultMinutes = 15;

/** Longest time in seconds for which a group does not repair a new machine. */
const longestDelay = 3600;

/** See {@link NodePools}. */
export interface NodePoolsProps {
  readonly spec: KubeadmNodeGroupSpec;
  readonly settings: ClusterSettings;
  /** Zones of the cluster. */
  readonly zones: readonly string[];
  readonly subnetworkId: string;
  readonly serviceAccount: string;
  /** Id of the health check of nodes. */
  readonly healthCheckId: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Dependencies of nodes: the control plane, and permissions. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/** The node pools of a node group: one managed instance group, or one in each zone. */
export class NodePools extends Construct implements KubeadmNodeGroup {
  readonly name: string;
  readonly nodePools: readonly KubeadmNodePool[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: NodePoolsProps,
  ) {
    super(scope, id);
    const { spec, zones } = props;
    this.name = spec.name;
    const template = this.createTemplate();
    this.nodePools = placements(spec, zones).map((placement) => ({
      ...placement,
      name: this.createPool(placement, template.id),
    }));
  }

  private createTemplate() {
    const { spec, settings } = this.props;
    return createInstanceTemplate(this, "instance_template", {
      name: [settings.name, spec.name].join("-"),
      description: `Nodes of the group ${spec.name} of the cluster ${settings.name}`,
      region: settings.region,
      machineType: spec.machineTypes[0],
      image: spec.image,
      diskGiB: spec.disk?.sizeGiB ?? defaults["nodeGroups[].disk.sizeGiB"],
      serviceAccount: this.props.serviceAccount,
      subnetworkId: this.props.subnetworkId,
      spot: spec.capacity === "spot",
      labels: { ...this.props.labels, ...spec.tags },
      settings: {
        cluster: settings,
        machine: {
          role: "worker",
          architecture: fileArchitecture(machineFamily(spec.machineTypes[0])?.architecture),
          group: spec.name,
          labels: spec.labels,
          taints: spec.taints,
          maxPods: spec.maxPods ?? defaults["nodeGroups[].maxPods"],
        },
      },
    });
  }

  private createPool(placement: NodePlacement, templateId: string): string {
    const { spec, settings, healthCheckId, prerequisites } = this.props;
    const id = placement.zone ?? "group";
    const group = [settings.name, settings.region, spec, placement] as const;
    const minutes = spec.timeoutHours === undefined ? defaultMinutes : spec.timeoutHours * 60;
    const { size } = placement;
    const common = {
      name: groupName(...group),
      baseInstanceName: computeName(groupNameParts(...group), baseNameLength),
      targetSize: size.desired,
      version: [{ instanceTemplate: templateId }],
      autoHealingPolicies: {
        healthCheck: healthCheckId,
        initialDelaySec: Math.min(minutes * 60, longestDelay),
      },
      instanceLifecyclePolicy: {
        defaultActionOnFailure: (spec.repair ?? defaults["nodeGroups[].repair"]) ? "REPAIR" : "DO_NOTHING",
        forceUpdateOnRepair: "YES",
      },
      // A group is stable when the health checks of all machines have succeeded.
      waitForInstances: true,
      waitForInstancesStatus: "STABLE",
      timeouts: { create: `${minutes}m`, update: `${minutes}m`, delete: `${minutes}m` },
      // The autoscaler owns the number of nodes between the bounds.
      lifecycle: size.owner === "autoscaler" ? { ignoreChanges: ["target_size"] } : undefined,
      dependsOn: [...prerequisites],
    } satisfies Partial<ComputeInstanceGroupManagerConfig>;
    const [only, ...others] = placement.zones;
    if (others.length === 0) {
      const updatePolicy = paceOf(spec, placement);
      return new ComputeInstanceGroupManager(this, id, { ...common, zone: only, updatePolicy }).name;
    }
    return new ComputeRegionInstanceGroupManager(this, id, {
      ...common,
      region: settings.region,
      distributionPolicyZones: [...placement.zones],
      updatePolicy: { ...paceOf(spec, placement), instanceRedistributionType: "PROACTIVE" },
    }).name;
  }
}

/** Machines are replaced when the template changes: new ones first. */
const paceOf = (spec: KubeadmNodeGroupSpec, placement: NodePlacement) => ({
  type: "PROACTIVE",
  minimalAction: "REPLACE",
  mostDisruptiveAllowedAction: "REPLACE",
  replacementMethod: "SUBSTITUTE",
  maxSurgeFixed: surgeOf(spec, placement, google),
  maxUnavailableFixed: 0,
});
