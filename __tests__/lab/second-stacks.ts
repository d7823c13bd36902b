import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ProgramName } from "../../modules/workloads/chart";
import type { KubernetesObject } from "../workloads/helm";
import { type ApiServer, token } from "./api-server";
import type { NodeSpec } from "./nodes";

/** A node group next to the workers, whose nodes the cloud taints, and how its nodes are registered. */
export interface Case {
  readonly title: string;
  readonly platform: string;
  readonly example: string;
  readonly cluster: string;
  readonly group: object;
  readonly node: Omit<NodeSpec, "name">;

  /** Nodes that Kubernetes itself has, with their programs. */
  readonly controlPlane?: readonly ProgramName[];
  readonly programs: readonly ProgramName[];

  /** Storage of the file, for programs that need it. */
  readonly storage?: object;

  /** Programs whose values have the sizes of node groups. */
  readonly hasSizes?: readonly ProgramName[];
}

const common: readonly ProgramName[] = ["cert-manager", "external-secrets"];
const taint = { key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" };

/** The clusters of the tests. */
export const cases: readonly Case[] = [
  {
    title: "AKS",
    platform: "aks",
    example: "workloads",
    cluster: "aks",
    group: { name: "spot", machineTypes: ["Standard_D4ds_v5"], capacity: "spot", size: { min: 3, max: 9 } },
    node: { taints: [{ key: "kubernetes.azure.com/scalesetpriority", value: "spot", effect: "NoSchedule" }] },
    programs: [...common, "external-dns"],
  },
  {
    title: "GKE",
    platform: "gke",
    example: "workloads",
    cluster: "gke",
    group: { name: "arm", machineTypes: ["t2a-standard-4"], size: { min: 3, max: 9 } },
    node: {
      labels: { "kubernetes.io/arch": "arm64" },
      taints: [{ key: "kubernetes.io/arch", value: "arm64", effect: "NoSchedule" }],
    },
    programs: [...common, "external-dns"],
  },
  {
    title: "kubeadm on AWS",
    platform: "kubeadm",
    example: "kubeadm",
    cluster: "main",
    group: { name: "gpu", machineTypes: ["m7i.xlarge"], size: { min: 3, max: 9 }, taints: [taint] },
    node: { taints: [taint] },
    controlPlane: ["cluster-autoscaler"],
    storage: { snapshots: true },
    programs: [...common, "cluster-autoscaler", "metrics-server", "snapshot-controller"],
  },
  {
    title: "kubeadm on Azure",
    platform: "kubeadm",
    example: "kubeadm-azure",
    cluster: "main",
    group: {
      name: "gpu",
      machineTypes: ["Standard_D4s_v5"],
      size: { min: 3, max: 9 },
      spread: "per-zone",
      taints: [taint],
    },
    node: { taints: [taint] },
    controlPlane: ["cluster-autoscaler"],
    storage: { snapshots: true },
    programs: [...common, "cluster-autoscaler", "metrics-server", "snapshot-controller"],
  },
  {
    title: "kubeadm on Google Cloud",
    platform: "kubeadm",
    example: "kubeadm-google",
    cluster: "main",
    group: {
      name: "gpu",
      machineTypes: ["n2-standard-4"],
      size: { min: 3, max: 9 },
      spread: "per-zone",
      taints: [taint],
    },
    node: { taints: [taint] },
    hasSizes: ["cluster-autoscaler"],
    controlPlane: ["cluster-autoscaler"],
    storage: { snapshots: true },
    programs: [...common, "cluster-autoscaler", "metrics-server", "snapshot-controller"],
  },
  {
    title: "EKS",
    platform: "eks",
    example: "workloads",
    cluster: "main",
    group: { name: "gpu", machineTypes: ["m7i.xlarge"], size: { min: 3, max: 9 }, taints: [taint] },
    node: { taints: [taint] },
    programs: [
      ...common,
      "aws-load-balancer-controller",
      "cluster-autoscaler",
      "external-dns",
      "metrics-server",
    ],
  },
];

/** Programs that print the token of the administrator, in place of those that ask a cloud. */
export function writeTokenPrograms(scratch: string): void {
  const answer = JSON.stringify({
    apiVersion: "client.authentication.k8s.io/v1beta1",
    kind: "ExecCredential",
    status: { token },
  });
  mkdirSync(join(scratch, "bin"));
  // gcloud prints a token alone.
  const programs = { aws: answer, kubelogin: answer, "gke-gcloud-auth-plugin": answer, gcloud: token };
  for (const [name, printed] of Object.entries(programs)) {
    const text = `#!/bin/sh\necho '${printed}'\n`;
    writeFileSync(join(scratch, "bin", name), text, { mode: 0o755 });
  }
}

/** It has the parts of an ARN, and of the id of a resource. */
const standIn = "a:b:c:d:e/1/2/3/4/5";

/** The outputs of a stack, with texts in place of the attributes of its resources. */
export function standIns(
  outputs: Readonly<Record<string, { readonly value: unknown }>>,
): Record<string, object> {
  const text = (_: string, value: unknown) =>
    typeof value === "string" && value.includes("${") ? standIn : value;
  return Object.fromEntries(
    Object.entries(outputs).map(([name, { value }]) => [
      name,
      { value: JSON.parse(JSON.stringify(value, text)) as unknown },
    ]),
  );
}

/** Three nodes of each group, and of the control plane if the machines are the user's. Windows nodes have no taints. */
export function nodesOf({ group, node, controlPlane }: Case): NodeSpec[] {
  const three = (name: string, spec: Omit<NodeSpec, "name">): NodeSpec[] =>
    ["a", "b", "c"].map((zone) => ({
      name: `${name}-${zone}`,
      ...spec,
      labels: { "kubernetes.io/arch": "amd64", "topology.kubernetes.io/zone": zone, ...spec.labels },
    }));
  const key = "node-role.kubernetes.io/control-plane";
  return [
    ...three("workers", {}),
    ...three((group as { name: string }).name, node),
    ...three("windows", { labels: { "kubernetes.io/os": "windows" } }),
    ...(controlPlane
      ? three("control-plane", { labels: { [key]: "" }, taints: [{ key, effect: "NoSchedule" }] })
      : []),
  ];
}

/** All objects of a server, without those that its controllers write about others. */
export async function inventory(server: ApiServer): Promise<string[]> {
  const types = server
    .kubectl("api-resources", "--verbs=list", "-o", "name")
    .split("\n")
    .filter((name) => name !== "" && !/^events|^componentstatuses|^leases/.test(name));
  const list = server.kubectl("get", types.join(","), "-A", "-o", "json");
  return (JSON.parse(list) as KubernetesObject).items
    .map(({ kind, metadata }: KubernetesObject) =>
      [kind, metadata.namespace, metadata.name].filter(Boolean).join(" "),
    )
    .sort();
}
