import type { WorkloadsSpec } from "../../../../modules/cluster/vocabulary";
import type { EksClusterProps } from "../../../../modules/eks/spec";
import { charts, programNames } from "../../../../modules/workloads/charts";
import type { ClusterWithWorkloads } from "../../../../modules/eks/workloads/programs";
import { admin, cluster, type EksRuleCases, existing, group, variable } from "../../rule-support";
import { chartCases } from "../../../cluster/workload-cases";

/** A cluster that asks for programs. */
const installing = (
  programs: WorkloadsSpec["programs"] = {},
  patch: Partial<EksClusterProps> = {},
): ClusterWithWorkloads => ({ ...cluster(patch), workloads: { programs } });

const fargate = (selector: object) => ({
  fargateProfiles: [{ name: "system", selectors: [{ namespace: "kube-system", ...selector }] }],
});
const taint = (key: string) => [group({ taints: [{ key, effect: "NoSchedule" }] })];
const noNode = (title: string) =>
  `would have no node for ${title}, and the deployment would fail after a timeout: one Linux group must have min of at ` +
  "least 1 and no taint NoSchedule or NoExecute other than CriticalAddonsOnly";

export const cases: readonly EksRuleCases[] = [
  {
    rule: "cluster/workloads/installs-a-program",
    passes: [
      ["no second stack", cluster({ autoscaling: "none" })],
      ["the Cluster Autoscaler by default", installing()],
      ["one program", installing({ "cert-manager": true }, { autoscaling: "none" })],
    ],
    fails: [
      [
        "a cluster without a controller",
        installing({}, { autoscaling: "none" }),
        "error workloads: installs nothing; set a program in workloads.programs to true, or omit workloads",
      ],
      [
        "all programs omitted",
        installing({ "cluster-autoscaler": false, "cert-manager": false }),
        "error workloads: installs nothing; set a program in workloads.programs to true, or omit workloads",
      ],
    ],
  },
  {
    rule: "cluster/workloads/program-has-permissions",
    passes: [
      [
        "all controllers with their fields",
        installing(
          { karpenter: true, "aws-load-balancer-controller": {}, "external-dns": true },
          {
            autoscaling: "auto-provisioning",
            loadBalancing: { controller: true },
            dns: { zones: ["Z0123456789ABCDEFGHIJ"] },
          },
        ),
      ],
      ["a program that calls no cloud", installing({ "metrics-server": true, karpenter: false })],
    ],
    fails: [
      [
        "each controller without its field",
        installing(Object.fromEntries(programNames.map((name) => [name, true])), { autoscaling: "none" }),
        ...Object.entries({
          "cluster-autoscaler": "autoscaling: cluster-autoscaler",
          karpenter: "autoscaling: auto-provisioning",
          "aws-load-balancer-controller": "loadBalancing.controller: true",
          "aws-node-termination-handler": "eks.nodeTerminationHandler: true",
          "external-dns": "dns.zones",
        } as const).map(
          ([program, field]) =>
            `error workloads.programs.${program}: needs ${field}, which gives ${charts[program as "karpenter"].title} its ` +
            "permissions in AWS; set that field, or omit the program",
        ),
      ],
    ],
  },
  {
    rule: "cluster/workloads/chart-version",
    passes: [
      ["the newest", installing({ "metrics-server": true })],
      ["another one of the catalogue", installing({ "metrics-server": { chartVersion: "3.13.0" } })],
      [
        "a program that is omitted",
        installing({ "cluster-autoscaler": false }, { kubernetesVersion: "1.37" }),
      ],
      ["no Kubernetes version", installing({}, { kubernetesVersion: "newest" })],
    ],
    fails: [
      [
        "a version that is not in the catalogue",
        installing({ "metrics-server": { chartVersion: "9.9.9" } }),
        'error workloads.programs.metrics-server.chartVersion: must be 3.13.1 or 3.13.0 for Kubernetes 1.35, got "9.9.9"',
      ],
      [
        "a Kubernetes version that a program does not support yet",
        installing({ "metrics-server": true }, { kubernetesVersion: "1.37" }),
        "error workloads: the catalogue has no version of the Cluster Autoscaler for Kubernetes 1.37; use 1.36 in a new cluster, or " +
          "set workloads.programs.cluster-autoscaler to false and install it yourself",
      ],
    ],
  },
  {
    rule: "eks/workloads/karpenter-pool-limited",
    passes: [
      [
        "a number of nodes",
        installing({}, { autoscaling: "auto-provisioning", eks: { autoProvisioning: { plannedNodes: 9 } } }),
      ],
      ["another installer", installing({ karpenter: false }, { autoscaling: "auto-provisioning" })],
      ["no Karpenter", installing()],
      ["no second stack", cluster({ autoscaling: "auto-provisioning" })],
    ],
    fails: [
      [
        "no number of nodes",
        installing({}, { autoscaling: "auto-provisioning" }),
        "error eks.autoProvisioning.plannedNodes: must be set: it is the limit of the NodePool that workloads installs",
      ],
    ],
  },
  {
    rule: "eks/workloads/api-server-reachable",
    passes: [
      ["a connected network", installing()],
      ["a public range", installing({}, { access: { admins: [admin], publicFrom: ["203.0.113.0/24"] } })],
      ["references", installing({}, { access: { admins: [admin], privateFrom: [variable] } })],
      ["no second stack", cluster({ access: { admins: [admin] } })],
    ],
    fails: [
      [
        "nodes only",
        installing({}, { access: { admins: [admin], publicFrom: [] } }),
        "error workloads: only the nodes can reach the API server, no person and no pipeline that installs programs: list the network or the security " +
          "group of the machine that deploys in access.privateFrom, or omit workloads and use eks.addOns or " +
          "eks.capabilities.argocd, which AWS installs",
      ],
    ],
  },
  {
    rule: "cluster/workloads/program-has-node",
    passes: [
      ["a group", installing()],
      [
        "nodes for add-ons",
        installing({ "cert-manager": true }, { nodeGroups: taint("CriticalAddonsOnly") }),
      ],
      [
        "Auto Mode",
        installing(
          { "cert-manager": true },
          {
            nodeGroups: [],
            autoscaling: "auto-provisioning",
            eks: { autoProvisioning: { by: "auto-mode" } },
          },
        ),
      ],
      ["Fargate", installing({}, { nodeGroups: [], autoscaling: "auto-provisioning", eks: fargate({}) })],
      [
        "a program that is omitted",
        installing({ "cluster-autoscaler": false }, { nodeGroups: taint("gpu") }),
      ],
    ],
    fails: [
      [
        "a group that starts empty",
        installing({}, { nodeGroups: [group({ size: { min: 0, max: 3 } })] }),
        `error workloads: ${noNode("the Cluster Autoscaler")}`,
      ],
      [
        "a tainted group",
        installing({ "cluster-autoscaler": true, "cert-manager": true }, { nodeGroups: taint("gpu") }),
        `error workloads.programs.cluster-autoscaler: ${noNode("the Cluster Autoscaler")}`,
        `error workloads.programs.cert-manager: ${noNode("cert-manager")}`,
      ],
      [
        "a profile for other pods",
        installing(
          {},
          { nodeGroups: [], autoscaling: "auto-provisioning", eks: fargate({ labels: { app: "shop" } }) },
        ),
        `error workloads: ${noNode("Karpenter")}`,
      ],
    ],
  },
  {
    rule: "eks/workloads/program-not-on-fargate",
    passes: [
      ["a controller that Fargate runs", installing({}, { eks: fargate({}) })],
      ["another namespace", installing({ "cert-manager": true }, { eks: fargate({}) })],
      ["other labels", installing({ "metrics-server": true }, { eks: fargate({ labels: { app: "shop" } }) })],
    ],
    fails: [
      [
        "the port of the kubelet",
        installing({ "metrics-server": true }, { eks: fargate({}) }),
        "error workloads.programs.metrics-server: cannot run on Fargate, but a profile of eks.fargateProfiles selects the pods of " +
          "the Metrics Server in kube-system; give the profile labels that select only other pods",
      ],
    ],
  },
  {
    rule: "eks/workloads/installed-once",
    passes: [
      [
        "another add-on",
        installing({ "cert-manager": true }, { eks: { addOns: { "metrics-server": { version: "v1" } } } }),
      ],
      [
        "the add-on alone",
        installing({ "metrics-server": false }, { eks: { addOns: { "metrics-server": {} } } }),
      ],
    ],
    fails: [
      [
        "both",
        installing({ "metrics-server": true }, { eks: { addOns: { "metrics-server": {} } } }),
        "error eks.addOns.metrics-server: workloads installs the Metrics Server with the same service account; omit the add-on, or " +
          "set workloads.programs.metrics-server to false",
      ],
    ],
  },
  {
    rule: "eks/workloads/images-reachable",
    passes: [
      ["egress", installing()],
      ["an existing network", installing({}, { network: { existing } })],
      ["no second stack", cluster({ network: { nat: "none" } })],
    ],
    fails: [
      ...([{ nat: "none" }, { private: true }] as const).map((network): EksRuleCases["fails"][number] => [
        JSON.stringify(network),
        installing({}, { network }),
        "error workloads: nodes without egress cannot pull the images of the programs from public registries; omit workloads and " +
          "use eks.addOns, whose images come from ECR",
      ]),
    ],
  },
  ...chartCases((workloads) => ({ ...installing(), workloads }) as ClusterWithWorkloads),
];
