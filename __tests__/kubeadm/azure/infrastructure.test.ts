import { Lb } from "@cdktf/provider-azurerm/lib/lb";
import { LbProbe } from "@cdktf/provider-azurerm/lib/lb-probe";
import { LbRule } from "@cdktf/provider-azurerm/lib/lb-rule";
import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { LinuxVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set";
import { ManagedDisk } from "@cdktf/provider-azurerm/lib/managed-disk";
import { NetworkInterface } from "@cdktf/provider-azurerm/lib/network-interface";
import { NetworkSecurityRule } from "@cdktf/provider-azurerm/lib/network-security-rule";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { VirtualMachineRunCommand } from "@cdktf/provider-azurerm/lib/virtual-machine-run-command";
import { Fn } from "cdktf";
import { administratorBinding } from "../../../modules/kubeadm/azure/administrators";
import { priorities, rulesOf } from "../../../modules/kubeadm/azure/network";
import { unusableKey } from "../../../modules/kubeadm/azure/ssh-key";
import { connectionsOf } from "../../../modules/kubeadm/network/connections";
import { synthesizeKubeadm } from "../../support/kubeadm";
import { azureAdmin, azureGroup, onAzure } from "../rule-support";

const stack = synthesizeKubeadm(onAzure({ name: "shop" }));
const slots = [0, 1, 2];
const ofSlot = (slot: number) => ({
  machine: stack.resource(LinuxVirtualMachine, `control_plane_slot_${slot}_machine`),
  card: stack.resource(NetworkInterface, `control_plane_slot_${slot}_interface`),
  disk: stack.resource(ManagedDisk, `control_plane_slot_${slot}_etcd`),
  ready: stack.resource(VirtualMachineRunCommand, `control_plane_slot_${slot}_ready`),
});

test("every reference is to an element of the stack", () => {
  const { resource, data } = stack.terraform as unknown as Record<
    string,
    Record<string, Record<string, unknown>>
  >;
  const references = [...stack.json.matchAll(/\$\{(data\.)?(azurerm_\w+)\.(\w+)\./g)];
  expect(references.length).toBeGreaterThan(100);
  const missing = references.filter(
    ([, isData, type, id]) => (isData ? data : resource)[type]?.[id] === undefined,
  );
  expect(missing.map(([text]) => text)).toEqual([]);
  const dependencies = Object.values(resource)
    .flatMap((all) => Object.values(all))
    .flatMap((one) => (one as { depends_on?: string[] }).depends_on ?? []);
  expect(
    dependencies.filter((one) => resource[one.split(".")[0]]?.[one.split(".")[1]] === undefined),
  ).toEqual([]);
});

describe.each(slots)("slot %i", (slot) => {
  const { machine, card, disk, ready } = ofSlot(slot);

  test("has a fixed address, an etcd disk and a machine in one zone", () => {
    const zone = String(slot + 1);
    expect(machine.zone).toBe(zone);
    expect(disk).toMatchObject({
      zone,
      network_access_policy: "DenyAll",
      lifecycle: { prevent_destroy: true },
    });
    expect(card.ip_configuration).toEqual([
      expect.objectContaining({
        // The last /27 of the subnet of the zone.
        private_ip_address: `10.0.${32 * slot + 31}.240`,
        private_ip_address_allocation: "Static",
        subnet_id: `\${azurerm_subnet.network_nodes_${zone}.id}`,
      }),
    ]);
    expect(card.ip_configuration[0].public_ip_address_id).toBeUndefined();
  });

  test("is replaced only on demand: Terraform would destroy all machines before it creates the first one", () => {
    expect(machine.lifecycle.ignore_changes).toEqual([
      "size",
      "source_image_id",
      "source_image_reference",
      "user_data",
      "os_disk",
      'tags["kubernetes-version"]',
    ]);
    expect(machine.tags).toMatchObject({ "kubernetes-version": "1.36.3" });
  });

  test("ends the apply when the API server works, after the slot before", () => {
    expect(ready.source.script).toContain("exit 1");
    expect(ready.source.script).toContain("cat /etc/kubernetes/pki/ca.crt");
    // The default time, and five minutes.
    expect(ready.timeouts).toEqual({ create: "25m", update: "25m" });
    const before = machine.depends_on.filter((one: string) => one.includes("_ready"));
    expect(before).toEqual(
      slot === 0 ? [] : [`azurerm_virtual_machine_run_command.control_plane_slot_${slot - 1}_ready`],
    );
    expect(ready.depends_on).toEqual([
      `azurerm_virtual_machine_data_disk_attachment.control_plane_slot_${slot}_attachment`,
    ]);
  });
});

test("machines start after their network, their permissions and the store", () => {
  const { resource } = stack.terraform as unknown as Record<string, Record<string, object>>;
  const namesOf = (type: string, filter = /./) =>
    Object.keys(resource[type])
      .filter((name) => filter.test(name))
      .map((name) => `${type}.${name}`);
  const network = [
    ...namesOf("azurerm_network_security_rule"),
    ...namesOf("azurerm_subnet_network_security_group_association"),
    ...namesOf("azurerm_subnet_nat_gateway_association"),
    ...namesOf("azurerm_nat_gateway_public_ip_association"),
    ...namesOf("azurerm_storage_container"),
  ];
  const { depends_on: first } = ofSlot(0).machine;
  expect(first).toEqual(
    expect.arrayContaining([...network, ...namesOf("azurerm_role_assignment", /^(?!.*workers)/)]),
  );
  const sets = Object.values(stack.resources(LinuxVirtualMachineScaleSet));
  expect(sets).toHaveLength(3);
  for (const { depends_on } of sets) {
    expect(depends_on).toEqual(
      expect.arrayContaining([
        ...network,
        ...namesOf("azurerm_role_assignment", /workers/),
        ...namesOf("azurerm_virtual_machine_run_command", /_ready$/),
        ...namesOf("azurerm_lb_rule"),
        ...namesOf("azurerm_private_dns_a_record"),
        ...namesOf("azurerm_private_dns_zone_virtual_network_link"),
      ]),
    );
  }
});

const covers = (port: number) =>
  Object.values(stack.resources(NetworkSecurityRule)).filter(
    ({ access, protocol, destination_port_range: range }) => {
      const [from, to = from] = range === "*" ? [0, 65_535] : range.split("-").map(Number);
      return access === "Allow" && ["Tcp", "*"].includes(protocol) && from <= port && port <= to;
    },
  );

test("only control-plane machines reach etcd, nothing accepts SSH, and the last rule denies everything", () => {
  const controlPlane = ["${azurerm_application_security_group.network_control_plane.id}"];
  const nodes = ["${azurerm_application_security_group.network_node_group.id}"];
  for (const port of [2379, 2380]) {
    const reaching = covers(port).filter(
      ({ destination_application_security_group_ids: to }) => to[0] === controlPlane[0],
    );
    expect(reaching.map((one) => one.source_application_security_group_ids)).toEqual([controlPlane]);
  }
  expect(
    covers(22).map((one) => [
      one.source_application_security_group_ids,
      one.destination_application_security_group_ids,
    ]),
  ).toEqual([[nodes, nodes]]);
  expect(stack.resource(NetworkSecurityRule, "network_deny_others")).toMatchObject({
    access: "Deny",
    priority: 4096,
    protocol: "*",
    source_address_prefix: "*",
    destination_address_prefix: "*",
  });
  expect(stack.json).not.toContain("0.0.0.0/0");
});

test("each connection of the table has a rule, unless the cloud allows it in any case", () => {
  for (const cni of ["cilium", "calico", "none"] as const) {
    const podNetwork = { cni, hubbleRelay: cni === "cilium" };
    const rules = rulesOf(podNetwork);
    const missing = connectionsOf(podNetwork)
      .filter(([id]) => !rules.some(([rule]) => rule === id))
      .map(([id]) => id);
    expect(missing).toEqual([
      "load_balancer_to_control_plane",
      // The same as from the control plane to its load balancer.
      "control_plane_api_server",
      "control_plane_to_anywhere",
      "nodes_to_anywhere",
    ]);
    for (const [id] of rules) expect(priorities).toHaveProperty(id);
  }
});

test("each priority is used once, and is one of Azure", () => {
  const all = Object.values(priorities);
  expect(new Set(all).size).toBe(all.length);
  for (const priority of all) {
    expect(priority).toBeGreaterThanOrEqual(100);
    expect(priority).toBeLessThan(4096);
  }
  const shown = Object.values(stack.resources(NetworkSecurityRule)).map(({ priority }) => priority);
  expect(new Set(shown).size).toBe(shown.length);
});

test("without clients, no rule is for addresses outside of the network", () => {
  const closed = synthesizeKubeadm(onAzure({ name: "shop", access: { admins: [] } }));
  const ids = Object.keys(closed.resources(NetworkSecurityRule));
  expect(ids).not.toContain("network_load_balancer_from_clients");
  expect(ids).toHaveLength(Object.keys(stack.resources(NetworkSecurityRule)).length - 1);
});

test("the load balancer has an internal address before those of the slots, and asks /readyz", () => {
  const [frontend] = stack.resource(Lb).frontend_ip_configuration;
  expect(frontend).toMatchObject({ private_ip_address: "10.0.31.239", zones: ["1", "2", "3"] });
  expect(frontend.public_ip_address_id).toBeUndefined();
  expect(stack.resource(LbProbe)).toMatchObject({ protocol: "Https", port: 6443, request_path: "/readyz" });
  expect(stack.resource(LbRule)).toMatchObject({ frontend_port: 6443, backend_port: 6443 });
});

test("the store is private and has versions, and only the control plane reads keys", () => {
  expect(stack.resource(StorageAccount)).toMatchObject({
    shared_access_key_enabled: false,
    allow_nested_items_to_be_public: false,
    min_tls_version: "TLS1_2",
    blob_properties: { versioning_enabled: true },
    lifecycle: { prevent_destroy: true },
  });
  for (const { container_access_type: type } of Object.values(stack.resources(StorageContainer))) {
    expect(type).toBe("private");
  }
  const grants = Object.values(stack.resources(RoleAssignment));
  const ofWorkers = grants.filter(({ principal_id: id }) => id.includes("identity_workers"));
  expect(
    ofWorkers.map(({ role_definition_name: role, scope }) => [role, scope.split(".")[1]]).sort(),
  ).toEqual([
    ["Storage Blob Data Reader", "control_plane_store_assets"],
    ["Storage Blob Data Reader", "control_plane_store_node"],
  ]);
  // The control plane reads programs, and does not write them.
  const ofAssets = grants.filter(({ scope }) => scope.includes("store_assets"));
  expect(new Set(ofAssets.map(({ role_definition_name: role }) => role))).toEqual(
    new Set(["Storage Blob Data Reader"]),
  );
});

test("permissions have the scope of the resource group, and no wildcard", () => {
  const all = Object.values(stack.resources(RoleDefinition));
  expect(all).toHaveLength(3);
  for (const { scope, permissions, assignable_scopes: scopes } of all) {
    expect(scope).toBe("${azurerm_resource_group.resource_group.id}");
    expect(scopes).toEqual([scope]);
    for (const action of permissions[0].actions) expect(action).not.toContain("*");
  }
});

test("user data is for cloud-init, within the limit, and machines have no password and a key without a private key", () => {
  const machines = [
    ...Object.values(stack.resources(LinuxVirtualMachine)),
    ...Object.values(stack.resources(LinuxVirtualMachineScaleSet)),
  ];
  expect(machines).toHaveLength(6);
  for (const machine of machines) {
    expect(machine.user_data).toMatch(/^\$\{base64gzip\("#cloud-config/);
    expect(machine.user_data.length).toBeLessThan(65_536);
    expect(machine).toMatchObject({
      disable_password_authentication: true,
      admin_ssh_key: [{ public_key: unusableKey }],
    });
  }
});

test("a pool waits for its nodes, repairs them and adds new machines first", () => {
  const pool = stack.resource(LinuxVirtualMachineScaleSet, "node_groups_workers_1");
  expect(pool).toMatchObject({
    sku: "Standard_D4s_v5",
    zones: ["1"],
    upgrade_mode: "Rolling",
    automatic_instance_repair: { enabled: true, action: "Replace" },
    termination_notification: { enabled: true, timeout: "PT15M" },
    rolling_upgrade_policy: { maximum_surge_instances_enabled: true, max_batch_instance_percent: 10 },
    lifecycle: { ignore_changes: ["instances"] },
  });
  expect(pool.extension.map(({ name }: { name: string }) => name)).toEqual(["ready", "health"]);
  const { script } = JSON.parse(pool.extension[0].settings) as { script: string };
  expect(Buffer.from(script, "base64").toString()).toMatch(/seq 180.*exit 1$/s);
  expect(pool.tags).toMatchObject({
    "cluster-autoscaler-enabled": "true",
    "cluster-autoscaler-name": "shop",
    min: "1",
    max: "4",
  });
});

test("other pools: spot, without repair, of a fixed size over all zones", () => {
  const nodeGroups = [
    azureGroup({ size: 3, spread: "one-group", repair: false, upgrade: { maxUnavailable: 3 } }),
    azureGroup({ name: "spot", size: 2, capacity: "spot", spread: "one-group" }),
  ];
  const other = synthesizeKubeadm(
    onAzure({ nodeGroups, network: { nat: "single" }, autoscaling: "none", storage: { block: false } }),
  );
  const pool = other.resource(LinuxVirtualMachineScaleSet, "node_groups_workers_group");
  expect(pool).toMatchObject({
    instances: 3,
    zones: ["1", "2", "3"],
    zone_balance: true,
    rolling_upgrade_policy: { max_batch_instance_percent: 100 },
  });
  expect(pool.automatic_instance_repair).toMatchObject({ enabled: false });
  expect(pool.tags?.["cluster-autoscaler-enabled"]).toBeUndefined();
  const spot = other.resource(LinuxVirtualMachineScaleSet, "node_groups_spot_group");
  expect(spot).toMatchObject({ priority: "Spot", eviction_policy: "Delete" });
  expect(spot.termination_notification).toBeUndefined();
  // Only the reader of machines.
  expect(Object.keys(other.resources(RoleDefinition))).toEqual(["identity_machine_reader_role"]);
});

test("with one subnet for all zones, slots have consecutive addresses in its last /27", () => {
  const { output } = synthesizeKubeadm(onAzure({ name: "shop", network: { nat: "single" } })).terraform;
  expect(output.control_plane_addresses.value).toEqual({
    "shop-control-plane-0": "10.0.127.240",
    "shop-control-plane-1": "10.0.127.241",
    "shop-control-plane-2": "10.0.127.242",
  });
});

test("administrators are people, groups and service principals by their object ids", () => {
  const { subjects } = administratorBinding([azureAdmin.toUpperCase()]) as { subjects: object[] };
  expect(subjects).toEqual(
    ["User", "Group"].map((kind) => ({
      apiGroup: "rbac.authorization.k8s.io",
      kind,
      name: `azure:${azureAdmin}`,
    })),
  );
});

test("administrators can be tokens, whose values Terraform writes in lower case", () => {
  const admins = [Fn.trimspace("${var.Admin}")];
  const { source } = synthesizeKubeadm(onAzure({ access: { admins } })).resource(
    VirtualMachineRunCommand,
    "control_plane_administrators",
  );
  expect(source.script).toContain('${jsonencode("azure:${lower("${trimspace(');
});

test("a machine applies the list of administrators after all slots work", () => {
  const { source, depends_on } = stack.resource(VirtualMachineRunCommand, "control_plane_administrators");
  expect(source.script).toContain(`azure:${azureAdmin}`);
  expect(depends_on).toEqual(
    slots.map((slot) => `azurerm_virtual_machine_run_command.control_plane_slot_${slot}_ready`),
  );
});

test("the output has the commands that replace the slots, each after a check of all members", () => {
  const commands = stack.terraform.output.replacement_commands.value as string[];
  expect(commands).toHaveLength(3 * 4 + 2);
  const check =
    "kubectl wait --for=condition=Ready --timeout=10m node shop-control-plane-0 shop-control-plane-1 shop-control-plane-2 && " +
    "kubectl -n kube-system wait --for=condition=Ready --timeout=10m pod etcd-shop-control-plane-0 etcd-shop-control-plane-1 etcd-shop-control-plane-2 && " +
    "kubectl get --raw /readyz/etcd";
  slots.forEach((slot) => {
    expect(commands.slice(4 * slot, 4 * slot + 4)).toEqual([
      check,
      `kubectl drain shop-control-plane-${slot} --ignore-daemonsets --delete-emptydir-data --timeout=10m`,
      `terraform apply -replace=azurerm_linux_virtual_machine.control_plane_slot_${slot}_machine -target=azurerm_virtual_machine_run_command.control_plane_slot_${slot}_ready`,
      `kubectl uncordon shop-control-plane-${slot}`,
    ]);
    expect(stack.resources(LinuxVirtualMachine)).toHaveProperty(`control_plane_slot_${slot}_machine`);
  });
  expect(commands.slice(-2)).toEqual([check, "terraform apply"]);
});

test("nodes get a version of Kubernetes only after all control-plane machines have it", () => {
  for (const { lifecycle } of Object.values(stack.resources(LinuxVirtualMachineScaleSet))) {
    expect(lifecycle.precondition).toEqual([
      {
        condition: `\${alltrue([${slots
          .map(
            (slot) =>
              `try(azurerm_linux_virtual_machine.control_plane_slot_${slot}_machine.tags["kubernetes-version"], "") == "1.36.3"`,
          )
          .join(", ")}])}`,
        error_message: expect.stringContaining("replacement_commands"),
      },
    ]);
  }
});
