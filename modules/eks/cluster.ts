import { Annotations } from "cdktf";
import { Construct } from "constructs";
import { inheritFrom } from "../cluster/inherited";
import type { KubernetesCluster } from "../cluster/kubernetes-cluster";
import { formatPath, InvalidClusterError, isError } from "../cluster/problem";
import { EksAddOns } from "./add-ons";
import { EksAutoscaling } from "./autoscaling";
import { EksControlPlane } from "./control-plane";
import { EksIdentity, EksWorkloadIdentity, type PodIdentityProps } from "./identity";
import { EksNetwork, existingNetwork, type ClusterNetwork } from "./network";
import { EksNodeGroups, type EksNodeGroup } from "./node-groups";
import { EksLoadBalancing } from "./load-balancing";
import type { EksClusterProps, EksNodeGroupSpec, EksWorkloadIdentitySpec } from "./props";
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
export class EksCluster
  extends Construct
  implements KubernetesCluster<EksNodeGroupSpec, EksNodeGroup, EksWorkloadIdentityProps, EksWorkloadIdentity>
{
  readonly name: string;
  readonly endpoint: string;
  readonly certificateAuthority: string;
  readonly oidcIssuerUrl: string;

  /** The network; an `EksNetwork` unless an existing one was given. */
  readonly network: ClusterNetwork;
  readonly controlPlane: EksControlPlane;
  readonly identity: EksIdentity;
  readonly addOns: EksAddOns;
  readonly nodeGroups: EksNodeGroups;
  readonly storage: EksStorage;
  readonly autoscaling: EksAutoscaling;
  readonly loadBalancing: EksLoadBalancing;

  private readonly warned = new Set<string>();

  constructor(
    scope: Construct,
    id: string,
    private props: EksClusterProps,
  ) {
    super(scope, id);
    this.check(props);
    inheritFrom(this, { provider: props.provider, tags: props.tags ?? {} });

    const zones = zoneNames(props)!;
    this.network = this.createNetwork(zones);
    this.controlPlane = this.createControlPlane();
    this.name = this.controlPlane.cluster.name;
    this.endpoint = this.controlPlane.cluster.endpoint;
    this.certificateAuthority = this.controlPlane.cluster.certificateAuthority.get(0).data;
    this.oidcIssuerUrl = this.controlPlane.cluster.identity.get(0).oidc.get(0).issuer;

    const { name: clusterName, region, kubernetesVersion } = props;
    const context = { clusterName, cluster: this.name, region, kubernetesVersion };
    this.identity = new EksIdentity(this, "identity", {
      clusterName: this.name,
      region,
      access: props.access,
      oidcIssuerUrl: this.oidcIssuerUrl,
    });
    this.addOns = new EksAddOns(this, "add_ons", { ...context, addOns: props.eks?.addOns ?? {} });
    this.nodeGroups = this.createNodeGroups(zones);
    this.storage = new EksStorage(this, "storage", {
      ...context,
      storage: props.storage ?? {},
      encryption: props.encryption ?? {},
      addOns: props.eks?.addOns ?? {},
      clusterArn: this.controlPlane.cluster.arn,
      vpcId: this.network.vpcId,
      subnets: this.network.nodeSubnets,
      nodeSecurityGroupId: this.nodeGroups.security.securityGroup.id,
      protection: props.protection ?? true,
    });
    this.autoscaling = new EksAutoscaling(this, "autoscaling", {
      ...context,
      autoscaling: props.autoscaling ?? "cluster-autoscaler",
    });
    this.loadBalancing = new EksLoadBalancing(this, "load_balancing", {
      ...context,
      ...props.loadBalancing,
      dnsZones: props.dns?.zones ?? [],
      vpcId: this.network.vpcId,
      nodeSecurityGroupId: this.nodeGroups.security.securityGroup.id,
    });

    for (const group of props.nodeGroups) this.createNodeGroup(group);
    for (const workload of props.workloadIdentities ?? []) this.addWorkloadIdentity(workload);
  }

  addNodeGroup(spec: EksNodeGroupSpec): EksNodeGroup {
    const props = { ...this.props, nodeGroups: [...this.props.nodeGroups, spec] };
    this.check(props);
    this.props = props;
    return this.createNodeGroup(spec);
  }

  addWorkloadIdentity(props: EksWorkloadIdentityProps): EksWorkloadIdentity {
    const { via = "pod-identity", ...rest } = props;
    const { namespace, serviceAccount } = props;
    const workload = new EksWorkloadIdentity(this.identity, `${namespace}_${serviceAccount}`, {
      ...rest,
      clusterName: this.props.name,
      cluster: this.name,
      region: this.props.region,
      issuer: via === "irsa" ? this.identity.trustIssuer() : undefined,
    });
    this.identity.workloads.set(`${namespace}/${serviceAccount}`, workload);
    return workload;
  }

  private check(props: EksClusterProps): void {
    const problems = clusterProblems(props, { today: new Date() });
    const errors = problems.filter(isError);
    if (errors.length > 0) throw new InvalidClusterError(this.node.path, errors);

    for (const { path, message } of problems) {
      const text = `${formatPath(path)}: ${message}`;
      if (!this.warned.has(text)) Annotations.of(this).addWarning(text);
      this.warned.add(text);
    }
  }

  private createNetwork(zones: readonly string[]): ClusterNetwork {
    const { name: clusterName, region, network = {}, observability = {} } = this.props;
    if (network.existing) return existingNetwork(network.existing);
    return new EksNetwork(this, "network", {
      clusterName,
      region,
      zones,
      cidr: network.cidr ?? "10.0.0.0/16",
      nat: network.nat ?? "per-zone",
      endpoints: network.endpoints ?? [],
      flowLogDays: (network.flowLogs ?? true) ? (observability.retentionDays ?? 90) : undefined,
    });
  }

  private createControlPlane(): EksControlPlane {
    const { props } = this;
    return new EksControlPlane(this, "control_plane", {
      clusterName: props.name,
      region: props.region,
      kubernetesVersion: props.kubernetesVersion,
      subnetIds: this.network.controlPlaneSubnetIds,
      subnetsFollowZones: props.network?.existing === undefined,
      serviceCidr: props.network?.serviceCidr,
      access: props.access,
      encryption: props.encryption ?? {},
      logTypes: props.observability?.logTypes ?? ["api", "audit", "authenticator"],
      retentionDays: props.observability?.retentionDays ?? 90,
      support: props.upgrades?.support ?? "standard",
      protection: props.protection ?? true,
      options: props.eks ?? {},
    });
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
      nodeRoleArn: props.eks?.nodeRoleArn,
      tags: props.tags ?? {},
      prerequisites: [
        ...this.network.nodePrerequisites,
        ...this.identity.associations,
        ...this.addOns.nodePrerequisites,
      ],
    });
  }

  private createNodeGroup(spec: EksNodeGroupSpec): EksNodeGroup {
    const group = this.nodeGroups.add(this.storage.withDisksKey(spec));
    this.autoscaling.manage(group);
    // These have pods that need nodes to become ready, and must be gone before the last node is.
    for (const { resource } of group.nativeGroups) {
      this.addOns.coredns.dependOn(resource);
      for (const addOn of this.storage.addOns) addOn.dependOn(resource);
    }
    return group;
  }
}
