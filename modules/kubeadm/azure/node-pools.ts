import { LinuxVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { architectureOf } from "../../azure/machine-types";
import { leastBatchPercent } from "../../azure/limits";
import type { ResourceGroupRef } from "../../azure/resource-group";
import { boundedName } from "../../cluster/names";
import { type NodePlacement, placements } from "../../cluster/scaling";
import { type ClusterSettings, kubeletPort } from "../boot/settings";
import { encodedUserData } from "../boot/user-data";
import { defaults } from "../fields.generated";
import type { KubeadmNodeGroup, KubeadmNodePool } from "../node-groups/node-group";
import type { KubeadmNodeGroupSpec } from "../spec";
import { fileArchitecture } from "../software/architecture";
import type { MachineIdentity } from "./identity";
import { imageOf } from "./image";
import type { KubeadmNetwork } from "./network";
import { readinessScript } from "./readiness";
import { unusableKey } from "./ssh-key";

/** Minutes for which the extension of a machine waits until its node is ready. */
const minutes = 15;

/**
 * Longest time for which a machine that Azure ends can move its pods.
 *
 * @see https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-terminate-notification
 */
const longestTermination = "PT15M";

/** Longest name of a scale set: names of machines have "-" and six more characters, and are labels of DNS names. */
const nameLength = 56;

/** See {@link NodePools}. */
export interface NodePoolsProps {
  readonly spec: KubeadmNodeGroupSpec;
  readonly place: ResourceGroupRef;
  readonly settings: ClusterSettings;
  readonly zones: readonly string[];
  readonly network: KubeadmNetwork;
  readonly identity: MachineIdentity;
  readonly autoscaling: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Fails the plan as long as a control-plane machine has another version of Kubernetes. */
  readonly slotsAreReady: { readonly condition: string; readonly errorMessage: string };
  readonly prerequisites: readonly ITerraformDependable[];
}

/** The node pools of a node group: one scale set, or one in each zone. */
export class NodePools extends Construct implements KubeadmNodeGroup {
  readonly name: string;
  readonly nodePools: readonly KubeadmNodePool[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: NodePoolsProps,
  ) {
    super(scope, id);
    this.name = props.spec.name;
    this.nodePools = placements(props.spec, props.zones).map((placement) => ({
      ...placement,
      name: this.createPool(placement).name,
    }));
  }

  private createPool(placement: NodePlacement): LinuxVirtualMachineScaleSet {
    const { spec, place, settings, network, identity, prerequisites } = this.props;
    const { size, zones } = placement;
    const name = boundedName(
      [settings.name, spec.name, ...(placement.zone === undefined ? [] : [placement.zone])],
      nameLength,
    );
    const isSpot = spec.capacity === "spot";
    return new LinuxVirtualMachineScaleSet(this, placement.zone ?? "group", {
      ...place,
      name,
      // The boot program of the control plane finds a machine by this form of its name.
      computerNamePrefix: `${name}-`,
      sku: spec.machineTypes[0],
      instances: size.desired,
      zones: [...zones],
      zoneBalance: zones.length > 1 && size.owner !== "autoscaler" ? true : undefined,
      overprovision: false,
      singlePlacementGroup: false,
      adminUsername: "no-login",
      adminSshKey: [{ username: "no-login", publicKey: unusableKey }],
      disablePasswordAuthentication: true,
      ...imageOf(spec.image, spec.machineTypes[0]),
      osDisk: {
        caching: "ReadOnly",
        storageAccountType: "Premium_LRS",
        diskSizeGb: spec.disk?.sizeGiB ?? defaults["nodeGroups[].disk.sizeGiB"],
      },
      networkInterface: [
        {
          name: "machine",
          primary: true,
          ipConfiguration: [
            {
              name: "machine",
              primary: true,
              subnetId: network.subnetOf(zones[0]).id,
              applicationSecurityGroupIds: [network.nodes.id],
            },
          ],
        },
      ],
      identity: { type: "UserAssigned", identityIds: [identity.identity.id] },
      bootDiagnostics: {},
      userData: encodedUserData({
        cluster: settings,
        machine: {
          role: "worker",
          architecture: fileArchitecture(architectureOf(spec.machineTypes[0])),
          group: spec.name,
          identity: identity.identity.clientId,
          labels: spec.labels,
          taints: spec.taints,
          maxPods: spec.maxPods ?? defaults["nodeGroups[].maxPods"],
        },
      }),
      priority: isSpot ? "Spot" : undefined,
      evictionPolicy: isSpot ? "Delete" : undefined,
      // Azure refuses it for Spot machines, whose end it announces 30 seconds before.
      terminationNotification: isSpot ? undefined : { enabled: true, timeout: longestTermination },
      extension: [
        {
          name: "ready",
          publisher: "Microsoft.Azure.Extensions",
          type: "CustomScript",
          typeHandlerVersion: "2.1",
          settings: JSON.stringify({ script: Buffer.from(readinessScript(minutes)).toString("base64") }),
        },
        {
          name: "health",
          publisher: "Microsoft.ManagedServices",
          type: "ApplicationHealthLinux",
          typeHandlerVersion: "1.0",
          automaticUpgradeEnabled: true,
          settings: JSON.stringify({ protocol: "tcp", port: kubeletPort }),
        },
      ],
      extensionsTimeBudget: `PT${minutes + 5}M`,
      // Also if it is off: the provider keeps the block that the scale set has, and plans nothing.
      automaticInstanceRepair: {
        enabled: spec.repair ?? defaults["nodeGroups[].repair"],
        action: "Replace",
        gracePeriod: `PT${minutes + 15}M`,
      },
      // New machines first: a machine with the name of another one could not join.
      upgradeMode: "Rolling",
      rollingUpgradePolicy: {
        maxBatchInstancePercent: batchOf(spec, placement),
        maxUnhealthyInstancePercent: 100,
        maxUnhealthyUpgradedInstancePercent: 20,
        pauseTimeBetweenBatches: "PT0S",
        maximumSurgeInstancesEnabled: true,
      },
      tags: this.tagsOf(placement),
      lifecycle: {
        ignoreChanges: size.owner === "autoscaler" ? ["instances"] : undefined,
        // A kubelet is not newer than the API server: https://kubernetes.io/releases/version-skew-policy/
        precondition: [this.props.slotsAreReady],
      },
      timeouts: { create: `${minutes + 10}m`, update: `${(minutes + 10) * 4}m` },
      dependsOn: [...prerequisites],
    });
  }

  /**
   * @see https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/azure/README.md
   */
  private tagsOf({ size }: NodePlacement): Record<string, string> {
    const { spec, settings, autoscaling, tags } = this.props;
    const own = { ...tags, ...spec.tags };
    if (autoscaling !== "cluster-autoscaler" || size.owner !== "autoscaler") return own;
    const hint = (kind: string, key: string) =>
      `k8s.io_cluster-autoscaler_node-template_${kind}_${key.replaceAll("/", "_")}`;
    return {
      ...own,
      "cluster-autoscaler-enabled": "true",
      "cluster-autoscaler-name": settings.name,
      min: String(size.min),
      max: String(size.max),
      ...Object.fromEntries(
        Object.entries(spec.labels ?? {}).map(([key, value]) => [hint("label", key), value]),
      ),
      ...Object.fromEntries(
        (spec.taints ?? []).map(({ key, value = "", effect }) => [hint("taint", key), `${value}:${effect}`]),
      ),
    };
  }
}

/** The part of a scale set that is replaced at once, 5 to 100 percent. */
function batchOf({ upgrade = {} }: KubeadmNodeGroupSpec, { size }: NodePlacement): number {
  const { maxUnavailable, maxUnavailablePercent = defaults["nodeGroups[].upgrade.maxUnavailablePercent"] } =
    upgrade;
  const percent =
    maxUnavailable === undefined
      ? maxUnavailablePercent
      : Math.floor((100 * maxUnavailable) / Math.max(1, size.max));
  return Math.min(100, Math.max(leastBatchPercent, percent));
}
