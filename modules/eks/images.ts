import { type Architecture } from "./instance-types";
import { type PinnedImageFamily } from "./versions";

/** System image families of managed node groups. */
export type ImageFamily = PinnedImageFamily;

/** What an image is made for, beside plain nodes. */
export type ImageVariant = "standard" | "nvidia" | "neuron" | "fips";

/** AMI types of managed node groups, in the spelling of the EKS API. */
export type AmiType =
  "AL2023_x86_64_STANDARD" | "AL2023_ARM_64_STANDARD" | "BOTTLEROCKET_x86_64" | "BOTTLEROCKET_ARM_64";

/** A volume that the image brings along. */
export interface ImageDisk {
  /** Device name in the block device mapping. */
  readonly device: string;
  /** Smallest volume that holds the image, GiB: EC2 refuses one smaller than the image's snapshot. */
  readonly minimumGiB: number;
  /** Whether container images, logs and emptyDir volumes live here: the volume to enlarge. */
  readonly holdsContainers: boolean;
}

/** A kind of system image for managed node groups. */
export interface NodeImage {
  readonly family: ImageFamily;
  readonly variant: ImageVariant;
  readonly architecture: Architecture;
  /** SSM parameter with the newest release's version; `{minor}` stands for the Kubernetes minor. */
  readonly releaseParameter: `/aws/service/${string}{minor}${string}`;
  /** The volumes, the root volume first. */
  readonly disks: readonly [ImageDisk, ...ImageDisk[]];
  /** What configures the node: nodeadm's NodeConfig in MIME parts, or Bottlerocket's settings. */
  readonly userData: "nodeadm" | "toml";
}

/** 20 GiB: https://github.com/awslabs/amazon-eks-ami/blob/main/templates/al2023/template.json */
const al2023Disks = [{ device: "/dev/xvda", minimumGiB: 20, holdsContainers: true }] as const;

/**
 * The system's volume is 2 GiB, with GPU drivers 4; the other one, 20 GiB as published, takes everything that containers
 * write. https://github.com/bottlerocket-os/bottlerocket/blob/develop/README.md#default-volumes, sizes: `image-layout` in
 * https://github.com/bottlerocket-os/bottlerocket/tree/develop/variants
 */
const bottlerocketDisks = [
  { device: "/dev/xvda", minimumGiB: 4, holdsContainers: false },
  { device: "/dev/xvdb", minimumGiB: 20, holdsContainers: true },
] as const;

/**
 * AMI types: https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html (amiType). Parameters:
 * https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id.html and
 * https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id-bottlerocket.html
 */
export const nodeImages = {
  AL2023_x86_64_STANDARD: {
    family: "al2023",
    variant: "standard",
    architecture: "x86_64",
    releaseParameter:
      "/aws/service/eks/optimized-ami/{minor}/amazon-linux-2023/x86_64/standard/recommended/release_version",
    disks: al2023Disks,
    userData: "nodeadm",
  },
  AL2023_ARM_64_STANDARD: {
    family: "al2023",
    variant: "standard",
    architecture: "arm64",
    releaseParameter:
      "/aws/service/eks/optimized-ami/{minor}/amazon-linux-2023/arm64/standard/recommended/release_version",
    disks: al2023Disks,
    userData: "nodeadm",
  },
  BOTTLEROCKET_x86_64: {
    family: "bottlerocket",
    variant: "standard",
    architecture: "x86_64",
    releaseParameter: "/aws/service/bottlerocket/aws-k8s-{minor}/x86_64/latest/image_version",
    disks: bottlerocketDisks,
    userData: "toml",
  },
  BOTTLEROCKET_ARM_64: {
    family: "bottlerocket",
    variant: "standard",
    architecture: "arm64",
    releaseParameter: "/aws/service/bottlerocket/aws-k8s-{minor}/arm64/latest/image_version",
    disks: bottlerocketDisks,
    userData: "toml",
  },
} as const satisfies Readonly<Record<AmiType, NodeImage>>;

/** The AMI type of a family, an architecture and a variant; undefined when there is none. */
export function amiTypeOf(
  family: ImageFamily,
  architecture: Architecture,
  variant: ImageVariant = "standard",
): AmiType | undefined {
  return (Object.keys(nodeImages) as AmiType[]).find((amiType) => {
    const image: NodeImage = nodeImages[amiType];
    return image.family === family && image.architecture === architecture && image.variant === variant;
  });
}

/** Name of the SSM parameter that holds the newest release's version for a Kubernetes minor such as "1.35". */
export function releaseParameter(amiType: AmiType, minor: string): string {
  return nodeImages[amiType].releaseParameter.replace("{minor}", minor);
}
