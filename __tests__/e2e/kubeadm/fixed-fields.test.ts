import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KubeadmClusterProps } from "../../../modules/kubeadm/spec";
import { synthesizeKubeadm } from "../../support/kubeadm";
import type { Arguments } from "../../support/synthesized";
import { run } from "../support/run";

/** The record of fixed fields needs no provider and no cloud: Terraform creates it, and plans the cluster with other values. */

let folder: string;
const terraform = (...args: string[]) =>
  run("terraform", [...args, "-no-color"], { cwd: folder, accept: [0, 1] });

/** Writes only the record of a cluster. */
function write(props: Partial<KubeadmClusterProps>): void {
  const { terraform_data } = synthesizeKubeadm({ protection: false, ...props }).terraform
    .resource as Arguments;
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ resource: { terraform_data } }));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fixed-fields-"));
  write({});
  await terraform("init");
  expect((await terraform("apply", "-auto-approve")).code).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true }));

test("the same values, also written, change nothing", async () => {
  write({ network: { podCidr: "100.64.0.0/14", cni: "cilium" } });
  expect((await terraform("plan")).output).toContain("No changes.");
});

test.each<[string, Partial<KubeadmClusterProps>, string]>([
  ["network.podCidr", { network: { podCidr: "10.128.0.0/12" } }, "the addresses of pods cannot change"],
  [
    "network.serviceCidr",
    { network: { serviceCidr: "172.24.0.0/16" } },
    "the addresses of services cannot change",
  ],
  ["network.cni", { network: { cni: "none" } }, "pods keep the network that they started with"],
  ["network.cidr", { network: { cidr: "10.70.0.0/16" } }, "it would replace the network and the cluster"],
  ["region", { region: "eu-west-1" }, "it would replace the cluster"],
])("the plan fails with another %s, without protection", async (field, props, reason) => {
  write(props);
  const { code, output } = await terraform("plan");
  expect(code).toBe(1);
  expect(output.replace(/\s+/g, " ")).toContain(`${field}: ${reason}. The cluster was created with`);
});

test("a field that a later version adds is recorded in the first apply, and the others keep their values", async () => {
  const later = (network: KubeadmClusterProps["network"], cni: string) => {
    write({ network });
    const file = join(folder, "main.tf.json");
    const written = JSON.parse(readFileSync(file, "utf8")) as { resource: { terraform_data: Arguments } };
    const text = JSON.stringify(written.resource.terraform_data.fixed_fields_network_cni);
    written.resource.terraform_data.added = JSON.parse(
      text.replaceAll("network.cni", "added").replaceAll(/cilium|calico/g, cni),
    );
    writeFileSync(file, JSON.stringify(written));
  };
  later({}, "first");
  expect((await terraform("apply", "-auto-approve")).code).toBe(0);
  later({}, "second");
  expect((await terraform("plan")).output).toMatch(/created\s+with first, and cannot change to\s+second/);
  later({ cni: "calico" }, "first");
  expect((await terraform("plan")).output).toMatch(/network\.cni: .*created\s+with cilium/s);
});

test("a destroy is not refused", async () => {
  write({ network: { cni: "none" } });
  expect((await terraform("destroy", "-auto-approve")).code).toBe(0);
});
