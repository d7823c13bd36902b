import type { WorkloadsSpec } from "../../../../modules/cluster/vocabulary";
import type { KubeadmClusterProps } from "../../../../modules/kubeadm/spec";
import { admin, cluster, group, type KubeadmRuleCases, variable } from "../../rule-support";
import { chartCases } from "../../../cluster/workload-cases";

/** A cluster that asks for programs. */
const installing = (
  programs: WorkloadsSpec["programs"] = { "cert-manager": true },
  patch: Partial<KubeadmClusterProps> = {},
  charts?: WorkloadsSpec["charts"],
): KubeadmClusterProps => ({ ...cluster(patch), workloads: { programs, charts } }) as KubeadmClusterProps;

const withAccess = (access: Partial<KubeadmClusterProps["access"]>): KubeadmClusterProps =>
  installing(undefined, { access: { admins: [admin], privateFrom: ["10.8.0.0/16"], ...access } });
const alternative =
  "omit workloads and put the manifests in the folder of kubeadm.software.manifests, which the machines apply";
const noEgress =
  "error workloads: nodes without egress cannot pull the images of the programs from public registries; omit workloads and put manifests " +
  "with images of your registry in the folder of kubeadm.software.manifests";

export const cases: readonly KubeadmRuleCases[] = [
  {
    rule: "cluster/workloads/installs-a-program",
    passes: [
      ["no second stack", cluster({ autoscaling: "none" })],
      ["the Cluster Autoscaler by default", installing({})],
    ],
    fails: [
      [
        "no program",
        installing({}, { autoscaling: "none" }),
        "error workloads: installs nothing; set a program in workloads.programs to true, or omit workloads",
      ],
    ],
  },
  {
    rule: "cluster/workloads/program-has-permissions",
    passes: [["its field", installing({ "cluster-autoscaler": true })]],
    fails: [
      [
        "no autoscaler",
        installing({ "cluster-autoscaler": true }, { autoscaling: "none" }),
        "error workloads.programs.cluster-autoscaler: needs autoscaling: cluster-autoscaler, which gives the Cluster Autoscaler its permissions in " +
          "the cloud; set that field, or omit the program",
      ],
      [
        "no snapshots",
        installing({ "snapshot-controller": true }),
        "error workloads.programs.snapshot-controller: needs storage.snapshots: true, which gives the snapshot controller its permissions in " +
          "the cloud; set that field, or omit the program",
      ],
    ],
  },
  {
    rule: "cluster/workloads/chart-version",
    passes: [["the newest", installing()]],
    fails: [
      [
        "a Kubernetes version that a program does not support yet",
        installing({}, { kubernetesVersion: "1.37.1" }),
        "error workloads: the catalogue has no version of the Cluster Autoscaler for Kubernetes 1.37.1; use 1.36.4 in a new cluster, or set " +
          "workloads.programs.cluster-autoscaler to false and install it yourself",
      ],
    ],
  },
  {
    rule: "cluster/workloads/program-has-node",
    passes: [
      ["a group", installing()],
      [
        "the Cluster Autoscaler on the control plane",
        installing({}, { nodeGroups: [group({ size: { min: 0, max: 3 } })] }),
      ],
    ],
    fails: [
      [
        "a group that starts empty",
        installing(undefined, { nodeGroups: [group({ size: { min: 0, max: 3 } })] }),
        "error workloads.programs.cert-manager: would have no node for cert-manager, and the deployment would fail after a timeout: one " +
          "group must have min of at least 1 and no taint NoSchedule or NoExecute other than CriticalAddonsOnly",
      ],
    ],
  },
  {
    rule: "kubeadm/workloads/api-server-reachable",
    passes: [
      ["a connected network and an administrator", installing()],
      ["references", withAccess({ privateFrom: variable, admins: variable })],
      ["no second stack", cluster({ access: { admins: [] } })],
    ],
    fails: [
      [
        "no client",
        withAccess({ privateFrom: [] }),
        "error workloads: only the machines of the cluster can reach the API server, no person and no pipeline that installs programs: list the " +
          `network of the machine that deploys in access.privateFrom, or ${alternative}`,
      ],
      [
        "no administrator",
        withAccess({ admins: [] }),
        `error workloads: no identity can install programs: list the one that deploys in access.admins, or ${alternative}`,
      ],
    ],
  },
  {
    rule: "kubeadm/workloads/images-reachable",
    passes: [
      ["egress", installing()],
      ["no second stack", cluster({ network: { nat: "none" } })],
    ],
    fails: [
      ["no NAT", installing(undefined, { network: { nat: "none" } }), noEgress],
      ["a private network", installing(undefined, { network: { private: true } }), noEgress],
    ],
  },
  ...chartCases((workloads) => ({ ...installing(), workloads }) as KubeadmClusterProps),
];
