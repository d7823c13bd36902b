import { readdirSync } from "node:fs";
import type { KubeadmClusterSpec } from "../../modules/kubeadm/spec";
import type { Arguments } from "../support/synthesized";
import type { Flow } from "./aws-flows";
import { type Element, type Elements, reference, textOf } from "./elements";
import { covers, googleServices, natOf } from "./google-network";
import { type End, hasEgress, type Path, pathRows, taintsIn, wants } from "./kubeadm-paths";
import { lacking, type Redundancy, type Requirement } from "./requirement";
import { missingTaints } from "./taints";

type Kind = "control plane" | "nodes";

const templates = (json: Elements, kind: Kind): Element[] =>
  json
    .all("google_compute_instance_template")
    .filter(({ name }) => name.startsWith(kind === "nodes" ? "node_groups_" : "control_plane_"));

/** The service account of the machines of a kind. */
const accountOf = (json: Elements, kind: Kind): Element | undefined =>
  json.target(templates(json, kind)[0]?.args.service_account, "google_service_account");

const emailOf = (json: Elements, kind: Kind): string => reference(accountOf(json, kind)!, "email");

/** Addresses from which Google checks machines: https://cloud.google.com/load-balancing/docs/health-check-concepts#ip-ranges */
const checks = ["130.211.0.0/22", "35.191.0.0/16"];

/** Whether firewall rules of the network let traffic in. Google allows all egress: no rule of a cluster denies it. */
function isOpen(json: Elements, from: End, to: Path[2], flow: Flow): boolean {
  if (to === "anywhere") return true;
  const isMachine = from === "control plane" || from === "nodes";
  const ranges = from === "checks" ? checks : [from];
  const rules = json
    .args("google_compute_firewall")
    .filter(({ direction }) => direction === "INGRESS")
    .filter(
      ({ target_service_accounts: targets }) =>
        targets === undefined || (targets as string[]).includes(emailOf(json, to)),
    )
    .filter(({ allow }) => (allow as Arguments[]).some((one) => matches(one, flow)));
  return isMachine
    ? rules.some((rule) => ((rule.source_service_accounts ?? []) as string[]).includes(emailOf(json, from)))
    : ranges.every((range) => rules.some((rule) => covers(rule.source_ranges, range)));
}

function matches({ protocol, ports }: Arguments, flow: Flow): boolean {
  if (protocol === "all") return true;
  if (protocol !== flow.protocol) return false;
  return (
    ports === undefined ||
    (ports as string[]).some((one) => {
      const [first, last = first] = one.split("-").map(Number);
      return flow.ports !== undefined && first <= flow.ports[0] && flow.ports[1] <= last;
    })
  );
}

/** The permissions of the machines of a kind in the project, by the custom roles of their account. */
function permissionsOf(json: Elements, kind: Kind): string[] {
  const member = `serviceAccount:${emailOf(json, kind)}`;
  return json
    .args("google_project_iam_member")
    .filter((one) => one.member === member)
    .flatMap(({ role }) => json.target(role, "google_project_iam_custom_role") ?? [])
    .flatMap(({ args }) => args.permissions as string[]);
}

/** Whether machines of a kind have a role on the objects of a folder of the store. */
function mayUseStore(json: Elements, kind: Kind, role: string, folder: string): boolean {
  const [bucket] = json.all("google_storage_bucket");
  return json
    .args("google_storage_bucket_iam_member")
    .filter((one) => one.member === `serviceAccount:${emailOf(json, kind)}` && one.role === role)
    .filter(({ bucket: of }) => of === reference(bucket, "name"))
    .some(
      ({ condition }) =>
        condition === undefined || textOf(condition.expression).includes(`/objects/${folder}`),
    );
}

/** Roles of people in the project that Google gives on new buckets: https://cloud.google.com/storage/docs/access-control/iam-roles#legacy-roles */
const legacyRoles = ["BucketOwner", "BucketReader", "ObjectOwner", "ObjectReader"];

/** APIs of a cluster. */
const apis = ["cloudresourcemanager", "compute", "dns", "iam", "storage"];

/** Who must reach whom, what machines may do and what they need, in a kubeadm cluster on Google Cloud. */
export const kubeadmGoogle: readonly Requirement<KubeadmClusterSpec>[] = [
  ...pathRows(isOpen),
  {
    name: "kubelets answer checks",
    source: "https://cloud.google.com/compute/docs/instance-groups/autohealing-instances-in-migs",
    missing: (_, json) =>
      lacking({ 10250: isOpen(json, "checks", "nodes", { protocol: "tcp", ports: [10250, 10250] }) }),
  },
  {
    name: "machines that fail are replaced",
    source: "https://cloud.google.com/compute/docs/instance-groups/autohealing-instances-in-migs",
    missing: (_, json) =>
      ["google_compute_instance_group_manager", "google_compute_region_instance_group_manager"].flatMap(
        (type) =>
          json
            .all(type)
            .filter(
              ({ args }) =>
                json.target(args.auto_healing_policies, "google_compute_health_check") === undefined,
            )
            .map(({ name }) => name),
      ),
  },
  {
    name: "egress of machines",
    source: "https://cloud.google.com/nat/docs/overview",
    missing: (cluster, json) =>
      hasEgress(cluster) ? natOf(json, json.all("google_compute_subnetwork")[0]) : [],
  },
  {
    name: "Google's services without egress",
    source: "https://cloud.google.com/vpc/docs/configure-private-google-access#domain-options",
    // Without NAT alone, the route of the VPC to the internet gateway reaches them.
    missing: ({ network }, json) =>
      network?.private !== true
        ? []
        : googleServices(json, [
            "storage.googleapis.com.",
            "googleapis.com.",
            "europe-docker.pkg.dev.",
            "pkg.dev.",
          ]),
  },
  {
    name: "machines reach Google's services without public addresses",
    source: "https://cloud.google.com/vpc/docs/private-google-access",
    missing: (_, json) =>
      json
        .all("google_compute_subnetwork")
        .filter(({ args }) => args.private_ip_google_access !== true)
        .map(({ name }) => name),
  },
  {
    name: "the API server has an address and a name",
    source: "https://cloud.google.com/load-balancing/docs/internal",
    missing: (_, json) => {
      const rule = json.args("google_compute_forwarding_rule")[0];
      const service = json.target(rule?.backend_service, "google_compute_region_backend_service");
      const address = json.target(rule?.ip_address, "google_compute_address");
      const record = json
        .args("google_dns_record_set")
        .find(({ rrdatas }) => address && (rrdatas as string[]).includes(reference(address, "address")));
      const zone = json.target(record?.managed_zone, "google_dns_managed_zone");
      const slots = json
        .all("google_compute_instance_group_manager")
        .filter(({ name }) => name.startsWith("control_plane_"));
      return [
        ...lacking({
          "a rule": service !== undefined && (rule.ports as string[]).includes("6443"),
          "an address": address !== undefined,
          "a check":
            json.target(service?.args.health_checks, "google_compute_region_health_check") !== undefined,
          "a name in the network":
            json.target(zone?.args.private_visibility_config, "google_compute_network") !== undefined,
        }),
        ...slots
          .filter((slot) => !textOf(service?.args.backend).includes(reference(slot, "instance_group")))
          .map(({ name }) => `${name} behind it`),
      ];
    },
  },
  {
    name: "slots keep their addresses",
    source: "https://etcd.io/docs/latest/op-guide/runtime-configuration/#change-the-advertise-urls",
    missing: (_, json) =>
      templates(json, "control plane")
        .filter(({ args }) => json.target(args.network_interface, "google_compute_address") === undefined)
        .map(({ name }) => name),
  },
  {
    name: "machines are selected by the rules",
    source: "https://cloud.google.com/firewall/docs/service-accounts",
    missing: (_, json) =>
      (["control plane", "nodes"] as const).flatMap((kind) =>
        templates(json, kind)
          .filter(
            ({ args }) =>
              json.target(args.service_account, "google_service_account")?.name !==
              accountOf(json, kind)?.name,
          )
          .map(({ name }) => name),
      ),
  },
  {
    name: "controllers on control-plane machines",
    source: "https://github.com/kubernetes/cloud-provider-gcp",
    missing: (cluster, json) => {
      const found = permissionsOf(json, "control plane");
      const { autoscaler, volumes } = wants(cluster);
      return [
        "compute.instances.get",
        "compute.instances.list",
        "compute.zones.list",
        ...(autoscaler ? ["compute.instanceGroupManagers.update", "compute.instanceTemplates.get"] : []),
        ...(volumes ? ["compute.disks.create", "compute.instances.attachDisk"] : []),
      ].filter((permission) => !found.includes(permission));
    },
  },
  {
    name: "volumes are attached to machines with an account",
    source: "https://github.com/kubernetes-sigs/gcp-compute-persistent-disk-csi-driver#project-setup",
    missing: (cluster, json) =>
      wants(cluster).volumes
        ? (["control plane", "nodes"] as const).filter(
            (kind) =>
              accountOf(json, kind) &&
              !json.has("google_service_account_iam_member", {
                service_account_id: reference(accountOf(json, kind)!, "name"),
                role: "roles/iam.serviceAccountUser",
                member: `serviceAccount:${emailOf(json, "control plane")}`,
              }),
          )
        : [],
  },
  {
    name: "the boot program and the store",
    source: "documentation of the store (docs/kubeadm.md)",
    missing: (_, json) =>
      lacking({
        "the control plane reads": mayUseStore(json, "control plane", "roles/storage.objectViewer", "pki/"),
        ...Object.fromEntries(
          ["pki/", "node/", "admin/", "backups/", "initialized"].map((folder) => [
            `the control plane writes ${folder}`,
            mayUseStore(json, "control plane", "roles/storage.objectUser", folder),
          ]),
        ),
        ...Object.fromEntries(
          ["node/", "assets/"].map((folder) => [
            `nodes read ${folder}`,
            mayUseStore(json, "nodes", "roles/storage.objectViewer", folder),
          ]),
        ),
        "nodes do not read keys": !mayUseStore(json, "nodes", "roles/storage.objectViewer", "pki/"),
      }),
  },
  {
    name: "viewers and editors of the project do not read keys",
    source: "https://cloud.google.com/storage/docs/access-control/iam-roles#legacy-roles",
    missing: (_, json) => {
      const [bucket] = json.all("google_storage_bucket");
      return legacyRoles
        .map((role) => `roles/storage.legacy${role}`)
        .filter(
          (role) =>
            !json
              .args("google_storage_bucket_iam_binding")
              .some(
                (one) =>
                  one.role === role &&
                  one.bucket === reference(bucket, "name") &&
                  (one.members as string[]).every((member) => member.startsWith("projectOwner:")),
              ),
        );
    },
  },
  {
    name: "APIs",
    source: "https://cloud.google.com/service-usage/docs/enable-disable",
    missing: (_, json) =>
      apis.filter((api) => !json.has("google_project_service", { service: `${api}.googleapis.com` })),
  },
  {
    name: "the store has the manifests that machines apply",
    source: "documentation of own manifests (docs/kubeadm.md)",
    missing: ({ kubeadm = {} }, json) => {
      const { cloudControllerManager = true, software: { manifests } = {} } = kubeadm;
      const names = [
        ...(cloudControllerManager ? ["cloud-controller-manager.json"] : []),
        ...(manifests === undefined ? [] : readdirSync(manifests)),
      ];
      const written = json.args("google_storage_bucket_object").map(({ name }) => name);
      return [...(names.length > 0 ? names : ["no-manifests.json"]), "index"].filter(
        (name) => !written.includes(`assets/manifests/${name}`),
      );
    },
  },
  {
    name: "administrators have a binding",
    source: "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles",
    missing: ({ access }, json) => {
      const bindings = json.args("google_storage_bucket_object").map(({ content }) => textOf(content));
      return access.admins.filter(
        (admin) => !bindings.some((text) => text.includes(admin.replace(/^(user|serviceAccount):/, ""))),
      );
    },
  },
  {
    name: "taints keep other pods away",
    source: "https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/",
    missing: ({ nodeGroups }, json) =>
      missingTaints(nodeGroups, json, "google_compute_instance_template", (args) =>
        taintsIn(args, args.metadata["user-data"]),
      ),
  },
];

/** Types of resources that open a path, grant a permission, enable an API or make the API server reachable. */
export const kubeadmGoogleRuleTypes = [
  "google_compute_firewall",
  "google_compute_router",
  "google_compute_router_nat",
  "google_compute_address",
  "google_compute_forwarding_rule",
  "google_compute_health_check",
  "google_compute_region_backend_service",
  "google_compute_region_health_check",
  "google_dns_managed_zone",
  "google_dns_record_set",
  "google_project_service",
  "google_project_iam_custom_role",
  "google_project_iam_member",
  "google_service_account_iam_member",
  "google_storage_bucket_iam_binding",
  "google_storage_bucket_iam_member",
  "google_storage_bucket_object",
];

/** Lists inside resources, of which each item is a rule. */
export const kubeadmGoogleRuleLists = [
  "google_compute_firewall.allow",
  "google_compute_region_backend_service.backend",
];

export const kubeadmGoogleRedundancies: readonly Redundancy[] = [
  {
    rule: /^google_compute_firewall\.network_security_nodes_kubelet$/,
    containedIn: /^google_compute_firewall\.network_security_nodes_from_control_plane$/,
    why: "with an own CNI, control-plane machines reach all ports of nodes",
  },
];
