import { join } from "node:path";
import { type Document } from "yaml";
import { type CloudEdit, inPlace, refused, removal, replaced, rolling } from "../../support/cloud-edits";
import { ClusterDocument } from "../../support/edits";
import { documentOf, unprotect } from "../../support/environments";
import { exampleDirectory } from "../../support/synthesis";

const scaleSet = (of: string) => `azurerm_linux_virtual_machine_scale_set.node_groups_${of}`;
const group = "azurerm_resource_group.resource_group";
const batch = scaleSet("batch_group");
const clients = "azurerm_network_security_rule.network_load_balancer_from_clients";

type Plan = Readonly<Record<string, string>>;

const all = (addresses: readonly string[], action: string): Plan =>
  Object.fromEntries(addresses.map((address) => [address, action]));
const inZones = (of: string, action: string) =>
  all(
    ["1", "2", "3"].map((zone) => scaleSet(`${of}_${zone}`)),
    action,
  );
const workers = inZones("workers", "update");

/**
 * The reference cluster of kubeadm on Azure with a second node group, and an edit. It has no protection, so that it can be destroyed.
 *
 * @param change - edits the file
 */
export function editedKubeadmOnAzure(change: (cluster: ClusterDocument) => void): Document {
  const document = documentOf(join(exampleDirectory, "kubeadm-azure.yaml"), "kubeadm");
  unprotect(document);
  const edited = new ClusterDocument(document);
  // With a gateway in each zone, a group over several zones is refused: a scale set has one subnet.
  edited.set("network.nat", "single");
  edited.set("nodeGroups.1", {
    name: "batch",
    machineTypes: ["Standard_D4s_v5"],
    size: 3,
    taints: [{ key: "batch", effect: "NoSchedule" }],
  });
  change(edited);
  return document;
}

/** The edits of {@link editedKubeadmOnAzure}, which the deploy test applies, and `compare` predicts. */
export const KUBEADM_AZURE_EDITS: readonly CloudEdit[] = [
  // The command has a name for each script.
  replaced(
    "another administrator",
    (one) => one.set("access.admins", ["99999999-2222-3333-4444-555555555555"]),
    {
      "azurerm_virtual_machine_run_command.control_plane_administrators": "replaced, destroy before create",
    },
  ),
  inPlace("another range of clients", (one) => one.set("access.privateFrom.1", "10.9.0.0/16"), {
    [clients]: "update",
  }),
  inPlace("longer retention of backups", (one) => one.set("controlPlane.etcd.retentionDays", 60), {
    "azurerm_storage_management_policy.control_plane_store_retention": "update",
  }),
  inPlace("a larger range of nodes", (one) => one.set("nodeGroups.0.size", { min: 10, max: 24 }), workers),
  inPlace(
    "more time for control-plane machines, for which the command runs again",
    (one) => one.set("controlPlane.timeoutMinutes", 40),
    all(
      [0, 1, 2].map((slot) => `azurerm_virtual_machine_run_command.control_plane_slot_${slot}_ready`),
      "update",
    ),
  ),
  inPlace(
    "another node group",
    (one) => one.set("nodeGroups.2", { name: "extra", machineTypes: ["Standard_D4s_v5"], size: 3 }),
    { [scaleSet("extra_group")]: "create" },
  ),
  // Terraform ignores what reaches a machine of the control plane only when it is replaced.
  inPlace(
    "other machines of the control plane, which commands replace",
    (one) => one.set("controlPlane.machineType", "Standard_D4s_v5"),
    {},
  ),
  rolling("a label of nodes", (one) => one.set("nodeGroups.0.labels.team", "shop"), workers),
  rolling(
    "other machines of nodes",
    (one) => one.set("nodeGroups.0.machineTypes", ["Standard_D8s_v5"]),
    workers,
  ),
  rolling("a larger disk of nodes", (one) => one.set("nodeGroups.0.disk.sizeGiB", 200), workers),
  replaced("spot machines", (one) => one.set("nodeGroups.1.capacity", "spot"), {
    [batch]: "replaced, destroy before create",
  }),
  replaced("a node group with another name", (one) => one.set("nodeGroups.1.name", "jobs"), {
    [batch]: "delete",
    [scaleSet("jobs_group")]: "create",
  }),
  replaced("a node group in each zone", (one) => one.set("nodeGroups.1.spread", "per-zone"), {
    [batch]: "delete",
    ...inZones("batch", "create"),
  }),
  refused(
    "another region, with protection",
    (one) => {
      one.set("protection", true);
      one.set("region", "northeurope");
    },
    [group],
  ),
  refused(
    "another name, with protection",
    (one) => {
      one.set("protection", true);
      one.set("name", "other");
    },
    [group],
  ),
  {
    kind: "refused",
    title: "the next Kubernetes version, until commands have replaced the machines of the control plane",
    change: (one) => one.set("kubernetesVersion", "1.36.3"),
    refused: /control-plane\s+machines\s+are\s+replaced\s+first/,
  },
  removal("labels of nodes", (one) => one.remove("nodeGroups.0.labels"), workers),
  removal("taints of nodes", (one) => one.remove("nodeGroups.1.taints"), { [batch]: "update" }),
  removal("repair of nodes", (one) => one.set("nodeGroups.1.repair", false), { [batch]: "update" }),
  removal("clients", (one) => one.remove("access.privateFrom"), { [clients]: "delete" }),
  removal("block volumes", (one) => one.set("storage.block", false), {
    "azurerm_role_assignment.storage_block_driver": "delete",
    "azurerm_role_definition.storage_block_driver_role": "delete",
  }),
];
