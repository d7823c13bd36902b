import type { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import { GkeHubFeature } from "@cdktf/provider-google/lib/gke-hub-feature";
import { GkeHubFeatureMembership } from "@cdktf/provider-google/lib/gke-hub-feature-membership";
import { Construct } from "constructs";
import type { GkeProject } from "../project/project";

/** See {@link ConfigSync}. */
export interface ConfigSyncProps {
  readonly cluster: ContainerCluster;
  readonly project: GkeProject;
  readonly fleetProject: string;

  /** The feature of the fleet exists. */
  readonly isExisting: boolean;
}

const feature = "configmanagement";

/**
 * Config Sync in the cluster, which Google installs and upgrades. Repositories are RootSync and RepoSync objects in the cluster.
 *
 * @see https://cloud.google.com/kubernetes-engine/config-sync/docs/how-to/installing-config-sync
 */
export class ConfigSync extends Construct {
  /** The feature of the fleet; undefined if it exists already. */
  readonly feature?: GkeHubFeature;
  readonly membership: GkeHubFeatureMembership;

  constructor(scope: Construct, id: string, { cluster, project, fleetProject, isExisting }: ConfigSyncProps) {
    super(scope, id);
    const place = { project: fleetProject, location: "global" };
    this.feature = isExisting
      ? undefined
      : new GkeHubFeature(this, "feature", {
          ...place,
          name: feature,
          dependsOn: project.prerequisites("gkehub", "anthosconfigmanagement"),
        });
    this.membership = new GkeHubFeatureMembership(this, "Resource", {
      ...place,
      feature: this.feature?.name ?? feature,
      membership: cluster.fleet.membershipId,
      membershipLocation: cluster.fleet.membershipLocation,
      configmanagement: { configSync: { enabled: true } },
    });
  }
}
