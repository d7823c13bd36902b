import { Fn, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { inheritFrom } from "../cluster/inherited";
import { ManagedCluster } from "../cluster/managed-cluster";
import { EksAddOns } from "./add-ons/add-ons";
import { EksAutoscaling } from "./autoscaling/autoscaling";
import { Capabilities } from "./add-ons/capabilities";
import { computeOf, hasAutoModePools, type Compute } from "./node-groups/compute";
import { EksControlPlane } from "./control-plane/control-plane";
import { defaults } from "./defaults";
import { endpointsOf, natOf } from "./network/needed-endpoints";
import { FargateProfiles } from "./node-groups/fargate";
import { HybridNodes } from "./node-groups/hybrid-nodes";
import { EksIdentity } from "./identity/identity";
import { EksWorkloadIdentity, type PodIdentityProps } from "./identity/workload-identity";
import { EksLoadBalancing } from "./load-balancing/load-balancing";
import { EksNetwork, existingNetwork, shareSubnets, type ClusterNetwork } from "./network";
import { type Bootstrap, EksNodeGroups, type EksNodeGroup } from "./node-groups";
import { podNetworkOf, withPodLimit } from "./network/pod-network";
import { PodTraffic } from "./network/pod-traffic";
import type { EksClusterProps, EksNodeGroupSpec, EksWorkloadIdentitySpec } from "./spec";
import { clusterProblems } from "./rules";
import { EksStorage } from "./storage";
import { zoneNames } from "./zones";

/** The pods of one service account, and what they may do in AWS. */
export interface EksWorkloadIdentityProps
  extends Omit<PodIdentityProps, "clusterName" | "region" | "issuer">, Pick<EksWorkloadIdentitySpec, "via"> {}

/**
 * A Kubernetes cluster on Amazon EKS: network, control plane, workers, storage, identities and core add-ons.
 *
 * Needs nothing but its props: it makes no provider and no backend and reads no environment. What it is made of can be
 * reached through its rooms (`cluster.network`, `cluster.controlPlane.cluster`, …), down to the single resource.
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
 * @throws InvalidClusterError that lists everything wrong with the props at once.
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

  /** The network; an `EksNetwork` unless an existing one was given. */
  readonly network: ClusterNetwork;
  readonly controlPlane: EksControlPlane;
  readonly identity: EksIdentity;
  readonly storage: EksStorage;
  readonly autoscaling: EksAutoscaling;
  readonly loadBalancing: EksLoadBalancing;

  /** What the cluster's pods run on. */
  readonly compute: Compute;

  /** The Fargate profiles; undefined when there are none. */
  readonly fargate?: FargateProfiles;

  /** The controllers that EKS runs for the cluster; undefined when there are none. */
  readonly capabilities?: Capabilities;

  /** What lets hybrid nodes in; undefined when nothing does. */
  readonly hybridNodes?: HybridNodes;

  private readonly coreAddOns?: EksAddOns;
  private readonly workers?: EksNodeGroups;

  constructor(scope: Construct, id: string, props: EksClusterProps) {
    super(scope, id, props, clusterProblems);
    inheritFrom(this, { provider: props.provider, tags: props.tags ?? {} });

    const zones = zoneNames(props)!;
    this.compute = computeOf(props);
    this.network = this.createNetwork(zones);
    this.controlPlane = this.createControlPlane();
    this.name = this.controlPlane.cluster.name;
    this.endpoint = this.controlPlane.cluster.endpoint;
    this.certificateAuthority = this.controlPlane.cluster.certificateAuthority.get(0).data;
    this.oidcIssuerUrl = this.controlPlane.cluster.identity.get(0).oidc.get(0).issuer;

    const { name: clusterName, region, kubernetesVersion } = props;
    const context = { clusterName, cluster: this.name, region, kubernetesVersion };
    this.identity = new EksIdentity(this, "identity", {
      cluster: this.name,
      region,
      access: props.access,
      oidcIssuerUrl: this.oidcIssuerUrl,
    });
    if (this.compute.addOns) {
      this.coreAddOns = new EksAddOns(this, "add_ons", {
        ...context,
        addOns: props.eks?.addOns ?? {},
        coreDnsOnFargate: this.compute.coreDns === "fargate",
        podNetwork: podNetworkOf(props),
        podSubnets: this.network.podSubnets,
      });
    }
    if (this.compute.nodes) this.workers = this.createNodeGroups(zones);
    this.fargate = this.createFargateProfiles();
    this.hybridNodes = this.createHybridNodes();
    this.connectPods();
    this.storage = new EksStorage(this, "storage", {
      ...context,
      // Block storage is for nodes that the cluster's own driver serves: Auto Mode brings its own.
      storage: this.compute.nodes ? (props.storage ?? {}) : { ...props.storage, block: false },
      encryption: props.encryption ?? {},
      addOns: props.eks?.addOns ?? {},
      clusterArn: this.controlPlane.cluster.arn,
      vpcId: this.network.vpcId,
      subnets: this.network.nodeSubnets,
      nodeSecurityGroupId: this.podGroupId,
      protection: props.protection ?? defaults.cluster.protection,
    });
    this.autoscaling = new EksAutoscaling(this, "autoscaling", {
      ...context,
      clusterArn: this.controlPlane.cluster.arn,
      autoscaling: this.compute.nodes ? (props.autoscaling ?? defaults.cluster.autoscaling) : "none",
      karpenter: this.compute.karpenter,
      nodeTerminationHandler: props.eks?.nodeTerminationHandler ?? false,
    });
    this.capabilities = this.createCapabilities();
    this.loadBalancing = new EksLoadBalancing(this, "load_balancing", {
      ...context,
      ...props.loadBalancing,
      dnsZones: props.dns?.zones ?? [],
      vpcId: this.network.vpcId,
      nodeSecurityGroupId: this.podGroupId,
    });

    for (const group of props.nodeGroups) this.createNodeGroup(group);
    for (const workload of props.workloadIdentities ?? []) this.addWorkloadIdentity(workload);
  }

  /**
   * The core add-ons.
   *
   * @throws Error in a cluster of EKS Auto Mode alone, which has none.
   */
  get addOns(): EksAddOns {
    if (!this.coreAddOns)
      throw new Error(`${this.node.path} has no add-ons: EKS Auto Mode brings what they do`);
    return this.coreAddOns;
  }

  /**
   * The workers.
   *
   * @throws Error in a cluster that was made for EKS Auto Mode or Fargate alone: it has no role and no security group for
   * nodes.
   */
  get nodeGroups(): EksNodeGroups {
    if (!this.workers) {
      throw new Error(
        `${this.node.path} was made for EKS Auto Mode or Fargate alone: give it its first node group in nodeGroups`,
      );
    }
    return this.workers;
  }

  protected override createWorkloadIdentity(
    id: string,
    { via = defaults.workloadIdentity.via, ...props }: EksWorkloadIdentityProps,
  ): EksWorkloadIdentity {
    return new EksWorkloadIdentity(this.identity, id, {
      ...props,
      clusterName: this.props.name,
      cluster: this.name,
      region: this.props.region,
      issuer: via === "irsa" ? this.identity.trustIssuer() : undefined,
    });
  }

  private createNetwork(zones: readonly string[]): ClusterNetwork {
    const { name: clusterName, region, network = {}, observability = {} } = this.props;
    const { flowLogs = defaults.network.flowLogs } = network;
    const { retentionDays = defaults.observability.retentionDays } = observability;
    if (network.existing) {
      if (network.existing.tagSubnets) {
        shareSubnets(new Construct(this, "network"), clusterName, network.existing);
      }
      return existingNetwork(network.existing);
    }
    return new EksNetwork(this, "network", {
      clusterName,
      region,
      zones,
      cidr: network.cidr ?? defaults.network.cidr,
      isPrivate: network.private ?? false,
      nat: natOf(this.props),
      ipv6: network.ipFamily === "ipv6",
      podCidr: network.podCidr,
      endpoints: endpointsOf(this.props),
      flowLogDays: flowLogs ? retentionDays : undefined,
      keepLogs: observability.keepLogs ?? false,
      protection: this.props.protection ?? defaults.cluster.protection,
    });
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
      ipFamily: props.network?.ipFamily ?? defaults.network.ipFamily,
      access: props.access,
      encryption: props.encryption ?? {},
      logTypes: props.observability?.logTypes ?? defaults.observability.logTypes,
      retentionDays: props.observability?.retentionDays ?? defaults.observability.retentionDays,
      keepLogs: props.observability?.keepLogs ?? false,
      support: props.upgrades?.support ?? defaults.upgrades.support,
      protection: props.protection ?? defaults.cluster.protection,
      options: props.eks ?? {},
      autoMode: this.compute.autoMode,
    });
  }

  /** Auto Mode's own pools put nodes where the control plane is: there must be a way out. */
  private controlPlaneSubnetIds(): readonly string[] {
    return hasAutoModePools(this.compute)
      ? this.network.nodeSubnets.map((subnet) => subnet.id)
      : this.network.controlPlaneSubnetIds;
  }

  private createNodeGroups(zones: readonly string[]): EksNodeGroups {
    const { props } = this;
    return new EksNodeGroups(this, "node_groups", {
      clusterName: props.name,
      cluster: this.name,
      region: props.region,
      kubernetesVersion: props.kubernetesVersion,
      vpcId: this.network.vpcId,
      subnets: this.network.nodeSubnets,
      zones,
      controlPlaneGroupId: this.controlPlane.securityGroupId,
      network: props.network,
      nodeRoleArn: props.eks?.nodeRoleArn,
      tags: props.tags ?? {},
      drainsNodes: props.eks?.nodeTerminationHandler ?? false,
      bootstrap: this.bootstrap(),
      autoscaling: props.autoscaling ?? defaults.cluster.autoscaling,
      prerequisites: [
        ...this.network.nodePrerequisites,
        ...this.identity.nodePrerequisites,
        ...this.addOns.nodePrerequisites,
      ],
    });
  }

  /** Where pods' traffic comes from: nodes' security group, or without such nodes that of the control plane. */
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
      cluster: this.name,
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
      cluster: this.name,
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
      cluster: this.name,
      region,
      capabilities: eks.capabilities,
    });
  }

  /** Where nodes find this cluster, for those that EKS does not tell. */
  private bootstrap(): Bootstrap {
    const { serviceIpv4Cidr, serviceIpv6Cidr } = this.controlPlane.cluster.kubernetesNetworkConfig;
    const serviceCidr = this.props.network?.ipFamily === "ipv6" ? serviceIpv6Cidr : serviceIpv4Cidr;
    return {
      clusterName: this.props.name,
      endpoint: this.endpoint,
      certificateAuthority: this.certificateAuthority,
      serviceCidr,
      clusterDns: Fn.cidrhost(serviceCidr, 10),
    };
  }

  /** What the nodes of a group need of the cluster beside what all nodes need. */
  private prepareFor(spec: EksNodeGroupSpec): ITerraformDependable[] {
    if (spec.image?.family !== "windows") return [];
    this.addOns.enableWindows();
    return this.controlPlane.enableWindows();
  }

  protected override createNodeGroup(spec: EksNodeGroupSpec): EksNodeGroup {
    const group = this.nodeGroups.add(
      this.storage.withDisksKey(withPodLimit(spec, this.props)),
      this.prepareFor(spec),
    );
    this.autoscaling.manage(group);
    // These have pods that need nodes to become ready, and must be gone before the last node is.
    for (const { resource } of group.nodePools) {
      this.addOns.coredns.dependOn(resource);
      for (const addOn of this.storage.addOns) addOn.dependOn(resource);
    }
    return group;
  }
}
