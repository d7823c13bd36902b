import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { inheritFrom } from "../cluster/inherited";
import { inputOf } from "../cluster/inputs";
import { ManagedCluster } from "../cluster/managed-cluster";
import { type AddOnContext, EksAddOns } from "./add-ons/add-ons";
import { EksAutoscaling } from "./autoscaling/autoscaling";
import { PrivateClients } from "./access/private-clients";
import { createOtherAddOns, type OtherAddOn } from "./add-ons/other-add-on";
import { otherAddOnsOf } from "./add-ons/other-add-ons";
import { neededBySettings } from "./add-ons/settings";
import { Capabilities } from "./add-ons/capabilities";
import { computeOf, hasAutoModePools, type Compute } from "./node-groups/compute";
import { EksControlPlane } from "./control-plane/control-plane";
import { defaults, fields } from "./fields.generated";
import { FargateProfiles } from "./node-groups/fargate";
import { HybridNodes } from "./node-groups/hybrid-nodes";
import { EksIdentity } from "./identity/identity";
import { limitRoles } from "./identity/role-settings";
import { fullName } from "./identity/service-accounts";
import { EksWorkloadIdentity, type EksWorkloadIdentityProps, entryOf } from "./identity/workload-identity";
import { EksLoadBalancing } from "./load-balancing/load-balancing";
import { type ClusterNetwork, EksNetwork, existingNetwork, networkSettings, shareSubnets } from "./network";
import { EksNodeGroups, type EksNodeGroup } from "./node-groups";
import { bootstrapOf } from "./node-groups/bootstrap";
import { nodeRoleSettings } from "./node-groups/roles";
import { podNetworkOf, withPodLimit } from "./network/pod-network";
import { PodTraffic } from "./network/pod-traffic";
import { logSettings } from "./observability/settings";
import { programWebhookPorts, serviceAccountsWithTokens } from "./programs";
import type { EksClusterProps, EksNodeGroupSpec, EksWorkloadIdentitySpec } from "./spec";
import { clusterProblems } from "./rules";
import { EksStorage } from "./storage";
import { zoneNames } from "./zones";

/**
 * A Kubernetes cluster on Amazon EKS: network, control plane, workers, storage, identities and core add-ons.
 *
 * Needs only its props: it creates no provider and no backend and reads no environment variables. Each resource is available
 * through its component: `cluster.network`, `cluster.controlPlane.cluster`, ….
 *
 * ```ts
 * new EksCluster(this, "cluster", {
 *   name: "shop",
 *   region: "eu-central-1",
 *   kubernetesVersion: "1.35",
 *   access: { admins: ["arn:aws:iam::111122223333:role/PlatformAdmin"] },
 *   nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size: { min: 3, max: 10 } }],
 * });
 * ```
 *
 * @throws InvalidClusterError that lists all errors of the props.
 */
export class EksCluster extends ManagedCluster<
  EksClusterProps,
  EksNodeGroupSpec,
  EksNodeGroup,
  EksWorkloadIdentityProps,
  EksWorkloadIdentity
> {
  readonly name: string;
  readonly endpoint: string;
  readonly certificateAuthority: string;
  readonly oidcIssuerUrl: string;

  /** The network: an `EksNetwork`, or an existing one. */
  readonly network: ClusterNetwork;
  readonly controlPlane: EksControlPlane;
  readonly identity: EksIdentity;
  readonly storage: EksStorage;
  readonly autoscaling: EksAutoscaling;
  readonly loadBalancing: EksLoadBalancing;

  /** What the pods of the cluster run on. */
  readonly compute: Compute;

  /** The Fargate profiles; undefined if there are none. */
  readonly fargate?: FargateProfiles;

  /** The controllers that EKS runs for the cluster; undefined if there are none. */
  readonly capabilities?: Capabilities;

  /** Access of hybrid nodes; undefined if they have none. */
  readonly hybridNodes?: HybridNodes;

  /** Add-ons that the file names and the cluster does not install itself, by name. */
  readonly otherAddOns: ReadonlyMap<string, OtherAddOn>;

  private readonly coreAddOns?: EksAddOns;
  private readonly workers?: EksNodeGroups;

  constructor(scope: Construct, id: string, props: EksClusterProps) {
    super(scope, id, props, clusterProblems, fields);
    inheritFrom(this, { provider: props.provider, tags: props.tags ?? {} });
    const zones = zoneNames(props)!;
    limitRoles(this, props.eks);
    this.compute = computeOf(props);

    this.network = this.createNetwork(zones);
    this.controlPlane = this.createControlPlane();
    this.allowPrivateClients();
    const { cluster } = this.controlPlane;
    this.name = cluster.name;
    this.endpoint = cluster.endpoint;
    this.certificateAuthority = cluster.certificateAuthority.get(0).data;
    this.oidcIssuerUrl = cluster.identity.get(0).oidc.get(0).issuer;

    this.identity = this.createIdentity();
    this.coreAddOns = this.compute.addOns ? this.createAddOns() : undefined;
    this.workers = this.compute.nodes ? this.createNodeGroups(zones) : undefined;
    this.fargate = this.createFargateProfiles();
    this.hybridNodes = this.createHybridNodes();
    this.connectPods();
    this.storage = this.createStorage();
    this.autoscaling = this.createAutoscaling();
    this.otherAddOns = createOtherAddOns(this.component("add_ons"), otherAddOnsOf(props), this.context);
    this.capabilities = this.createCapabilities();
    this.loadBalancing = this.createLoadBalancing();

    for (const group of props.nodeGroups) this.createNodeGroup(group);
    for (const workload of props.workloadIdentities ?? []) this.addCheckedIdentity(workload);
  }

  /**
   * The core add-ons.
   *
   * @throws Error in a cluster of EKS Auto Mode only, which has none.
   */
  get addOns(): EksAddOns {
    if (!this.coreAddOns) {
      throw new Error(`${this.node.path} has no add-ons: EKS Auto Mode contains them`);
    }
    return this.coreAddOns;
  }

  /**
   * The node groups.
   *
   * @throws Error in a cluster that was created for EKS Auto Mode or Fargate only: it has no role and no security group for nodes.
   */
  get nodeGroups(): EksNodeGroups {
    if (!this.workers) {
      throw new Error(
        `${this.node.path} was created for EKS Auto Mode or Fargate only: set its first node group in nodeGroups`,
      );
    }
    return this.workers;
  }

  protected override workloadSpec(props: EksWorkloadIdentityProps): EksWorkloadIdentitySpec {
    return entryOf(props, this.props.region);
  }

  protected override createWorkloadIdentity(
    id: string,
    { via = defaults["workloadIdentities[].via"], ...props }: EksWorkloadIdentityProps,
  ): EksWorkloadIdentity {
    return new EksWorkloadIdentity(this.identity, id, {
      ...props,
      ...this.context,
      issuer: via === "irsa" ? this.identity.trustIssuer() : undefined,
    });
  }

  private createNetwork(zones: readonly string[]): ClusterNetwork {
    const existing = inputOf(this, "network.existing", this.props.network?.existing);
    if (!existing) return new EksNetwork(this, "network", networkSettings(this.props, zones));
    if (existing.tagSubnets) shareSubnets(new Construct(this, "network"), this.props.name, existing);
    return existingNetwork(existing);
  }

  private createControlPlane(): EksControlPlane {
    const { props } = this;
    return new EksControlPlane(this, "control_plane", {
      clusterName: props.name,
      region: props.region,
      kubernetesVersion: props.kubernetesVersion,
      subnetIds: this.controlPlaneSubnetIds(),
      subnetsFollowZones: props.network?.existing === undefined && !hasAutoModePools(this.compute),
      serviceCidr: props.network?.serviceCidr,
      ipFamily: props.network?.ipFamily ?? defaults["network.ipFamily"],
      access: props.access,
      encryption: props.encryption ?? {},
      ...logSettings(props.observability),
      upgrades: props.upgrades ?? {},
      protection: props.protection ?? defaults["protection"],
      options: props.eks ?? {},
      autoMode: this.compute.autoMode,
    });
  }

  private allowPrivateClients(): void {
    const { privateFrom = defaults["access.privateFrom"] } = this.props.access;
    if (privateFrom.length === 0) return;
    new PrivateClients(this.component("access"), "private_from", {
      privateFrom,
      controlPlaneGroupId: this.controlPlane.securityGroupId,
    });
  }

  /** Nodes of Auto Mode's own pools are in the subnets of the control plane, which therefore need egress. */
  private controlPlaneSubnetIds(): readonly string[] {
    return hasAutoModePools(this.compute)
      ? this.network.nodeSubnets.map((subnet) => subnet.id)
      : this.network.controlPlaneSubnetIds;
  }

  private createNodeGroups(zones: readonly string[]): EksNodeGroups {
    const { props } = this;
    return new EksNodeGroups(this, "node_groups", {
      clusterName: props.name,
      cluster: this.controlPlane.cluster.id,
      region: props.region,
      kubernetesVersion: props.kubernetesVersion,
      vpcId: this.network.vpcId,
      subnets: this.network.nodeSubnets,
      zones,
      controlPlaneGroupId: this.controlPlane.securityGroupId,
      network: props.network,
      programPorts: programWebhookPorts(props),
      nodeRoleArn: props.eks?.nodeRoleArn,
      ...nodeRoleSettings(this.props.eks),
      tags: props.tags ?? {},
      drainsNodes: this.hasTerminationHandler,
      bootstrap: bootstrapOf(this.controlPlane.cluster, props),
      autoscaling: props.autoscaling ?? defaults["autoscaling"],
      prerequisites: [
        ...this.network.nodePrerequisites,
        ...this.identity.nodePrerequisites,
        ...this.addOns.nodePrerequisites,
        ...this.settingPrerequisites(),
      ],
    });
  }

  /** Policies of the control plane that settings of add-ons need. */
  private settingPrerequisites(): ITerraformDependable[] {
    const needs = neededBySettings(this.props);
    return needs.some(({ controlPlanePolicy }) => controlPlanePolicy)
      ? this.controlPlane.allowPodInterfaces()
      : [];
  }

  /** The security group of pods: that of the nodes, or of the control plane if there are no such nodes. */
  private get podGroupId(): string {
    return this.workers?.security.securityGroup.id ?? this.controlPlane.securityGroupId;
  }

  private connectPods(): void {
    if (!this.workers || !(this.compute.fargate || hasAutoModePools(this.compute))) return;
    new PodTraffic(this.component("node_groups"), "pod_traffic", {
      nodeGroupId: this.workers.security.securityGroup.id,
      controlPlaneGroupId: this.controlPlane.securityGroupId,
    });
  }

  private createFargateProfiles(): FargateProfiles | undefined {
    const { name: clusterName, region, eks } = this.props;
    if (!this.compute.fargate) return undefined;

    const fargate = new FargateProfiles(this.component("node_groups"), "fargate_profiles", {
      clusterName,
      cluster: this.controlPlane.cluster.id,
      clusterArn: this.controlPlane.cluster.arn,
      region,
      subnets: this.network.nodeSubnets,
      profiles: eks!.fargateProfiles!,
      prerequisites: [...this.network.nodePrerequisites, ...this.identity.nodePrerequisites],
    });
    if (this.compute.coreDns === "fargate") {
      for (const profile of fargate.profiles.values()) this.addOns.coredns.dependOn(profile);
    }
    return fargate;
  }

  private createHybridNodes(): HybridNodes | undefined {
    const { name: clusterName, region, eks } = this.props;
    const { credentials, nodeRoleArn } = eks?.remoteNetworks ?? {};
    if (credentials === undefined && nodeRoleArn === undefined) return undefined;
    return new HybridNodes(this.component("node_groups"), "hybrid_nodes", {
      clusterName,
      cluster: this.controlPlane.cluster.id,
      clusterArn: this.controlPlane.cluster.arn,
      region,
      nodeRoleArn,
    });
  }

  private createCapabilities(): Capabilities | undefined {
    const { name: clusterName, region, eks } = this.props;
    if (!eks?.capabilities) return undefined;
    return new Capabilities(this.component("add_ons"), "capabilities", {
      clusterName,
      cluster: this.controlPlane.cluster.id,
      account: this.controlPlane.account,
      region,
      capabilities: eks.capabilities,
    });
  }

  private createIdentity(): EksIdentity {
    return new EksIdentity(this, "identity", {
      cluster: this.controlPlane.cluster.id,
      region: this.props.region,
      access: this.props.access,
      accessEntries: this.props.eks?.accessEntries ?? defaults["eks.accessEntries"],
      oidcIssuerUrl: this.oidcIssuerUrl,
    });
  }

  private createAddOns(): EksAddOns {
    return new EksAddOns(this, "add_ons", {
      ...this.context,
      addOns: this.props.eks?.addOns ?? {},
      coreDnsOnFargate: this.compute.coreDns === "fargate",
      podNetwork: podNetworkOf(this.props),
      podSubnets: this.network.podSubnets,
    });
  }

  private createStorage(): EksStorage {
    const { storage, encryption = {}, eks, protection = defaults["protection"] } = this.props;
    return new EksStorage(this, "storage", {
      ...this.context,
      account: this.controlPlane.account,
      // The EBS CSI driver serves only nodes that the cluster's add-ons serve: Auto Mode contains a driver.
      storage: this.compute.nodes ? (storage ?? {}) : { ...storage, block: false },
      encryption,
      addOns: eks?.addOns ?? {},
      vpcId: this.network.vpcId,
      subnets: this.network.nodeSubnets,
      nodeSecurityGroupId: this.podGroupId,
      protection,
      karpenter: this.compute.karpenter,
    });
  }

  private createAutoscaling(): EksAutoscaling {
    const { autoscaling = defaults["autoscaling"] } = this.props;
    return new EksAutoscaling(this, "autoscaling", {
      ...this.context,
      ...nodeRoleSettings(this.props.eks),
      autoscaling: this.compute.nodes ? autoscaling : "none",
      karpenter: this.compute.karpenter,
      disksKeyArn: this.storage.disksKeyArn,
      nodeTerminationHandler: this.hasTerminationHandler,
    });
  }

  private createLoadBalancing(): EksLoadBalancing {
    return new EksLoadBalancing(this, "load_balancing", {
      ...this.context,
      ...this.props.loadBalancing,
      dnsZones: this.props.dns?.zones ?? [],
      vpcId: this.network.vpcId,
      nodeSecurityGroupId: this.podGroupId,
    });
  }

  /** The cluster's name as a literal and as a reference, its ARN, region and version, and how pods get credentials. */
  private get context(): AddOnContext {
    const { name: clusterName, region, kubernetesVersion } = this.props;
    const withTokens = serviceAccountsWithTokens(this.props);
    return {
      clusterName,
      cluster: this.controlPlane.cluster.id,
      clusterArn: this.controlPlane.cluster.arn,
      region,
      kubernetesVersion,
      issuerOf: (account) => (withTokens.has(fullName(account)) ? this.identity.trustIssuer() : undefined),
    };
  }

  private get hasTerminationHandler(): boolean {
    return this.props.eks?.nodeTerminationHandler ?? defaults["eks.nodeTerminationHandler"];
  }

  /** Dependencies of a group's nodes, in addition to those of all nodes. */
  private prepareFor(spec: EksNodeGroupSpec): ITerraformDependable[] {
    if (spec.image?.family !== "windows") return [];
    this.addOns.enableWindows();
    return this.controlPlane.allowPodInterfaces();
  }

  protected override createNodeGroup(spec: EksNodeGroupSpec): EksNodeGroup {
    const group = this.nodeGroups.add(
      this.storage.withDisksKey(withPodLimit(spec, this.props)),
      this.prepareFor(spec),
    );
    this.autoscaling.manage(group);
    // Their pods need nodes to become ready, and are removed before the last node.
    for (const { resource } of group.nodePools) {
      this.addOns.coredns.dependOn(resource);
      for (const addOn of [...this.storage.addOns, ...this.otherAddOns.values()]) addOn.dependOn(resource);
    }
    return group;
  }
}
