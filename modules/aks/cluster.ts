import { KubernetesClusterExtension } from "@cdktf/provider-azurerm/lib/kubernetes-cluster-extension";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import { inheritFrom } from "../cluster/inherited";
import { inputOf } from "../cluster/inputs";
import { ManagedCluster } from "../cluster/managed-cluster";
import { writeForProvider } from "../cluster/provider-arguments";
import { assignAccess } from "./access/role-assignments";
import { apiAccessOf } from "./access/settings";
import { AksControlPlane } from "./control-plane/control-plane";
import { daprExtension, type Extension, gitopsExtensions } from "./control-plane/extensions";
import { ignoreTags } from "./control-plane/policy";
import { azureOwnsVersion, observabilityOf } from "./control-plane/settings";
import { defaults, fields } from "./fields.generated";
import { AksIdentity } from "./identity/identity";
import { AksWorkloadIdentity, type AksWorkloadIdentityProps } from "./identity/workload-identity";
import { AksLoadBalancing } from "./load-balancing/load-balancing";
import type { ClusterNetwork } from "./network/cluster-network";
import { useExistingNetwork } from "./network/existing-network";
import { AksNetwork } from "./network/network";
import { egressOf, natOf, podNetworkOf, subnetsOfGroups } from "./network/settings";
import type { AksNodeGroup } from "./node-groups/node-group";
import { AksNodeGroups } from "./node-groups/node-groups";
import type { PoolContext } from "./node-groups/node-pool";
import { firstGroupOf } from "./node-groups/settings";
import { AksObservability } from "./observability/observability";
import { exposuresOf } from "./programs";
import { resourceGroupOf, type ResourceGroupRef } from "../azure/resource-group";
import { clusterProblems } from "./rules";
import type { AksClusterProps, AksNodeGroupSpec } from "./spec";
import { AksStorage } from "./storage/storage";
import { zoneNames } from "./zones";

/**
 * A Kubernetes cluster on Azure Kubernetes Service: network, control plane, workers, storage, identities and monitoring.
 *
 * Needs only its props: it creates no provider and no backend and reads no environment variable. Its resources are accessible
 * through its components (`cluster.network`, `cluster.controlPlane.cluster`, …).
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
 * With `storage.file` or `storage.backup` the provider must not connect to storage accounts, which allow only the cluster:
 * `features: [{ storage: { dataPlaneAvailable: false } }]`.
 *
 * @throws InvalidClusterError that lists all problems of the props.
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

  /** The resource group of all resources of the cluster. */
  readonly resourceGroup: ResourceGroupRef;

  /** The network; an `AksNetwork` unless an existing one is used. */
  readonly network: ClusterNetwork;
  readonly identity: AksIdentity;
  readonly observability: AksObservability;
  readonly controlPlane: AksControlPlane;
  readonly nodeGroups: AksNodeGroups;
  readonly storage: AksStorage;
  readonly loadBalancing: AksLoadBalancing;

  /** The extension with the GitOps tool; undefined without one. */
  readonly gitops?: KubernetesClusterExtension;

  /** The extension with Dapr; undefined without it. */
  readonly dapr?: KubernetesClusterExtension;

  constructor(scope: Construct, id: string, props: AksClusterProps) {
    super(scope, id, props, clusterProblems, fields);
    inheritFrom(this, { provider: props.provider, tags: props.tags ?? {} });
    ignoreTags(this, props.aks ?? {});
    writeForProvider(this, props.aks?.providerMinimum ?? defaults["aks.providerMinimum"]);

    const zones = zoneNames(props)!;
    this.resourceGroup = this.createResourceGroup();
    this.network = this.createNetwork(zones);
    this.identity = this.createIdentity();
    this.observability = this.createObservability();
    this.controlPlane = this.createControlPlane(zones);
    const { cluster } = this.controlPlane;

    this.name = cluster.name;
    // Not from the kubeconfig, which the provider marks as sensitive as a whole.
    const fqdn = apiAccessOf(props.access).isPrivate ? cluster.privateFqdn : cluster.fqdn;
    this.endpoint = Fn.join("", ["https://", fqdn, ":443"]);
    this.certificateAuthority = cluster.kubeConfig.get(0).clusterCaCertificate;
    this.oidcIssuerUrl = cluster.oidcIssuerUrl;

    assignAccess(this.identity, cluster.id, props.access);
    this.observability.attach(cluster);
    this.nodeGroups = this.createNodeGroups(zones);
    this.storage = this.createStorage();
    this.loadBalancing = this.createLoadBalancing();

    for (const group of props.nodeGroups) this.createNodeGroup(group);
    for (const workload of props.workloadIdentities ?? []) this.addCheckedIdentity(workload);
    const { gitops, aks } = props;
    if (gitops !== undefined && gitops !== "config-sync")
      this.gitops = this.install("gitops", gitopsExtensions[gitops]);
    if (aks?.dapr) this.dapr = this.install("dapr", daprExtension(aks.dapr));
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

  private createResourceGroup(): ResourceGroupRef {
    const { name, region, aks } = this.props;
    const { protection } = this;
    return resourceGroupOf(this, { name, region, existing: aks?.resourceGroup, protection });
  }

  private createNetwork(zones: readonly string[]): ClusterNetwork {
    const { name: clusterName, network = {}, access, storage = {}, loadBalancing = {} } = this.props;
    const place = this.resourceGroup;
    const egress = inputOf(this, "network.egress", egressOf(this.props));
    const existing = inputOf(this, "network.existing", network.existing);
    if (existing) {
      const component = () => this.component("network");
      const groupSubnetIds = subnetsOfGroups(this.props, existing);
      return useExistingNetwork({ clusterName, place, existing, groupSubnetIds, egress, component });
    }
    return new AksNetwork(this, "network", {
      clusterName,
      place,
      cidr: network.cidr ?? defaults["network.cidr"],
      zones,
      nat: natOf(network),
      egress,
      dualStack: network.dualStack ?? defaults["network.dualStack"],
      podSubnet: podNetworkOf(this.props).mode === "pod-subnet",
      apiServerSubnet: apiAccessOf(access).inNetwork,
      storageEndpoint: Boolean(storage.file) || storage.object !== undefined,
      peerings: network.peerings ?? defaults["network.peerings"],
      exposures: exposuresOf(this.props),
      publicFrom: loadBalancing.publicFrom,
      protection: this.protection,
    });
  }

  private createIdentity(): AksIdentity {
    const { name: clusterName, aks = {} } = this.props;
    return new AksIdentity(this, "identity", {
      clusterName,
      place: this.resourceGroup,
      existing: aks.identities ?? {},
    });
  }

  private createObservability(): AksObservability {
    const { name: clusterName } = this.props;
    return new AksObservability(this, "observability", {
      clusterName,
      place: this.resourceGroup,
      observability: observabilityOf(this.props),
      protection: this.props.protection ?? defaults["protection"],
    });
  }

  private createControlPlane(zones: readonly string[]): AksControlPlane {
    const { network, identity } = this;
    return new AksControlPlane(this, "control_plane", {
      cluster: this.props,
      place: this.resourceGroup,
      zones,
      network,
      identity,
      firstGroup: firstGroupOf(this.props.nodeGroups)!,
      pools: this.poolContext(),
      workspaceId: this.observability.workspaceId,
    });
  }

  private createNodeGroups(zones: readonly string[]): AksNodeGroups {
    return new AksNodeGroups(this, "node_groups", {
      ...this.poolContext(),
      cluster: this.controlPlane.cluster,
      zones,
      firstGroup: firstGroupOf(this.props.nodeGroups)!.name,
      prerequisites: this.network.nodePrerequisites,
    });
  }

  private createStorage(): AksStorage {
    const { name: clusterName, storage = {} } = this.props;
    const { cluster, diskEncryptionSet } = this.controlPlane;
    return new AksStorage(this, "storage", {
      clusterName,
      place: this.resourceGroup,
      storage,
      cluster,
      network: this.network,
      kubeletPrincipalId: this.identity.kubelet.principalId,
      kubeletRolesAssigned: this.props.aks?.identities?.kubelet?.rolesAssigned === true,
      controlPlanePrincipalId: this.identity.controlPlane.principalId,
      diskEncryptionSet,
      protection: this.protection,
    });
  }

  /** Installs an extension, whose pods need nodes. */
  private install(
    id: string,
    { name, type, namespace, settings, release }: Extension,
  ): KubernetesClusterExtension {
    const pools = [...this.nodeGroups.groups.values()].flatMap(({ nodePools }) => nodePools);
    return new KubernetesClusterExtension(this.controlPlane, id, {
      name,
      clusterId: this.controlPlane.cluster.id,
      extensionType: type,
      releaseTrain: "train" in release ? release.train : undefined,
      version: "version" in release ? release.version : undefined,
      releaseNamespace: namespace,
      configurationSettings: settings,
      dependsOn: pools.map(({ resource }) => resource),
    });
  }

  private createLoadBalancing(): AksLoadBalancing {
    const { name: clusterName, loadBalancing = {}, dns } = this.props;
    return new AksLoadBalancing(this, "load_balancing", {
      clusterName,
      place: this.resourceGroup,
      issuer: this.oidcIssuerUrl,
      cluster: this.controlPlane.cluster,
      controller: loadBalancing.controller ?? defaults["loadBalancing.controller"],
      dnsZones: dns?.zones ?? [],
      gateway: loadBalancing.applicationGateway,
    });
  }

  private poolContext(): PoolContext {
    const { autoscaling = defaults.autoscaling, kubernetesVersion } = this.props;
    return {
      network: this.network,
      podNetwork: podNetworkOf(this.props),
      autoscaling,
      kubernetesVersion: azureOwnsVersion(this.props)
        ? undefined
        : inputOf(this, "kubernetesVersion", kubernetesVersion),
    };
  }

  private get protection(): boolean {
    return this.props.protection ?? defaults.protection;
  }
}
