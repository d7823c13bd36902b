import { FederatedIdentityCredential } from "@cdktf/provider-azurerm/lib/federated-identity-credential";
import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { TerraformVariable } from "cdktf";
import type { AksAccessSpec, AksGrant } from "../../../modules/aks/spec";
import { synthesizeAks } from "../../support/aks";
import type { Synthesized } from "../../support/synthesized";
import { admin, blobs, identity, other, registry, vault } from "../rule-support";

const clusterId = "${azurerm_kubernetes_cluster.control_plane.id}";

/** The grants of a stack as `role on scope`, by name, filtered by a pattern of names. */
const grantsOf = (stack: Synthesized, names: RegExp) =>
  Object.fromEntries(
    Object.entries(stack.resources(RoleAssignment))
      .filter(([name]) => names.test(name))
      .map(([name, grant]) => [name.replace(names, ""), `${grant.role_definition_name} on ${grant.scope}`]),
  );

describe("principals", () => {
  const third = "aaaaaaaa-8888-7777-6666-555555555555";
  const access: AksAccessSpec = {
    admins: [admin],
    editors: [{ principal: other, namespaces: ["shop", "shop-jobs"] }],
    viewers: [{ principal: third }],
  };
  const stack = synthesizeAks({ access });

  test("have Azure roles in the whole cluster, or in namespaces", () => {
    expect(grantsOf(stack, /^identity_(?=admin|editor|viewer)/)).toEqual({
      admin_11111111_2222_3333_4444_555555555555: `Azure Kubernetes Service RBAC Cluster Admin on ${clusterId}`,
      admin_11111111_2222_3333_4444_555555555555_user: `Azure Kubernetes Service Cluster User Role on ${clusterId}`,
      editor_99999999_8888_7777_6666_555555555555_shop: `Azure Kubernetes Service RBAC Writer on ${clusterId}/namespaces/shop`,
      editor_99999999_8888_7777_6666_555555555555_shop_jobs: `Azure Kubernetes Service RBAC Writer on ${clusterId}/namespaces/shop-jobs`,
      editor_99999999_8888_7777_6666_555555555555_user: `Azure Kubernetes Service Cluster User Role on ${clusterId}`,
      viewer_aaaaaaaa_8888_7777_6666_555555555555: `Azure Kubernetes Service RBAC Reader on ${clusterId}`,
      viewer_aaaaaaaa_8888_7777_6666_555555555555_user: `Azure Kubernetes Service Cluster User Role on ${clusterId}`,
    });
  });

  test("have no type, because Azure determines whether they are groups or users", () => {
    const grant = stack.resource(RoleAssignment, "identity_admin_11111111_2222_3333_4444_555555555555");
    expect(grant.principal_id).toBe(admin);
    expect(grant).not.toHaveProperty("principal_type");
    expect(grant).not.toHaveProperty("skip_service_principal_aad_check");
  });

  test("authenticate with Entra ID only", () => {
    expect(stack.resource(KubernetesCluster)).toMatchObject({
      local_account_disabled: true,
      role_based_access_control_enabled: true,
      azure_active_directory_role_based_access_control: { azure_rbac_enabled: true, tenant_id: "" },
    });
    const foreign = synthesizeAks({ access: { ...access, tenantId: other } }).resource(KubernetesCluster);
    expect(foreign.azure_active_directory_role_based_access_control.tenant_id).toBe(other);
  });
});

test("identities whose roles are assigned elsewhere get none", () => {
  const ref = { id: identity, principalId: other, rolesAssigned: true };
  const identities = { controlPlane: ref, kubelet: { ...ref, clientId: other } };
  const stack = synthesizeAks({ aks: { identities, registries: [registry] } });
  expect(grantsOf(stack, /^identity_(control_plane|kubelet)/)).toEqual({});
  const assigned = synthesizeAks({ aks: { registries: [registry] } });
  expect(Object.keys(grantsOf(assigned, /^identity_(control_plane|kubelet)/))).not.toEqual([]);
});

describe("the cluster's own identities", () => {
  test("are two, created before the cluster", () => {
    const stack = synthesizeAks();
    expect(Object.values(stack.resources(UserAssignedIdentity)).map(({ name }) => name)).toEqual([
      "shop-control-plane",
      "shop-kubelet",
    ]);
    const kubelet = "azurerm_user_assigned_identity.identity_kubelet";
    expect(stack.resource(KubernetesCluster)).toMatchObject({
      identity: {
        type: "UserAssigned",
        identity_ids: ["${azurerm_user_assigned_identity.identity_control_plane.id}"],
      },
      kubelet_identity: {
        user_assigned_identity_id: `\${${kubelet}.id}`,
        client_id: `\${${kubelet}.client_id}`,
        object_id: `\${${kubelet}.principal_id}`,
      },
    });
    expect(grantsOf(stack, /^identity_control_plane_(?=kubelet)/)).toEqual({
      kubelet_operator: `Managed Identity Operator on \${${kubelet}.id}`,
    });
  });

  test("can be existing ones, with the same roles", () => {
    const stack = synthesizeAks({
      aks: {
        identities: {
          controlPlane: { id: `${identity}1`, principalId: admin },
          kubelet: { id: `${identity}2`, principalId: other, clientId: other },
        },
      },
    });
    expect(stack.resources(UserAssignedIdentity)).toEqual({});
    expect(stack.resource(KubernetesCluster)).toMatchObject({
      identity: { identity_ids: [`${identity}1`] },
      kubelet_identity: { user_assigned_identity_id: `${identity}2`, client_id: other, object_id: other },
    });
    expect(stack.resource(RoleAssignment, "identity_control_plane_kubelet_operator")).toMatchObject({
      scope: `${identity}2`,
      principal_id: admin,
      principal_type: "ServicePrincipal",
      skip_service_principal_aad_check: true,
    });
  });

  test("may pull images from the given registries", () => {
    const stack = synthesizeAks({ aks: { registries: [registry, `${registry}2`] } });
    expect(grantsOf(stack, /^identity_kubelet_pull_/)).toEqual({
      shop: `AcrPull on ${registry}`,
      shop2: `AcrPull on ${registry}2`,
    });
    expect(stack.resource(RoleAssignment, "identity_kubelet_pull_shop").principal_id).toBe(
      "${azurerm_user_assigned_identity.identity_kubelet.principal_id}",
    );
  });
});

describe("workloads", () => {
  const withGrants = (...grants: AksGrant[]) =>
    synthesizeAks({ workloadIdentities: [{ namespace: "shop", serviceAccount: "orders", grants }] });

  test("get their identity with the token of one service account of one cluster", () => {
    expect(withGrants().resource(FederatedIdentityCredential)).toMatchObject({
      name: "shop-orders",
      issuer: "${azurerm_kubernetes_cluster.control_plane.oidc_issuer_url}",
      subject: "system:serviceaccount:shop:orders",
      audience: ["api://AzureADTokenExchange"],
      parent_id: "${azurerm_user_assigned_identity.identity_shop_orders.id}",
    });
    expect(withGrants().resource(KubernetesCluster)).toMatchObject({
      oidc_issuer_enabled: true,
      workload_identity_enabled: true,
    });
  });

  test("have only the given roles", () => {
    const stack = withGrants({ role: "Storage Blob Data Reader", scope: blobs });
    expect(grantsOf(stack, /^identity_shop_orders_/)).toEqual({
      grant_Storage_Blob_Data_Reader_shop_storageAccounts_shop_blobServices_default_containers_models: `Storage Blob Data Reader on ${blobs}`,
    });
  });

  test("can have the same role on resources with the same name", () => {
    const group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/shop";
    const scopes = [group, vault, registry, vault.replace("resourceGroups/shop", "resourceGroups/mall")];
    const stack = withGrants(...scopes.map((scope) => ({ role: "Reader", scope })));
    expect(Object.keys(grantsOf(stack, /^identity_shop_orders_grant_Reader_/))).toEqual([
      "mall_vaults_shop",
      "shop",
      "shop_registries_shop",
      "shop_vaults_shop",
    ]);
  });

  test("can have a role on a reference", () => {
    const stack = synthesizeAks({}, (shop) => {
      const scope = new TerraformVariable(shop.node.scope!, "bucket", { type: "string" });
      shop.addWorkloadIdentity({
        namespace: "shop",
        serviceAccount: "orders",
        grants: [{ role: "Reader", scope: scope.stringValue }],
      });
    });
    expect(grantsOf(stack, /^identity_shop_orders_/)).toEqual({
      grant_Reader_var_bucket: "Reader on ${var.bucket}",
    });
  });

  test("of one service account in two namespaces have two identities", () => {
    const stack = synthesizeAks({
      workloadIdentities: [
        { namespace: "shop", serviceAccount: "orders" },
        { namespace: "mall", serviceAccount: "orders" },
      ],
    });
    const names = Object.entries(stack.resources(UserAssignedIdentity))
      .filter(([name]) => name.endsWith("orders"))
      .map(([, { name }]) => name);
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^shop-orders-[0-9a-f]{8}$/);
  });
});
