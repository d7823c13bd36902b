import { defaults } from "../fields.generated";
import { type Accelerator, acceleratorOf, architectureOf } from "../../aws/machine-types";
import type { EksArchitecture, EksImageFamily, EksImageVariant, EksNodeGroupSpec } from "../spec";
import { kubernetesVersion, type PinnedImageFamily } from "../versions";

/** AMI types of managed node groups, in the spelling of the EKS API. */
export type AmiType = keyof typeof nodeImages;

/** A volume of the image. */
export interface ImageDisk {
  /** Device name in the block device mapping. */
  readonly device: string;
  /** Minimum size in GiB: EC2 rejects a volume smaller than the snapshot of the image. */
  readonly minimumGiB: number;
  /** Whether container images, logs and emptyDir volumes use it: the volume to enlarge. */
  readonly holdsContainers: boolean;
}

/** Format of user data: a NodeConfig of nodeadm in MIME parts, settings of Bottlerocket, or PowerShell. */
export type UserDataFormat = "nodeadm" | "toml" | "powershell";

/** A kind of system image for node groups. */
export interface NodeImage {
  readonly family: EksImageFamily;
  readonly variant: EksImageVariant;
  readonly architecture: EksArchitecture;
  /** SSM parameter with the version of the newest release; `{minor}` is the Kubernetes minor. */
  readonly releaseParameter: `/aws/service/${string}{minor}${string}`;
  /** The version is a field of the JSON in the parameter. */
  readonly releaseField?: string;
  /** SSM parameter with the id of the newest image. */
  readonly newestImageParameter: `/aws/service/${string}{minor}${string}/image_id`;
  /**
   * SSM parameter with the id of the image of one release, which never changes. `{release}` is the result of
   * `releaseInParameter`.
   */
  readonly imageParameter?: `/aws/service/${string}{minor}${string}{release}/image_id`;
  /** The volumes, the root volume first. */
  readonly disks: readonly [ImageDisk, ...ImageDisk[]];
  readonly userData: UserDataFormat;
}

/** 20 GiB: https://github.com/awslabs/amazon-eks-ami/blob/main/templates/al2023/template.json */
const al2023Disks = [{ device: "/dev/xvda", minimumGiB: 20, holdsContainers: true }] as const;

/**
 * The system volume has 2 GiB, 4 with GPU drivers. The data volume, 20 GiB in the image, has all data of containers.
 * https://github.com/bottlerocket-os/bottlerocket/blob/develop/README.md#default-volumes, sizes: `image-layout` in
 * https://github.com/bottlerocket-os/bottlerocket/tree/develop/variants
 */
const bottlerocketDisks = [
  { device: "/dev/xvda", minimumGiB: 4, holdsContainers: false },
  { device: "/dev/xvdb", minimumGiB: 20, holdsContainers: true },
] as const;

/** 50 GiB: https://docs.aws.amazon.com/eks/latest/userguide/launch-windows-workers.html (NodeVolumeSize) */
const windowsDisks = [{ device: "/dev/sda1", minimumGiB: 50, holdsContainers: true }] as const;

function al2023(architecture: EksArchitecture, variant: "standard" | Accelerator): NodeImage {
  const path = `/aws/service/eks/optimized-ami/{minor}/amazon-linux-2023/${architecture}/${variant}` as const;
  return {
    family: "al2023",
    variant,
    architecture,
    releaseParameter: `${path}/recommended/release_version`,
    newestImageParameter: `${path}/recommended/image_id`,
    imageParameter: `${path}/amazon-eks-node-al2023-${architecture}-${variant}-{minor}-v{release}/image_id`,
    disks: al2023Disks,
    userData: "nodeadm",
  };
}

function bottlerocket(architecture: EksArchitecture, variant: "standard" | "nvidia" | "fips"): NodeImage {
  const flavor = variant === "standard" ? "" : `-${variant}`;
  const path = `/aws/service/bottlerocket/aws-k8s-{minor}${flavor}/${architecture}` as const;
  return {
    family: "bottlerocket",
    variant,
    architecture,
    releaseParameter: `${path}/latest/image_version`,
    newestImageParameter: `${path}/latest/image_id`,
    imageParameter: `${path}/{release}/image_id`,
    disks: bottlerocketDisks,
    userData: "toml",
  };
}

function windows(year: "2019" | "2022" | "2025", installation: "core" | "full"): NodeImage {
  const option = installation === "core" ? "Core" : "Full";
  const path =
    `/aws/service/ami-windows-latest/Windows_Server-${year}-English-${option}-EKS_Optimized-{minor}` as const;
  return {
    family: "windows",
    variant: `${year}-${installation}`,
    architecture: "x86_64",
    releaseParameter: path,
    releaseField: "release_version",
    newestImageParameter: `${path}/image_id`,
    disks: windowsDisks,
    userData: "powershell",
  };
}

/**
 * AMI types: https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html (amiType). Parameters:
 * https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id.html, retrieve-ami-id-bottlerocket.html and
 * retrieve-windows-ami-id.html there. Those of one release: as Karpenter reads them for `al2023@v20260930`,
 * https://github.com/aws/karpenter-provider-aws/tree/main/pkg/providers/amifamily, and
 * https://github.com/bottlerocket-os/bottlerocket/blob/develop/PUBLISHING-AWS.md. Windows has none.
 */
export const nodeImages = {
  AL2023_x86_64_STANDARD: al2023("x86_64", "standard"),
  AL2023_ARM_64_STANDARD: al2023("arm64", "standard"),
  AL2023_x86_64_NVIDIA: al2023("x86_64", "nvidia"),
  AL2023_ARM_64_NVIDIA: al2023("arm64", "nvidia"),
  AL2023_x86_64_NEURON: al2023("x86_64", "neuron"),
  BOTTLEROCKET_x86_64: bottlerocket("x86_64", "standard"),
  BOTTLEROCKET_ARM_64: bottlerocket("arm64", "standard"),
  BOTTLEROCKET_x86_64_NVIDIA: bottlerocket("x86_64", "nvidia"),
  BOTTLEROCKET_ARM_64_NVIDIA: bottlerocket("arm64", "nvidia"),
  BOTTLEROCKET_x86_64_FIPS: bottlerocket("x86_64", "fips"),
  BOTTLEROCKET_ARM_64_FIPS: bottlerocket("arm64", "fips"),
  WINDOWS_CORE_2019_x86_64: windows("2019", "core"),
  WINDOWS_FULL_2019_x86_64: windows("2019", "full"),
  WINDOWS_CORE_2022_x86_64: windows("2022", "core"),
  WINDOWS_FULL_2022_x86_64: windows("2022", "full"),
  WINDOWS_CORE_2025_x86_64: windows("2025", "core"),
  WINDOWS_FULL_2025_x86_64: windows("2025", "full"),
} as const satisfies Readonly<Record<string, NodeImage>>;

/** The AMI type of a family, an architecture and a variant; undefined if EKS has no such image. */
export function amiTypeOf(
  family: EksImageFamily,
  architecture: EksArchitecture,
  variant: EksImageVariant = defaultVariant(family),
): AmiType | undefined {
  return (Object.keys(nodeImages) as AmiType[]).find((amiType) => {
    const image: NodeImage = nodeImages[amiType];
    return image.family === family && image.architecture === architecture && image.variant === variant;
  });
}

/** The variants of a family for an architecture. */
export function variantsOf(family: EksImageFamily, architecture: EksArchitecture): EksImageVariant[] {
  return Object.values<NodeImage>(nodeImages)
    .filter((image) => image.family === family && image.architecture === architecture)
    .map(({ variant }) => variant);
}

/** Family, architecture and variant of the image of a group, with defaults. */
export function imageKind({ image = {}, machineTypes }: Pick<EksNodeGroupSpec, "image" | "machineTypes">): {
  family: EksImageFamily;
  architecture: EksArchitecture;
  variant: EksImageVariant;
} {
  const family = image.family ?? defaults["nodeGroups[].image.family"];
  return {
    family,
    architecture: image.architecture ?? architectureOf(machineTypes[0]) ?? "x86_64",
    variant: image.variant ?? defaultVariant(family, machineTypes[0]),
  };
}

/** The AMI type of a group; undefined if EKS has no such image. */
export function amiTypeOfGroup(group: Pick<EksNodeGroupSpec, "image" | "machineTypes">): AmiType | undefined {
  const { family, architecture, variant } = imageKind(group);
  return amiTypeOf(family, architecture, variant);
}

/** Machines with accelerators get the image with drivers, without which the accelerators cannot be used. */
function defaultVariant(family: EksImageFamily, machineType?: string): EksImageVariant {
  if (family === "windows") return "2022-core";
  const accelerator = machineType === undefined ? undefined : acceleratorOf(machineType);
  return accelerator && hasImageFor(family, accelerator) ? accelerator : "standard";
}

/** Bottlerocket's standard image has the Neuron driver. */
const hasImageFor = (family: EksImageFamily, accelerator: Accelerator): boolean =>
  family === "al2023" || accelerator === "nvidia";

/** Whether an image has the drivers of an accelerator. */
export function hasDrivers(
  family: EksImageFamily,
  variant: EksImageVariant,
  accelerator: Accelerator,
): boolean {
  return variant === accelerator || (family === "bottlerocket" && accelerator === "neuron");
}

/** Name of the SSM parameter with the version of the newest release for a Kubernetes minor such as "1.35". */
export function releaseParameter(amiType: AmiType, minor: string): string {
  return nodeImages[amiType].releaseParameter.replace("{minor}", minor);
}

/**
 * Name of the SSM parameter with the id of an image. The id of a release never changes; that of `latest`, and of a family
 * without parameters for releases, follows the releases of AWS.
 */
export function imageParameter(amiType: AmiType, minor: string, release: string): string {
  const image: NodeImage = nodeImages[amiType];
  const template =
    release === "latest" || !image.imageParameter ? image.newestImageParameter : image.imageParameter;
  return template.replaceAll("{minor}", minor).replace("{release}", releaseInParameter(image, release));
}

/** A release of Amazon Linux is identified by its date: `1.35.8-20260930` is `v20260930` of 1.35. */
function releaseInParameter({ family }: NodeImage, release: string): string {
  return family === "al2023" ? release.slice(release.lastIndexOf("-") + 1) : release;
}

/** The release of a family that is pinned for a Kubernetes minor; undefined if there is none. */
export function pinnedRelease(minor: string, family: EksImageFamily): string | undefined {
  const images: Readonly<Partial<Record<EksImageFamily, string>>> = kubernetesVersion(minor)?.images ?? {};
  return images[family as PinnedImageFamily];
}
