import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { inheritFrom } from "../cluster/inherited";
import { inputOf } from "../cluster/inputs";
import { ManagedCluster } from "../cluster/managed-cluster";
import { writeForProvider } from "../cluster/provider-arguments";
import { type FleetFeatureName, fleetFeatures, fleetFeaturesOf } from "./control-plane/fleet";
import { FleetFeature } from "./control-plane/fleet-features";
import { GkeControlPlane } from "./control-plane/control-plane";
import { KeyRing } from "./control-plane/encryption";
import { endpointsOf } from "./access/endpoints";
import { GkeIdentity, GkeWorkloadIdentity } from "./identity/identity";
import { GkeLoadBalancing } from "./load-balancing/load-balancing";
import type { ClusterNetwork } from "./network/cluster-network";
import { GkeExistingClusterNetwork } from "./network/existing-network";
import { GkeNetwork } from "./network/network";
import { type GkeNodeGroup, GkeNodeGroups } from "./node-groups";
import { NodeServiceAccount } from "./node-groups/service-account";
import { GkeProject, placeInProject } from "./project/project";
import type { AnyGkeClusterProps, GkeClusterProps, GkeNodeGroupSpec, GkeWorkloadIdentitySpec } from "./spec";
import { planRanges } from "./network/address-plan";
import { clusterProblems } from "./rules";
import { GkeStorage } from "./storage";
import { isCompleteVersion } from "./versions";
import { zoneNames } from "./zones";
import { defaults, fields } from "./fields.generated";

/**
 * A Kubernetes cluster on Google Kubernetes Engine, in Standard or Autopilot mode: project services, network, control plane, node
 * groups, storage and identities.
 *
 * Needs only its props: it creates no provider and no backend, and reads no environment variable. Its components give access to
 * single resources (`cluster.network`, `cluster.controlPlane.cluster`, …).
 *
 * ```ts
 * new GkeCluster(this, "cluster", {
 *   name: "shop",
 *   region: "europe-west3",
 *   kubernetesVersion: "1.35",
 *   access: { admins: ["group:platform@example.com"] },
 *   nodeGroups: [{ name: "workers", machineTypes: ["n4-standard-4"], size: { min: 3, max: 10 } }],
 * });
 * ```
 *
 * @throws InvalidClusterError with all errors of the props
 */
export class GkeCluster extends ManagedCluster<
  AnyGkeClusterProps,
  GkeNodeGroupSpec,
  GkeNodeGroup,
  GkeWorkloadIdentitySpec,
  GkeWorkloadIdentity
> {
  readonly name: string;
  readonly endpoint: string;
  readonly certificateAuthority: string;
  readonly oidcIssuerUrl: string;

  /** Region of the control plane, or its zone. */
  readonly location: string;

  /** The project with its enabled APIs. */
  readonly project: GkeProject;

  /** The network; a `GkeNetwork` unless an existing one is used. */
  readonly network: ClusterNetwork;
  readonly controlPlane: GkeControlPlane;
  readonly nodeGroups: GkeNodeGroups;
  readonly identity: GkeIdentity;
  readonly storage: GkeStorage;
  readonly loadBalancing: GkeLoadBalancing;

  /** The features of the fleet that the cluster uses, such as Config Sync. */
  readonly fleetFeatures: ReadonlyMap<FleetFeatureName, FleetFeature>;

  /** The service account of nodes; undefined with an existing one. */
  readonly nodeServiceAccount?: NodeServiceAccount;

  private keyRing?: KeyRing;

  constructor(scope: Construct, id: string, props: GkeClusterProps) {
    super(scope, id, props, clusterProblems, fields);
    inheritFrom(this, {
      provider: props.provider,
      tags: props.tags ?? {},
      tagArguments: ["resourceLabels", "labels"],
    });
    placeInProject(this, props.gke?.project);
    writeForProvider(this, props.gke?.providerMinimum ?? defaults["gke.providerMinimum"]);

    const zones = zoneNames(props)!;
    this.location = props.gke?.controlPlane === "zonal" ? zones[0] : props.region;
    this.project = new GkeProject(this, "project", props);
    this.network = this.createNetwork();
    const parts = { cluster: props, project: this.project, network: this.network, zones };
    const keyRing = () => this.requireKeyRing();
    this.storage = new GkeStorage(this, "storage", { ...parts, keyRing });
    this.nodeServiceAccount = this.createNodeServiceAccount();
    const serviceAccount = props.gke?.nodeServiceAccountEmail ?? this.nodeServiceAccount!.account.email;

    // The id "Default" does not occur in Terraform addresses: these components contain other constructs too.
    this.controlPlane = new GkeControlPlane(this.component("control_plane"), "Default", {
      ...parts,
      location: this.location,
      keyRing,
      serviceAccount,
      disksKeyId: this.storage.disksKeyId,
      prerequisites: this.machinePrerequisites(),
    });
    const { cluster, pool } = this.controlPlane;
    this.name = cluster.name;
    this.endpoint = endpointsOf(props).ip ? `https://${cluster.endpoint}` : this.dnsEndpoint!;
    this.certificateAuthority = cluster.masterAuth.clusterCaCertificate;
    // Google publishes the keys of the cluster's tokens at the URL of the cluster.
    this.oidcIssuerUrl = pool.clusterUrl;

    this.nodeGroups = this.createNodeGroups(zones, serviceAccount);
    this.identity = new GkeIdentity(this, "identity", {
      clusterName: props.name,
      region: props.region,
      location: this.location,
      project: this.project,
      access: props.access,
      pool,
      dnsZones: props.dns?.zones ?? [],
    });
    this.storage.attach({ clusterId: cluster.id, pool });
    this.loadBalancing = new GkeLoadBalancing(this, "load_balancing", {
      ...props.loadBalancing,
      clusterName: props.name,
      region: props.region,
      networkId: this.network.networkId,
    });

    for (const group of props.nodeGroups) this.createNodeGroup(group);
    for (const workload of props.workloadIdentities ?? []) this.addCheckedIdentity(workload);
    this.fleetFeatures = this.createFleetFeatures();
  }

  /** URL of the DNS endpoint; undefined if it is disabled. */
  get dnsEndpoint(): string | undefined {
    if (!endpointsOf(this.props).dns) return undefined;
    return `https://${this.controlPlane.cluster.controlPlaneEndpointsConfig.dnsEndpointConfig.endpoint}`;
  }

  protected override createWorkloadIdentity(id: string, props: GkeWorkloadIdentitySpec): GkeWorkloadIdentity {
    return new GkeWorkloadIdentity(this.identity, id, {
      ...props,
      clusterName: this.props.name,
      region: this.props.region,
      pool: this.controlPlane.pool,
    });
  }

  private createNetwork(): ClusterNetwork {
    const {
      name: clusterName,
      region,
      access,
      network = {},
      protection = defaults["protection"],
    } = this.props;
    const { cidr: endpointCidr, peeringCidr } = access.endpointAddress ?? {};
    const context = {
      clusterName,
      region,
      project: this.project,
      network,
      controlPlaneCidr: endpointCidr ?? peeringCidr,
    };
    if (network.existing) {
      return new GkeExistingClusterNetwork(this, "network", {
        ...context,
        existing: inputOf(this, "network.existing", network.existing),
      });
    }
    return new GkeNetwork(this, "network", {
      ...context,
      ranges: planRanges(this.props)!,
      endpointCidr,
      protection,
    });
  }

  private createFleetFeatures(): ReadonlyMap<FleetFeatureName, FleetFeature> {
    const { gke = {} } = this.props;
    const create = (feature: FleetFeatureName) =>
      new FleetFeature(this.component("control_plane"), fleetFeatures[feature].id, {
        feature,
        cluster: this.controlPlane.cluster,
        project: this.project,
        fleetProject: gke.fleetProject!,
        isExisting: (gke.fleetFeature ?? defaults["gke.fleetFeature"]) === "existing",
      });
    return new Map(fleetFeaturesOf(this.props).map((feature) => [feature, create(feature)]));
  }

  private createNodeServiceAccount(): NodeServiceAccount | undefined {
    const { name: clusterName, region, gke = {} } = this.props;
    if (gke.nodeServiceAccountEmail !== undefined) return undefined;
    return new NodeServiceAccount(this.component("node_groups"), "service_account", {
      clusterName,
      region,
      project: this.project,
      imageProjects: gke.imageProjects ?? defaults["gke.imageProjects"],
    });
  }

  /** Prerequisites of nodes: the roles of their service account, and the grant of Compute Engine on the disk key. */
  private machinePrerequisites(): ITerraformDependable[] {
    return [...(this.nodeServiceAccount?.grants ?? []), ...this.storage.diskPrerequisites];
  }

  private createNodeGroups(zones: readonly string[], serviceAccount: string): GkeNodeGroups {
    const { props } = this;
    return new GkeNodeGroups(this.component("node_groups"), "Default", {
      clusterName: props.name,
      clusterId: this.controlPlane.cluster.id,
      zones,
      ...this.nodeVersion(),
      serviceAccount,
      tags: props.tags ?? {},
      nodeAddresses: props.network?.nodeAddresses ?? defaults["network.nodeAddresses"],
      autoscaling: props.autoscaling ?? defaults["autoscaling"],
      prerequisites: [...this.network.nodePrerequisites, ...this.machinePrerequisites()],
      secretPrerequisites: this.project.prerequisites("secretmanager"),
    });
  }

  /**
   * In a release channel GKE decides the version of nodes. Without a channel, nodes have the given version if it is complete. GKE returns
   * complete versions, so with a minor or a patch each plan would show a difference: GKE upgrades these nodes to the version of the
   * control plane. GKE does not upgrade alpha clusters.
   */
  private nodeVersion(): { readonly version?: string; readonly isUpgradedByGke: boolean } {
    const { kubernetesVersion, upgrades = {}, gke = {} } = this.props;
    if (upgrades.channel === "none" && isCompleteVersion(kubernetesVersion)) {
      return { version: inputOf(this, "kubernetesVersion", kubernetesVersion), isUpgradedByGke: false };
    }
    return { isUpgradedByGke: gke.alphaFeatures !== true };
  }

  protected override createNodeGroup(spec: GkeNodeGroupSpec): GkeNodeGroup {
    return this.nodeGroups.add(this.storage.withDisksKey(spec), this.storage.grantDisksKey(spec));
  }

  private requireKeyRing(): KeyRing {
    const { name: clusterName, region, encryption = {} } = this.props;
    return (this.keyRing ??= new KeyRing(this.component("control_plane"), "key_ring", {
      clusterName,
      region,
      project: this.project,
      encryption,
      protection: this.props.protection ?? defaults["protection"],
    }));
  }
}
