import { DiskEncryptionSet } from "@cdktf/provider-azurerm/lib/disk-encryption-set";
import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { KubernetesClusterNodePool } from "@cdktf/provider-azurerm/lib/kubernetes-cluster-node-pool";
import { PrivateDnsZone } from "@cdktf/provider-azurerm/lib/private-dns-zone";
import { PrivateDnsZoneVirtualNetworkLink } from "@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import type {
  AksAccessSpec,
  AksClusterProps,
  AksNetworkSpec,
  AksUpgradesSpec,
} from "../../../modules/aks/spec";
import { minimal, synthesizeAks } from "../../support/aks";
import {
  certificate,
  existing,
  isolated,
  key,
  keyVersion,
  privateZone,
  registry,
  vault,
  vnet,
} from "../rule-support";

const clusterOf = (props: Partial<AksClusterProps> = {}) => synthesizeAks(props).resource(KubernetesCluster);
const withAccess = (access: Partial<AksAccessSpec>, network: AksNetworkSpec = {}) =>
  synthesizeAks({ access: { ...minimal.access, ...access }, network });
const withUpgrades = (upgrades: AksUpgradesSpec) => clusterOf({ upgrades });
const byDefault = clusterOf();

describe("the cluster", () => {
  test("has its name, location and tier", () => {
    expect(byDefault).toMatchObject({
      name: "shop",
      dns_prefix: "shop",
      location: "${azurerm_resource_group.resource_group.location}",
      resource_group_name: "${azurerm_resource_group.resource_group.name}",
      node_resource_group: "shop-nodes",
      sku_tier: "Standard",
    });
    expect(clusterOf({ aks: { tier: "free" } })).toMatchObject({ sku_tier: "Free" });
    expect(clusterOf({ aks: { tier: "premium" } })).toMatchObject({ sku_tier: "Premium" });
    expect(clusterOf({ aks: { nodeResourceGroup: "machines" } }).node_resource_group).toBe("machines");
  });

  test("has names within the limits of Azure, for any length of its name", () => {
    const name = `${"a".repeat(31)}-${"b".repeat(31)}`;
    expect(name).toHaveLength(63);
    const { dns_prefix: prefix, node_resource_group: nodes } = clusterOf({ name });
    expect(prefix.length).toBeLessThanOrEqual(54);
    expect(prefix).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/);
    expect(nodes.length).toBeLessThanOrEqual(80);
    const neighbour = clusterOf({ name: `${name.slice(0, -1)}c` });
    expect(neighbour.dns_prefix).not.toBe(prefix);
  });

  test("is protected, and ignores only changes by other actors", () => {
    expect(byDefault.lifecycle).toMatchObject({
      prevent_destroy: true,
      ignore_changes: ["kubernetes_version"],
    });
    expect(clusterOf({ protection: false }).lifecycle.prevent_destroy).toBeFalsy();
  });

  test("runs no commands from outside its network, unless enabled", () => {
    expect(byDefault.run_command_enabled).toBe(false);
    expect(clusterOf({ aks: { runCommand: true } }).run_command_enabled).toBe(true);
  });
});

describe("the API server", () => {
  test("is private by default, with an address in the network and a DNS zone", () => {
    const stack = withAccess({});
    expect(stack.resource(KubernetesCluster)).toMatchObject({
      private_cluster_enabled: true,
      private_cluster_public_fqdn_enabled: false,
      private_dns_zone_id: "${azurerm_private_dns_zone.control_plane_dns_zone.id}",
      api_server_access_profile: {
        virtual_network_integration_enabled: true,
        subnet_id: "${azurerm_subnet.network_api_server.id}",
      },
    });
    expect(stack.resource(KubernetesCluster).api_server_access_profile).not.toHaveProperty(
      "authorized_ip_ranges",
    );
    expect(stack.resource(PrivateDnsZone).name).toBe("private.westeurope.azmk8s.io");
    expect(stack.resource(PrivateDnsZoneVirtualNetworkLink)).toMatchObject({
      private_dns_zone_name: "${azurerm_private_dns_zone.control_plane_dns_zone.name}",
      virtual_network_id: "${azurerm_virtual_network.network_vnet.id}",
    });
    expect(stack.terraform.output.cluster_endpoint.value).toContain("control_plane.private_fqdn");
  });

  test("can have a private endpoint instead", () => {
    const stack = withAccess({ private: false });
    expect(stack.resource(KubernetesCluster)).not.toHaveProperty("api_server_access_profile");
    expect(stack.resource(KubernetesCluster).private_cluster_enabled).toBe(true);
    expect(stack.resource(PrivateDnsZone).name).toBe("privatelink.westeurope.azmk8s.io");
  });

  test("has a name in the zone of AKS, or in an existing zone with permissions of the cluster", () => {
    const system = withAccess({ privateDnsZone: "system" });
    expect(system.resource(KubernetesCluster).private_dns_zone_id).toBe("System");
    expect(system.resources(PrivateDnsZone)).toEqual({});
    expect(
      Object.keys(system.resources(RoleAssignment)).filter((name) => /dns_zone|vnet/.test(name)),
    ).toEqual([]);

    const zone = privateZone("private.westeurope.azmk8s.io");
    const named = withAccess({ privateDnsZone: zone, publicFqdn: true });
    expect(named.resource(KubernetesCluster)).toMatchObject({
      private_dns_zone_id: zone,
      private_cluster_public_fqdn_enabled: true,
    });
    expect(named.resources(PrivateDnsZone)).toEqual({});
    expect(named.resource(RoleAssignment, "identity_control_plane_dns_zone")).toMatchObject({
      role_definition_name: "Private DNS Zone Contributor",
      scope: zone,
    });
    expect(named.resource(RoleAssignment, "identity_control_plane_vnet")).toMatchObject({
      role_definition_name: "Network Contributor",
      scope: "${azurerm_virtual_network.network_vnet.id}",
    });
  });

  test("is public for ranges, while nodes use the network", () => {
    const stack = withAccess({ publicFrom: ["203.0.113.0/24"] });
    const cluster = stack.resource(KubernetesCluster);
    expect(cluster.private_cluster_enabled).toBe(false);
    expect(cluster.api_server_access_profile).toEqual({
      authorized_ip_ranges: ["203.0.113.0/24"],
      virtual_network_integration_enabled: true,
      subnet_id: "${azurerm_subnet.network_api_server.id}",
    });
    expect(cluster).not.toHaveProperty("private_dns_zone_id");
    expect(cluster).not.toHaveProperty("private_cluster_public_fqdn_enabled");
    expect(stack.resources(PrivateDnsZone)).toEqual({});
    expect(stack.terraform.output.cluster_endpoint.value).toContain("control_plane.fqdn");
  });

  test("is public for ranges and for the egress addresses of nodes", () => {
    const access = { private: false, publicFrom: ["203.0.113.0/24"] };
    expect(withAccess(access).resource(KubernetesCluster).api_server_access_profile).toEqual({
      authorized_ip_ranges: [
        "203.0.113.0/24",
        '${join("", [azurerm_public_ip.network_nat_address.ip_address, "/32"])}',
      ],
    });
    const zones = synthesizeAks({
      access: { ...minimal.access, ...access },
      network: { nat: "per-zone" },
      nodeGroups: [{ ...minimal.nodeGroups[0], spread: "per-zone" }],
    });
    expect(zones.resource(KubernetesCluster).api_server_access_profile.authorized_ip_ranges).toHaveLength(4);
    const balanced = withAccess(access, { egress: { type: "load-balancer" } }).resource(KubernetesCluster);
    expect(balanced.api_server_access_profile.authorized_ip_ranges).toEqual(["203.0.113.0/24"]);
  });

  test("of an existing network is in its subnet, and its zone is linked to it", () => {
    const stack = withAccess({}, { existing });
    expect(stack.resource(KubernetesCluster).api_server_access_profile.subnet_id).toBe(
      existing.apiServerSubnetId,
    );
    expect(stack.resource(PrivateDnsZoneVirtualNetworkLink).virtual_network_id).toBe(vnet);
    expect(stack.resource(RoleAssignment, "identity_control_plane_api_server")).toMatchObject({
      role_definition_name: "Network Contributor",
      scope: existing.apiServerSubnetId,
    });
  });
});

describe("versions", () => {
  const pools = [minimal.nodeGroups[0], { ...minimal.nodeGroups[0], name: "late" }];
  const versionsOf = (upgrades: AksUpgradesSpec, kubernetesVersion = "1.35") => {
    const stack = synthesizeAks({ upgrades, kubernetesVersion, nodeGroups: pools });
    const cluster = stack.resource(KubernetesCluster);
    return {
      cluster: cluster.kubernetes_version,
      pools: [
        cluster.default_node_pool.orchestrator_version,
        stack.resource(KubernetesClusterNodePool).orchestrator_version,
      ],
      channel: cluster.automatic_upgrade_channel,
      ignored: cluster.lifecycle.ignore_changes,
    };
  };

  test("without automatic upgrades are those of the file", () => {
    expect(versionsOf({ channel: "none" })).toEqual({
      cluster: "1.35",
      pools: ["1.35", "1.35"],
      channel: undefined,
      ignored: [],
    });
  });

  test("keep their patch version without automatic upgrades", () => {
    expect(versionsOf({ channel: "none" }, "1.35.2")).toMatchObject({
      cluster: "1.35.2",
      pools: ["1.35.2", "1.35.2"],
    });
  });

  test.each([undefined, "patch", "stable", "rapid"] as const)(
    "with the channel %s are Azure's after the start",
    (channel) => {
      expect(versionsOf({ channel })).toEqual({
        cluster: "1.35",
        pools: [undefined, undefined],
        channel: channel ?? "patch",
        ignored: ["kubernetes_version"],
      });
    },
  );

  test("have a longer support period with long-term support", () => {
    expect(byDefault).not.toHaveProperty("support_plan");
    const long = clusterOf({ upgrades: { support: "long-term" }, aks: { tier: "premium" } });
    expect(long.support_plan).toBe("AKSLongTermSupport");
  });

  test.each([
    [undefined, "NodeImage"],
    ["node-image", "NodeImage"],
    ["security-patch", "SecurityPatch"],
    ["unmanaged", "Unmanaged"],
    ["none", "None"],
  ] as const)("of images follow %s: %s", (nodeImages, channel) => {
    expect(withUpgrades({ nodeImages }).node_os_upgrade_channel).toBe(channel);
  });
});

describe("maintenance", () => {
  test("is at the weekend by default", () => {
    const window = {
      frequency: "Weekly",
      interval: 1,
      duration: 4,
      start_time: "00:00",
      utc_offset: "+00:00",
    };
    expect(byDefault.maintenance_window_auto_upgrade).toEqual({ ...window, day_of_week: "Sunday" });
    expect(byDefault.maintenance_window_node_os).toEqual({ ...window, day_of_week: "Saturday" });
  });

  test("is at the set times, for Kubernetes and for images", () => {
    const cluster = withUpgrades({
      window: { days: ["tuesday"], start: "02:00", hours: 6 },
      nodeWindow: { start: "03:30", hours: 5 },
    });
    expect(cluster.maintenance_window_auto_upgrade).toMatchObject({
      day_of_week: "Tuesday",
      start_time: "02:00",
      duration: 6,
    });
    expect(cluster.maintenance_window_node_os).toEqual({
      frequency: "Daily",
      interval: 1,
      duration: 5,
      start_time: "03:30",
      utc_offset: "+00:00",
    });
  });

  test("pauses, both for Kubernetes and for images", () => {
    const cluster = withUpgrades({
      pauses: [{ name: "sale", from: "2026-12-20T00:00:00Z", until: "2027-01-05T00:00:00Z" }],
    });
    const pause = [{ start: "2026-12-20T00:00:00Z", end: "2027-01-05T00:00:00Z" }];
    expect(cluster.maintenance_window_auto_upgrade.not_allowed).toEqual(pause);
    expect(cluster.maintenance_window_node_os.not_allowed).toEqual(pause);
  });
});

describe("customer keys", () => {
  const nameOf = (id: string) => /\/keys\/([^/]+)/.exec(id)![1];

  test("have a role on the key only, also if its id is a reference", () => {
    const keyId = "${var.key}";
    const stack = synthesizeAks({ encryption: { secrets: "customer-key", keyId, keyVaultId: vault } });
    expect(stack.resource(RoleAssignment, "identity_control_plane_secrets_key").scope).toBe(
      `${vault}/keys/\${element(split("/", "\${var.key}"), 4)}`,
    );
  });

  test("encrypt secrets, with permissions of the cluster for the key vault", () => {
    const secrets = { secrets: "customer-key", keyId: keyVersion, keyVaultId: vault } as const;
    const stack = synthesizeAks({ encryption: secrets });
    expect(stack.resource(KubernetesCluster).key_management_service).toEqual({
      key_vault_key_id: keyVersion,
      key_vault_network_access: "Public",
    });
    expect(stack.resource(RoleAssignment, "identity_control_plane_secrets_key")).toMatchObject({
      role_definition_name: "Key Vault Crypto User",
      scope: `${vault}/keys/${nameOf(keyVersion)}`,
    });
    expect(stack.resources(RoleAssignment)).not.toHaveProperty("identity_control_plane_secrets_vault");

    const hidden = synthesizeAks({ encryption: { ...secrets, keyVaultIsPrivate: true } });
    expect(hidden.resource(KubernetesCluster).key_management_service.key_vault_network_access).toBe(
      "Private",
    );
    expect(hidden.resource(RoleAssignment, "identity_control_plane_secrets_vault")).toMatchObject({
      role_definition_name: "Key Vault Contributor",
      scope: vault,
    });
  });

  test("encrypt disks with a disk encryption set, with its permissions and those of the cluster", () => {
    const stack = synthesizeAks({
      encryption: { disks: "customer-key", disksKeyId: key, disksKeyVaultId: vault },
    });
    const set = "azurerm_disk_encryption_set.control_plane_disk_encryption_set";
    expect(stack.resource(DiskEncryptionSet)).toMatchObject({
      name: "shop",
      key_vault_key_id: key,
      auto_key_rotation_enabled: true,
      identity: { type: "SystemAssigned" },
    });
    expect(stack.resource(KubernetesCluster).disk_encryption_set_id).toBe(`\${${set}.id}`);
    expect(stack.resource(RoleAssignment, "control_plane_disk_encryption_set_key")).toMatchObject({
      role_definition_name: "Key Vault Crypto Service Encryption User",
      scope: `${vault}/keys/${nameOf(key)}`,
      principal_id: `\${${set}.identity[0].principal_id}`,
    });
    expect(stack.resource(RoleAssignment, "identity_control_plane_disks_key")).toMatchObject({
      role_definition_name: "Reader",
      scope: `\${${set}.id}`,
    });
  });

  test("are not used by default", () => {
    expect(byDefault).not.toHaveProperty("key_management_service");
    expect(byDefault).not.toHaveProperty("disk_encryption_set_id");
  });
});

describe("the internet", () => {
  test("is reachable through a proxy, to whose exceptions Azure adds its own", () => {
    const cluster = clusterOf({
      network: {
        httpProxy: {
          http: "http://proxy.example.com:3128",
          https: "https://proxy.example.com:3129",
          noProxy: ["10.0.0.0/8"],
          trustedCa: certificate,
        },
      },
    });
    expect(cluster.http_proxy_config).toEqual({
      http_proxy: "http://proxy.example.com:3128",
      https_proxy: "https://proxy.example.com:3129",
      no_proxy: ["10.0.0.0/8"],
      trusted_ca: certificate,
    });
    expect(cluster.lifecycle.ignore_changes).toEqual(["kubernetes_version", "http_proxy_config[0].no_proxy"]);
    expect(byDefault).not.toHaveProperty("http_proxy_config");
  });

  test("is not reachable without egress: nodes pull their images from a registry", () => {
    const stack = synthesizeAks({ network: { egress: { type: "none", registryId: registry } }, ...isolated });
    expect(stack.resource(KubernetesCluster)).toMatchObject({
      network_profile: { outbound_type: "none" },
      bootstrap_profile: { artifact_source: "Cache", container_registry_id: registry },
    });
    expect(stack.resource(RoleAssignment, "identity_kubelet_pull_shop")).toMatchObject({
      role_definition_name: "AcrPull",
      scope: registry,
    });
    expect(byDefault).not.toHaveProperty("bootstrap_profile");
  });

  test("needs one grant for a registry that is set twice", () => {
    const stack = synthesizeAks({
      ...isolated,
      network: { egress: { type: "none", registryId: registry } },
      aks: { ...isolated.aks, registries: [registry] },
    });
    expect(Object.keys(stack.resources(RoleAssignment)).filter((name) => name.includes("pull"))).toEqual([
      "identity_kubelet_pull_shop",
    ]);
  });
});
