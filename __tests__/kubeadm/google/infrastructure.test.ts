import { ComputeFirewall } from "@cdktf/provider-google/lib/compute-firewall";
import { ComputeForwardingRule } from "@cdktf/provider-google/lib/compute-forwarding-rule";
import { ComputeInstanceGroupManager } from "@cdktf/provider-google/lib/compute-instance-group-manager";
import { ComputeInstanceTemplate } from "@cdktf/provider-google/lib/compute-instance-template";
import { ComputeRegionBackendService } from "@cdktf/provider-google/lib/compute-region-backend-service";
import { ComputeRegionHealthCheck } from "@cdktf/provider-google/lib/compute-region-health-check";
import { ComputeRegionInstanceGroupManager } from "@cdktf/provider-google/lib/compute-region-instance-group-manager";
import { StorageBucket } from "@cdktf/provider-google/lib/storage-bucket";
import { StorageBucketIamBinding } from "@cdktf/provider-google/lib/storage-bucket-iam-binding";
import { StorageBucketIamMember } from "@cdktf/provider-google/lib/storage-bucket-iam-member";
import { administratorBinding } from "../../../modules/kubeadm/google/administrators";
import { rulesOf } from "../../../modules/kubeadm/google/firewall";
import { connectionsOf } from "../../../modules/kubeadm/network/connections";
import { synthesizeKubeadm } from "../../support/kubeadm";
import { googleGroup, onGoogle } from "../rule-support";

const stack = synthesizeKubeadm(onGoogle({ name: "shop" }));
const slots = [0, 1, 2];
const group = (slot: number) =>
  stack.resource(ComputeInstanceGroupManager, `control_plane_slot_${slot}_group`);
const template = (slot: number) =>
  stack.resource(ComputeInstanceTemplate, `control_plane_slot_${slot}_instance_template`);

test("every reference is to an element of the stack", () => {
  const { resource, data } = stack.terraform as unknown as Record<
    string,
    Record<string, Record<string, unknown>>
  >;
  const references = [...stack.json.matchAll(/\$\{(data\.)?(google_\w+)\.(\w+)\./g)];
  expect(references.length).toBeGreaterThan(50);
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
  test("has one machine, whose address and disk stay, and ends the old one first", () => {
    expect(group(slot)).toMatchObject({
      target_size: 1,
      zone: `europe-west1-${"bcd"[slot]}`,
      stateful_disk: [{ device_name: "etcd", delete_rule: "NEVER" }],
      stateful_internal_ip: [{ interface_name: "nic0", delete_rule: "NEVER" }],
      update_policy: { replacement_method: "RECREATE", max_surge_fixed: 0, max_unavailable_fixed: 1 },
    });
    expect(template(slot)).toMatchObject({
      network_interface: [
        { network_ip: `\${google_compute_address.control_plane_slot_${slot}_address.address}` },
      ],
    });
    expect(template(slot).network_interface[0].access_config).toBeUndefined();
    expect(template(slot).disk[1]).toEqual({
      auto_delete: false,
      boot: false,
      device_name: "etcd",
      mode: "READ_WRITE",
      source: `\${google_compute_disk.control_plane_slot_${slot}_etcd.name}`,
    });
  });

  test("ends the apply when the API server works, after the slot before", () => {
    expect(group(slot)).toMatchObject({ wait_for_instances: true, wait_for_instances_status: "UPDATED" });
    const after = group(slot).depends_on.filter((one: string) => one.includes("instance_group_manager"));
    expect(after).toEqual(
      slot === 0 ? [] : [`google_compute_instance_group_manager.control_plane_slot_${slot - 1}_group`],
    );
    // Terraform waits no longer than the group does before a repair.
    expect(group(slot).timeouts.create).toBe(`${group(slot).auto_healing_policies.initial_delay_sec / 60}m`);
  });
});

test("only control-plane machines reach etcd, nothing accepts SSH, and no rule is for all addresses", () => {
  const rules = Object.entries(stack.resources(ComputeFirewall));
  const covers = (port: number) =>
    rules.filter(([, { allow }]) =>
      allow.some(({ protocol, ports = ["0-65535"] }: { protocol: string; ports?: string[] }) => {
        const [from, to = from] = ports[0].split("-").map(Number);
        return ["tcp", "all"].includes(protocol) && from <= port && port <= to;
      }),
    );
  const nodes = "${google_service_account.identity_workers_account.email}";
  const controlPlane = "${google_service_account.identity_control_plane_account.email}";
  for (const port of [2379, 2380]) {
    const reaching = covers(port).filter(([, one]) => one.target_service_accounts.includes(controlPlane));
    expect(reaching.map(([, one]) => one.source_service_accounts)).toEqual([[controlPlane]]);
  }
  expect(covers(22).map(([, one]) => [one.source_service_accounts, one.target_service_accounts])).toEqual([
    [[nodes], [nodes]],
  ]);
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
      "control_plane_path_mtu",
      "nodes_path_mtu",
      "control_plane_to_anywhere",
      "nodes_to_anywhere",
    ]);
  }
});

test("the load balancer has the port of the machines, and asks /readyz", () => {
  expect(stack.resource(ComputeForwardingRule)).toMatchObject({
    ports: ["6443"],
    load_balancing_scheme: "INTERNAL",
    ip_protocol: "TCP",
  });
  expect(stack.resource(ComputeRegionHealthCheck).https_health_check).toEqual({
    port: 6443,
    request_path: "/readyz",
  });
  expect(stack.resource(ComputeRegionBackendService).backend).toHaveLength(3);
});

test("the store is private and has versions, and only the control plane reads keys", () => {
  expect(stack.resource(StorageBucket)).toMatchObject({
    uniform_bucket_level_access: true,
    public_access_prevention: "enforced",
    versioning: { enabled: true },
    name: "shop-europe-west1-${data.google_project.project_project.number}",
  });
  const members = stack.resources(StorageBucketIamMember);
  const ofWorkers = Object.values(members).filter(({ member }) => member.includes("workers_account"));
  expect(ofWorkers).toHaveLength(1);
  const { role, condition } = ofWorkers[0];
  expect(role).toBe("roles/storage.objectViewer");
  expect([...condition.expression.matchAll(/objects\/([\w/]+)"/g)].map((found) => found[1])).toEqual([
    "node/",
    "assets/",
  ]);
});

test("the roles that a new bucket gives editors and viewers of the project have owners only", () => {
  const bindings = Object.values(stack.resources(StorageBucketIamBinding));
  expect(bindings.map(({ role }) => role).toSorted()).toEqual([
    "roles/storage.legacyBucketOwner",
    "roles/storage.legacyBucketReader",
    "roles/storage.legacyObjectOwner",
    "roles/storage.legacyObjectReader",
  ]);
  for (const { members } of bindings) {
    expect(members).toEqual([expect.stringMatching(/^projectOwner:/)]);
  }
});

test.each([
  ["n2-standard-4", "MIGRATE"],
  ["n1-standard-4", "MIGRATE"],
  ["z3-highmem-14-standardlssd", "MIGRATE"],
  ["a2-highgpu-1g", "TERMINATE"],
  ["g2-standard-4", "TERMINATE"],
  ["ct5lp-hightpu-4t", "TERMINATE"],
  ["h3-standard-88", "TERMINATE"],
  ["h4d-standard-192", "TERMINATE"],
  ["c3-standard-192-metal", "TERMINATE"],
  ["z3-highmem-88-highlssd", "TERMINATE"],
])("nodes of type %s have the maintenance policy %s", (machineType, policy) => {
  const nodeGroups = [googleGroup({ machineTypes: [machineType] })];
  const { scheduling } = synthesizeKubeadm(onGoogle({ nodeGroups })).resource(
    ComputeInstanceTemplate,
    "node_groups_workers_instance_template",
  );
  expect(scheduling).toMatchObject({ on_host_maintenance: policy });
});

test("names of buckets do not contain that of Google", () => {
  const { name } = synthesizeKubeadm(onGoogle({ name: "google-shop" })).resource(StorageBucket);
  expect(name).toMatch(/^kubeadm-[0-9a-f]{8}-europe-west1-\$\{data\.google_project/);
});

test("user data is for cloud-init, within the limit, and there are no keys for SSH", () => {
  for (const { metadata } of Object.values(stack.resources(ComputeInstanceTemplate))) {
    expect(metadata["user-data"]).toMatch(/^\$\{base64gzip\("#cloud-config/);
    expect(metadata["user-data"].length).toBeLessThan(262_144);
    expect(metadata).toMatchObject({ "user-data-encoding": "base64", "block-project-ssh-keys": "TRUE" });
  }
});

test("a group over all zones is regional, and adds at least a machine in each zone during an update", () => {
  const nodeGroups = [googleGroup({ size: 3, spread: "one-group", capacity: "spot", repair: false })];
  const regional = synthesizeKubeadm(onGoogle({ nodeGroups, protection: false }));
  expect(regional.resource(ComputeRegionInstanceGroupManager)).toMatchObject({
    distribution_policy_zones: ["europe-west1-b", "europe-west1-c", "europe-west1-d"],
    target_size: 3,
    update_policy: { max_surge_fixed: 3, max_unavailable_fixed: 0 },
    instance_lifecycle_policy: { default_action_on_failure: "DO_NOTHING" },
    wait_for_instances_status: "STABLE",
  });
  const { scheduling } = regional.resource(ComputeInstanceTemplate, "node_groups_workers_instance_template");
  expect(scheduling).toMatchObject({ provisioning_model: "SPOT", preemptible: true });
});

test("Terraform removes the kind of an administrator that only it knows", () => {
  const { resource } = synthesizeKubeadm(
    onGoogle({ access: { admins: ["${google_service_account.ci.member}"] } }),
  ).terraform;
  const { content } = resource.google_storage_bucket_object.control_plane_administrators as {
    content: string;
  };
  expect(content).toContain(
    '${jsonencode("google:${replace("${google_service_account.ci.member}", "/^[A-Za-z]+:/", "")}")}',
  );
});

test("administrators are the users whose tokens the API server reads", () => {
  const { subjects } = administratorBinding(["user:ann@example.com", "serviceAccount:ci@shop.test"]) as {
    subjects: object[];
  };
  expect(subjects).toEqual(
    ["google:ann@example.com", "google:ci@shop.test"].map((name) => ({
      apiGroup: "rbac.authorization.k8s.io",
      kind: "User",
      name,
    })),
  );
});
