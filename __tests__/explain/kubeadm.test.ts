import { explanationOf } from "../../modules/explain";
import type { ExplainedCluster, Explanation } from "../../modules/explain";
import { kubeadmFacts } from "../../modules/explain/kubeadm";
import { fields } from "../../modules/kubeadm/fields.generated";
import type { KubeadmClusterProps } from "../../modules/kubeadm/spec";
import { cluster, googleGroup, onAzure, onGoogle } from "../kubeadm/rule-support";
import { shippedClusters } from "../support/shipped";
import { synthesizeKubeadm } from "../support/kubeadm";

function explained(props: KubeadmClusterProps, deployment: "cdktf" | "terraform" = "cdktf"): Explanation {
  const explainedCluster = { platform: "kubeadm", ...props } as ExplainedCluster;
  return explanationOf({
    cluster: explainedCluster,
    configuration: synthesizeKubeadm(props).terraform,
    fields,
    deployment,
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

const hiddenOf = (props: KubeadmClusterProps, step: string): string =>
  explained(props)
    .steps.filter(({ name }) => name === step)
    .flatMap(({ hidden }) => hidden.map(({ text }) => text))
    .join("\n");

const tasksOf = (props: KubeadmClusterProps): string => explained(props).responsibilities.you.join("\n");

test.each([
  ["upstream", undefined, /downloads the programs from the servers of their projects/, undefined],
  ["mirror", "https://mirror.example.com", /from your mirror/, /copy the programs .* to the mirror/],
  ["store", undefined, /reads the programs from the store/, /copy the programs .* into the store/],
  ["image", undefined, /has the programs in its image/, /build images that contain the programs/],
] as const)("the texts name the source %s of programs", (source, mirror, sequence, task) => {
  const { controlPlane, nodeGroups } = cluster();
  const own = source === "image" && { image: { id: "ami-0123456789abcdef0" } };
  const props = cluster({
    controlPlane: { ...controlPlane, ...own },
    nodeGroups: nodeGroups.map((group) => ({ ...group, ...own })),
    kubeadm: { software: { source, ...(mirror && { mirror }) } },
  });
  expect(hiddenOf(props, "registration")).toMatch(sequence);
  expect(hiddenOf(props, "registration").match(/programs/g)!.length).toBeLessThanOrEqual(2);
  if (task) expect(tasksOf(props)).toMatch(task);
  else expect(tasksOf(props)).not.toMatch(/programs/);
});

test("the texts name what the machines apply, and what you install", () => {
  const bare = cluster({ kubeadm: { cloudControllerManager: false } });
  expect(hiddenOf(bare, "Kubernetes software")).toBe("kubeadm installs CoreDNS.");
  expect(tasksOf(bare)).toMatch(/^install: the network of pods, the cloud controller manager/m);

  const usual = cluster({ kubeadm: {} });
  expect(hiddenOf(usual, "Kubernetes software")).toMatch(/applies the cloud controller manager/);
  expect(hiddenOf(usual, "Kubernetes software")).not.toMatch(/manifests/);
  expect(hiddenOf(usual, "registration")).toMatch(/only when you have installed/);
  expect(tasksOf(usual)).toMatch(/^install: the network of pods/m);
  expect(tasksOf(usual)).not.toMatch(/cloud controller manager/);

  const complete = cluster();
  expect(hiddenOf(complete, "Kubernetes software")).toMatch(/applies the manifests of the folder/);
  expect(hiddenOf(complete, "registration")).toMatch(/Then the node is Ready/);
  expect(tasksOf(complete)).toMatch(
    /^keep the manifests of the cluster complete and up to date: the network/m,
  );
});

test("users do not end machines of AWS", () => {
  expect(tasksOf(cluster())).not.toMatch(/terminate/);
  expect(tasksOf(cluster())).toMatch(/instance refreshes/);
});

test.each(clouds)("on %s, steps on machines have the time of the machines", (_, props) => {
  const { steps } = explained(props);
  const timesOf = (wanted: string) => steps.find(({ name }) => name === wanted)!;
  for (const step of ["Kubernetes software", "registration"]) {
    expect(timesOf(step).start).toBeGreaterThan(timesOf("network").start);
    expect(timesOf(step).end).toBeGreaterThan(timesOf(step).start);
  }
  expect(timesOf("registration").end).toBeCloseTo(timesOf("workers").end, 0);
  expect(steps.indexOf(timesOf("registration"))).toBeGreaterThan(steps.indexOf(timesOf("network")));
});

test("commands are those of the project", () => {
  const commandsOf = (deployment: "cdktf" | "terraform") =>
    explained(cluster({ name: "shop" }), deployment).nextCommands.map(({ command }) => command);
  expect(commandsOf("cdktf").join()).toMatch(/npx cdktf deploy shop,/);
  expect(commandsOf("terraform").join()).not.toMatch(/npx cdktf /);
  expect(commandsOf("terraform").slice(0, 4)).toEqual([
    "npx cdktf-clusters export shop --out terraform --force",
    "terraform -chdir=terraform/shop init",
    "terraform -chdir=terraform/shop plan",
    "terraform -chdir=terraform/shop apply",
  ]);
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
