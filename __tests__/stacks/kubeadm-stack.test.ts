import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shipped } from "../support/shipped";
import { synthesizeKubeadm } from "../support/kubeadm";

const { clusters } = shipped("examples");
const example = (name: string) => clusters.find((one) => one.name === name)!.stack;

test.each([
  "kubeadm-main",
  "kubeadm-private-vault",
  "kubeadm-development-lab",
  "kubeadm-azure-main",
  "kubeadm-google-main",
])("the addresses of %s are those of the golden list", (name) => {
  const golden = join(__dirname, "golden", `${name}.addresses.txt`);
  const { addresses } = example(name);
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden, addresses.join("\n") + "\n");
  expect(addresses).toEqual(readFileSync(golden, "utf8").trimEnd().split("\n"));
});

test("the outputs are those of all platforms, and some of kubeadm clusters", () => {
  const { output } = synthesizeKubeadm().terraform;
  expect(Object.keys(output).sort()).toEqual([
    "account",
    "cluster_ca_certificate",
    "cluster_endpoint",
    "cluster_name",
    "control_plane_addresses",
    "emergency_kubeconfig_command",
    "kubeconfig_command",
    "kubernetes_version",
    "log_command",
    "network_id",
    "node_groups",
    "node_subnet_ids",
    "oidc_issuer_url",
    "storage_manifests",
    "store_name",
  ]);
  expect(output.cluster_endpoint.value).toBe("https://api.shop.internal:6443");
  expect(output.control_plane_addresses.value).toEqual({
    "shop-control-plane-0": "10.0.0.16",
    "shop-control-plane-1": "10.0.32.16",
    "shop-control-plane-2": "10.0.64.16",
  });
});

test("the state has no secret: no key, token or certificate is an argument", () => {
  const { json } = synthesizeKubeadm();
  expect(json).not.toMatch(/tls_private_key|random_password|BEGIN [A-Z ]*PRIVATE KEY/);
});

test("ten workers over three zones are 4, 3 and 3", () => {
  const groups = Object.entries(example("kubeadm-main").terraform.resource.aws_autoscaling_group);
  const workers = groups.filter(([name]) => name.startsWith("node_groups_"));
  expect(workers.map(([, group]) => (group as { desired_capacity: number }).desired_capacity)).toEqual([
    4, 3, 3,
  ]);
});

test.each([
  ["kubeadm-main", "aws_s3_object", /^aws_s3_bucket_/],
  ["kubeadm-google-main", "google_storage_bucket_object", /^google_storage_bucket_iam_/],
])("%s writes objects after all settings of their bucket", (name, type, settingTypes) => {
  const { resource } = example(name).terraform;
  const settings = Object.entries(resource)
    .filter(([one]) => settingTypes.test(one))
    .flatMap(([one, all]) => Object.keys(all as object).map((id) => `${one}.${id}`));
  const objects = Object.values(resource[type]) as { depends_on?: string[] }[];
  expect(settings.length).toBeGreaterThan(4);
  expect(objects.length).toBeGreaterThan(0);
  for (const object of objects) expect(object.depends_on).toEqual(expect.arrayContaining(settings));
});
