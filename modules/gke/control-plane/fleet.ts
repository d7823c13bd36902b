import type { AnyGkeClusterProps } from "../spec";

/** A feature of fleets. */
interface Feature {
  /** Id of the construct. */
  readonly id: string;

  /** Name in the API. */
  readonly name: string;

  /** The API of the feature. */
  readonly api: "anthosconfigmanagement" | "anthospolicycontroller" | "mesh";

  /** As messages name it. */
  readonly title: string;

  /** The field that uses it. */
  readonly field: readonly string[];
  readonly isUsed: (props: AnyGkeClusterProps) => boolean;
}

/**
 * The features of fleets that clusters can use. A fleet has one of each for all of its clusters.
 *
 * - Config Sync: repositories are RootSync and RepoSync objects in the cluster.
 * - Policy Controller: constraints of Open Policy Agent Gatekeeper, with Google's library of templates.
 * - Cloud Service Mesh: Istio, with a control plane that Google runs.
 *
 * @see https://cloud.google.com/kubernetes-engine/config-sync/docs/how-to/installing-config-sync
 * @see https://cloud.google.com/kubernetes-engine/policy-controller/docs/how-to/installing-policy-controller
 * @see https://cloud.google.com/service-mesh/docs/onboarding/provision-control-plane
 */
export const fleetFeatures = {
  configSync: {
    id: "config_sync",
    name: "configmanagement",
    api: "anthosconfigmanagement",
    title: "Config Sync",
    field: ["gitops"],
    isUsed: ({ gitops }) => gitops === "config-sync",
  },
  policyController: {
    id: "policy_controller",
    name: "policycontroller",
    api: "anthospolicycontroller",
    title: "Policy Controller",
    field: ["gke", "policyController"],
    isUsed: ({ gke }) => gke?.policyController === true,
  },
  serviceMesh: {
    id: "service_mesh",
    name: "servicemesh",
    api: "mesh",
    title: "Cloud Service Mesh",
    field: ["gke", "serviceMesh"],
    isUsed: ({ gke }) => gke?.serviceMesh === true,
  },
} as const satisfies Readonly<Record<string, Feature>>;

/** A key of {@link fleetFeatures}. */
export type FleetFeatureName = keyof typeof fleetFeatures;

/** The features that a cluster uses. */
export const fleetFeaturesOf = (props: AnyGkeClusterProps): FleetFeatureName[] =>
  (Object.keys(fleetFeatures) as FleetFeatureName[]).filter((name) => fleetFeatures[name].isUsed(props));
