import type { WorkloadsSpec } from "../../../../modules/cluster/vocabulary";
import type { AnyGkeClusterProps } from "../../../../modules/gke/spec";
import { admin, cluster, type GkeRuleCases, group, variable } from "../../rule-support";
import { chartCases } from "../../../cluster/workload-cases";

/** A cluster that asks for programs. */
const installing = (
  programs: WorkloadsSpec["programs"] = { "cert-manager": true },
  patch: Partial<AnyGkeClusterProps> = {},
  charts?: WorkloadsSpec["charts"],
): AnyGkeClusterProps =>
  ({
    ...cluster({ access: { admins: [admin], dnsEndpoint: true }, ...patch }),
    workloads: { programs, charts },
  }) as AnyGkeClusterProps;

const withAccess = (access: Partial<AnyGkeClusterProps["access"]>): AnyGkeClusterProps =>
  installing(undefined, { access: { admins: [admin], ...access } });
const withGroup = (patch: Parameters<typeof group>[0]): AnyGkeClusterProps =>
  installing(undefined, { nodeGroups: [group(patch)] });

const unreachable =
  "error workloads: only the nodes can reach the API server, no person and no pipeline that installs programs: set access.dnsEndpoint to " +
  "true, or list the addresses of the machine that deploys in access.publicFrom or access.privateFrom, or omit workloads and use gitops: " +
  "config-sync, which Google installs";
const noNode =
  "error workloads.programs.cert-manager: would have no node for cert-manager, and the deployment would fail after a timeout: one " +
  "Linux group must have x86 machines without GPUs, TPUs and gVisor, min of at least 1, and no taint NoSchedule or NoExecute other than " +
  "CriticalAddonsOnly";
const noEgress =
  "error workloads: nodes without egress cannot pull the images of the programs from public registries; omit workloads and use gitops: " +
  "config-sync with images in Artifact Registry";

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "cluster/workloads/installs-a-program",
    passes: [
      ["no second stack", cluster()],
      ["one program", installing()],
      ["ExternalDNS by default", installing({}, { dns: { zones: ["shop"] } })],
    ],
    fails: [
      [
        "no program",
        installing({}),
        "error workloads: installs nothing; set a program in workloads.programs to true, or omit workloads",
      ],
    ],
  },
  {
    rule: "cluster/workloads/program-has-permissions",
    passes: [
      ["zones", installing({ "external-dns": true }, { dns: { zones: ["shop"] } })],
      ["programs that call no cloud", installing()],
    ],
    fails: [
      [
        "no zones",
        installing({ "external-dns": true }),
        "error workloads.programs.external-dns: needs dns.zones, which gives ExternalDNS its permissions in Google Cloud; set that field, or " +
          "omit the program",
      ],
    ],
  },
  {
    rule: "cluster/workloads/chart-version",
    passes: [
      ["the newest", installing()],
      [
        "a complete version of Kubernetes",
        installing(undefined, { kubernetesVersion: "1.35.1-gke.1396000" }),
      ],
    ],
    fails: [
      [
        "a version that is not in the catalogue",
        installing({ "cert-manager": { chartVersion: "v0.1.0" } }),
        'error workloads.programs.cert-manager.chartVersion: must be v1.21.1 or v1.20.3 for Kubernetes 1.35, got "v0.1.0"',
      ],
    ],
  },
  {
    rule: "cluster/workloads/program-has-node",
    passes: [
      ["a group", installing()],
      ["dedicated nodes", withGroup({ taints: [{ key: "CriticalAddonsOnly", effect: "NoSchedule" }] })],
      ["Autopilot", installing(undefined, { nodeGroups: [], gke: { mode: "autopilot" } })],
      ["auto-provisioning", installing(undefined, { nodeGroups: [], autoscaling: "auto-provisioning" })],
    ],
    fails: [
      ["a group that starts empty", withGroup({ size: { min: 0, max: 3 } }), noNode],
      ["a tainted group", withGroup({ taints: [{ key: "gpu", effect: "NoSchedule" }] }), noNode],
      ["nodes that GKE taints", withGroup({ sandbox: "gvisor" }), noNode],
      ["Arm processors", withGroup({ machineTypes: ["t2a-standard-4"] }), noNode],
    ],
  },
  {
    rule: "gke/workloads/api-server-reachable",
    passes: [
      ["no second stack", cluster()],
      ["the DNS endpoint", installing()],
      ["a public range", withAccess({ publicFrom: ["203.0.113.0/24"] })],
      ["a connected network", withAccess({ privateFrom: ["10.8.0.0/16"] })],
      ["references", withAccess({ publicFrom: variable })],
      ["Google Cloud", withAccess({ googleCloud: true })],
    ],
    fails: [
      ["nodes only", withAccess({ publicFrom: [] }), unreachable],
      [
        "no endpoint with an address",
        withAccess({ ipEndpoint: false, publicFrom: ["203.0.113.0/24"] }),
        unreachable,
      ],
    ],
  },
  {
    rule: "gke/workloads/images-reachable",
    passes: [
      ["egress", installing()],
      ["public nodes", installing(undefined, { network: { nat: "none", nodeAddresses: "public" } })],
      ["no second stack", cluster({ network: { nat: "none" } })],
    ],
    fails: [
      ["no NAT", installing(undefined, { network: { nat: "none" } }), noEgress],
      ["a private network", installing(undefined, { network: { private: true } }), noEgress],
    ],
  },
  ...chartCases((workloads) => ({ ...installing(), workloads }) as AnyGkeClusterProps),
];
