import { ContainerCluster, type ContainerClusterConfig } from "@cdktf/provider-google/lib/container-cluster";
import type { KmsCryptoKey } from "@cdktf/provider-google/lib/kms-crypto-key";
import type { LoggingProjectSink } from "@cdktf/provider-google/lib/logging-project-sink";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { inputOf } from "../../cluster/inputs";
import { addOnArguments } from "./add-ons";
import { clusterAutoscaling } from "../autoscaling/autoscaling";
import { grantKey, type KeyRing } from "./encryption";
import { endpointArguments } from "../access/endpoint-arguments";
import { maintenancePolicy } from "./maintenance";
import { nodeTag } from "../names";
import type { ClusterNetwork } from "../network/cluster-network";
import { nodeMetadata, nodeScopes } from "../node-groups/node-config";
import { observabilityArguments } from "../observability/observability";
import { keepData } from "../../cluster/kept-data";
import { createLogBucket } from "../observability/recipients";
import { forGoogle } from "../../google/provider-arguments";
import type { GkeProject } from "../project/project";
import type { AnyGkeClusterProps } from "../spec";
import { securityArguments } from "./security";
import type { WorkloadPool } from "../identity/workload-pool";
import { defaults } from "../fields.generated";
import { asSet } from "../../cluster/sets";

/** See {@link GkeControlPlane}. */
export interface GkeControlPlaneProps {
  readonly cluster: AnyGkeClusterProps;
  readonly project: GkeProject;
  readonly network: ClusterNetwork;

  /** Region, or zone, of the control plane. */
  readonly location: string;

  /** Zones of nodes, in order. */
  readonly zones: readonly string[];

  /** The key ring of new keys, which the first access creates. */
  readonly keyRing: () => KeyRing;

  /** E-mail of the service account of nodes. */
  readonly serviceAccount: string;

  /** Full name of the key of disks; undefined with a key of Google. */
  readonly disksKeyId?: string;

  /** Created before the cluster, because its first node starts immediately. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/** The cluster, the key of its secrets, and the destinations of its logs. */
export class GkeControlPlane extends Construct {
  readonly cluster: ContainerCluster;

  /** The new key for secrets; undefined with an existing key or a key of the platform. */
  readonly key?: KmsCryptoKey;

  /** Sends the logs of the cluster to a separate bucket; undefined if they are in the default bucket of the project. */
  readonly logSink?: LoggingProjectSink;

  /** The workload identity pool, in which pods of the cluster are principals of IAM. */
  readonly pool: WorkloadPool;

  private readonly isAutopilot: boolean;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: GkeControlPlaneProps,
  ) {
    super(scope, id);
    const { cluster, project, location } = props;
    const { name: clusterName, region, encryption = {}, observability = {} } = cluster;
    const { protection = defaults["protection"] } = cluster;
    this.isAutopilot = cluster.gke?.mode === "autopilot";

    const usesKey = (encryption.secrets ?? defaults["encryption.secrets"]) === "customer-key";
    this.key = usesKey && !encryption.keyId ? props.keyRing().add(this, "secrets_key", "secrets") : undefined;
    const keyId = usesKey ? (encryption.keyId ?? this.key!.id) : undefined;
    const grants = keyId ? [grantKey(this, "secrets_key_grant", keyId, project.agent("gke"), project)] : [];

    const isV2 = (cluster.network?.dataplane ?? defaults["network.dataplane"]) === "v2";
    const writing = { clusterName, region, project, observability, isAutopilot: this.isAutopilot, isV2 };
    const { retentionDays } = observability;
    if (retentionDays !== undefined) {
      this.logSink = createLogBucket(this, { ...writing, location, retentionDays, protection });
    }
    keepData(this, protection, {
      ...(this.key ? {} : { secrets_key: "google_kms_crypto_key" }),
      ...(this.logSink ? {} : { logs: "google_logging_project_bucket_config" }),
    });
    this.cluster = new ContainerCluster(this, "Resource", {
      ...this.basics(keyId),
      ...this.networkArguments(),
      ...endpointArguments(this, cluster, props.network),
      ...this.modeArguments(),
      ...this.upgradeArguments(),
      ...securityArguments(cluster),
      ...addOnArguments(cluster),
      ...observabilityArguments(this, writing),
      clusterAutoscaling: clusterAutoscaling(cluster, props),
      dependsOn: [
        ...project.prerequisites(...project.services.keys()),
        ...grants,
        ...props.network.clusterPrerequisites,
        ...props.prerequisites,
      ],
    });
    forGoogle(this.cluster, {
      "cluster_autoscaling.default_compute_class_enabled": cluster.gke?.defaultComputeClass || undefined,
    });
    this.pool = {
      project,
      name: this.cluster.workloadIdentityConfig.workloadPool,
      clusterUrl: `https://container.googleapis.com/v1/${this.cluster.id}`,
    };
  }

  private basics(keyId: string | undefined): ContainerClusterConfig {
    const { cluster, location, project } = this.props;
    const protection = cluster.protection ?? defaults["protection"];
    return {
      name: cluster.name,
      location,
      deletionProtection: protection,
      workloadIdentityConfig: { workloadPool: `${project.id}.svc.id.goog` },
      databaseEncryption: keyId ? { state: "ENCRYPTED", keyName: keyId } : { state: "DECRYPTED" },
      timeouts: { create: "60m", update: "120m", delete: "60m" },
      lifecycle: {
        preventDestroy: protection || undefined,
        // After the default node pool is removed, the attribute shows another node pool, and a difference would replace the cluster.
        ignoreChanges: this.isAutopilot ? undefined : ["node_config", "node_pool", "initial_node_count"],
      },
    };
  }

  private networkArguments(): Partial<ContainerClusterConfig> {
    const { network: spec = {}, loadBalancing = {} } = this.props.cluster;
    const { network } = this.props;
    const isV2 = (spec.dataplane ?? defaults["network.dataplane"]) === "v2";
    const {
      by = defaults["network.dns.by"],
      scope = defaults["network.dns.scope"],
      domain,
      vpcDomain,
    } = spec.dns ?? {};
    return {
      network: network.networkId,
      subnetwork: network.subnetworkId,
      networkingMode: "VPC_NATIVE",
      ipAllocationPolicy: {
        clusterSecondaryRangeName: network.podRange,
        servicesSecondaryRangeName: network.serviceRange,
        additionalPodRangesConfig:
          network.morePodRanges.length > 0 ? { podRangeNames: [...network.morePodRanges] } : undefined,
        additionalIpRangesConfig:
          network.moreSubnets &&
          asSet(network.moreSubnets, ({ subnetwork }) => subnetwork).map(({ subnetwork, podRanges }) => ({
            subnetwork,
            podIpv4RangeNames: asSet(podRanges),
          })),
        stackType: spec.ipFamily === "ipv6" ? "IPV4_IPV6" : "IPV4",
        podCidrOverprovisionConfig: spec.podAddressReserve === false ? { disabled: true } : undefined,
      },
      datapathProvider: isV2 ? "ADVANCED_DATAPATH" : "LEGACY_DATAPATH",
      enableIntranodeVisibility: this.isAutopilot
        ? undefined
        : (spec.intranodeVisibility ?? defaults["network.intranodeVisibility"]),
      enableCiliumClusterwideNetworkPolicy:
        spec.clusterwidePolicies ?? defaults["network.clusterwidePolicies"],
      enableFqdnNetworkPolicy: spec.fqdnPolicies ?? defaults["network.fqdnPolicies"],
      enableMultiNetworking: spec.multiNetworking ?? defaults["network.multiNetworking"],
      inTransitEncryptionConfig: spec.encryptedTraffic
        ? "IN_TRANSIT_ENCRYPTION_INTER_NODE_TRANSPARENT"
        : undefined,
      defaultSnatStatus: { disabled: !(spec.sourceNat ?? defaults["network.sourceNat"]) },
      dnsConfig:
        by === "cloud-dns"
          ? {
              clusterDns: "CLOUD_DNS",
              clusterDnsScope: scope === "vpc" ? "VPC_SCOPE" : "CLUSTER_SCOPE",
              clusterDnsDomain: domain,
              additiveVpcScopeDnsDomain: vpcDomain,
            }
          : { clusterDns: "PLATFORM_DEFAULT" },
      // GKE enables it automatically, and provider versions before 7.13 replace the cluster for a change from true to false.
      enableL4IlbSubsetting: true,
      disableL4LbFirewallReconciliation: !(loadBalancing.firewall ?? defaults["loadBalancing.firewall"]),
      serviceExternalIpsConfig: {
        enabled: loadBalancing.externalIps ?? defaults["loadBalancing.externalIps"],
      },
    };
  }

  /** Arguments of the mode. GKE cannot create a Standard cluster without a default node pool, which is removed immediately. */
  private modeArguments(): Partial<ContainerClusterConfig> {
    const { cluster, zones, location, serviceAccount, disksKeyId } = this.props;
    const { gke = {} } = cluster;
    const tags = [nodeTag(cluster.name), ...asSet(gke.autoNetworkTags ?? [])];
    const makesNodes = this.isAutopilot || cluster.autoscaling === "auto-provisioning";
    const nodePoolAutoConfig = makesNodes
      ? {
          networkTags: { tags },
          resourceManagerTags: gke.autoResourceManagerTags,
          nodeKubeletConfig: { insecureKubeletReadonlyPortEnabled: "FALSE" },
        }
      : undefined;
    if (this.isAutopilot) {
      return { enableAutopilot: true, allowNetAdmin: gke.allowNetAdmin, nodePoolAutoConfig };
    }
    return {
      nodeLocations: zones.filter((zone) => zone !== location),
      nodePoolAutoConfig,
      nodePoolDefaults: { nodeConfigDefaults: { insecureKubeletReadonlyPortEnabled: "FALSE" } },
      networkPolicy:
        cluster.network?.dataplane === "calico" ? { enabled: true, provider: "CALICO" } : undefined,
      removeDefaultNodePool: true,
      initialNodeCount: 1,
      nodeConfig: {
        machineType: "e2-medium",
        diskSizeGb: defaults["nodeGroups[].disk.sizeGiB"],
        diskType: "pd-balanced",
        bootDiskKmsKey: disksKeyId,
        imageType: "COS_CONTAINERD",
        serviceAccount,
        oauthScopes: nodeScopes,
        metadata: nodeMetadata,
        tags: [nodeTag(cluster.name)],
        shieldedInstanceConfig: { enableSecureBoot: true, enableIntegrityMonitoring: true },
        workloadMetadataConfig: { mode: "GKE_METADATA" },
      },
    };
  }

  private upgradeArguments(): Partial<ContainerClusterConfig> {
    const { upgrades = {}, kubernetesVersion, gke = {} } = this.props.cluster;
    const channel = upgrades.channel ?? defaults["upgrades.channel"];
    return {
      // The provider only upgrades the control plane to this minimum. In a channel GKE upgrades it further.
      minMasterVersion: inputOf(this, "kubernetesVersion", kubernetesVersion),
      releaseChannel: { channel: channel === "none" ? "UNSPECIFIED" : channel.toUpperCase() },
      gkeAutoUpgradeConfig: upgrades.acceleratedPatches ? { patchMode: "ACCELERATED" } : undefined,
      maintenancePolicy: gke.alphaFeatures ? undefined : maintenancePolicy(upgrades),
    };
  }
}
