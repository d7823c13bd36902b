import type { Fact } from "../../cluster/facts";
import type { Architecture, SoftwareFile } from "../boot/settings";
import { defaults } from "../fields.generated";
import type { KubeadmClusterProps, KubeadmSoftwareFile } from "../spec";
import table from "./checksums.json";

/**
 * Age and source of the checksums. Those of Kubernetes until 1.36.3, runc, the CNI plugins and crictl are the same in the tables of kops and
 * Kubespray; those of newer releases are in one of them. Those of aws-iam-authenticator 0.7.5 were read in the image definition of a public project. None was
 * compared with a downloaded file. A machine refuses a file with another checksum.
 */
export const checksumsFact: Fact = {
  asOf: "2026-11-30",
  source: "https://github.com/kubernetes/kops/tree/master/pkg/assets/assetdata",
};

/** Checksums by processor architecture. */
type Checksums = Readonly<Record<Architecture, string>>;

/** Programs of a Kubernetes release, which `https://dl.k8s.io` has as single files. */
const kubernetesPrograms = ["kubeadm", "kubectl", "kubelet"] as const;

type KubernetesProgram = (typeof kubernetesPrograms)[number];

const releases: Readonly<
  Record<string, Readonly<Record<Architecture, Readonly<Record<KubernetesProgram, string>>>>>
> = table.kubernetes;

/** Releases of Kubernetes whose checksums are known, oldest first. */
export const releasesWithChecksums = (): string[] => Object.keys(releases);

/** Versions of the programs that machines of a release get. */
export const programVersions = (release: string): Readonly<Record<string, string>> => ({
  kubernetes: release,
  ...Object.fromEntries(Object.entries(table.programs).map(([name, { version }]) => [name, version])),
});

const architectures: readonly Architecture[] = ["amd64", "arm64"];

const github = (project: string, tag: string, file: string) =>
  `https://github.com/${project}/releases/download/${tag}/${file}`;

/** What differs between the programs of all Kubernetes releases. */
interface Program {
  readonly sums: Checksums & { readonly version: string };
  readonly kind: KubeadmSoftwareFile["kind"];
  readonly to: string;
  readonly role?: KubeadmSoftwareFile["role"];
  url(version: string, architecture: Architecture): string;
}

const { containerd, runc, cniPlugins, crictl, authenticator } = table.programs;

const programs: readonly Program[] = [
  {
    sums: containerd,
    kind: "archive",
    to: "/usr/local",
    url: (version, architecture) =>
      github("containerd/containerd", `v${version}`, `containerd-${version}-linux-${architecture}.tar.gz`),
  },
  {
    sums: runc,
    kind: "program",
    to: "/usr/local/sbin/runc",
    url: (version, architecture) => github("opencontainers/runc", `v${version}`, `runc.${architecture}`),
  },
  {
    sums: cniPlugins,
    kind: "archive",
    to: "/opt/cni/bin",
    url: (version, architecture) =>
      github(
        "containernetworking/plugins",
        `v${version}`,
        `cni-plugins-linux-${architecture}-v${version}.tgz`,
      ),
  },
  {
    sums: crictl,
    kind: "archive",
    to: "/usr/local/bin",
    url: (version, architecture) =>
      github("kubernetes-sigs/cri-tools", `v${version}`, `crictl-v${version}-linux-${architecture}.tar.gz`),
  },
];

const authenticatorProgram: Program = {
  sums: authenticator,
  kind: "program",
  to: "/usr/local/bin/aws-iam-authenticator",
  role: "control-plane",
  url: (version, architecture) =>
    github(
      "kubernetes-sigs/aws-iam-authenticator",
      `v${version}`,
      `aws-iam-authenticator_${version}_linux_${architecture}`,
    ),
};

/** The files of this project for a cluster, for both architectures. Those of an unknown release of Kubernetes are missing. */
function knownFiles({ cloud, kubernetesVersion, access }: KubeadmClusterProps): KubeadmSoftwareFile[] {
  const release = releases[kubernetesVersion];
  // Only AWS authenticates people by a program.
  const isWithPeople = cloud === "aws" && (access?.admins ?? []).length > 0;
  return architectures.flatMap((architecture) => [
    ...(release === undefined
      ? []
      : kubernetesPrograms.map((name) => ({
          url: `https://dl.k8s.io/release/v${kubernetesVersion}/bin/linux/${architecture}/${name}`,
          sha256: release[architecture][name],
          to: `/usr/local/bin/${name}`,
          architecture,
        }))),
    ...[...programs, ...(isWithPeople ? [authenticatorProgram] : [])].map(({ sums, url, ...rest }) => ({
      ...rest,
      url: url(sums.version, architecture),
      sha256: sums[architecture],
      architecture,
    })),
  ]);
}

/** What a file is on a machine: the path of a program, the project of an archive. Each file of images is another one. */
function placeOf({ url, kind = defaultKind, to }: KubeadmSoftwareFile): string | undefined {
  if (kind !== "archive") return kind === "program" ? to : undefined;
  const [project] = /^github\.com\/[^/]+\/[^/]+/.exec(pathOf(url)) ?? [pathOf(url)];
  return project;
}

/** Whether a machine would get two files as the same program. */
export const isSamePlace = (one: KubeadmSoftwareFile, other: KubeadmSoftwareFile): boolean =>
  placeOf(one) !== undefined &&
  placeOf(one) === placeOf(other) &&
  (one.architecture ?? other.architecture) === (other.architecture ?? one.architecture) &&
  (one.role ?? other.role) === (other.role ?? one.role);

const defaultKind = defaults["kubeadm.software.files[].kind"];

/** All files of a cluster's machines: those of this project, unless the cluster has its own for the same path. */
export function softwareFiles(cluster: KubeadmClusterProps): KubeadmSoftwareFile[] {
  const { source = defaults["kubeadm.software.source"], files: own = [] } = cluster.kubeadm?.software ?? {};
  if (source === "image") return [];
  return [...knownFiles(cluster).filter((file) => !own.some((other) => isSamePlace(file, other))), ...own];
}

/** Programs of Kubernetes that some machines with an architecture do not get, because their checksum is unknown. */
export function missingPrograms(cluster: KubeadmClusterProps, architecture: Architecture): string[] {
  const files = softwareFiles(cluster);
  const isFor = (file: KubeadmSoftwareFile, role: KubeadmSoftwareFile["role"]) =>
    (file.architecture ?? architecture) === architecture && (file.role ?? role) === role;
  return kubernetesPrograms.filter((name) =>
    (["control-plane", "worker"] as const).some(
      (role) => !files.some((file) => file.to === `/usr/local/bin/${name}` && isFor(file, role)),
    ),
  );
}

/** A file as the boot program knows it. */
export const bootFile = ({ url, kind = defaultKind, ...file }: KubeadmSoftwareFile): SoftwareFile => ({
  ...file,
  kind,
  path: pathOf(url),
});

/** The path of a file in the store's `assets/` and in mirrors: its URL without `https://`. */
export const pathOf = (url: string): string => url.replace(/^https:\/\//, "");
