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

test("Policy Controller has the library of templates", () => {
  const stack = synthesizeGke({ gke: { ...gke, policyController: true } });
  expect(stack.resource(GkeHubFeature)).toMatchObject({
    name: "policycontroller",
    depends_on: [
      "google_project_service.project_gkehub",
      "google_project_service.project_anthospolicycontroller",
    ],
  });
  expect(stack.resource(GkeHubFeatureMembership).policycontroller).toEqual({
    policy_controller_hub_config: {
      install_spec: "INSTALL_SPEC_ENABLED",
      policy_content: { template_library: { installation: "ALL" } },
    },
  });
});

test("Google runs the control plane of Cloud Service Mesh", () => {
  const stack = synthesizeGke({ gke: { ...gke, serviceMesh: true } });
  expect(stack.resource(GkeHubFeature)).toMatchObject({
    name: "servicemesh",
    depends_on: ["google_project_service.project_gkehub", "google_project_service.project_mesh"],
  });
  expect(stack.resource(GkeHubFeatureMembership)).toMatchObject({
    feature: "${google_gke_hub_feature.control_plane_service_mesh_feature.name}",
    mesh: { management: "MANAGEMENT_AUTOMATIC" },
  });
});

test("a cluster can use all features of a fleet", () => {
  const all = { ...gke, policyController: true, serviceMesh: true };
  const stack = synthesizeGke({ gitops: "config-sync", gke: all });
  expect(Object.keys(stack.resources(GkeHubFeature))).toHaveLength(3);
  expect(stack.graph.unresolved).toEqual([]);
  const none = synthesizeGke({ gke: { ...gke, policyController: false, serviceMesh: false } });
  expect(none.resources(GkeHubFeatureMembership)).toEqual({});
});

test("an existing feature is not created", () => {
  const stack = synthesizeGke({ gitops: "config-sync", gke: { ...gke, fleetFeature: "existing" } });
  expect(stack.resources(GkeHubFeature)).toEqual({});
  expect(stack.resource(GkeHubFeatureMembership).feature).toBe("configmanagement");
});
