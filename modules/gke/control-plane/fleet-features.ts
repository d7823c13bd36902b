import type { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import { GkeHubFeature } from "@cdktf/provider-google/lib/gke-hub-feature";
import {
  GkeHubFeatureMembership,
  type GkeHubFeatureMembershipConfig,
} from "@cdktf/provider-google/lib/gke-hub-feature-membership";
import { Construct } from "constructs";
import type { GkeProject } from "../project/project";
import { type FleetFeatureName, fleetFeatures } from "./fleet";

/** See {@link FleetFeature}. */
export interface FleetFeatureProps {
  readonly feature: FleetFeatureName;
  readonly cluster: ContainerCluster;
  readonly project: GkeProject;
  readonly fleetProject: string;

  /** The feature of the fleet exists. */
  readonly isExisting: boolean;
}

/** What a cluster sets of each feature. */
const settings: Readonly<Record<FleetFeatureName, Partial<GkeHubFeatureMembershipConfig>>> = {
  configSync: { configmanagement: { configSync: { enabled: true } } },
  policyController: {
    policycontroller: {
      policyControllerHubConfig: {
        installSpec: "INSTALL_SPEC_ENABLED",
        policyContent: { templateLibrary: { installation: "ALL" } },
      },
    },
  },
  serviceMesh: { mesh: { management: "MANAGEMENT_AUTOMATIC" } },
};

/** A feature of a fleet in the cluster: software that Google installs and upgrades. */
export class FleetFeature extends Construct {
  /** The feature of the fleet; undefined if it exists already. */
  readonly feature?: GkeHubFeature;
  readonly membership: GkeHubFeatureMembership;

  constructor(scope: Construct, id: string, props: FleetFeatureProps) {
    super(scope, id);
    const { cluster, project, fleetProject, isExisting } = props;
    const { name, api } = fleetFeatures[props.feature];
    const place = { project: fleetProject, location: "global" };
    this.feature = isExisting
      ? undefined
      : new GkeHubFeature(this, "feature", {
          ...place,
          name,
          dependsOn: project.prerequisites("gkehub", api),
        });
    this.membership = new GkeHubFeatureMembership(this, "Resource", {
      ...place,
      feature: this.feature?.name ?? name,
      membership: cluster.fleet.membershipId,
      membershipLocation: cluster.fleet.membershipLocation,
      ...settings[props.feature],
    });
  }
}
