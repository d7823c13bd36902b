import { readFileSync } from "node:fs";
import { synthesizeAks } from "../support/aks";
import { synthesizeEks } from "../support/eks";
import { synthesizeGke } from "../support/gke";
import { shippedClusters } from "../support/shipped";
import type { Arguments, Synthesized } from "../support/synthesized";

/** Clusters with only the required fields. The defaults of docs/security.md are compared with them. */
const clusters = { EKS: synthesizeEks(), AKS: synthesizeAks(), GKE: synthesizeGke() };
const platforms = ["EKS", "AKS", "GKE"] as const;

const all = (stack: Synthesized, type: string): Arguments[] =>
  Object.values(stack.terraform.resource[type] ?? {});
const one = (stack: Synthesized, type: string): Arguments => {
  const [first, ...others] = all(stack, type);
  expect([type, others.length]).toEqual([type, 0]);
  return first;
};
const text = (stack: Synthesized): string => JSON.stringify(stack.terraform.resource);

type Platform = (typeof platforms)[number];
interface Row {
  readonly subject: string;
  readonly cells: readonly [eks: string, aks: string, gke: string];
  /** Whether the JSON of a platform has the default that the row states. */
  readonly holds: Readonly<Record<Platform, (stack: Synthesized) => boolean>>;
}

const eks = (stack: Synthesized) => one(stack, "aws_eks_cluster");
const aks = (stack: Synthesized) => one(stack, "azurerm_kubernetes_cluster");
const gke = (stack: Synthesized) => one(stack, "google_container_cluster");
const always = () => true;

const rows: readonly Row[] = [
  {
    subject: "addresses of nodes",
    cells: ["private", "private", "private"],
    holds: {
      EKS: (stack) =>
        all(stack, "aws_subnet").every(({ map_public_ip_on_launch: isPublic }) => isPublic !== true) &&
        one(stack, "aws_eks_node_group").subnet_ids.every((id: string) => id.includes("private")),
      AKS: (stack) => aks(stack).default_node_pool.node_public_ip_enabled !== true,
      GKE: (stack) => gke(stack).private_cluster_config.enable_private_nodes === true,
    },
  },
  {
    subject: "disks of nodes",
    cells: ["encrypted", "encrypted, with a key of Azure", "encrypted, with a key of Google"],
    holds: {
      EKS: (stack) => /"encrypted":(true|"true")/.test(JSON.stringify(all(stack, "aws_launch_template"))),
      AKS: (stack) => aks(stack).disk_encryption_set_id === undefined,
      GKE: (stack) => !text(stack).includes("boot_disk_kms_key"),
    },
  },
  {
    subject: "SSH keys of nodes",
    cells: ["none", "none", "none"],
    holds: {
      EKS: (stack) => !/"(key_name|ec2_ssh_key)"/.test(text(stack)),
      AKS: (stack) => aks(stack).linux_profile === undefined,
      GKE: (stack) => !/ssh-keys/.test(text(stack)),
    },
  },
  {
    subject: "metadata of nodes",
    cells: [
      "only with a token, not for pods",
      "**all pods can read it**",
      "pods get their own identity only",
    ],
    holds: {
      EKS: (stack) =>
        all(stack, "aws_launch_template").every(
          ({ metadata_options: options }) =>
            options.http_tokens === "required" && options.http_put_response_hop_limit === 1,
        ),
      AKS: (stack) => all(stack, "azurerm_network_security_rule").length === 0,
      GKE: (stack) =>
        all(stack, "google_container_node_pool").every(
          ({ node_config: config }) => config.workload_metadata_config.mode === "GKE_METADATA",
        ),
    },
  },
  {
    subject: "API server from outside",
    cells: [
      "only from `access.publicFrom`",
      "only from `access.publicFrom`",
      "only from `access.publicFrom`",
    ],
    holds: {
      EKS: (stack) => eks(stack).vpc_config.endpoint_public_access === false,
      AKS: (stack) => aks(stack).private_cluster_enabled === true,
      GKE: (stack) =>
        gke(stack).private_cluster_config.enable_private_endpoint === true &&
        gke(stack).master_authorized_networks_config.cidr_blocks.length === 0,
    },
  },
  {
    subject: "DNS endpoint",
    cells: ["does not exist", "does not exist", "closed to external traffic"],
    holds: {
      EKS: always,
      AKS: (stack) => aks(stack).private_cluster_public_fqdn_enabled !== true,
      GKE: (stack) =>
        gke(stack).control_plane_endpoints_config.dns_endpoint_config.allow_external_traffic === false,
    },
  },
  {
    subject: "access with IAM of the cloud",
    cells: [
      "only entries in `access`",
      "roles in `access`, and inherited roles",
      "roles in `access`, and **roles in the project**",
    ],
    holds: {
      EKS: (stack) =>
        eks(stack).access_config.authentication_mode === "API" &&
        eks(stack).access_config.bootstrap_cluster_creator_admin_permissions === false,
      AKS: (stack) => aks(stack).local_account_disabled === true,
      GKE: (stack) =>
        all(stack, "google_project_iam_member")
          .filter(({ role }) => role.startsWith("roles/container.") && !role.includes("Service"))
          .every(({ condition }) =>
            /resource\.name == "projects\/.*\/locations\/.*\/clusters\//.test(condition?.expression),
          ),
    },
  },
  {
    subject: "secrets",
    cells: [
      "encrypted with a key of your account",
      "encrypted, **not with your key**",
      "encrypted with a key of your project",
    ],
    holds: {
      EKS: (stack) => eks(stack).encryption_config.resources.includes("secrets"),
      AKS: (stack) => aks(stack).key_management_service === undefined,
      GKE: (stack) => gke(stack).database_encryption.state === "ENCRYPTED",
    },
  },
  {
    subject: "logs of the API server",
    cells: [
      "requests, audit, authentication",
      "audit of changes, **not requests**",
      "audit of changes, by Google",
    ],
    holds: {
      EKS: (stack) =>
        ["api", "audit", "authenticator"].every((type) =>
          eks(stack).enabled_cluster_log_types.includes(type),
        ),
      AKS: (stack) => {
        const logs = JSON.stringify(all(stack, "azurerm_monitor_diagnostic_setting"));
        return logs.includes('"kube-audit-admin"') && !logs.includes('"kube-apiserver"');
      },
      GKE: (stack) => !gke(stack).logging_config.enable_components.includes("APISERVER"),
    },
  },
  {
    subject: "flow logs",
    cells: ["yes", "**no**", "yes"],
    holds: {
      EKS: (stack) => all(stack, "aws_flow_log").length === 1,
      AKS: (stack) => !text(stack).includes("flow_log"),
      GKE: (stack) =>
        all(stack, "google_compute_subnetwork").some(({ log_config: config }) => config !== undefined),
    },
  },
  {
    subject: "deletion, by the cloud",
    cells: ["refused", "**not refused**", "**not refused**"],
    holds: {
      EKS: (stack) => eks(stack).deletion_protection === true,
      AKS: (stack) => all(stack, "azurerm_management_lock").length === 0,
      GKE: always,
    },
  },
  {
    subject: "deletion, by Terraform",
    cells: ["refused", "refused", "refused"],
    holds: {
      EKS: (stack) => eks(stack).lifecycle.prevent_destroy === true,
      AKS: (stack) => aks(stack).lifecycle.prevent_destroy === true,
      GKE: (stack) =>
        gke(stack).lifecycle.prevent_destroy === true && gke(stack).deletion_protection === true,
    },
  },
];

/** The cells of the table between two texts of the page. */
function tableOf(page: string, from: string, to: string): string[][] {
  const start = page.indexOf(from);
  return page
    .slice(start, page.indexOf(to, start))
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split("|").slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter(([first]) => !first.startsWith("--"));
}

const page = readFileSync("docs/security.md", "utf8");

test("the table of defaults has these rows", () => {
  const [head, ...body] = tableOf(page, "## Defaults", "## Limits of permissions");
  expect(head.slice(1)).toEqual([...platforms]);
  expect(body).toEqual(rows.map(({ subject, cells }) => [subject, ...cells]));
});

describe.each(platforms)("the defaults of %s", (platform) => {
  test.each(rows.map((row) => [row.subject, row] as const))("%s", (_, { holds }) => {
    expect(holds[platform](clusters[platform])).toBe(true);
  });
});

/** The scan counts resources too, but it takes a minute. This test shows at once that it must run again. */
test.each([
  ["EKS", "aws_"],
  ["AKS", "azurerm_"],
  ["GKE", "google_"],
])("the figures of the scan are those of the present resources of %s", (platform, prefix) => {
  const count = shippedClusters()
    .flatMap(({ stack }) => Object.entries<Record<string, Arguments>>(stack.terraform.resource))
    .filter(([type]) => type.startsWith(prefix))
    .reduce((sum, [, elements]) => sum + Object.keys(elements).length, 0);
  const rows = tableOf(page, "<!-- npm run security -- --write -->", "<!-- end -->");
  const counted = rows.filter(([name]) => name === platform).map(([, , resources]) => Number(resources));
  expect(counted.reduce((sum, resources) => sum + resources, 0)).toBe(count);
});

test("the versions that CDKTF bundles are those of the page", () => {
  const versionOf = (name: string): string =>
    JSON.parse(readFileSync(`node_modules/cdktf/node_modules/${name}/package.json`, "utf8")).version;
  const { version } = JSON.parse(readFileSync("node_modules/cdktf/package.json", "utf8"));
  expect(page).toContain(`version ${version} is the last`);
  for (const name of ["lodash", "brace-expansion"]) expect(page).toContain(`\`${name}\` ${versionOf(name)}`);
});
