import type { PlatformClusterSpec } from "../../modules/environment";
import { createWorkloadsStack } from "../../stacks";
import { full as eksPrograms, karpenter } from "../eks/workloads/clusters";
import { azurePrograms, full as kubeadmPrograms, googlePrograms } from "../kubeadm/workloads/clusters";
import { shippedClusters } from "../support/shipped";
import { Synthesized } from "../support/synthesized";
import { helmSchema, wrongArguments } from "../workloads/helm-schema";

/** The second stacks against the recorded arguments of the Helm provider, which most machines do not have. */
const clusters: readonly PlatformClusterSpec[] = [
  ...shippedClusters().flatMap(({ cluster }) => (cluster.workloads === undefined ? [] : [cluster])),
  { platform: "eks", ...eksPrograms, name: "eks-all" },
  { platform: "eks", ...karpenter, name: "eks-karpenter" },
  { platform: "kubeadm", ...kubeadmPrograms, name: "kubeadm-aws" },
  { platform: "kubeadm", ...azurePrograms, name: "kubeadm-azure" },
  { platform: "kubeadm", ...googlePrograms, name: "kubeadm-google" },
];

test.each(clusters)("the provider accepts the arguments of $name", (cluster) => {
  const { provider, resource } = Synthesized.from((app) => createWorkloadsStack(app, cluster)).terraform;
  const releases = Object.values(resource.helm_release as Record<string, object>);
  expect(releases.length).toBeGreaterThan(2);
  expect(Object.keys(resource)).toEqual(["helm_release"]);
  expect(releases.flatMap((release) => wrongArguments(release, helmSchema.release))).toEqual([]);
  expect(
    (provider.helm as object[]).flatMap((configuration) =>
      wrongArguments(configuration, helmSchema.provider),
    ),
  ).toEqual([]);
});

test.each<[string, object, string]>([
  ["an unknown argument", { name: "a", chart: "b", chartVersion: "1" }, "chartVersion: unknown"],
  ["a wrong type", { name: "a", chart: "b", values: "c" }, 'values: not ["list","string"]'],
  ["a missing argument", { name: "a" }, "chart: missing"],
])("finds %s", (_, release, problem) => {
  expect(wrongArguments(release, helmSchema.release)).toEqual([problem]);
});

test("finds an unknown argument of the connection", () => {
  const kubernetes = { host: "https://127.0.0.1", exec: { command: "aws", version: "v1" } };
  expect(wrongArguments({ kubernetes }, helmSchema.provider)).toEqual([
    "kubernetes.exec.api_version: missing",
    "kubernetes.exec.version: unknown",
  ]);
});
