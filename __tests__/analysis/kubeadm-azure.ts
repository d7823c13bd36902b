import type { KubeadmClusterSpec } from "../../modules/kubeadm/spec";
import type { Arguments } from "../support/synthesized";
import type { Flow } from "./aws-flows";
import { associated, contains, natWorks } from "./azure-network";
import { type Element, type Elements, reference, textOf } from "./elements";
import { type End, type Path, pathMtu, pathRows, taintsIn, wants } from "./kubeadm-paths";
import { lacking, type Redundancy, type Requirement } from "./requirement";
import { missingTaints } from "./taints";

type Kind = "control plane" | "nodes";

const interfaces = (json: Elements): readonly Element[] => json.all("azurerm_network_interface");
const scaleSets = (json: Elements): readonly Element[] => json.all("azurerm_linux_virtual_machine_scale_set");

/** The application security groups of each machine of a kind, as ids. */
function groupsOf(json: Elements, kind: Kind): (readonly string[])[] {
  if (kind === "nodes") {
    return scaleSets(json).map(
      ({ args }) =>
        (args.network_interface[0].ip_configuration[0].application_security_group_ids ?? []) as string[],
    );
  }
  return interfaces(json).map((one) =>
    json
      .args("azurerm_network_interface_application_security_group_association")
      .filter(({ network_interface_id: id }) => id === reference(one, "id"))
      .map(({ application_security_group_id: id }) => textOf(id)),
  );
}

/** The security group of each subnet of machines; undefined without one. */
const securityGroups = (json: Elements): (Element | undefined)[] =>
  json
    .all("azurerm_subnet")
    .map((subnet) =>
      json.target(
        associated(
          json,
          "azurerm_subnet_network_security_group_association",
          subnet,
          "network_security_group_id",
        ),
        "azurerm_network_security_group",
      ),
    );

/** Whether the security groups of all subnets let traffic of all machines in. Azure allows egress. */
function isOpen(json: Elements, from: End, to: Path[2], flow: Flow): boolean {
  if (to === "anywhere") return true;
  const isMachine = from === "control plane" || from === "nodes";
  const targets = groupsOf(json, to);
  const sources = isMachine ? groupsOf(json, from) : [[]];
  return securityGroups(json).every((group) => {
    const rules = rulesOf(json, group);
    return targets.every((target) =>
      sources.every((source) => {
        const first = rules.find(
          (rule) => fitsTraffic(rule, flow) && fitsTarget(rule, target) && fitsSource(rule, from, source),
        );
        return first?.access === "Allow";
      }),
    );
  });
}

/** Rules by JSON and security group: each path asks for them. */
const rulesOfJson = new WeakMap<Elements, Map<string | undefined, Arguments[]>>();

function rulesOf(json: Elements, group: Element | undefined): Arguments[] {
  const known = rulesOfJson.get(json) ?? new Map<string | undefined, Arguments[]>();
  rulesOfJson.set(json, known);
  const rules = known.get(group?.name) ?? readRules(json, group);
  known.set(group?.name, rules);
  return rules;
}

/** The rules for incoming traffic in their order, with those that Azure adds: https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules */
function readRules(json: Elements, group: Element | undefined): Arguments[] {
  const inbound = { direction: "Inbound", protocol: "*", destination_port_range: "*" };
  const standard = [
    { ...inbound, priority: 65_000, access: "Allow", source_address_prefix: "VirtualNetwork" },
    { ...inbound, priority: 65_001, access: "Allow", source_address_prefix: "AzureLoadBalancer" },
    { ...inbound, priority: 65_500, access: "Deny", source_address_prefix: "*" },
  ];
  // Without a security group, everything is allowed.
  if (!group) return [{ ...inbound, priority: 100, access: "Allow", source_address_prefix: "*" }];
  const own = json
    .args("azurerm_network_security_rule")
    .filter(
      ({ network_security_group_name: name, direction }) =>
        name === reference(group, "name") && direction === "Inbound",
    );
  return [...own, ...standard].sort((a, b) => Number(a.priority) - Number(b.priority));
}

/** Whether a rule is about traffic from machines in these groups, or from a range. */
function fitsSource(rule: Arguments, from: End, groups: readonly string[]): boolean {
  const isMachine = from === "control plane" || from === "nodes";
  const named = (rule.source_application_security_group_ids ?? []) as string[];
  if (named.length > 0) return named.some((id) => groups.includes(id));
  const prefixes = [rule.source_address_prefix, ...((rule.source_address_prefixes ?? []) as string[])];
  return prefixes.some(
    (prefix) =>
      prefix === "*" ||
      (prefix === "VirtualNetwork" && isMachine) ||
      (prefix === "AzureLoadBalancer" && from === "checks") ||
      (!isMachine && from !== "checks" && contains(prefix, from)),
  );
}

function fitsTarget(rule: Arguments, groups: readonly string[]): boolean {
  const named = (rule.destination_application_security_group_ids ?? []) as string[];
  return named.length === 0 || named.some((id) => groups.includes(id));
}

function fitsTraffic(rule: Arguments, { protocol, ports }: Flow): boolean {
  const of = String(rule.protocol).toLowerCase();
  if (of !== "*" && of !== protocol) return false;
  if (rule.destination_port_range === "*" || protocol === "icmp") return true;
  const [first, last = first] = String(rule.destination_port_range).split("-").map(Number);
  return ports !== undefined && first <= ports[0] && ports[1] <= last;
}

const identityIn = (json: Elements, { args }: Element): Element | undefined =>
  json.target(args.identity, "azurerm_user_assigned_identity");

/** The identities of the machines of a kind. */
const identitiesOf = (json: Elements, kind: Kind): (Element | undefined)[] =>
  (kind === "nodes" ? scaleSets(json) : json.all("azurerm_linux_virtual_machine")).map((one) =>
    identityIn(json, one),
  );

/** The scopes of the role assignments of a principal, with their roles: the name of a built-in one, or the actions of an own one. */
function grantsOf(
  json: Elements,
  identity: Element,
): { readonly scope: string; readonly role: string | string[] }[] {
  return json
    .args("azurerm_role_assignment")
    .filter(({ principal_id: id }) => id === reference(identity, "principal_id"))
    .map(({ scope, role_definition_name: name, role_definition_id: id }) => {
      const own = json.target(id, "azurerm_role_definition");
      const permissions = (own?.args.permissions ?? []) as { readonly actions: string[] }[];
      return {
        scope: textOf(scope),
        role: name === undefined ? permissions.flatMap(({ actions }) => actions) : textOf(name),
      };
    });
}

const containerOf = (json: Elements, name: string): string | undefined => {
  const found = json.all("azurerm_storage_container").find(({ args }) => args.name === name);
  return found && reference(found, "id");
};

/** A row: what the machines of a kind may do in a scope. */
function rights(
  name: string,
  source: string,
  kind: Kind,
  needed: (
    cluster: KubeadmClusterSpec,
    json: Elements,
  ) => readonly (readonly [role: string, scope: unknown])[],
): Requirement<KubeadmClusterSpec> {
  return {
    name,
    source,
    missing: (cluster, json) =>
      identitiesOf(json, kind).flatMap((identity) => {
        if (!identity) return ["an identity"];
        const grants = grantsOf(json, identity);
        return needed(cluster, json)
          .filter(
            ([role, scope]) =>
              !grants.some(
                (one) =>
                  one.scope === scope &&
                  (typeof one.role === "string" ? one.role === role : one.role.includes(role)),
              ),
          )
          .map(([role, scope]) => `${role} on ${textOf(scope)}`);
      }),
  };
}

const groupId = (json: Elements): string => reference(json.all("azurerm_resource_group")[0], "id");

/** Who must reach whom, what machines may do and what they need, in a kubeadm cluster on Azure. */
export const kubeadmAzure: readonly Requirement<KubeadmClusterSpec>[] = [
  ...pathRows(isOpen, [pathMtu("control plane"), pathMtu("nodes")]),
  {
    name: "subnets have a security group",
    source: "https://learn.microsoft.com/security/benchmark/azure/mcsb-network-security (NS-1)",
    missing: (_, json) => (securityGroups(json).includes(undefined) ? ["a security group"] : []),
  },
  {
    name: "egress of machines",
    source: "https://learn.microsoft.com/azure/nat-gateway/nat-overview",
    missing: (_, json) =>
      json
        .all("azurerm_subnet")
        .filter(
          (subnet) =>
            !natWorks(
              json,
              associated(json, "azurerm_subnet_nat_gateway_association", subnet, "nat_gateway_id"),
            ),
        )
        .map(({ name }) => name),
  },
  {
    name: "the API server has an address and a name",
    source: "https://learn.microsoft.com/azure/load-balancer/components",
    missing: (_, json) => {
      const [balancer] = json.all("azurerm_lb");
      const rule = json.args("azurerm_lb_rule").find(({ frontend_port: port }) => Number(port) === 6443);
      const pool = json.target(rule?.backend_address_pool_ids, "azurerm_lb_backend_address_pool");
      const [frontend] = (balancer?.args.frontend_ip_configuration ?? []) as Arguments[];
      const record = json
        .args("azurerm_private_dns_a_record")
        .find(({ records }) => (records as unknown[]).includes(frontend?.private_ip_address));
      const zone = json.target(record?.zone_name ?? record?.private_dns_zone_id, "azurerm_private_dns_zone");
      const members = json
        .args("azurerm_network_interface_backend_address_pool_association")
        .filter(({ backend_address_pool_id: id }) => pool && id === reference(pool, "id"))
        .map(({ network_interface_id: id }) => textOf(id));
      return [
        ...lacking({
          "a rule with a pool": pool !== undefined,
          "a check": json.target(rule?.probe_id, "azurerm_lb_probe") !== undefined,
          "a name in the network":
            zone !== undefined &&
            json
              .args("azurerm_private_dns_zone_virtual_network_link")
              .some(
                ({ private_dns_zone_name: name, virtual_network_id: id }) =>
                  name === reference(zone, "name") &&
                  json.target(id, "azurerm_virtual_network") !== undefined,
              ),
        }),
        ...interfaces(json)
          .filter((one) => !members.includes(reference(one, "id")))
          .map(({ name }) => `${name} behind it`),
      ];
    },
  },
  {
    name: "slots have their disks",
    source: "https://learn.microsoft.com/azure/virtual-machines/linux/attach-disk-portal",
    missing: (_, json) =>
      json
        .all("azurerm_linux_virtual_machine")
        .filter(
          (machine) =>
            !json
              .args("azurerm_virtual_machine_data_disk_attachment")
              .some(
                ({ virtual_machine_id: id, managed_disk_id: disk }) =>
                  id === reference(machine, "id") && json.target(disk, "azurerm_managed_disk") !== undefined,
              ),
        )
        .map(({ name }) => name),
  },
  rights(
    "the boot program of the control plane",
    "documentation of the store (docs/kubeadm.md)",
    "control plane",
    (_, json) => [
      ["Storage Blob Data Contributor", containerOf(json, "control-plane")],
      ["Storage Blob Data Contributor", containerOf(json, "node")],
      ["Storage Blob Data Reader", containerOf(json, "assets")],
    ],
  ),
  rights("the boot program of nodes", "documentation of the store (docs/kubeadm.md)", "nodes", (_, json) => [
    ["Storage Blob Data Reader", containerOf(json, "node")],
    ["Storage Blob Data Reader", containerOf(json, "assets")],
  ]),
  {
    name: "nodes do not read keys",
    source: "documentation of the store (docs/kubeadm.md)",
    missing: (_, json) =>
      identitiesOf(json, "nodes")
        .flatMap((identity) => (identity ? grantsOf(json, identity) : []))
        .filter(({ scope }) => scope !== containerOf(json, "node") && scope !== containerOf(json, "assets"))
        .map(({ scope }) => scope),
  },
  rights(
    "controllers on control-plane machines",
    "https://cloud-provider-azure.sigs.k8s.io/topics/azure-permissions/",
    "control plane",
    (cluster, json) => {
      const { autoscaler, volumes } = wants(cluster);
      const compute = "Microsoft.Compute";
      return [
        `${compute}/virtualMachineScaleSets/virtualMachines/instanceView/read`,
        "Microsoft.Network/networkInterfaces/read",
        ...(autoscaler ? [`${compute}/virtualMachineScaleSets/delete/action`] : []),
        ...(volumes
          ? [`${compute}/disks/write`, `${compute}/virtualMachineScaleSets/virtualMachines/write`]
          : []),
      ].map((action) => [action, groupId(json)] as const);
    },
  ),
  {
    name: "administrators have a binding",
    source: "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles",
    missing: ({ access }, json) => {
      const scripts = json
        .args("azurerm_virtual_machine_run_command")
        .map(({ source }) => textOf(source?.script));
      return access.admins.filter((admin) => !scripts.some((script) => script.includes(admin)));
    },
  },
  {
    name: "the apply waits for the machines",
    source: "https://learn.microsoft.com/azure/virtual-machines/linux/run-command-managed",
    missing: (_, json) =>
      json
        .all("azurerm_linux_virtual_machine")
        .filter(
          (machine) =>
            !json
              .args("azurerm_virtual_machine_run_command")
              .some(
                ({ name, virtual_machine_id: id }) => name === "ready" && id === reference(machine, "id"),
              ),
        )
        .map(({ name }) => name),
  },
  {
    name: "taints keep other pods away",
    source: "https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/",
    missing: ({ nodeGroups }, json) =>
      missingTaints(nodeGroups, json, "azurerm_linux_virtual_machine_scale_set", (args) =>
        taintsIn(args, args.custom_data ?? args.user_data),
      ),
  },
];

/** Types of resources that open a path, grant a permission or make the API server reachable. */
export const kubeadmAzureRuleTypes = [
  "azurerm_network_security_rule",
  "azurerm_network_interface_application_security_group_association",
  "azurerm_network_interface_backend_address_pool_association",
  "azurerm_subnet_network_security_group_association",
  "azurerm_subnet_nat_gateway_association",
  "azurerm_nat_gateway",
  "azurerm_nat_gateway_public_ip_association",
  "azurerm_public_ip",
  "azurerm_lb_rule",
  "azurerm_lb_probe",
  "azurerm_private_dns_a_record",
  "azurerm_private_dns_zone",
  "azurerm_private_dns_zone_virtual_network_link",
  "azurerm_role_assignment",
  "azurerm_role_definition",
  "azurerm_storage_container",
  "azurerm_virtual_machine_data_disk_attachment",
];

/** Lists inside resources, of which each item is a rule. */
export const kubeadmAzureRuleLists = ["azurerm_role_definition.permissions"];

export const kubeadmAzureRedundancies: readonly Redundancy[] = [
  {
    rule: /^azurerm_network_security_rule\.network_nodes_kubelet$/,
    containedIn: /^azurerm_network_security_rule\.network_nodes_from_control_plane$/,
    why: "with an own CNI, control-plane machines reach all ports of nodes",
  },
  {
    rule: /^azurerm_network_security_rule\.network_nodes_path_mtu$/,
    containedIn: /^azurerm_network_security_rule\.network_nodes_from_control_plane$/,
    why: "rules for all protocols contain ICMP",
  },
];
