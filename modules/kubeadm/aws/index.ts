import { DataAwsS3Object } from "@cdktf/provider-aws/lib/data-aws-s3-object";
import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { Fn, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { storageManifests } from "../../aws/storage-manifests";
import { Cidr } from "../../cluster/addresses";
import { json } from "../../cluster/encode";
import { boundedName, constructId } from "../../cluster/names";
import { planSubnets } from "../../networks/aws/address-plan";
import { loadBalancerSubnetTags } from "../../networks/aws/load-balancer-tags";
import { AwsNetwork } from "../../networks/aws/network";
import { dnsZoneOf, endpointOf } from "../access/endpoint";
import type { ClusterSettings } from "../boot/settings";
import { type Slot, slotsOf } from "../control-plane/slots";
import { defaults } from "../fields.generated";
import type { Infrastructure } from "../infrastructure";
import { limits } from "../limits";
import { natOf } from "../network/nat";
import { podNetworkOf } from "../network/pod-network";
import type { KubeadmNodeGroup } from "../node-groups/node-group";
import { clusterSettings } from "../settings";
import type { KubeadmClusterProps, KubeadmNodeGroupSpec } from "../spec";
import { blockStorageOf, hasSnapshots } from "../storage/block";
import { authenticatorConfiguration, authenticatorKey } from "./authenticator";
import clusterAutoscalerPolicy from "./cluster-autoscaler-policy.json";
import controlPlanePolicy from "./control-plane-policy.json";
import { endpointsOf } from "./network-settings";
import { manifestsOf, writeManifests } from "../software/manifests";
import { controllerManager, objectWriter } from "./manifests";
import { emergencyKubeconfigCommand, kubeconfigCommand, logCommand } from "./kubeconfig";
import { LoadBalancer } from "./load-balancer";
import { MachineRoleResources } from "./machine-roles";
import { NodePools } from "./node-pools";
import { SecurityGroups } from "./security-groups";
import serviceLoadBalancersPolicy from "./service-load-balancers-policy.json";
import { ControlPlaneSlot, createSlotInterface } from "./slots";
import { Store } from "./store";
import workerPolicy from "./worker-policy.json";

/** The machines of a cluster on AWS, and what they need. */
export class AwsInfrastructure implements Infrastructure {
  readonly nodePoolKind = "auto_scaling_group";
  readonly network: AwsNetwork;
  readonly securityGroups: SecurityGroups;
  readonly store: Store;
  readonly loadBalancer: LoadBalancer;
  readonly controlPlaneRole: MachineRoleResources;
  readonly workerRole: MachineRoleResources;
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
  private readonly nodePrerequisites: readonly ITerraformDependable[];

  /**
   * @param scope - the cluster: the first part of each address below it is the component
   * @param zones - names of the zones
   */
  constructor(
    private readonly scope: Construct,
    private readonly props: KubeadmClusterProps,
    zones: readonly string[],
  ) {
    const { name: clusterName, region } = props;
    this.network = this.createNetwork(zones);
    this.securityGroups = new SecurityGroups(this.network, "security", {
      clusterName,
      vpcId: this.network.vpcId,
      podNetwork: podNetworkOf(props),
      privateFrom: props.access.privateFrom ?? defaults["access.privateFrom"],
    });
    const plan = planSubnets(region, Cidr.parse(this.cidr)!, zones);
    this.slots = slotsOf(props, zones, (zone) => plan.find((one) => one.zone === zone)!.private);

    const identity = new Construct(scope, "identity");
    this.controlPlaneRole = this.createRole(identity, "control_plane", "control-plane");
    this.workerRole = this.createRole(identity, "workers", "node");

    const controlPlane = new Construct(scope, "control_plane");
    this.store = this.createStore(controlPlane);
    this.allowMachines();
    const interfaces = this.slots.map((slot) =>
      createSlotInterface(controlPlane, {
        slot,
        subnetId: this.network.nodeSubnets.find(({ zone }) => zone === slot.zone)!.id,
        securityGroupId: this.securityGroups.controlPlane.id,
      }),
    );
    this.loadBalancer = new LoadBalancer(new Construct(scope, "access"), "load_balancer", {
      clusterName,
      vpcId: this.network.vpcId,
      subnetIds: this.network.nodeSubnets.map(({ id }) => id),
      securityGroupId: this.securityGroups.loadBalancer.id,
      dnsZone: dnsZoneOf(props),
      endpoint: endpointOf(props),
      targets: this.slots.map(({ address }, i) => ({ address, networkInterface: interfaces[i] })),
      protection: this.protection,
    });

    this.settings = clusterSettings(props, this.slots, {
      cloud: "aws",
      bucket: this.store.bucket.id,
      workerRole: this.workerRole.role.name,
      authenticator: this.hasAdministrators ? authenticatorKey : undefined,
      certificateNames: [this.loadBalancer.loadBalancer.dnsName],
    });
    const prerequisites = [
      ...this.network.nodePrerequisites,
      ...this.securityGroups.rules,
      ...this.store.guards,
      ...this.loadBalancer.prerequisites,
      ...(this.hasAdministrators ? [this.createAuthenticatorConfiguration(controlPlane)] : []),
      ...writeManifests(
        props,
        manifestsOf(props, controllerManager(props)),
        objectWriter(new Construct(controlPlane, "manifests"), this.store),
      ),
    ];
    const groups: ITerraformDependable[] = [];
    this.controlPlaneSlots = this.slots.map((slot, i) => {
      const created = new ControlPlaneSlot(controlPlane, `slot_${slot.index}`, {
        slot,
        spec: props.controlPlane,
        settings: this.settings,
        networkInterface: interfaces[i],
        instanceProfileArn: this.controlPlaneRole.instanceProfile.arn,
        tags: props.tags ?? {},
        protection: this.protection,
        prerequisites: [...prerequisites, ...this.controlPlaneRole.permissions, ...groups.slice(-1)],
      });
      groups.push(created.group);
      return created;
    });
    this.nodePrerequisites = [...prerequisites, ...this.workerRole.permissions, ...groups.slice(-1)];

    const bucket = this.store.bucket.id;
    const commands = { clusterName, region, bucket, endpoint: endpointOf(props) };
    this.certificateAuthority = this.readCertificateAuthority(controlPlane, groups);
    this.networkId = this.network.vpcId;
    // arn:aws:iam::ACCOUNT:role/…
    this.account = Fn.element(Fn.split(":", this.controlPlaneRole.role.arn), 4) as string;
    this.nodeSubnetIds = this.network.nodeSubnets.map(({ id }) => id);
    this.kubeconfigCommand = kubeconfigCommand(commands);
    this.emergencyKubeconfigCommand = emergencyKubeconfigCommand(commands);
    this.logCommand = logCommand(commands);
    this.storeName = bucket;
    this.storageManifests = storageManifests({
      block: blockStorageOf(props),
      snapshots: hasSnapshots(props),
    });
  }

  createNodeGroup(spec: KubeadmNodeGroupSpec): KubeadmNodeGroup {
    const groups = this.scope.node.tryFindChild("node_groups") ?? new Construct(this.scope, "node_groups");
    return new NodePools(groups as Construct, constructId(spec.name), {
      spec,
      settings: this.settings,
      subnets: this.network.nodeSubnets,
      securityGroupId: this.securityGroups.nodes.id,
      instanceProfileArn: this.workerRole.instanceProfile.arn,
      autoscaling: this.autoscaling,
      tags: this.props.tags ?? {},
      prerequisites: this.nodePrerequisites,
    });
  }

  private get cidr(): string {
    return this.props.network?.cidr ?? defaults["network.cidr"];
  }

  private get hasAdministrators(): boolean {
    return this.props.access.admins.length > 0;
  }

  private get protection(): boolean {
    return this.props.protection ?? defaults["protection"];
  }

  private get autoscaling() {
    return this.props.autoscaling ?? defaults["autoscaling"];
  }

  private createNetwork(zones: readonly string[]): AwsNetwork {
    const { name: clusterName, region, network = {} } = this.props;
    return new AwsNetwork(this.scope, "network", {
      clusterName,
      region,
      zones,
      cidr: this.cidr,
      isPrivate: network.private ?? defaults["network.private"],
      nat: natOf(this.props),
      ipv6: false,
      endpoints: endpointsOf(this.props),
      endpointsGroupName: boundedName(["kubeadm", clusterName, "endpoints"], limits.securityGroupName),
      subnetTags: loadBalancerSubnetTags,
      protection: this.protection,
    });
  }

  private createRole(scope: Construct, id: string, role: "control-plane" | "node"): MachineRoleResources {
    return new MachineRoleResources(scope, id, {
      clusterName: this.props.name,
      region: this.props.region,
      role,
      sessionManager: this.props.kubeadm?.sessionManager ?? defaults["kubeadm.sessionManager"],
    });
  }

  private createStore(scope: Construct): Store {
    return new Store(scope, "store", {
      clusterName: this.props.name,
      backupDays: this.props.controlPlane.etcd?.retentionDays ?? defaults["controlPlane.etcd.retentionDays"],
      workerRoleArn: this.workerRole.role.arn,
      protection: this.protection,
    });
  }

  /** Permissions of machines, and of the controllers that run on those of the control plane. */
  private allowMachines(): void {
    const bucket = this.store.bucket.arn;
    const { controlPlaneRole, workerRole, props } = this;
    controlPlaneRole.allow(controlPlaneRole, "policy", controlPlanePolicy, { bucket });
    workerRole.allow(workerRole, "policy", workerPolicy, { bucket });
    if (this.autoscaling === "cluster-autoscaler") {
      const scope = new Construct(this.scope, "autoscaling");
      controlPlaneRole.allow(scope, "cluster_autoscaler", clusterAutoscalerPolicy, {});
    }
    if (blockStorageOf(props)) {
      controlPlaneRole.attach(
        new Construct(this.scope, "storage"),
        "block_driver",
        "service-role/AmazonEBSCSIDriverPolicy",
      );
    }
    if (props.loadBalancing?.controller ?? defaults["loadBalancing.controller"]) {
      const scope = new Construct(this.scope, "load_balancing");
      controlPlaneRole.allow(scope, "service_load_balancers", serviceLoadBalancersPolicy, {
        vpc: this.network.vpc.arn,
      });
    }
  }

  /** Who may use the API server, in the store: a change of administrators replaces no machine. */
  private createAuthenticatorConfiguration(scope: Construct): S3Object {
    return new S3Object(scope, "authenticator", {
      bucket: this.store.bucket.id,
      key: authenticatorKey,
      content: json(
        authenticatorConfiguration({
          clusterName: this.props.name,
          region: this.props.region,
          admins: this.props.access.admins,
        }),
      ),
      contentType: "application/json",
      // An object that is written before versions are kept has no version.
      dependsOn: [...this.store.guards],
    });
  }

  /** The first machine writes the certificate authority before it is ready. */
  private readCertificateAuthority(scope: Construct, groups: readonly ITerraformDependable[]): string {
    const authority = new DataAwsS3Object(scope, "certificate_authority", {
      bucket: this.store.bucket.id,
      key: "node/ca.crt",
      dependsOn: [...groups],
    });
    return Fn.base64encode(authority.body);
  }
}
