import { Fn } from "cdktf";
import type { Construct } from "constructs";
import { inheritFrom } from "../cluster/inherited";
import { ManagedCluster } from "../cluster/managed-cluster";
import { AksObservability } from "./observability/observability";
import { AksControlPlane } from "./control-plane/control-plane";
import { defaults } from "./fields.generated";
import { AksIdentity, AksWorkloadIdentity, type AksWorkloadIdentityProps } from "./identity/identity";
import { AksLoadBalancing } from "./load-balancing/load-balancing";
import { AksNetwork, existingNetwork, type ClusterNetwork } from "./network/network";
import { RegistryEndpoint } from "./network/registry-endpoint";
import { type AksNodeGroup, AksNodeGroups } from "./node-groups";
import type { PoolContext } from "./node-groups/pool";
import type { AksClusterProps, AksEgress, AksExistingNetwork, AksNodeGroupSpec } from "./spec";
import { resourceGroupOf, type ResourceGroupRef } from "./resource-group/resource-group";
import { clusterProblems } from "./rules";
import { apiAccessOf, azureOwnsVersion, egressOf, firstGroupOf, natOf, podNetworkOf } from "./settings";
import { AksStorage } from "./storage";
import { zoneNames } from "./zones";

/**
 * A Kubernetes cluster on Azure Kubernetes Service: network, control plane, workers, storage, identities and monitoring.
 *
 * Needs nothing but its props: it makes no provider and no backend and reads no environment. What it is made of can be reached
 * through its rooms (`cluster.network`, `cluster.controlPlane.cluster`, …), down to the single resource.
 *
 * ```ts
 * new AksCluster(this, "cluster", {
 *   name: "shop",
 *   region: "westeurope",
 *   kubernetesVersion: "1.35",
 *   access: { admins: ["11111111-2222-3333-4444-555555555555"] },
 *   nodeGroups: [{ name: "workers", machineTypes: ["Standard_D4ds_v5"], size: { min: 3, max: 10 } }],
 * });
 * ```
 *
 * With `storage.file` or `storage.backup` the provider must not try to reach storage accounts itself, which let only the cluster
 * in: `features: [{ storage: { dataPlaneAvailable: false } }]`.
 *
 * @throws InvalidClusterError that lists everything wrong with the props at once.
 */
export class AksCluster extends ManagedCluster<
  AksClusterProps,
  AksNodeGroupSpec,
  AksNodeGroup,
  AksWorkloadIdentityProps,
  AksWorkloadIdentity
> {
  readonly name: string;
  readonly endpoint: string;
  readonly certificateAuthority: string;
  readonly oidcIssuerUrl: string;

  /** The resource group of all that is made here. */
  readonly resourceGroup: ResourceGroupRef;

  /** The network; an `AksNetwork` unless an existing one was given. */
  readonly network: ClusterNetwork;
  readonly identity: AksIdentity;
  readonly observability: AksObservability;
  readonly controlPlane: AksControlPlane;
  readonly nodeGroups: AksNodeGroups;
  readonly storage: AksStorage;
  readonly loadBalancing: AksLoadBalancing;

  constructor(scope: Construct, id: string, props: AksClusterProps) {
    super(scope, id, props, clusterProblems);
    inheritFrom(this, { provider: props.provider, tags: props.tags ?? {} });

    const zones = zoneNames(props)!;
    const { name: clusterName, aks = {}, protection = defaults.protection } = props;
    this.resourceGroup = resourceGroupOf(this, {
      name: clusterName,
      region: props.region,
      existing: aks.resourceGroup,
      protection,
    }).place;
    const place = this.resourceGroup;
    this.network = this.createNetwork(zones);
    this.identity = new AksIdentity(this, "identity", {
      clusterName,
      place,
      existing: aks.identities ?? {},
    });
    this.observability = new AksObservability(this, "observability", {
      clusterName,
      place,
      observability: props.observability ?? {},
    });

    const firstGroup = firstGroupOf(props.nodeGroups)!;
    const pools = this.poolContext();
    this.controlPlane = new AksControlPlane(this, "control_plane", {
      cluster: props,
      place,
      zones,
      network: this.network,
      identity: this.identity,
      firstGroup,
      pools,
      workspaceId: this.observability.workspaceId,
    });
    const { cluster } = this.controlPlane;
    this.name = cluster.name;
    // Not out of the kubeconfig, which is a secret as a whole to the provider.
    const { isPrivate } = apiAccessOf(props.access);
    this.endpoint = Fn.join("", ["https://", isPrivate ? cluster.privateFqdn : cluster.fqdn, ":443"]);
    this.certificateAuthority = cluster.kubeConfig.get(0).clusterCaCertificate;
    this.oidcIssuerUrl = cluster.oidcIssuerUrl;

    this.identity.admit(cluster.id, props.access);
    this.observability.attach(cluster);
    this.nodeGroups = new AksNodeGroups(this, "node_groups", {
      ...pools,
      cluster,
      zones,
      firstGroup: firstGroup.name,
      prerequisites: this.network.nodePrerequisites,
    });
    this.storage = new AksStorage(this, "storage", {
      clusterName,
      place,
      storage: props.storage ?? {},
      cluster,
      network: this.network,
      kubeletPrincipalId: this.identity.kubelet.principalId,
      controlPlanePrincipalId: this.identity.controlPlane.principalId,
      diskEncryptionSet: this.controlPlane.diskEncryptionSet,
      protection,
    });
    this.loadBalancing = new AksLoadBalancing(this, "load_balancing", {
      clusterName,
      place,
      issuer: this.oidcIssuerUrl,
      cluster,
      controller: props.loadBalancing?.controller ?? defaults["loadBalancing.controller"],
      dnsZones: props.dns?.zones ?? [],
      gateway: props.loadBalancing?.applicationGateway,
    });

    for (const group of props.nodeGroups) this.createNodeGroup(group);
    for (const workload of props.workloadIdentities ?? []) this.addWorkloadIdentity(workload);
  }

  protected override createNodeGroup(spec: AksNodeGroupSpec): AksNodeGroup {
    return this.nodeGroups.add(spec);
  }

  protected override createWorkloadIdentity(
    id: string,
    props: AksWorkloadIdentityProps,
  ): AksWorkloadIdentity {
    return new AksWorkloadIdentity(this.identity, id, {
      ...props,
      clusterName: this.props.name,
      place: this.resourceGroup,
      issuer: this.oidcIssuerUrl,
    });
  }

  private createNetwork(zones: readonly string[]): ClusterNetwork {
    const {
      network = {},
      access,
      storage = {},
      name: clusterName,
      protection = defaults.protection,
    } = this.props;
    const egress = egressOf(this.props);
    if (network.existing) return this.useNetwork(network.existing, egress);
    return new AksNetwork(this, "network", {
      clusterName,
      place: this.resourceGroup,
      cidr: network.cidr ?? defaults["network.cidr"],
      zones,
      nat: natOf(network),
      egress,
      dualStack: network.dualStack ?? defaults["network.dualStack"],
      podSubnet: podNetworkOf(this.props).mode === "pod-subnet",
      apiServerSubnet: apiAccessOf(access).inNetwork,
      storageEndpoint: Boolean(storage.file) || storage.object !== undefined,
      protection,
    });
  }

  /** A network that is there gets nothing but a way to the registry, where it says the subnet for it. */
  private useNetwork(existing: AksExistingNetwork, egress: AksEgress | undefined): ClusterNetwork {
    const { vnetId, endpointSubnetId: subnetId } = existing;
    if (egress?.type !== "none" || subnetId === undefined) return existingNetwork(existing, egress);
    const registry = new RegistryEndpoint(this.component("network"), "registry", {
      clusterName: this.props.name,
      place: this.resourceGroup,
      registryId: egress.registryId,
      vnetId,
      subnetId,
    });
    return existingNetwork(existing, egress, registry.prerequisites);
  }

  private poolContext(): PoolContext {
    const { autoscaling = defaults.autoscaling, kubernetesVersion } = this.props;
    return {
      network: this.network,
      podNetwork: podNetworkOf(this.props),
      autoscaling,
      kubernetesVersion: azureOwnsVersion(this.props) ? undefined : kubernetesVersion,
    };
  }
}
