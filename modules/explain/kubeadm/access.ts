import { defaults } from "../../kubeadm/fields.generated";
import type { KubeadmClusterProps } from "../../kubeadm/spec";
import { securityGroupOpenings } from "../eks/access";
import type { Access, Opening, Principal } from "../model";
import { blocks, type Stack, texts } from "../stack";
import { listed } from "../summary";

/** Who reaches machines and the API server, and who has rights in the cluster. */
export function kubeadmAccess({ access }: KubeadmClusterProps, stack: Stack): Access {
  // Administrators are in an object of the store, which the machines read; on Azure a command on a machine applies them.
  const [list] = stack
    .ofType("aws_s3_object", "azurerm_virtual_machine_run_command", "google_storage_bucket_object")
    .filter(({ name }) => name.startsWith("control_plane_") && !name.endsWith("_ready"));
  const admins = Array.isArray(access.admins) ? access.admins : [];
  return {
    reachability: [...securityGroupOpenings(stack), ...azureOpenings(stack), ...firewallOpenings(stack)],
    principals: admins.map((name): Principal => ({
      name: String(name),
      right: "cluster-admin in the whole cluster",
      isAdmin: true,
      address: list.address,
    })),
  };
}

/** Who reaches the API server, as a phrase. */
export function kubeadmApiReach({ access }: KubeadmClusterProps): string {
  const ranges = texts(access.privateFrom ?? defaults["access.privateFrom"]);
  return `at a private address from ${listed(["the machines of the cluster", ...ranges])}`;
}

/** Rules of Azure select machines by their application security groups. */
function azureOpenings(stack: Stack): Opening[] {
  const nameOf = (id: string): string => {
    const { name = id } = stack.referred(id, "azurerm_application_security_group") ?? {};
    return name.endsWith("control_plane") ? "control plane" : "nodes";
  };
  const tags: Readonly<Record<string, string>> = {
    AzureLoadBalancer: "health checks",
    VirtualNetwork: "the network",
  };
  return stack
    .ofType("azurerm_network_security_rule")
    .filter(({ config }) => config.access === "Allow")
    .map(({ address, config }): Opening => {
      const { source_address_prefix: tag, protocol, destination_port_range: ports } = config;
      const from = [
        ...texts(config.source_address_prefixes),
        ...texts(config.source_application_security_group_ids).map(nameOf),
        ...(tag === undefined ? [] : [tags[String(tag)] ?? String(tag)]),
      ].join(", ");
      const to = texts(config.destination_application_security_group_ids).map(nameOf).join(", ");
      const range = ports === "*" ? "" : String(ports);
      return {
        from,
        to,
        ports: protocol === "*" ? "all" : `${String(protocol).toUpperCase()} ${range}`.trim(),
        address,
      };
    });
}

/** Firewall rules of Google Cloud select machines by their service accounts. */
function firewallOpenings(stack: Stack): Opening[] {
  const nameOf = (account: string): string => {
    const { name = account } = stack.referred(account, "google_service_account") ?? {};
    return name.includes("control_plane") ? "control plane" : "nodes";
  };
  return stack.ofType("google_compute_firewall").flatMap(({ address, config }) =>
    blocks(config.allow).map(({ protocol, ports }): Opening => {
      const from = [
        ...texts(config.source_ranges),
        ...texts(config.source_service_accounts).map(nameOf),
      ].join(", ");
      const to = texts(config.target_service_accounts).map(nameOf).join(", ");
      const all = `${String(protocol).toUpperCase()} ${texts(ports).join(", ")}`.trim();
      return { from, to, ports: protocol === "all" ? "all" : all, address };
    }),
  );
}
