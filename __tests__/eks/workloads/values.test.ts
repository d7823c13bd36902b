import { fields } from "../../../modules/eks/fields.generated";
import { fullName } from "../../../modules/eks/identity/service-accounts";
import { programs } from "../../../modules/eks/programs";
import { type ClusterWithWorkloads, programs as offered } from "../../../modules/eks/workloads/programs";
import { objectsOf } from "../../../modules/eks/workloads/objects";
import { type ClusterOutputs, releasesOf } from "../../../modules/eks/workloads/values";
import { kubernetesVersions } from "../../../modules/eks/versions";
import { autoscalerImages, charts, programNames } from "../../../modules/workloads/charts";
import { wrongValues } from "../../../modules/workloads/check-values";
import { accountOf, type Values } from "../../../modules/workloads/release";
import { group } from "../rule-support";
import { full, karpenter, literalOutputs, oneNode } from "./clusters";

const outputs: ClusterOutputs = {
  ...literalOutputs,
  endpoint: "${endpoint}",
  vpcId: "${vpc}",
  karpenterQueueName: "${queue}",
  terminationQueueUrl: "${url}",
  loadBalancerGroupId: "${group}",
  roleArnOf: (account) => `\${role of ${account}}`,
};

const valuesOf = (spec: ClusterWithWorkloads, program: string): Values =>
  releasesOf(spec, outputs).find((release) => release.program === program)!.values;

test("the two clusters install the whole catalogue", () => {
  const installed = [full, karpenter]
    .flatMap((spec) => releasesOf(spec, outputs))
    .map(({ program }) => program);
  const refused = programNames.filter((name) => "refused" in fields[`workloads.programs.${name}`]);
  expect([...new Set(installed), ...refused].sort()).toEqual([...programNames].sort());
});

test.each([full, karpenter].flatMap((spec) => releasesOf(spec, outputs)))(
  "the chart of $program has all values",
  ({ program, values }) => {
    expect(wrongValues(charts[program], values)).toEqual([]);
  },
);

test("an unknown value and one of another type are reported", () => {
  const { keys } = charts["metrics-server"];
  expect(wrongValues({ keys }, { replicaCount: 2, tolerations: {}, serviceAccount: { nmae: "a" } })).toEqual([
    "replicaCount: unknown",
    "tolerations: not a list",
    "serviceAccount.nmae: unknown",
  ]);
  expect(wrongValues({ keys }, { serviceAccount: "a", replicas: "2", nodeSelector: [] })).toEqual([
    "serviceAccount: unknown",
    "replicas: not a number",
    "nodeSelector: not a map",
  ]);
});

describe("service accounts", () => {
  const permitted = programs.filter(({ installedBy }) => installedBy);

  test("the catalogue installs each controller that gets permissions outside add-ons", () => {
    const others = programs.filter(({ account, addOn, installedBy }) => account && !addOn && !installedBy);
    expect(others.map(({ name }) => name)).toEqual([]);
    const withPermissions = programNames.filter((program) => typeof offered[program] === "object");
    expect(permitted.map(({ installedBy }) => installedBy).sort()).toEqual(withPermissions.sort());
  });

  test.each(permitted)("$name has the account that gets its role", ({ installedBy, account }) => {
    expect(accountOf(installedBy!)).toEqual(account);
    const values = [full, karpenter]
      .flatMap((spec) => releasesOf(spec, outputs))
      .find(({ program }) => program === installedBy)!.values;
    const { serviceAccount } = ((values.rbac as Values | undefined) ?? values) as { serviceAccount: Values };
    expect(serviceAccount).toEqual({ name: account!.serviceAccount });
  });

  test("on Fargate an annotation names the role", () => {
    const onFargate: ClusterWithWorkloads = {
      ...karpenter,
      eks: { fargateProfiles: [{ name: "system", selectors: [{ namespace: "kube-system" }] }] },
    };
    expect(valuesOf(onFargate, "karpenter").serviceAccount).toEqual({
      name: "karpenter",
      annotations: { "eks.amazonaws.com/role-arn": `\${role of ${fullName(accountOf("karpenter"))}}` },
    });
    expect(valuesOf(onFargate, "external-dns").serviceAccount).toEqual({ name: "external-dns" });
  });
});

describe("objects", () => {
  const { ofVersion } = literalOutputs;
  const tokens = { ofVersion, karpenterInstanceProfileName: "${profile}", storageObjects: "${objects}" };
  const pool = (eks: ClusterWithWorkloads["eks"]) => objectsOf({ ...karpenter, eks }, tokens);

  test("are the storage classes, and with Karpenter a pool after its chart", () => {
    const names = (spec: ClusterWithWorkloads) =>
      objectsOf(spec, tokens).map(({ name, after }) => [name, after]);
    expect(names(full)).toEqual([["storage", undefined]]);
    expect(names({ ...full, storage: { block: false } })).toEqual([]);
    expect(names(karpenter)).toEqual([
      ["storage", undefined],
      ["karpenter-pool", "karpenter"],
    ]);
    expect(names({ ...karpenter, workloads: { programs: { karpenter: false } } })).toEqual([
      ["storage", undefined],
    ]);
  });

  test("the pool has the limits of the capacity plan, and the pinned image", () => {
    const autoProvisioning = { plannedNodes: 60, largestMachineType: "m7i.2xlarge" };
    const [nodeClass, nodePool] = pool({ autoProvisioning })[1].objects as [object, object];
    expect(nodeClass).toMatchObject({
      kind: "EC2NodeClass",
      spec: {
        amiSelectorTerms: [{ alias: "al2023@v20260930" }],
        instanceProfile: "${profile}",
        subnetSelectorTerms: [{ tags: { "karpenter.sh/discovery": "production-shop" } }],
        blockDeviceMappings: [{ ebs: { encrypted: true } }],
      },
    });
    expect(nodePool).toMatchObject({ kind: "NodePool", spec: { limits: { nodes: "60", cpu: "480" } } });
    expect(JSON.stringify(nodePool)).toContain(
      '{"key":"karpenter.k8s.aws/instance-cpu","operator":"Lt","values":["9"]}',
    );
    expect(JSON.stringify(nodePool)).toContain('"values":["amd64"]');
  });

  test("the pool follows the architecture and the key of disks", () => {
    const arm = pool({ autoProvisioning: { plannedNodes: 5, largestMachineType: "m7g.large" } });
    expect(JSON.stringify(arm)).toContain('"values":["arm64"]');
    const encrypted = objectsOf(karpenter, { ...tokens, karpenterDisksKeyArn: "${key}" });
    expect(JSON.stringify(encrypted)).toContain('"kmsKeyID":"${key}"');
  });
});

test("values follow the cluster", () => {
  expect(valuesOf(full, "aws-load-balancer-controller")).toMatchObject({
    clusterName: "production-shop",
    region: "eu-central-1",
    vpcId: "${vpc}",
    backendSecurityGroup: "${group}",
    replicaCount: 2,
  });
  const small = { ...full, loadBalancing: { controller: true }, nodeGroups: [group({ size: 1 })] };
  expect(valuesOf(small, "aws-load-balancer-controller")).toMatchObject({ replicaCount: 1 });
  expect(valuesOf(small, "aws-load-balancer-controller")).not.toHaveProperty("backendSecurityGroup");
  expect(valuesOf(oneNode, "aws-load-balancer-controller")).toMatchObject({ replicaCount: 1 });
  expect(valuesOf(full, "aws-node-termination-handler")).toMatchObject({ queueURL: "${url}" });
  expect(valuesOf(karpenter, "karpenter")).toMatchObject({
    settings: { clusterEndpoint: "${endpoint}", interruptionQueue: "${queue}" },
    nodeSelector: { "kubernetes.io/os": "linux" },
  });
  const dedicated = { ...karpenter, nodeGroups: [group({ labels: { "karpenter.sh/controller": "true" } })] };
  expect(valuesOf(dedicated, "karpenter").nodeSelector).toEqual({
    "kubernetes.io/os": "linux",
    "karpenter.sh/controller": "true",
  });
  const shared = {
    ...dedicated,
    nodeGroups: [group(), group({ ...dedicated.nodeGroups[0], name: "karpenter", size: 1 })],
  };
  expect(valuesOf(dedicated, "karpenter").replicas).toBe(2);
  expect(valuesOf(shared, "karpenter").replicas).toBe(1);
  expect(valuesOf(full, "external-dns")).toMatchObject({
    txtOwnerId: "production-shop",
    extraArgs: { "zone-id-filter": ["Z0123456789ABCDEFGHIJ"] },
  });
});

test("every Deployment of External Secrets runs on Linux", () => {
  const nodeSelector = { "kubernetes.io/os": "linux" };
  expect(valuesOf(full, "external-secrets")).toMatchObject({
    nodeSelector,
    webhook: { nodeSelector },
    certController: { nodeSelector },
  });
});

test("every Deployment tolerates the taint of nodes for add-ons", () => {
  const tolerations = [{ key: "CriticalAddonsOnly", operator: "Exists" }];
  expect(valuesOf(full, "cert-manager")).toMatchObject({
    tolerations,
    webhook: { tolerations },
    cainjector: { tolerations },
    startupapicheck: { tolerations },
  });
  for (const name of programNames)
    expect(Object.keys(charts[name].keys)).toEqual(expect.arrayContaining([...charts[name].tolerations]));
});

test("the Cluster Autoscaler has the minor of Kubernetes, for each minor of its chart", () => {
  for (const minor of Object.keys(kubernetesVersions).filter((minor) => minor !== "1.37")) {
    expect(autoscalerImages[minor]).toMatch(new RegExp(`^v${minor}\\.\\d+$`));
  }
  expect(valuesOf(full, "cluster-autoscaler")).toMatchObject({ image: { tag: "v1.35.2" } });
});
