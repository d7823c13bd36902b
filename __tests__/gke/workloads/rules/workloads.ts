import type { ProgramSpec, WorkloadsSpec } from "../../../../modules/cluster/vocabulary";
import type { AnyGkeClusterProps } from "../../../../modules/gke/spec";
import { admin, cluster, type GkeRuleCases, group, variable } from "../../rule-support";

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

const digest = `sha256:${"0".repeat(64)}`;
const registry = "oci://registry.example.com/charts";
const withDigest = (setting: ProgramSpec, repository?: string): AnyGkeClusterProps =>
  ({
    ...installing(),
    workloads: { programs: { "cert-manager": setting }, charts: { repository } },
  }) as AnyGkeClusterProps;

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
    rule: "cluster/workloads/chart-digest",
    passes: [
      ["a version in a registry", withDigest({ chartVersion: "v1.21.1", digest }, registry)],
      ["no digest", installing({ "cert-manager": true })],
    ],
    fails: [
      [
        "another kind of digest",
        withDigest({ chartVersion: "v1.21.1", digest: "md5:1234" }, registry),
        'error workloads.programs.cert-manager.digest: must be sha256: and 64 hexadecimal digits, got "md5:1234"',
      ],
      [
        "no version",
        withDigest({ digest }, registry),
        "error workloads.programs.cert-manager.digest: needs chartVersion: another version of the catalogue has another digest",
      ],
      [
        "a repository without digests",
        withDigest({ chartVersion: "v1.21.1", digest }),
        'error workloads.programs.cert-manager.digest: needs an OCI registry, got "https://charts.jetstack.io"; set workloads.charts.repository to ' +
          "a mirror",
      ],
    ],
  },
  {
    rule: "cluster/workloads/charts-repository",
    passes: [["a registry", installing(undefined, {}, { repository: "oci://registry.example.com/charts" })]],
    fails: [
      [
        "a URL without encryption",
        installing(undefined, {}, { repository: "http://charts.example.com" }),
        "error workloads.charts.repository: must be a URL without credentials such as oci://registry.example.com/charts or " +
          'https://charts.example.com, got "http://charts.example.com"',
      ],
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
];
