import { ComputeHealthCheck } from "@cdktf/provider-google/lib/compute-health-check";
import { DataGoogleStorageBucketObjectContent } from "@cdktf/provider-google/lib/data-google-storage-bucket-object-content";
import { ServiceAccountIamMember } from "@cdktf/provider-google/lib/service-account-iam-member";
import { StorageBucketObject } from "@cdktf/provider-google/lib/storage-bucket-object";
import { Fn, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { Cidr } from "../../cluster/addresses";
import { json } from "../../cluster/encode";
import { constructId } from "../../cluster/names";
import { limits } from "../../google/limits";
import { projectName } from "../../google/names";
import { GoogleNetwork } from "../../networks/google/network";
import { dnsZoneOf, endpointOf } from "../access/endpoint";
import { apiServerPort, type ClusterSettings, kubeletPort } from "../boot/settings";
import { balancerAddress, type Slot, slotsOf } from "../control-plane/slots";
import { defaults } from "../fields.generated";
import type { Infrastructure } from "../infrastructure";
import { natOf } from "../network/nat";
import { podNetworkOf } from "../network/pod-network";
import type { KubeadmNodeGroup } from "../node-groups/node-group";
import { clusterSettings } from "../settings";
import { manifestsOf, writeManifests } from "../software/manifests";
import type { KubeadmClusterProps, KubeadmNodeGroupSpec } from "../spec";
import { blockStorageOf, hasSnapshots } from "../storage/block";
import { administratorBinding, administratorsKey, googleIdentities } from "./administrators";
import { emergencyKubeconfigCommand, kubeconfigCommand, logCommand } from "./commands";
import { Firewall } from "./firewall";
import { LoadBalancer } from "./load-balancer";
import { controllerManager, objectWriter } from "./manifests";
import { MachineAccount } from "./machine-account";
import { NodePools } from "./node-pools";
import { blockDriver, blockSnapshots, clusterAutoscaler, machineReader } from "./permissions";
import { Project } from "./project";
import { ControlPlaneSlot } from "./slots";
import { storageManifests } from "./storage-manifests";
import { Store } from "./store";

/** Ports of Cloud NAT for each machine. */
const natPorts = { minPorts: 1024, maxPorts: 32_768 } as const;

/** Domains of Google's services that machines of a network without egress use. */
const privateDomains = { googleapis: "googleapis.com.", registry: "pkg.dev." } as const;

/** The machines of a cluster on Google Cloud, and what they need. */
export class GoogleInfrastructure implements Infrastructure {
  readonly nodePoolKind = "instance_group";
  readonly project: Project;
  readonly network: GoogleNetwork;
  readonly firewall: Firewall;
  readonly store: Store;
  readonly loadBalancer: LoadBalancer;
  readonly controlPlaneAccount: MachineAccount;
  readonly workerAccount: MachineAccount;
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

  private readonly settings: ClusterSettings;
  private readonly nodeCheck: ComputeHealthCheck;
  private readonly nodePrerequisites: readonly ITerraformDependable[];

  /**
   * @param scope - the cluster: the first part of each address below it is the component
   * @param zones - names of the zones
   */
  constructor(
    private readonly scope: Construct,
    private readonly props: KubeadmClusterProps,
    private readonly zones: readonly string[],
  ) {
    const { name: clusterName, region } = props;
    const range = Cidr.parse(props.network?.cidr ?? defaults["network.cidr"])!;
    this.slots = slotsOf(props, zones, () => range);
    this.project = new Project(scope, "project");
    this.network = this.createNetwork(range);

    const identity = new Construct(scope, "identity");
    const account = { clusterName, region, project: this.project };
    this.controlPlaneAccount = new MachineAccount(identity, "control_plane", {
      ...account,
      role: "control-plane",
    });
    this.workerAccount = new MachineAccount(identity, "workers", { ...account, role: "node" });
    this.allowMachines(identity);
    this.firewall = new Firewall(this.network, "security", {
      clusterName,
      region,
      networkId: this.network.networkId,
      podNetwork: podNetworkOf(props),
      privateFrom: props.access.privateFrom ?? defaults["access.privateFrom"],
      accounts: {
        "control plane": this.controlPlaneAccount.account.email,
        nodes: this.workerAccount.account.email,
      },
    });

    const controlPlane = new Construct(scope, "control_plane");
    this.store = new Store(controlPlane, "store", {
      ...account,
      backupDays: props.controlPlane.etcd?.retentionDays ?? defaults["controlPlane.etcd.retentionDays"],
      controlPlane: this.controlPlaneAccount,
      workers: this.workerAccount,
      protection: this.protection,
    });
    const bucket = this.store.bucket.name;
    const hasAdministrators = props.access.admins.length > 0;
    const address = balancerAddress(range);
    this.settings = clusterSettings(props, this.slots, {
      cloud: "google",
      bucket,
      workerRole: this.workerAccount.account.email,
      certificateNames: [address],
      ...(hasAdministrators && { oidc: googleIdentities, administrators: administratorsKey }),
    });
    const prerequisites = [
      ...(this.network.nat ? [this.network.nat] : []),
      ...this.network.privateNames,
      ...this.firewall.rules,
      ...this.store.guards,
      ...(hasAdministrators ? [this.createAdministrators(controlPlane)] : []),
      ...writeManifests(
        props,
        manifestsOf(props, controllerManager),
        objectWriter(new Construct(controlPlane, "manifests"), this.store),
      ),
    ];
    this.controlPlaneSlots = this.createSlots(controlPlane, prerequisites);
    const groups = this.controlPlaneSlots.map(({ group }) => group);
    this.loadBalancer = new LoadBalancer(new Construct(scope, "access"), "load_balancer", {
      ...account,
      networkId: this.network.networkId,
      subnetworkId: this.network.subnetworkId,
      address,
      dnsZone: dnsZoneOf(props),
      endpoint: endpointOf(props),
      groups: groups.map(({ instanceGroup }) => instanceGroup),
    });
    this.nodeCheck = new ComputeHealthCheck(this.nodeGroups, "health_check", {
      name: projectName(account, limits.computeName, "nodes"),
      description: `Kubelets of the cluster ${clusterName}`,
      ...repairs,
      tcpHealthCheck: { port: kubeletPort },
      dependsOn: this.project.prerequisites("compute"),
    });
    this.nodePrerequisites = [
      ...prerequisites,
      ...this.workerAccount.permissions,
      ...this.loadBalancer.prerequisites,
    ];

    const commands = { clusterName, project: this.project.id, bucket, endpoint: endpointOf(props) };
    this.certificateAuthority = this.readCertificateAuthority(controlPlane, groups);
    this.networkId = this.network.networkId;
    this.account = this.project.id;
    this.nodeSubnetIds = [this.network.subnetworkId];
    this.kubeconfigCommand = kubeconfigCommand(commands);
    this.emergencyKubeconfigCommand = emergencyKubeconfigCommand(commands);
    this.logCommand = logCommand(commands, this.slots[0]);
    this.storeName = bucket;
    this.storageManifests = storageManifests(
      blockStorageOf(props),
      props.nodeGroups.flatMap(({ machineTypes }) => machineTypes),
      hasSnapshots(props),
    );
  }

  createNodeGroup(spec: KubeadmNodeGroupSpec): KubeadmNodeGroup {
    return new NodePools(this.nodeGroups, constructId(spec.name), {
      spec,
      settings: this.settings,
      zones: this.zones,
      subnetworkId: this.network.subnetworkId,
      serviceAccount: this.workerAccount.account.email,
      healthCheckId: this.nodeCheck.id,
      labels: this.props.tags ?? {},
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

  private createNetwork(range: Cidr): GoogleNetwork {
    const { name: clusterName, region, network = {} } = this.props;
    return new GoogleNetwork(this.scope, "network", {
      clusterName,
      region,
      kind: "kubeadm cluster",
      cidr: String(range),
      flowLogs: false,
      nat: natOf(this.props) === "none" ? undefined : { addresses: 0, ...natPorts },
      privateDomains: (network.private ?? defaults["network.private"]) ? privateDomains : undefined,
      prerequisites: {
        compute: this.project.prerequisites("compute"),
        dns: this.project.prerequisites("dns"),
      },
      protection: this.protection,
    });
  }

  /** Permissions of the controllers that run on control-plane machines. */
  private allowMachines(identity: Construct): void {
    const { controlPlaneAccount: controlPlane, workerAccount: workers, props } = this;
    controlPlane.allow(identity, "machine_reader", "Reads machines for", machineReader);
    if ((props.autoscaling ?? defaults["autoscaling"]) === "cluster-autoscaler") {
      const scope = new Construct(this.scope, "autoscaling");
      controlPlane.allow(scope, "cluster_autoscaler", "Cluster Autoscaler of", clusterAutoscaler);
    }
    if (blockStorageOf(props)) {
      const scope = new Construct(this.scope, "storage");
      controlPlane.allow(scope, "block_driver", "Block volumes of", [
        ...blockDriver,
        ...(hasSnapshots(props) ? blockSnapshots : []),
      ]);
      // Google wants it of who attaches a disk to a machine with a service account.
      for (const [id, { account }] of Object.entries({ control_plane: controlPlane, workers })) {
        controlPlane.permissions.push(
          new ServiceAccountIamMember(scope, `block_driver_${id}`, {
            serviceAccountId: account.name,
            role: "roles/iam.serviceAccountUser",
            member: controlPlane.member,
          }),
        );
      }
    }
  }

  /** Who may use the API server, in the store: a change of administrators replaces no machine. */
  private createAdministrators(scope: Construct): StorageBucketObject {
    return new StorageBucketObject(scope, "administrators", {
      bucket: this.store.bucket.name,
      name: administratorsKey,
      content: json(administratorBinding(this.props.access.admins)),
      contentType: "application/json",
      dependsOn: [...this.store.guards],
    });
  }

  private createSlots(
    scope: Construct,
    prerequisites: readonly ITerraformDependable[],
  ): readonly ControlPlaneSlot[] {
    const { name: clusterName, region, controlPlane, tags } = this.props;
    const check = new ComputeHealthCheck(scope, "health_check", {
      name: projectName({ clusterName, region }, limits.computeName, "control-plane"),
      description: `API servers of the cluster ${clusterName}`,
      ...repairs,
      httpsHealthCheck: { port: apiServerPort, requestPath: "/readyz" },
      dependsOn: this.project.prerequisites("compute"),
    });
    const groups: ITerraformDependable[] = [];
    return this.slots.map((slot) => {
      const created = new ControlPlaneSlot(scope, `slot_${slot.index}`, {
        slot,
        spec: controlPlane,
        settings: this.settings,
        subnetworkId: this.network.subnetworkId,
        serviceAccount: this.controlPlaneAccount.account.email,
        healthCheckId: check.id,
        labels: tags ?? {},
        protection: this.protection,
        prerequisites: [...prerequisites, ...this.controlPlaneAccount.permissions, ...groups.slice(-1)],
      });
      groups.push(created.group);
      return created;
    });
  }

  /** The first machine writes the certificate authority before it is ready. */
  private readCertificateAuthority(scope: Construct, groups: readonly ITerraformDependable[]): string {
    const authority = new DataGoogleStorageBucketObjectContent(scope, "certificate_authority", {
      bucket: this.store.bucket.name,
      name: "node/ca.crt",
      dependsOn: [...groups],
    });
    return Fn.base64encode(authority.content);
  }
}

/** Checks for repairs: a machine is replaced when it has not worked for five minutes. */
const repairs = { checkIntervalSec: 30, timeoutSec: 5, healthyThreshold: 1, unhealthyThreshold: 10 } as const;
