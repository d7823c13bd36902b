import { KubernetesClusterExtension } from "@cdktf/provider-azurerm/lib/kubernetes-cluster-extension";
import { synthesizeAks } from "../../support/aks";
import { group } from "../rule-support";

const extensionOf = (gitops: "flux" | "argocd") =>
  synthesizeAks({
    gitops,
    nodeGroups: [group({ name: "system", mode: "system" }), group({ name: "apps" })],
  }).resource(KubernetesClusterExtension);

test("Flux is the stable extension, and waits for nodes", () => {
  expect(extensionOf("flux")).toMatchObject({
    name: "flux",
    extension_type: "microsoft.flux",
    release_train: "stable",
    release_namespace: "flux-system",
    cluster_id: "${azurerm_kubernetes_cluster.control_plane.id}",
    depends_on: expect.arrayContaining(["azurerm_kubernetes_cluster_node_pool.node_groups_apps"]),
  });
});

test("Argo CD is a preview, for the whole cluster", () => {
  expect(extensionOf("argocd")).toMatchObject({
    name: "argocd",
    extension_type: "Microsoft.ArgoCD",
    release_train: "preview",
    release_namespace: "argocd",
    configuration_settings: { deployWithHighAvailability: "false", namespaceInstall: "false" },
  });
});

const daprOf = (dapr: { version?: string }) =>
  synthesizeAks({ aks: { dapr } }).resource(KubernetesClusterExtension);

test("Dapr has a version, or the newest stable one: the provider refuses both together", () => {
  const common = { name: "dapr", extension_type: "Microsoft.Dapr", release_namespace: "dapr-system" };
  expect(daprOf({ version: "1.15.4" })).toMatchObject({ ...common, version: "1.15.4" });
  expect(daprOf({ version: "1.15.4" })).not.toHaveProperty("release_train");
  expect(daprOf({})).toMatchObject({ ...common, release_train: "stable" });
  expect(daprOf({})).not.toHaveProperty("version");
});

test("by default there is no extension", () => {
  expect(synthesizeAks({}).resources(KubernetesClusterExtension)).toEqual({});
});
