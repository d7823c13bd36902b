import { readFileSync, writeFileSync } from "node:fs";
import { shippedClusters } from "../support/shipped";
import { eksReasons, eksRows } from "./eks-grants";
import type { Arguments } from "../support/synthesized";

/**
 * The tables of roles in docs/security.md are those of the synthesized stacks. `UPDATE_PERMISSIONS=1` writes them. A role on more than the
 * cluster, its resources and the resources that a file names has a reason here.
 */

/** A role that a stack grants. */
interface Grant {
  readonly identity: string;
  readonly role: string;
  readonly on: string;

  /** The role holds for more than the cluster, its resources and the resources that the file names. */
  readonly isBroad: boolean;
}

/** The name in the page for the first pattern that matches. */
function nameFor(text: string, names: readonly (readonly [RegExp, string])[]): string {
  const found = names.find(([pattern]) => pattern.test(text));
  if (found === undefined) throw new Error(`no name for ${text}`);
  return found[1];
}

const azureIdentities: readonly (readonly [RegExp, string])[] = [
  [/^\$\{azurerm_user_assigned_identity\.identity_control_plane\./, "control plane"],
  [/^\$\{azurerm_user_assigned_identity\.identity_kubelet\./, "nodes"],
  [/^\$\{azurerm_user_assigned_identity\.load_balancing_external_dns\./, "ExternalDNS"],
  [/^\$\{azurerm_user_assigned_identity\.identity_/, "workloads"],
  [/\.web_app_routing\[/, "application routing"],
  [/\.ingress_application_gateway\[/, "ingress controller of Application Gateway"],
  [/^\$\{azurerm_disk_encryption_set\./, "disk encryption set"],
  [/^\$\{azurerm_data_protection_backup_vault\./, "backup vault"],
  [/^\$\{azurerm_kubernetes_cluster_extension\./, "backup extension"],
  [/^\$\{azurerm_kubernetes_cluster\.control_plane\.\w+/, "add-ons of AKS"],
];

function azureGrant({ principal_id: principal, role_definition_name: role, scope }: Arguments): Grant {
  const isUser = role.startsWith("Azure Kubernetes Service");
  const isId = /^[0-9a-f-]{36}$/.test(principal);
  const identity = !isId
    ? nameFor(principal, azureIdentities)
    : isUser
      ? "users in `access`"
      : "identity in the file";
  if (/^\$\{azurerm_kubernetes_cluster\.\w+\.id\}\/namespaces\//.test(scope)) {
    return { identity, role, on: "a namespace of its kubernetes cluster", isBroad: false };
  }
  const own = /^\$\{azurerm_(\w+)\.\w+\.id\}$/.exec(scope)?.[1];
  if (own !== undefined) return { identity, role, on: `its ${own.replaceAll("_", " ")}`, isBroad: false };
  const group = "resource group of a resource in the file";
  if (scope.startsWith("${join(")) return { identity, role, on: group, isBroad: true };
  const types = scope.split("/providers/").at(-1)!.split("/").slice(1);
  if (!scope.includes("/providers/")) {
    return { identity, role, on: "scope of a grant in the file", isBroad: identity !== "workloads" };
  }
  const type = types.filter((_: string, i: number) => i % 2 === 0).at(-1)!;
  return {
    identity,
    role,
    on: `${type} in the file`,
    isBroad: type === "vaults" && identity !== "workloads",
  };
}

const googleIdentities: readonly (readonly [RegExp, string])[] = [
  [/google_service_account\.node_groups_/, "nodes"],
  [/\/ns\/external-dns\/sa\/external-dns$/, "ExternalDNS"],
  [/^principal:.*\/subject\/ns\//, "workloads"],
  [/^principalSet:.*\/kubernetes\.cluster\//, "all pods of the cluster"],
  [/^principalSet:.*\/namespace\//, "all pods of a namespace"],
  [/workload_pool\}\[/, "workloads with a service account of Google"],
  [/google_service_account\.identity_/, "workloads with a service account of Google"],
  [/@container-engine-robot\./, "service agent of GKE"],
  [/@compute-system\./, "service agent of Compute Engine"],
  [/@cloudservices\./, "service agent of Google APIs"],
  [/^(user|group|serviceAccount|domain):/, "users in `access`"],
];

function googleGrant(type: string, { member, role, project, condition }: Arguments): Grant {
  const identity = nameFor(member, googleIdentities);
  const kind = type.replace(/^google_|_iam_member$/g, "").replaceAll("_", " ");
  if (kind !== "project") {
    // The name of a workload identity pool is that of the project, and so is that of a namespace in it.
    const isBroad = /^principal:.*\/subject\/|^principalSet:.*\/namespace\/|workload_pool\}\[/.test(member);
    return { identity, role, on: `one ${kind}`, isBroad };
  }
  if (condition?.expression?.includes("/clusters/"))
    return { identity, role, on: "this cluster", isBroad: false };
  const isOwn = /google_project_service\.|^shop-production$/.test(project);
  return { identity, role, on: isOwn ? "its project" : "another project in the file", isBroad: true };
}

const managedPool =
  "the same for this namespace and service account in each cluster of the project, which has one workload pool";

/** Reasons of roles on more than the cluster, by `identity: role`. */
const reasons: Readonly<Record<"AKS" | "GKE", Readonly<Record<string, string>>>> = {
  AKS: {
    "ingress controller of Application Gateway: Reader":
      "the controller lists the addresses of the gateway's group",
    "ExternalDNS: Reader": "ExternalDNS lists the zones of a resource group",
    "control plane: Key Vault Contributor": "AKS approves a private endpoint of the vault",
  },
  GKE: {
    "nodes: roles/container.defaultNodeServiceAccount":
      "nodes write logs and metrics, which belong to the project; Google has no condition on a cluster",
    "nodes: roles/artifactregistry.reader":
      "images of each repository of the project; without it, `nodeGroups[].serviceAccountEmail` sets an account with other roles",
    "ExternalDNS: roles/dns.reader": "a list of zones is a permission on the project",
    "ExternalDNS: roles/dns.admin": managedPool,
    "workloads: *": managedPool,
    "all pods of a namespace: *": managedPool,
    "workloads with a service account of Google: roles/bigquery.jobUser":
      "jobs belong to the project; the file asks for the role",
    "workloads with a service account of Google: *": managedPool,
    "service agent of GKE: roles/container.hostServiceAgentUser": "GKE requires the role on the host project",
    "service agent of GKE: roles/compute.securityAdmin": "GKE writes firewall rules of the shared VPC",
  },
};

const platforms = ["EKS", "AKS", "GKE"] as const;
type Platform = (typeof platforms)[number];
const withRoles = ["AKS", "GKE"] as const;
type WithRoles = (typeof withRoles)[number];

const clustersOf = (platform: Platform) =>
  shippedClusters().filter(({ cluster }) => cluster.platform === platform.toLowerCase());

function grantsOf(platform: WithRoles): Grant[] {
  const found = new Map<string, Grant>();
  for (const { stack } of clustersOf(platform)) {
    for (const [type, elements] of Object.entries(stack.terraform.resource as Record<string, Arguments>)) {
      const isGrant = type === "azurerm_role_assignment" || type.endsWith("_iam_member");
      if (!isGrant) continue;
      for (const one of Object.values(elements) as Arguments[]) {
        const grant = platform === "AKS" ? azureGrant(one) : googleGrant(type, one);
        found.set(JSON.stringify(grant), grant);
      }
    }
  }
  return [...found.values()];
}

function reasonOf(platform: WithRoles, { identity, role }: Grant): string {
  const own = reasons[platform];
  return own[`${identity}: ${role}`] ?? own[`${identity}: *`] ?? `no reason for ${identity}: ${role}`;
}

/** One row for each identity, role and resource, in the order of the identities. */
function tableOf(platform: Platform): string[][] {
  const rows =
    platform === "EKS"
      ? eksRows(clustersOf(platform))
      : grantsOf(platform).map((grant) => [
          grant.identity,
          `\`${grant.role}\``,
          grant.on,
          grant.isBroad ? `no: ${reasonOf(platform, grant)}` : "yes",
        ]);
  return [
    ["identity", platform === "EKS" ? "permissions" : "role", "on", "limited"],
    ...rows.sort((a, b) => a.join().localeCompare(b.join(), "en")),
  ];
}

const file = "docs/security.md";
const mark = (platform: string): string => `<!-- roles of ${platform} -->`;

/** The rows of a table of the page. */
function onPage(page: string, platform: string): string[][] {
  return page
    .slice(page.indexOf(mark(platform)), page.indexOf("<!-- end -->", page.indexOf(mark(platform))))
    .split("\n")
    .filter((line) => line.startsWith("|") && !/^[|\s-]+$/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

if (process.env.UPDATE_PERMISSIONS === "1") {
  let page = readFileSync(file, "utf8");
  for (const platform of platforms) {
    const [head, ...rows] = tableOf(platform).map((cells) => `| ${cells.join(" | ")} |`);
    const start = page.indexOf(mark(platform)) + mark(platform).length;
    const text = [head, "| --- | --- | --- | --- |", ...rows].join("\n");
    page = `${page.slice(0, start)}\n\n${text}\n\n${page.slice(page.indexOf("<!-- end -->", start))}`;
  }
  writeFileSync(file, page);
}

test.each(platforms)("the roles of %s in the page are those of the stacks", (platform) => {
  const table = tableOf(platform);
  expect(table.length).toBeGreaterThan(15);
  expect(table.flat().filter((cell) => cell.includes("no reason"))).toEqual([]);
  expect(onPage(readFileSync(file, "utf8"), platform)).toEqual(table);
});

test("each reason of EKS belongs to a permission", () => {
  const used = tableOf("EKS").map(([, , , limited]) => limited);
  expect(Object.values(eksReasons).filter((reason) => !used.includes(`no: ${reason}`))).toEqual([]);
});

test.each(withRoles)("each reason of %s belongs to a role", (platform) => {
  const broad = grantsOf(platform).filter(({ isBroad }) => isBroad);
  const used = broad.map((grant) => reasonOf(platform, grant));
  expect(Object.values(reasons[platform]).filter((reason) => !used.includes(reason))).toEqual([]);
});
