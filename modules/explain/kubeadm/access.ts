import { defaults } from "../../kubeadm/fields.generated";
import type { KubeadmClusterProps } from "../../kubeadm/spec";
import { securityGroupOpenings } from "../eks/access";
import type { Access, Opening, Principal } from "../model";
import { blocks, type Stack, texts } from "../stack";
import { listed } from "../summary";

/** Who reaches machines and the API server, and who has rights in the cluster. */
export function kubeadmAccess({ access }: KubeadmClusterProps, stack: Stack): Access {
  // Administrators are in an object of the store, which the machines read.
  const [list] = stack
    .ofType("aws_s3_object", "google_storage_bucket_object")
    .filter(({ name }) => name.startsWith("control_plane_"));
  const admins = Array.isArray(access.admins) ? access.admins : [];
  return {
    reachability: [...securityGroupOpenings(stack), ...firewallOpenings(stack)],
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
