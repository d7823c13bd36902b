import { explanationOf } from "../../modules/explain";
import type { ExplainedCluster, Explanation } from "../../modules/explain";
import { kubeadmFacts } from "../../modules/explain/kubeadm";
import { fields } from "../../modules/kubeadm/fields.generated";
import type { KubeadmClusterProps } from "../../modules/kubeadm/spec";
import { cluster, googleGroup, onAzure, onGoogle } from "../kubeadm/rule-support";
import { shippedClusters } from "../support/shipped";
import { synthesizeKubeadm } from "../support/kubeadm";

function explained(props: KubeadmClusterProps): Explanation {
  const explainedCluster = { platform: "kubeadm", ...props } as ExplainedCluster;
  return explanationOf({
    cluster: explainedCluster,
    configuration: synthesizeKubeadm(props).terraform,
    fields,
  })!;
}

const clouds = [
  ["aws", cluster({ name: "shop" })],
  ["azure", onAzure({ name: "shop" })],
  ["google", onGoogle({ name: "shop" })],
] as const;

/** No shipped cluster has a node group over several zones on Google Cloud. */
const notShipped = ["google_compute_region_instance_group_manager"];

test.each(clouds)("the table of %s has the types of the shipped stacks only", (cloud) => {
  const types = shippedClusters()
    .filter(({ cluster: one }) => one.platform === "kubeadm" && one.cloud === cloud)
    .flatMap(({ stack }) => Object.keys(stack.terraform.resource as object));
  const known = Object.keys(kubeadmFacts(cloud)!.resources).filter((type) => !notShipped.includes(type));
  expect(known.sort()).toEqual([...new Set(types)].sort());
});

test.each(clouds)("on %s, the sequence has what the machines do, with sources", (_, props) => {
  const { steps, criticalPath } = explained(props);
  const textsOf = (step: string) =>
    steps
      .find(({ name }) => name === step)
      ?.hidden.map(({ text }) => text)
      .join();
  expect(textsOf("control plane")).toMatch(/certificate authorities.*static pods/);
  expect(textsOf("Kubernetes software")).toMatch(/CoreDNS/);
  expect(textsOf("registration")).toMatch(/proof of its identity.*Then the node is Ready/);
  for (const { source } of steps.flatMap(({ hidden }) => hidden)) expect(source).toMatch(/^https:\/\//);
  // Slots are created one after the other, before the nodes.
  const groups = criticalPath
    .map(({ address }) => address)
    .filter((one) => /_group|_manager|_run_command|_scale_set/.test(one) && !one.includes("_hook."));
  expect(groups.map((one) => /slot_\d|workers/.exec(one)?.[0]).filter(Boolean)).toEqual([
    "slot_0",
    "slot_1",
    "slot_2",
    "workers",
  ]);
});

test.each(clouds)("on %s, the bill has the machines and disks of the control plane", (_, props) => {
  const units = new Map(explained(props).billing.map(({ kind, atMinimum }) => [kind, atMinimum]));
  expect(units.get("control-plane machine")).toBe(3 * 730);
  expect(units.get("etcd disk")).toBe(3 * 20);
  expect(units.get("system disk of the control plane")).toBe(3 * 50);
});

test.each(clouds)("on %s, administrators, clients and connections are in the access", (_, props) => {
  const { access, summary } = explained(props);
  expect(access.principals.map(({ name }) => name)).toEqual(props.access.admins);
  for (const { address } of access.principals)
    expect(address).toMatch(/_object\.control_plane_|_run_command\.control_plane_administrators$/);
  expect(summary).toContain("at a private address from the machines of the cluster and 10.8.0.0/16");
  const openings = access.reachability.map(({ from, to, ports }) => `${from} → ${to}: ${ports}`);
  expect(openings.filter((one) => /TCP 2379/.test(one))).toHaveLength(1);
  expect(openings.find((one) => /TCP 2379/.test(one))).toMatch(/^control plane → control plane/);
  expect(openings).toContain("nodes → nodes: all");
  expect(openings.join()).toMatch(/10\.8\.0\.0\/16 → (load balancer|control plane): TCP 6443/);
});

test("without administrators, there are no principals", () => {
  for (const [, props] of clouds) {
    const { access } = explained({ ...props, access: { ...props.access, admins: [] } });
    expect(access.principals).toEqual([]);
  }
});

test("a network without egress has no gateway and no path to the internet", () => {
  const { picture } = explained(
    cluster({
      name: "shop",
      network: { private: true },
      kubeadm: { software: { source: "store", imageRepository: "registry.example.com" } },
    }),
  );
  expect(picture.boxes.some(({ kind }) => kind === "gateway")).toBe(false);
  expect(picture.paths.some(({ kind }) => kind === "pod-to-internet")).toBe(false);
});

test("a node group over several zones on Google Cloud is explained", () => {
  const nodeGroups = [googleGroup({ size: 3, spread: "one-group" })];
  expect(explained(onGoogle({ name: "shop", nodeGroups })).nodeGroups[0]).toMatchObject({ min: 3, surge: 3 });
});

test("a cloud without facts is not explained", () => {
  expect(kubeadmFacts("none")).toBeUndefined();
});

test("the picture of a cluster on Azure has the addresses of its slots and its gateways", () => {
  const { boxes } = explained(onAzure({ name: "shop" })).picture;
  const linesOf = (kind: string) => boxes.find((box) => box.kind === kind)?.lines ?? [];
  expect(linesOf("control-plane")).toEqual(
    expect.arrayContaining(["1: 10.0.31.240", "2: 10.0.63.240", "3: 10.0.95.240"]),
  );
  expect(linesOf("gateway")).toEqual(["3 gateways"]);
});
