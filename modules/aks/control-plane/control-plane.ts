import type { DiskEncryptionSet } from "@cdktf/provider-azurerm/lib/disk-encryption-set";
import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import type { PrivateDnsZone } from "@cdktf/provider-azurerm/lib/private-dns-zone";
import { Fn, type ITerraformDependable, Op, type Postcondition, TerraformSelf } from "cdktf";
import { Construct } from "constructs";
import { inputOf } from "../../cluster/inputs";
import { boundedName } from "../../cluster/names";
import { idOf } from "../../cluster/references";
import { apiServerArguments, authenticationArguments } from "../access/arguments";
import { createPrivateDnsZone } from "../access/private-dns-zone";
import { apiAccessOf } from "../access/settings";
import { autoscalerProfile, provisionNodes, workloadAutoscaling } from "../autoscaling/autoscaling";
import { defaults } from "../fields.generated";
import { roles } from "../../azure/builtin-roles";
import type { AksIdentity } from "../identity/identity";
import { limits } from "../limits";
import { loadBalancingArguments } from "../load-balancing/load-balancing";
import { networkArguments } from "../network/arguments";
import type { ClusterNetwork } from "../network/cluster-network";
import { egressOf } from "../network/settings";
import { firstPool } from "../node-groups/first-pool";
import { timeoutsOf } from "../node-groups/node-group";
import type { PoolContext } from "../node-groups/node-pool";
import { windowsProfile } from "../node-groups/windows";
import { monitoringArguments } from "../observability/arguments";
import type { ResourceGroupRef } from "../../azure/resource-group";
import { nameIn } from "../../azure/resource-ids";
import type { AksClusterProps, AksNodeGroupSpec } from "../spec";
import { storageArguments } from "../storage/arguments";
import { addOnArguments } from "./add-ons";
import { createDiskEncryption, encryptionArguments, keyScope } from "./encryption";
import { ignoredByPolicy } from "./policy";
import { azureOwnsVersion, fileOwnsMinor, observabilityOf } from "./settings";
import { upgradeArguments } from "./upgrades";

/** Props of `AksControlPlane`. */
export interface AksControlPlaneProps {
  readonly cluster: AksClusterProps;
  readonly place: ResourceGroupRef;
  readonly zones: readonly string[];
  readonly network: ClusterNetwork;
  readonly identity: AksIdentity;
  readonly firstGroup: AksNodeGroupSpec;
  readonly pools: PoolContext;

  /** Id of the Log Analytics workspace. */
  readonly workspaceId: string;
}

/** The managed control plane with its first node pool, its private DNS zone and the encryption of disks. */
export class AksControlPlane extends Construct {
  /** The managed cluster. */
  readonly cluster: KubernetesCluster;

  /** The new DNS zone with the address of a private API server; undefined with an existing zone or a public API server. */
  readonly dnsZone?: PrivateDnsZone;

  /** Encryption of disks of nodes and volumes with a customer key; undefined with a platform key. */
  readonly diskEncryptionSet?: DiskEncryptionSet;

  private readonly prerequisites: ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AksControlPlaneProps,
  ) {
    super(scope, id);
    this.prerequisites = [...props.network.nodePrerequisites];
    this.dnsZone = this.createDnsZone();
    this.diskEncryptionSet = this.createDiskEncryption();
    this.grantNetworkRoles();
    this.grantKeyRoles();
    this.grantCapacityRoles();
    this.grantPullRoles();
    this.cluster = this.createCluster();
    provisionNodes(this.cluster, props.pools.autoscaling);
  }

  private createDnsZone(): PrivateDnsZone | undefined {
    const { cluster, place, network } = this.props;
    const { dnsZone, inNetwork } = apiAccessOf(cluster.access);
    if (dnsZone !== "new") return undefined;
    const { zone, link } = createPrivateDnsZone(this, {
      clusterName: cluster.name,
      region: cluster.region,
      place,
      vnetId: network.vnetId,
      inNetwork,
    });
    this.prerequisites.push(link);
    return zone;
  }

  /** Id of the private DNS zone, or `System`; undefined for a public API server. */
  private get dnsZoneId(): string | undefined {
    const { dnsZone } = apiAccessOf(this.props.cluster.access);
    return this.dnsZone?.id ?? (dnsZone === "system" ? "System" : dnsZone);
  }

  private createDiskEncryption(): DiskEncryptionSet | undefined {
    const { cluster, place } = this.props;
    const created = createDiskEncryption(this, {
      clusterName: cluster.name,
      place,
      encryption: cluster.encryption ?? {},
    });
    if (created) this.prerequisites.push(created.grant);
    return created?.set;
  }

  /** The control plane changes subnets, routes and DNS records from its creation on, and during its deletion. */
  private grantNetworkRoles(): void {
    const { network } = this.props;
    network.nodeSubnets.forEach(({ id, zone }, i) => {
      const part = zone ?? (i > 0 ? idOf(this, nameIn(id)) : undefined);
      this.grant(part === undefined ? "nodes" : `nodes_${part}`, roles.networkContributor, id);
    });
    this.grant("pods", roles.networkContributor, network.podSubnetId);
    if (apiAccessOf(this.props.cluster.access).inNetwork)
      this.grant("api_server", roles.networkContributor, network.apiServerSubnetId);
    this.grant("routes", roles.networkContributor, network.routeTableId);
    if (this.dnsZoneId && this.dnsZoneId !== "System") {
      this.grant("dns_zone", roles.privateDnsZoneContributor, this.dnsZoneId);
      this.grant("vnet", roles.networkContributor, network.vnetId);
    }
  }

  private grantKeyRoles(): void {
    const { encryption = {} } = this.props.cluster;
    if (encryption.secrets === "customer-key") {
      const key = keyScope(encryption.keyVaultId!, encryption.keyId!);
      this.grant("secrets_key", roles.keyVaultCryptoUser, key);
      // To connect to a vault without a public address, AKS approves a private endpoint of the vault itself.
      if (encryption.keyVaultIsPrivate)
        this.grant("secrets_vault", roles.keyVaultContributor, encryption.keyVaultId);
    }
    this.grant("disks_key", roles.reader, this.diskEncryptionSet?.id);
  }

  private grantCapacityRoles(): void {
    const reservations = this.props.cluster.nodeGroups.flatMap(
      ({ placement }) => placement?.capacityReservationGroupId ?? [],
    );
    // Azure does not distinguish cases in ids.
    const first = reservations.filter(
      (id, i) => i === reservations.findIndex((other) => other.toLowerCase() === id.toLowerCase()),
    );
    first.forEach((id, i) => this.grant(`reservation_${i}`, roles.contributor, id));
  }

  private grantPullRoles(): void {
    const { cluster, identity } = this.props;
    const registries: readonly string[] = cluster.aks?.registries ?? defaults["aks.registries"];
    for (const registryId of registries) identity.allowPull(registryId);
    const egress = egressOf(cluster);
    if (
      egress?.type === "none" &&
      !registries.some((id) => id.toLowerCase() === egress.registryId.toLowerCase())
    )
      identity.allowPull(egress.registryId);
  }

  private grant(id: string, role: (typeof roles)[keyof typeof roles], scope: string | undefined): void {
    if (scope !== undefined) this.props.identity.grantControlPlane(id, { role, scope });
  }

  /**
   * With the channel `patch` Terraform ignores the version. A newer minor in the file is reported in the plan, with the way to install it.
   */
  private versionConditions(): Postcondition[] | undefined {
    const { cluster } = this.props;
    if (!fileOwnsMinor(cluster)) return undefined;
    const wanted = inputOf(this, "kubernetesVersion", cluster.kubernetesVersion);
    const minorOf = (version: string) => Fn.tonumber(Fn.element(Fn.split(".", version), 1));
    return [
      {
        condition: Op.gte(minorOf(TerraformSelf.getString("current_kubernetes_version")), minorOf(wanted)),
        errorMessage:
          `The cluster runs an older minor than kubernetesVersion. To upgrade it, deploy once with upgrades.channel "none", then ` +
          `set the channel "patch" again.`,
      },
    ];
  }

  private createCluster(): KubernetesCluster {
    const { cluster, place, zones, network, firstGroup, pools, identity, workspaceId } = this.props;
    const { name, aks = {}, upgrades = {}, encryption = {}, storage = {}, tags = {} } = cluster;
    const { pool, ignoreChanges } = firstPool(this, firstGroup, zones, pools, tags);
    return new KubernetesCluster(this, "Resource", {
      ...place,
      name,
      kubernetesVersion: inputOf(this, "kubernetesVersion", cluster.kubernetesVersion),
      skuTier: skuTiers[aks.tier ?? defaults["aks.tier"]],
      dnsPrefix: boundedName([name], limits.dnsPrefix),
      nodeResourceGroup: aks.nodeResourceGroup ?? boundedName([name, "nodes"], limits.nodeResourceGroup),
      defaultNodePool: pool,
      ...identity.clusterArguments,
      ...apiServerArguments(this, cluster, network, this.dnsZoneId),
      ...authenticationArguments(cluster),
      ...networkArguments(cluster),
      ...encryptionArguments(encryption, this.diskEncryptionSet),
      ...upgradeArguments(upgrades),
      autoScalerProfile: autoscalerProfile(pools.autoscaling, aks.autoscaler),
      workloadAutoscalerProfile: workloadAutoscaling(aks),
      windowsProfile: windowsProfile(aks.windows),
      ...addOnArguments(aks),
      ...monitoringArguments(observabilityOf(cluster), workspaceId),
      ...storageArguments(storage),
      ...loadBalancingArguments(cluster),
      timeouts: timeoutsOf(firstGroup),
      lifecycle: {
        preventDestroy: cluster.protection ?? defaults.protection,
        ignoreChanges: [
          ...ignoreChanges,
          ...(azureOwnsVersion(cluster) ? ["kubernetes_version"] : []),
          ...ignoredByPolicy(aks),
          // Azure adds the ranges of the network.
          ...(cluster.network?.httpProxy ? ["http_proxy_config[0].no_proxy"] : []),
        ],
        postcondition: this.versionConditions(),
      },
      dependsOn: [...this.prerequisites, ...identity.clusterPrerequisites],
    });
  }
}

const skuTiers = { free: "Free", standard: "Standard", premium: "Premium" } as const;
