import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Fn, type ITerraformDependable } from "cdktf";
import { partIn } from "../../azure/resource-ids";
import { json } from "../../cluster/encode";
import { Construct } from "constructs";
import { Cidr } from "../../cluster/addresses";
import { constructId } from "../../cluster/names";
import { dnsZoneOf, endpointOf } from "../access/endpoint";
import type { ClusterSettings } from "../boot/settings";
import { balancerAddress, type Slot, slotsOf } from "../control-plane/slots";
import { defaults } from "../fields.generated";
import type { Infrastructure } from "../infrastructure";
import { natOf } from "../network/nat";
import { podNetworkOf } from "../network/pod-network";
import type { KubeadmNodeGroup } from "../node-groups/node-group";
import { clusterSettings } from "../settings";
import { controllerManagerManifests, ownManifests } from "../software/manifests";
import type { KubeadmClusterProps, KubeadmNodeGroupSpec } from "../spec";
import { blockStorageOf, hasSnapshots } from "../storage/block";
import { administratorBinding, entraIdentities } from "./administrators";
import { azure } from "./cloud";
import { emergencyKubeconfigCommand, kubeconfigCommand, logCommand, replacementCommands } from "./commands";
import { MachineIdentity } from "./identity";
import { LoadBalancer } from "./load-balancer";
import { applyManifests, controllerManager } from "./manifests";
import { runCommand } from "./run-command";
import { KubeadmNetwork } from "./network";
import { NodePools } from "./node-pools";
import { blockDriver, blockSnapshots, clusterAutoscaler, machineReader } from "./permissions";
import { addressOf, ControlPlaneSlot, slotsHaveVersion } from "./slots";
import { storageManifests } from "./storage-manifests";
import { Store } from "./store";

/** The machines of a cluster on Azure, and what they need. The resource group has nothing else: it is the scope of permissions. */
export class AzureInfrastructure implements Infrastructure {
  readonly nodePoolKind = "scale_set";
  readonly resourceGroup: ResourceGroup;
  readonly network: KubeadmNetwork;
  readonly store: Store;
  readonly loadBalancer: LoadBalancer;
  readonly controlPlaneIdentity: MachineIdentity;
  readonly workerIdentity: MachineIdentity;
  readonly slots: readonly Slot[];
  readonly controlPlaneSlots: readonly ControlPlaneSlot[];

  readonly certificateAuthority: string;
  readonly networkId: string;
  readonly account: string;
  readonly nodeSubnetIds: readonly string[];
  readonly kubeconfigCommand: string;
  readonly emergencyKubeconfigCommand: string;
  readonly logCommand: string;
  readonly storeName: string;
  readonly storageManifests: object;
  readonly replacementCommands: readonly string[];

  private readonly settings: ClusterSettings;
  private readonly nodePrerequisites: readonly ITerraformDependable[];

  constructor(
    private readonly scope: Construct,
    private readonly props: KubeadmClusterProps,
    private readonly zones: readonly string[],
  ) {
    const { name: clusterName, region } = props;
    const cidr = props.network?.cidr ?? defaults["network.cidr"];
    const nat = natOf(props);
    const subnets = azure.network.subnets(Cidr.parse(cidr)!, region, zones, nat);
    const rangeOf = (zone: string) =>
      azure.network.slotRange!(subnets.find((one) => one.zones.includes(zone))!.range);
    this.slots = slotsOf(props, zones, rangeOf);
    this.resourceGroup = new ResourceGroup(scope, "resource_group", {
      name: clusterName,
      location: region,
      lifecycle: { preventDestroy: this.protection },
    });
    const place = { resourceGroupName: this.resourceGroup.name, location: this.resourceGroup.location };
    const common = { clusterName, place, groupId: this.resourceGroup.id };
    this.network = new KubeadmNetwork(scope, "network", {
      ...common,
      cidr,
      zones,
      // A rule refuses a network without egress.
      nat: nat === "none" ? undefined : { kind: nat },
      protection: this.protection,
      podNetwork: podNetworkOf(props),
      privateFrom: props.access.privateFrom ?? defaults["access.privateFrom"],
    });
    const identity = new Construct(scope, "identity");
    this.controlPlaneIdentity = new MachineIdentity(identity, "control_plane", {
      ...common,
      role: "control-plane",
    });
    this.workerIdentity = new MachineIdentity(identity, "workers", { ...common, role: "node" });
    this.allowControllers(identity);

    const controlPlane = new Construct(scope, "control_plane");
    this.store = new Store(controlPlane, "store", {
      ...common,
      backupDays: props.controlPlane.etcd?.retentionDays ?? defaults["controlPlane.etcd.retentionDays"],
      controlPlane: this.controlPlaneIdentity,
      workers: this.workerIdentity,
      protection: this.protection,
    });
    const client = new DataAzurermClientConfig(controlPlane, "client", {});
    const address = balancerAddress(rangeOf(zones[0]));
    this.settings = {
      ...clusterSettings(props, this.slots, {
        cloud: "azure",
        bucket: this.store.account.name,
        workerRole: this.resourceGroup.id,
        certificateNames: [address],
        ...(props.access.admins.length > 0 && { oidc: entraIdentities }),
      }),
      tenant: client.tenantId,
    };
    const prerequisites = [...this.network.nodePrerequisites, ...this.store.guards];
    const ready: ITerraformDependable[] = [];
    this.controlPlaneSlots = this.slots.map((slot) => {
      const created = new ControlPlaneSlot(controlPlane, `slot_${slot.index}`, {
        slot,
        place,
        spec: props.controlPlane,
        settings: this.settings,
        subnetId: this.network.subnetOf(slot.zone).id,
        securityGroupId: this.network.controlPlane.id,
        identity: this.controlPlaneIdentity,
        tags: props.tags ?? {},
        protection: this.protection,
        prerequisites: [...prerequisites, ...this.controlPlaneIdentity.permissions, ...ready.slice(-1)],
      });
      ready.push(created.ready);
      return created;
    });
    const [first] = this.controlPlaneSlots;
    const onFirst = { location: place.location, machineId: first.machine.id, dependsOn: ready };
    // Also without administrators: the binding of earlier ones gets no subjects.
    runCommand(controlPlane, "administrators", {
      ...onFirst,
      name: "administrators",
      script: [
        "kubectl --kubeconfig /var/lib/kubernetes-boot/admin.conf apply -f - <<'END'",
        json(administratorBinding(props.access.admins)),
        "END",
      ].join("\n"),
    });
    const { kubernetesVersion } = props;
    const managed = applyManifests(controlPlane, "controller_manager", {
      ...onFirst,
      name: "controller-manager",
      set: "controller-manager",
      kubernetesVersion,
      manifests: controllerManagerManifests(
        props,
        controllerManager({
          tenantId: client.tenantId,
          subscriptionId: client.subscriptionId,
          place,
          identity: this.controlPlaneIdentity.identity.clientId,
        }),
      ),
    });
    // Nodes do not wait for them: a manifest can need nodes, and a fault in one must not keep the cluster without nodes.
    applyManifests(controlPlane, "manifests", {
      ...onFirst,
      name: "manifests",
      set: "terraform",
      kubernetesVersion,
      manifests: ownManifests(props),
      dependsOn: [...ready, managed],
    });
    this.loadBalancer = new LoadBalancer(new Construct(scope, "access"), "load_balancer", {
      clusterName,
      place,
      vnetId: this.network.vnet.id,
      subnetId: this.network.subnetOf(zones[0]).id,
      address,
      dnsZone: dnsZoneOf(props),
      endpoint: endpointOf(props),
      interfaces: this.controlPlaneSlots.map(({ networkInterface }) => networkInterface),
    });
    this.nodePrerequisites = [
      ...prerequisites,
      ...this.workerIdentity.permissions,
      ...this.loadBalancer.prerequisites,
      ...ready,
      managed,
    ];
    this.certificateAuthority = Fn.base64encode(first.ready.instanceView.get(0).output);
    this.networkId = this.network.vnet.id;
    this.account = partIn(this.networkId, 2);
    this.nodeSubnetIds = this.network.nodeSubnets.map(({ subnet }) => subnet.id);
    const commands = {
      clusterName,
      resourceGroup: this.resourceGroup.name,
      account: this.store.account.name,
      endpoint: endpointOf(props),
      certificateAuthority: this.certificateAuthority,
    };
    this.kubeconfigCommand = kubeconfigCommand(commands);
    this.emergencyKubeconfigCommand = emergencyKubeconfigCommand(commands);
    this.logCommand = logCommand(commands, this.slots[0]);
    this.storeName = this.store.account.name;
    this.storageManifests = storageManifests(blockStorageOf(props), hasSnapshots(props));
    this.replacementCommands = replacementCommands(
      this.controlPlaneSlots.map(({ address, ready }, i) => ({
        name: this.slots[i].name,
        address,
        last: addressOf(ready),
      })),
    );
  }

  createNodeGroup(spec: KubeadmNodeGroupSpec): KubeadmNodeGroup {
    const { resourceGroup, props } = this;
    return new NodePools(this.nodeGroups, constructId(spec.name), {
      spec,
      place: { resourceGroupName: resourceGroup.name, location: resourceGroup.location },
      settings: this.settings,
      zones: this.zones,
      network: this.network,
      identity: this.workerIdentity,
      autoscaling: props.autoscaling ?? defaults["autoscaling"],
      tags: props.tags ?? {},
      slotsAreReady: {
        condition: slotsHaveVersion(this.controlPlaneSlots, props.kubernetesVersion),
        errorMessage: `control-plane machines are replaced first: run the commands of the output replacement_commands, then kubernetesVersion ${props.kubernetesVersion} reaches the nodes`,
      },
      prerequisites: this.nodePrerequisites,
    });
  }

  private get nodeGroups(): Construct {
    const found = this.scope.node.tryFindChild("node_groups");
    return (found as Construct | undefined) ?? new Construct(this.scope, "node_groups");
  }

  private get protection(): boolean {
    return this.props.protection ?? defaults["protection"];
  }

  /** Permissions of the controllers that run on control-plane machines. */
  private allowControllers(identity: Construct): void {
    const { controlPlaneIdentity: machines, props, scope } = this;
    machines.allow(identity, "machine_reader", "Reads machines for", machineReader);
    if ((props.autoscaling ?? defaults["autoscaling"]) === "cluster-autoscaler") {
      const autoscaling = new Construct(scope, "autoscaling");
      machines.allow(autoscaling, "cluster_autoscaler", "Cluster Autoscaler of", clusterAutoscaler);
    }
    if (blockStorageOf(props)) {
      machines.allow(new Construct(scope, "storage"), "block_driver", "Block volumes of", [
        ...blockDriver,
        ...(hasSnapshots(props) ? blockSnapshots : []),
      ]);
    }
  }
}
