import { DiskEncryptionSet } from "@cdktf/provider-azurerm/lib/disk-encryption-set";
import {
  KubernetesCluster,
  type KubernetesClusterConfig,
  type KubernetesClusterNetworkProfile,
} from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { PrivateDnsZone } from "@cdktf/provider-azurerm/lib/private-dns-zone";
import { PrivateDnsZoneVirtualNetworkLink } from "@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link";
import { Fn, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { monitoringArguments } from "../observability/arguments";
import { addOnArguments } from "./add-ons";
import { autoscalerProfile, provisionNodes, workloadAutoscaling } from "../autoscaling/autoscaling";
import { roles } from "../identity/builtin-roles";
import { defaults } from "../fields.generated";
import { grantToIdentity } from "../identity/grants";
import type { AksIdentity } from "../identity/identity";
import { limits } from "../limits";
import { loadBalancingArguments } from "../load-balancing/load-balancing";
import { maintenanceWindows } from "./maintenance";
import type { ClusterNetwork } from "../network/network";
import { firstPool } from "../node-groups";
import { windowsProfile } from "../node-groups/windows";
import type { PoolContext } from "../node-groups/pool";
import type { AksClusterProps, AksEgress, AksNodeGroupSpec } from "../spec";
import type { ResourceGroupRef } from "../resource-group/resource-group";
import { apiAccessOf, azureOwnsVersion, egressOf, type PodNetwork, podNetworkOf } from "../settings";
import { storageArguments } from "../storage/arguments";
import { ipv6OfWorkloads } from "../network/address-plan";

/** See {@link AksControlPlane}. */
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
  /** The cluster as Azure knows it. */
  readonly cluster: KubernetesCluster;

  /** The zone in which a private API server is found; undefined unless it is made here. */
  readonly dnsZone?: PrivateDnsZone;

  /** Disks of nodes and volumes with a customer's key; undefined with the platform's. */
  readonly diskEncryptionSet?: DiskEncryptionSet;

  private readonly dnsZoneId?: string;
  private readonly prerequisites: ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AksControlPlaneProps,
  ) {
    super(scope, id);
    this.prerequisites = [...props.network.nodePrerequisites];
    const { dnsZone } = apiAccessOf(props.cluster.access);
    if (dnsZone === "new") this.dnsZone = this.createDnsZone();
    this.dnsZoneId = this.dnsZone?.id ?? (dnsZone === "system" ? "System" : dnsZone);
    this.diskEncryptionSet = this.createDiskEncryption();
    this.grantRights();

    this.cluster = this.createCluster();
    provisionNodes(this.cluster, this.props.pools.autoscaling);
  }

  /** Its name is fixed: Azure's own clients look for it. */
  private createDnsZone(): PrivateDnsZone {
    const { cluster, place, network } = this.props;
    const kind = apiAccessOf(cluster.access).inNetwork ? "private" : "privatelink";
    const zone = new PrivateDnsZone(this, "dns_zone", {
      name: `${kind}.${cluster.region}.azmk8s.io`,
      resourceGroupName: place.resourceGroupName,
    });
    this.prerequisites.push(
      new PrivateDnsZoneVirtualNetworkLink(this, "dns_zone_link", {
        name: cluster.name,
        resourceGroupName: place.resourceGroupName,
        privateDnsZoneName: zone.name,
        virtualNetworkId: network.vnetId,
      }),
    );
    return zone;
  }

  /** What the control plane changes outside of its own resource group: from its first moment on, and for its removal. */
  private grantRights(): void {
    const { cluster, network, identity } = this.props;
    const grant = (id: string, role: (typeof roles)[keyof typeof roles], on: string | undefined) => {
      if (on !== undefined) identity.grantControlPlane(id, { role, scope: on });
    };
    network.nodeSubnets.forEach(({ id, zone }) =>
      grant(zone ? `nodes_${zone}` : "nodes", roles.networkContributor, id),
    );
    grant("pods", roles.networkContributor, network.podSubnetId);
    grant("api_server", roles.networkContributor, network.apiServerSubnetId);
    grant("routes", roles.networkContributor, network.routeTableId);
    if (this.dnsZoneId && this.dnsZoneId !== "System") {
      grant("dns_zone", roles.privateDnsZoneContributor, this.dnsZoneId);
      grant("vnet", roles.networkContributor, network.vnetId);
    }
    const { encryption = {}, aks = {}, nodeGroups } = cluster;
    if (encryption.secrets === "customer-key") {
      grant("secrets_key", roles.keyVaultCryptoUser, encryption.keyVaultId);
      if (encryption.keyVaultIsPrivate)
        grant("secrets_vault", roles.keyVaultContributor, encryption.keyVaultId);
    }
    grant("disks_key", roles.reader, this.diskEncryptionSet?.id);
    reservationsOf(nodeGroups).forEach((id, i) => grant(`reservation_${i}`, roles.contributor, id));
    for (const registryId of aks.registries ?? []) identity.allowPull(registryId);
    const egress = egressOf({ network: cluster.network });
    if (egress?.type === "none" && !(aks.registries ?? []).includes(egress.registryId)) {
      identity.allowPull(egress.registryId);
    }
  }

  private createDiskEncryption(): DiskEncryptionSet | undefined {
    const { cluster, place } = this.props;
    const { disks, disksKeyId, disksKeyVaultId } = cluster.encryption ?? {};
    if (disks !== "customer-key") return undefined;
    const set = new DiskEncryptionSet(this, "disk_encryption_set", {
      ...place,
      name: cluster.name,
      keyVaultKeyId: disksKeyId,
      autoKeyRotationEnabled: true,
      identity: { type: "SystemAssigned" },
    });
    this.prerequisites.push(
      grantToIdentity(this, "disk_encryption_set_key", {
        role: roles.keyVaultCryptoServiceEncryptionUser,
        scope: disksKeyVaultId!,
        principalId: set.identity.principalId,
      }),
    );
    return set;
  }

  private createCluster(): KubernetesCluster {
    const { cluster, place, zones, firstGroup, pools, identity, workspaceId } = this.props;
    const { aks = {}, upgrades = {} } = cluster;
    const { pool, ignoreChanges } = firstPool(firstGroup, zones, pools, cluster.tags ?? {});
    const protection = cluster.protection ?? defaults.protection;

    return new KubernetesCluster(this, "Resource", {
      ...place,
      name: cluster.name,
      kubernetesVersion: cluster.kubernetesVersion,
      skuTier: capitalized(aks.tier ?? defaults["aks.tier"]),
      supportPlan: upgrades.support === "long-term" ? "AKSLongTermSupport" : undefined,
      dnsPrefix: boundedName([cluster.name], limits.dnsPrefix),
      nodeResourceGroup:
        aks.nodeResourceGroup ?? boundedName([cluster.name, "nodes"], limits.nodeResourceGroup),
      defaultNodePool: pool,
      identity: { type: "UserAssigned", identityIds: [identity.controlPlane.id] },
      kubeletIdentity: {
        userAssignedIdentityId: identity.kubelet.id,
        clientId: identity.kubelet.clientId,
        objectId: identity.kubelet.principalId,
      },
      ...this.apiAccess(),
      ...accessArguments(cluster),
      networkProfile: networkProfile(cluster),
      ...egressArguments(egressOf(cluster)),
      ...this.encryption(),
      ...upgradeArguments(cluster),
      ...maintenanceWindows(upgrades),
      autoScalerProfile: autoscalerProfile(pools.autoscaling, aks.autoscaler),
      ...addOnArguments(aks),
      ...monitoringArguments(cluster.observability, workspaceId),
      workloadAutoscalerProfile: workloadAutoscaling(aks),
      windowsProfile: windowsProfile(aks.windows),
      ...storageArguments(cluster.storage ?? {}),
      ...loadBalancingArguments(cluster),
      httpProxyConfig: proxyArguments(cluster),
      lifecycle: {
        preventDestroy: protection,
        ignoreChanges: [
          ...ignoreChanges,
          ...(azureOwnsVersion(cluster) ? ["kubernetes_version"] : []),
          // Azure adds the network's own ranges.
          ...(cluster.network?.httpProxy ? ["http_proxy_config[0].no_proxy"] : []),
        ],
      },
      dependsOn: [...this.prerequisites, ...identity.clusterPrerequisites],
    });
  }

  /** How the API server is reached. Nodes that come by its public address are let in. */
  private apiAccess(): Partial<KubernetesClusterConfig> {
    const { cluster, network } = this.props;
    const { isPrivate, inNetwork } = apiAccessOf(cluster.access);
    const nodes = inNetwork ? [] : network.egressAddresses.map((address) => Fn.join("", [address, "/32"]));
    return {
      privateClusterEnabled: isPrivate,
      privateClusterPublicFqdnEnabled: isPrivate
        ? (cluster.access.publicFqdn ?? defaults["access.publicFqdn"])
        : undefined,
      privateDnsZoneId: this.dnsZoneId,
      apiServerAccessProfile:
        isPrivate && !inNetwork
          ? undefined
          : {
              authorizedIpRanges: isPrivate ? undefined : [...cluster.access.publicFrom!, ...nodes],
              ...(inNetwork && {
                virtualNetworkIntegrationEnabled: true,
                subnetId: network.apiServerSubnetId,
              }),
            },
    };
  }

  private encryption(): Partial<KubernetesClusterConfig> {
    const { secrets, keyId, keyVaultIsPrivate } = this.props.cluster.encryption ?? {};
    return {
      diskEncryptionSetId: this.diskEncryptionSet?.id,
      keyManagementService:
        secrets === "customer-key"
          ? { keyVaultKeyId: keyId!, keyVaultNetworkAccess: keyVaultIsPrivate ? "Private" : "Public" }
          : undefined,
    };
  }
}

/** People come in by Entra ID, with roles of Azure; there is no administrator whom nobody knows. */
function accessArguments({ access, aks = {} }: AksClusterProps): Partial<KubernetesClusterConfig> {
  return {
    roleBasedAccessControlEnabled: true,
    localAccountDisabled: true,
    // The provider wants a tenant or groups; for an empty one it takes the subscription's.
    azureActiveDirectoryRoleBasedAccessControl: { tenantId: access.tenantId ?? "", azureRbacEnabled: true },
    runCommandEnabled: aks.runCommand ?? defaults["aks.runCommand"],
    oidcIssuerEnabled: true,
    workloadIdentityEnabled: true,
  };
}

function upgradeArguments({ upgrades = {} }: AksClusterProps): Partial<KubernetesClusterConfig> {
  const channel = upgrades.channel ?? defaults["upgrades.channel"];
  return {
    automaticUpgradeChannel: channel === "none" ? undefined : channel,
    nodeOsUpgradeChannel: nodeOsChannels[upgrades.nodeImages ?? defaults["upgrades.nodeImages"]],
  };
}

const nodeOsChannels = {
  "node-image": "NodeImage",
  "security-patch": "SecurityPatch",
  unmanaged: "Unmanaged",
  none: "None",
} as const;

function networkProfile(cluster: AksClusterProps): KubernetesClusterNetworkProfile {
  const { network = {} } = cluster;
  const pods = podNetworkOf(cluster);
  const serviceCidr = network.serviceCidr ?? defaults["network.serviceCidr"];
  const egress = egressOf(cluster);
  return {
    networkPlugin: pods.mode === "kubenet" || pods.mode === "none" ? pods.mode : "azure",
    networkPluginMode: pods.mode === "overlay" ? "overlay" : undefined,
    networkDataPlane: dataPlaneOf(pods),
    networkPolicy: pods.policy === "none" ? undefined : pods.policy,
    advancedNetworking: network.advancedNetworking && {
      observabilityEnabled:
        network.advancedNetworking.observability ?? defaults["network.advancedNetworking.observability"],
      securityEnabled: network.advancedNetworking.security ?? defaults["network.advancedNetworking.security"],
    },
    loadBalancerSku: "standard",
    ...workloadRanges(cluster),
    dnsServiceIp: Fn.cidrhost(serviceCidr, 10),
    ...outboundArguments(egress),
  };
}

/** Ranges of pods and services. With two families AKS wants one of each, and its own choice would not know the network. */
function workloadRanges(cluster: AksClusterProps): Partial<KubernetesClusterNetworkProfile> {
  const { network = {} } = cluster;
  const podCidr = network.podCidr ?? defaults["network.podCidr"];
  const serviceCidr = network.serviceCidr ?? defaults["network.serviceCidr"];
  if (!network.dualStack) {
    return { podCidr: podNetworkOf(cluster).isOverlay ? podCidr : undefined, serviceCidr };
  }
  return {
    ipVersions: ["IPv4", "IPv6"],
    podCidrs: [podCidr, ipv6OfWorkloads.pods],
    serviceCidrs: [serviceCidr, ipv6OfWorkloads.services],
  };
}

function dataPlaneOf({ mode, usesCilium }: PodNetwork): string | undefined {
  if (mode === "kubenet" || mode === "none") return undefined;
  return usesCilium ? "cilium" : "azure";
}

/** Only the settings of the way out that is taken: AKS refuses those of another. */
function outboundArguments(egress: AksEgress | undefined): Partial<KubernetesClusterNetworkProfile> {
  switch (egress?.type) {
    case "nat-gateway":
      return { outboundType: "userAssignedNATGateway" };
    case "managed-nat":
      return {
        outboundType: "managedNATGateway",
        natGatewayProfile: {
          managedOutboundIpCount: egress.ips ?? defaults["network.egress(managed-nat).ips"],
          idleTimeoutInMinutes:
            egress.idleTimeoutMinutes ?? defaults["network.egress(managed-nat).idleTimeoutMinutes"],
        },
      };
    case "load-balancer": {
      const { ips, ipIds, prefixIds, portsPerNode = 0, idleTimeoutMinutes = 30 } = egress;
      return {
        outboundType: "loadBalancer",
        loadBalancerProfile: {
          managedOutboundIpCount: ips ?? (ipIds || prefixIds ? undefined : 1),
          outboundIpAddressIds: ipIds && [...ipIds],
          outboundIpPrefixIds: prefixIds && [...prefixIds],
          outboundPortsAllocated: portsPerNode,
          idleTimeoutInMinutes: idleTimeoutMinutes,
        },
      };
    }
    case "route-table":
      return { outboundType: "userDefinedRouting" };
    default:
      return { outboundType: "none" };
  }
}

/** Without a way out, nodes start from a registry that holds Microsoft's images. */
function egressArguments(egress: AksEgress | undefined): Partial<KubernetesClusterConfig> {
  if (egress?.type !== "none") return {};
  return { bootstrapProfile: { artifactSource: "Cache", containerRegistryId: egress.registryId } };
}

function proxyArguments({ network = {} }: AksClusterProps): KubernetesClusterConfig["httpProxyConfig"] {
  const { httpProxy } = network;
  return (
    httpProxy && {
      httpProxy: httpProxy.http,
      httpsProxy: httpProxy.https,
      noProxy: httpProxy.noProxy && [...httpProxy.noProxy],
      trustedCa: httpProxy.trustedCa,
    }
  );
}

/** Capacity reservations that groups name, each once. */
function reservationsOf(groups: readonly AksNodeGroupSpec[]): string[] {
  return [...new Set(groups.flatMap(({ placement }) => placement?.capacityReservationGroupId ?? []))];
}

const capitalized = (word: string): string => word[0].toUpperCase() + word.slice(1);
