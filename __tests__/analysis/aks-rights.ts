import { missingTaints } from "./taints";
import type { AksClusterSpec } from "../../modules/aks/spec";
import type { Arguments } from "../support/synthesized";
import { type Elements, reference, textOf } from "./elements";
import type { Requirement } from "./requirement";

interface Grant {
  readonly role: string;
  readonly scope: unknown;
  readonly principal: unknown;
}

const has = (json: Elements, { role, scope, principal }: Grant): boolean =>
  json.has("azurerm_role_assignment", {
    role_definition_name: role,
    scope,
    principal_id: principal,
  });

/** A row that requires role assignments. */
function grants(
  name: string,
  source: string,
  required: (cluster: AksClusterSpec, json: Elements) => readonly Grant[],
): Requirement<AksClusterSpec> {
  return {
    name,
    source,
    missing: (cluster, json) =>
      required(cluster, json)
        .filter(({ scope }) => scope !== undefined && scope !== null)
        .filter((grant) => !has(json, grant))
        .map(({ role, scope }) => `${role} on ${textOf(scope)}`),
  };
}

/** The resource group of a resource with a literal id. */
const groupScopeOf = (id: string): string => /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/.exec(id)![0];

const clusterOf = (json: Elements): Arguments => json.args("azurerm_kubernetes_cluster")[0];
const clusterId = (json: Elements): string => reference(json.all("azurerm_kubernetes_cluster")[0], "id");

/** The identity of the control plane: that of the cluster in the JSON, or the one that the file names. */
function controlPlane(cluster: AksClusterSpec, json: Elements): unknown {
  const own = json.target(clusterOf(json).identity, "azurerm_user_assigned_identity");
  return own ? reference(own, "principal_id") : cluster.aks?.identities?.controlPlane?.principalId;
}

const kubelet = (json: Elements): unknown => clusterOf(json).kubelet_identity.object_id;

const pools = (json: Elements): Arguments[] => [
  clusterOf(json).default_node_pool as Arguments,
  ...json.args("azurerm_kubernetes_cluster_node_pool"),
];

const keyName = (url: unknown): string => textOf(url).split("/")[4];

/** AKS taints the nodes of spot node pools, and a plan without the taint would remove it: https://learn.microsoft.com/azure/aks/spot-node-pool */
const withSpotTaint = ({ name, capacity, taints = [] }: AksClusterSpec["nodeGroups"][number]) => ({
  name,
  taints:
    capacity === "spot"
      ? [...taints, { key: "kubernetes.azure.com/scalesetpriority", effect: "NoSchedule" } as const]
      : taints,
});

/** Which permissions each part of a cluster needs in Azure, and who gets access to the cluster. */
export const aksRights: readonly Requirement<AksClusterSpec>[] = [
  grants(
    "the control plane",
    "https://learn.microsoft.com/azure/aks/use-managed-identity",
    (cluster, json) => {
      if (cluster.aks?.identities?.controlPlane?.rolesAssigned) return [];
      const { encryption = {} } = cluster;
      const principal = controlPlane(cluster, json);
      const resource = clusterOf(json);
      const zone = textOf(resource.private_dns_zone_id);
      const subnets = [
        ...pools(json).flatMap((pool) => [pool.vnet_subnet_id, pool.pod_subnet_id]),
        // Also the subnet of a network, and those of zones, without a node: the next node group, or node auto-provisioning, uses them.
        ...json
          .all("azurerm_subnet")
          .filter(({ name }) => /^network_nodes(_|$)/.test(name))
          .map((subnet) => reference(subnet, "id")),
        cluster.network?.existing?.nodeSubnetId,
        resource.api_server_access_profile?.subnet_id,
        ...json.args("azurerm_subnet_route_table_association").map(({ route_table_id: id }) => id as unknown),
        cluster.network?.egress?.type === "route-table" ? cluster.network.egress.routeTableId : undefined,
        ...(/privateDnsZones|azurerm_private_dns_zone/.test(zone)
          ? [cluster.network?.existing?.vnetId ?? reference(json.all("azurerm_virtual_network")[0], "id")]
          : []),
      ];
      const reservations = pools(json).map((pool) => pool.capacity_reservation_group_id as unknown);
      return [
        ...subnets.map((scope) => ({ role: "Network Contributor", scope, principal })),
        {
          role: "Private DNS Zone Contributor",
          scope: /privateDnsZones|azurerm_private_dns_zone/.test(zone) ? zone : undefined,
          principal,
        },
        {
          role: "Managed Identity Operator",
          scope: resource.kubelet_identity.user_assigned_identity_id as unknown,
          principal,
        },
        { role: "Reader", scope: resource.disk_encryption_set_id as unknown, principal },
        ...(resource.key_management_service
          ? [
              {
                role: "Key Vault Crypto User",
                scope: `${encryption.keyVaultId}/keys/${keyName(resource.key_management_service.key_vault_key_id)}`,
                principal,
              },
              ...(resource.key_management_service.key_vault_network_access === "Private"
                ? [{ role: "Key Vault Contributor", scope: encryption.keyVaultId, principal }]
                : []),
            ]
          : []),
        ...reservations.map((scope) => ({ role: "Contributor", scope, principal })),
      ];
    },
  ),
  grants(
    "the key of disks",
    "https://learn.microsoft.com/azure/virtual-machines/disk-encryption",
    ({ encryption }, json) =>
      json.all("azurerm_disk_encryption_set").map((set) => ({
        role: "Key Vault Crypto Service Encryption User",
        scope: `${encryption?.disksKeyVaultId}/keys/${keyName(set.args.key_vault_key_id)}`,
        principal: reference(set, "identity[0].principal_id"),
      })),
  ),
  grants(
    "nodes pull images",
    "https://learn.microsoft.com/azure/aks/cluster-container-registry-integration",
    (cluster, json) => {
      const { network, aks } = cluster;
      if (aks?.identities?.kubelet?.rolesAssigned) return [];
      const egress = network?.egress;
      return [...(aks?.registries ?? []), ...(egress?.type === "none" ? [egress.registryId] : [])].map(
        (scope) => ({ role: "AcrPull", scope, principal: kubelet(json) }),
      );
    },
  ),
  grants(
    "pods mount containers",
    "https://learn.microsoft.com/azure/aks/azure-blob-csi",
    ({ storage, aks }, json) =>
      aks?.identities?.kubelet?.rolesAssigned
        ? []
        : (storage?.object?.buckets ?? []).map((scope) => ({
            role: storage?.object?.readOnly ? "Storage Blob Data Reader" : "Storage Blob Data Contributor",
            scope,
            principal: kubelet(json),
          })),
  ),
  grants("people", "https://learn.microsoft.com/azure/aks/manage-azure-rbac", ({ access }, json) => {
    const roles = {
      admins: "Azure Kubernetes Service RBAC Cluster Admin",
      editors: "Azure Kubernetes Service RBAC Writer",
      viewers: "Azure Kubernetes Service RBAC Reader",
    } as const;
    return (["admins", "editors", "viewers"] as const).flatMap((level) =>
      (access[level] ?? []).flatMap((one) => {
        const { principal, namespaces } =
          typeof one === "string" ? { principal: one, namespaces: undefined } : one;
        const id = clusterId(json);
        return [
          { role: "Azure Kubernetes Service Cluster User Role", scope: id, principal },
          ...(namespaces?.map((namespace) => `${id}/namespaces/${namespace}`) ?? [id]).map((scope) => ({
            role: roles[level],
            scope,
            principal,
          })),
        ];
      }),
    );
  }),
  {
    name: "workload identities",
    source: "https://learn.microsoft.com/azure/aks/workload-identity-overview",
    missing: ({ workloadIdentities = [], dns, loadBalancing }, json) => {
      const external =
        dns && !loadBalancing?.controller
          ? [{ namespace: "external-dns", serviceAccount: "external-dns", grants: [] }]
          : [];
      return [...workloadIdentities, ...external].flatMap(
        ({ namespace, serviceAccount, grants: wanted = [] }) => {
          const subject = `system:serviceaccount:${namespace}:${serviceAccount}`;
          const identity = json
            .args("azurerm_federated_identity_credential")
            .filter((credential) => credential.subject === subject)
            .filter(
              ({ issuer }) =>
                issuer === reference(json.all("azurerm_kubernetes_cluster")[0], "oidc_issuer_url"),
            )
            .flatMap(({ parent_id: id }) => json.target(id, "azurerm_user_assigned_identity") ?? [])[0];
          if (!identity) return [`credentials of ${subject}`];
          const principal = reference(identity, "principal_id");
          return wanted
            .filter(({ role, scope }) => !has(json, { role, scope, principal }))
            .map(({ role, scope }) => `${subject}: ${role} on ${scope}`);
        },
      );
    },
  },
  {
    name: "DNS records",
    source: "https://learn.microsoft.com/azure/aks/app-routing-dns-ssl",
    missing: ({ dns }, json) =>
      (dns?.zones ?? []).filter((scope) => {
        const role = /\/privateDnsZones\//i.test(scope)
          ? "Private DNS Zone Contributor"
          : "DNS Zone Contributor";
        return !json.has("azurerm_role_assignment", { role_definition_name: role, scope });
      }),
  },
  {
    name: "list of DNS zones",
    source: "https://kubernetes-sigs.github.io/external-dns/latest/docs/tutorials/azure/",
    missing: ({ dns, loadBalancing }, json) => {
      const [identity] = json
        .all("azurerm_user_assigned_identity")
        .filter(({ name }) => name.startsWith("load_balancing_external_dns"));
      return loadBalancing?.controller
        ? []
        : (dns?.zones ?? [])
            .map((zone) => ({
              role: "Reader",
              scope: zone.slice(0, zone.indexOf("/providers/")),
              principal: identity && reference(identity, "principal_id"),
            }))
            .filter((grant) => !has(json, grant))
            .map(({ scope }) => scope);
    },
  },
  {
    name: "Application Gateway",
    source: "https://learn.microsoft.com/azure/application-gateway/ingress-controller-install-existing",
    missing: ({ loadBalancing }, json) => {
      const { gatewayId, subnetId } = loadBalancing?.applicationGateway ?? {};
      const of = json
        .args("azurerm_role_assignment")
        .filter(({ principal_id: id }) => textOf(id).includes("ingress_application_gateway_identity"));
      const needed = [
        ...(gatewayId === undefined
          ? []
          : [
              ["Contributor", gatewayId],
              ["Reader", groupScopeOf(gatewayId)],
            ]),
        ...(subnetId === undefined ? [] : [["Network Contributor", subnetId]]),
      ];
      return needed
        .filter(
          ([role, scope]) =>
            !of.some((one) => one.role_definition_name === role && textOf(one.scope) === scope),
        )
        .map(([role, scope]) => `${role} on ${scope}`);
    },
  },
  {
    name: "backups",
    source:
      "https://learn.microsoft.com/azure/backup/azure-kubernetes-service-cluster-backup-concept#permissions",
    missing: (cluster, json) => {
      const [vault] = json.all("azurerm_data_protection_backup_vault");
      if (!vault) return cluster.storage?.backup ? ["a vault"] : [];
      const account = reference(
        json.all("azurerm_storage_account").find(({ name }) => name.includes("backup"))!,
        "id",
      );
      const snapshots = reference(
        json.all("azurerm_resource_group").find(({ name }) => name.includes("snapshots"))!,
        "id",
      );
      const extension = json
        .all("azurerm_kubernetes_cluster_extension")
        .find(({ args }) => args.extension_type === "microsoft.dataprotection.kubernetes")!;
      const principal = reference(vault, "identity[0].principal_id");
      const needed: Grant[] = [
        { role: "Reader", scope: clusterId(json), principal },
        { role: "Reader", scope: snapshots, principal },
        { role: "Disk Snapshot Contributor", scope: snapshots, principal },
        { role: "Data Operator for Managed Disks", scope: snapshots, principal },
        { role: "Storage Blob Data Contributor", scope: account, principal },
        {
          role: "Storage Blob Data Contributor",
          scope: account,
          principal: reference(extension, "aks_assigned_identity[0].principal_id"),
        },
        { role: "Contributor", scope: snapshots, principal: controlPlane(cluster, json) },
      ];
      return [
        ...needed
          .filter((grant) => !has(json, grant))
          .map(({ role, scope }) => `${role} on ${textOf(scope)}`),
        ...(json.has("azurerm_kubernetes_cluster_trusted_access_role_binding", {
          source_resource_id: reference(vault, "id"),
        })
          ? []
          : ["trusted access"]),
      ];
    },
  },
  {
    name: "agents know where to send logs and metrics",
    source: "https://learn.microsoft.com/azure/azure-monitor/containers/kubernetes-monitoring-enable",
    missing: (_, json) => {
      const joined = json.args("azurerm_monitor_data_collection_rule_association");
      return [
        ...json
          .all("azurerm_monitor_data_collection_rule")
          .filter((rule) => !joined.some(({ data_collection_rule_id: id }) => id === reference(rule, "id"))),
        ...json
          .all("azurerm_monitor_data_collection_endpoint")
          .filter(
            (one) => !joined.some(({ data_collection_endpoint_id: id }) => id === reference(one, "id")),
          ),
      ].map(({ name }) => name);
    },
  },
  {
    name: "taints keep other pods away",
    source: "https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/",
    missing: (cluster, json) =>
      missingTaints(
        cluster.nodeGroups.map(withSpotTaint),
        json,
        "azurerm_kubernetes_cluster_node_pool",
        ({ node_taints: taints = [] }) => (taints as string[]).map((taint) => taint.replace(/=.*:/, " ")),
      ),
  },
];
