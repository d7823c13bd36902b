import { GkeHubFeature } from "@cdktf/provider-google/lib/gke-hub-feature";
import { GkeHubFeatureMembership } from "@cdktf/provider-google/lib/gke-hub-feature-membership";
import { synthesizeGke } from "../../support/gke";

const gke = { project: "shop-production", fleetProject: "shop-fleet" };

test("Config Sync is on for the member, after the feature of the fleet", () => {
  const stack = synthesizeGke({ gitops: "config-sync", gke });
  expect(stack.resource(GkeHubFeature)).toMatchObject({
    name: "configmanagement",
    location: "global",
    project: "shop-fleet",
    depends_on: [
      "google_project_service.project_gkehub",
      "google_project_service.project_anthosconfigmanagement",
    ],
  });
  expect(stack.resource(GkeHubFeatureMembership)).toMatchObject({
    feature: "${google_gke_hub_feature.control_plane_config_sync_feature.name}",
    location: "global",
    project: "shop-fleet",
    membership: "${google_container_cluster.control_plane.fleet[0].membership_id}",
    membership_location: "${google_container_cluster.control_plane.fleet[0].membership_location}",
    configmanagement: { config_sync: { enabled: true } },
  });
  expect(stack.graph.unresolved).toEqual([]);
});

test("an existing feature is not created", () => {
  const stack = synthesizeGke({ gitops: "config-sync", gke: { ...gke, fleetFeature: "existing" } });
  expect(stack.resources(GkeHubFeature)).toEqual({});
  expect(stack.resource(GkeHubFeatureMembership).feature).toBe("configmanagement");
});
