import * as TOML from "smol-toml";
import { Encoder, LiteralText } from "../../cluster/encode";
import type { Taint } from "../../cluster/vocabulary";
import type { UserDataFormat } from "./images";
import type { EksNodeGroupSpec } from "../spec";

/** Separates the parts of user data. Fixed, so that the same input results in the same bytes. */
export const mimeBoundary = "==node==";

/** The fields of a group that user data contains. */
export type NodeSettings = Pick<
  EksNodeGroupSpec,
  "userData" | "maxPods" | "labels" | "taints" | "localStorage"
>;

/**
 * The connection to the cluster, for nodes that EKS does not configure. Their user data also has the labels and taints, which
 * EKS adds for its own images of managed node groups.
 */
export interface Bootstrap {
  readonly clusterName: string;
  readonly endpoint: string;
  /** PEM in base64. */
  readonly certificateAuthority: string;
  /** Range of the addresses of services. */
  readonly serviceCidr: string;
  /** Address of the DNS of the cluster, the tenth of that range. */
  readonly clusterDns: string;
  /** Maximum number of pods if the group does not set it. If omitted, the image decides. */
  readonly maxPods?: number;
}

/**
 * The user data of a group as plain text; undefined if EKS adds all of it.
 *
 * @param encoder - encodes all values except `userData`, which is a program of the language
 */
export function userDataOf(
  group: NodeSettings,
  format: UserDataFormat,
  bootstrap?: Bootstrap,
  encoder = new Encoder((expression) => `\${${expression}}`),
): string | undefined {
  switch (format) {
    case "nodeadm":
      return nodeadmParts(group, bootstrap, encoder);
    case "toml":
      return bottlerocketSettings(group, bootstrap, encoder);
    case "powershell":
      return powershellScript(group, bootstrap, encoder);
  }
}

/**
 * Amazon Linux 2023: MIME parts. nodeadm merges all NodeConfig documents, that of EKS last.
 *
 * @see https://awslabs.github.io/amazon-eks-ami/nodeadm/
 */
function nodeadmParts(
  group: NodeSettings,
  bootstrap: Bootstrap | undefined,
  encoder: Encoder,
): string | undefined {
  const { userData } = group;
  const parts: string[] = [];
  const spec = nodeConfigSpec(group, bootstrap);
  if (Object.keys(spec).length > 0)
    parts.push(mimePart("application/node.eks.aws", nodeConfig(spec, encoder)));
  if (userData !== undefined)
    parts.push(
      mimePart(isShellScript(userData) ? "text/x-shellscript" : "application/node.eks.aws", userData),
    );
  if (parts.length === 0) return undefined;

  return [
    "MIME-Version: 1.0",
    `Content-Type: multipart/mixed; boundary="${mimeBoundary}"`,
    "",
    ...parts,
    `--${mimeBoundary}--`,
    "",
  ].join("\n");
}

function nodeConfigSpec(group: NodeSettings, bootstrap: Bootstrap | undefined): object {
  const { localStorage, maxPods = bootstrap?.maxPods } = group;
  const flags = bootstrap ? kubeletFlags(group) : [];
  const kubelet = {
    ...(maxPods !== undefined && { config: { maxPods } }),
    ...(flags.length > 0 && { flags }),
  };
  return {
    ...(bootstrap && {
      cluster: {
        name: bootstrap.clusterName,
        apiServerEndpoint: bootstrap.endpoint,
        certificateAuthority: bootstrap.certificateAuthority,
        cidr: bootstrap.serviceCidr,
      },
    }),
    ...(Object.keys(kubelet).length > 0 && { kubelet }),
    ...(localStorage === "raid0" && { instance: { localStorage: { strategy: "RAID0" } } }),
  };
}

function mimePart(type: string, text: string): string {
  return [`--${mimeBoundary}`, `Content-Type: ${type}; charset="us-ascii"`, "", text.trimEnd(), ""].join(
    "\n",
  );
}

function nodeConfig(spec: object, encoder: Encoder): string {
  // nodeadm reads JSON, which is also YAML.
  return encoder.json({ apiVersion: "node.eks.aws/v1alpha1", kind: "NodeConfig", spec }, 2);
}

/** Labels and taints as arguments of the kubelet. */
function kubeletFlags({ labels = {}, taints = [] }: NodeSettings): string[] {
  const nodeLabels = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  const nodeTaints = taints.map(({ key, value = "", effect }) => `${key}=${value}:${effect}`);
  return [
    ...(nodeLabels.length > 0 ? [`--node-labels=${nodeLabels.join(",")}`] : []),
    ...(nodeTaints.length > 0 ? [`--register-with-taints=${nodeTaints.join(",")}`] : []),
  ];
}

type Settings = Readonly<Record<string, unknown>>;

/**
 * Bottlerocket: TOML, which EKS merges with its own settings.
 *
 * @see https://bottlerocket.dev/en/os/latest/#/api/settings/
 */
function bottlerocketSettings(
  group: NodeSettings,
  bootstrap: Bootstrap | undefined,
  encoder: Encoder,
): string | undefined {
  const kubernetes = kubernetesSettings(group, bootstrap);
  // The user can override these.
  const defaults = bootstrap && {
    "cluster-dns-ip": bootstrap.clusterDns,
    ...(bootstrap.maxPods !== undefined && { "max-pods": bootstrap.maxPods }),
  };
  const commands = group.localStorage === "raid0" ? { "mount-local-disks": mountLocalDisks } : {};
  if (Object.keys(kubernetes).length + Object.keys(commands).length === 0) return group.userData;

  const own = asLiterals(TOML.parse(group.userData ?? "")) as { settings?: Settings };
  const table = (name: string, entries: Settings, below?: Settings) =>
    Object.keys(entries).length > 0
      ? { [name]: { ...below, ...(own.settings?.[name] as Settings | undefined), ...entries } }
      : {};
  return encoder.toml({
    ...own,
    settings: {
      ...own.settings,
      ...table("kubernetes", kubernetes, defaults),
      ...table("bootstrap-commands", commands),
    },
  });
}

/** The texts of a program are literals: their `${…}` are no references. */
function asLiterals(value: unknown): unknown {
  if (typeof value === "string") return new LiteralText(value);
  if (Array.isArray(value)) return value.map(asLiterals);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asLiterals(item)]));
}

function kubernetesSettings(
  { maxPods, labels = {}, taints = [] }: NodeSettings,
  bootstrap: Bootstrap | undefined,
): Settings {
  return {
    ...(bootstrap && {
      "cluster-name": bootstrap.clusterName,
      "api-server": bootstrap.endpoint,
      "cluster-certificate": bootstrap.certificateAuthority,
    }),
    ...(maxPods !== undefined && { "max-pods": maxPods }),
    ...(bootstrap && Object.keys(labels).length > 0 && { "node-labels": { ...labels } }),
    ...(bootstrap && taints.length > 0 && { "node-taints": taintsByKey(taints) }),
  };
}

function taintsByKey(taints: readonly Taint[]): Record<string, string[]> {
  const byKey = new Map<string, string[]>();
  for (const { key, value = "", effect } of taints) {
    byKey.set(key, [...(byKey.get(key) ?? []), `${value}:${effect}`]);
  }
  return Object.fromEntries(byKey);
}

/** Runs before the kubelet at each boot. https://bottlerocket.dev, settings.bootstrap-commands, ephemeral storage */
const mountLocalDisks = {
  commands: [
    ["apiclient", "ephemeral-storage", "init"],
    [
      "apiclient",
      "ephemeral-storage",
      "bind",
      "--dirs",
      "/var/lib/containerd",
      "/var/lib/kubelet",
      "/var/log/pods",
    ],
  ],
  essential: true,
  mode: "always",
};

/**
 * Windows: PowerShell, the commands of the user first. EKS or the script of the image adds its own after them.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/eks-optimized-windows-ami.html
 */
function powershellScript(
  group: NodeSettings,
  bootstrap: Bootstrap | undefined,
  encoder: Encoder,
): string | undefined {
  const lines = [
    ...(group.userData === undefined ? [] : [group.userData.trimEnd()]),
    ...(bootstrap ? startBootstrap(group, bootstrap, encoder) : []),
  ];
  return lines.length === 0 ? undefined : ["<powershell>", ...lines, "</powershell>", ""].join("\n");
}

function startBootstrap(group: NodeSettings, bootstrap: Bootstrap, encoder: Encoder): string[] {
  const flags = [
    ...kubeletFlags(group),
    ...(group.maxPods === undefined ? [] : [`--max-pods=${group.maxPods}`]),
  ];
  const parameters = {
    EKSClusterName: bootstrap.clusterName,
    APIServerEndpoint: bootstrap.endpoint,
    Base64ClusterCA: bootstrap.certificateAuthority,
    ServiceCIDR: bootstrap.serviceCidr,
    DNSClusterIP: bootstrap.clusterDns,
    ...(flags.length > 0 && { KubeletExtraArgs: flags.join(" ") }),
  };
  const shown = Object.entries(parameters).map(([name, value]) => `-${name} ${encoder.powershell(value)}`);
  return [
    `[string]$EKSBootstrapScriptFile = "$env:ProgramFiles\\Amazon\\EKS\\Start-EKSBootstrap.ps1"`,
    `& $EKSBootstrapScriptFile ${shown.join(" ")} 3>&1 4>&1 5>&1 6>&1`,
  ];
}

export function isShellScript(userData: string): boolean {
  return userData.startsWith("#!");
}
