import {
  amiTypeOf,
  type AmiType,
  hasDrivers,
  imageKind,
  imageParameter,
  type NodeImage,
  nodeImages,
  releaseParameter,
} from "../../../modules/eks/node-groups/images";

const rows = Object.entries(nodeImages) as [AmiType, NodeImage][];
const formats = { al2023: "nodeadm", bottlerocket: "toml", windows: "powershell" } as const;
const roots = { al2023: "/dev/xvda", bottlerocket: "/dev/xvda", windows: "/dev/sda1" } as const;

describe.each(rows)("node image %s", (amiType, image) => {
  it("has an AMI type with its family and architecture", () => {
    expect(amiType.startsWith(image.family.toUpperCase())).toBe(true);
    expect(amiType.includes("_ARM_64")).toBe(image.architecture === "arm64");
    expect(amiType.includes("_x86_64")).toBe(image.architecture === "x86_64");
  });

  it("has an AMI type with its variant", () => {
    const parts = amiType.toLowerCase().split("_");
    const expected =
      image.family === "al2023" || image.variant !== "standard" ? image.variant.split("-") : [];
    expect(parts).toEqual(expect.arrayContaining(expected));
  });

  it("has parameters of its family, variant and architecture", () => {
    const paths = [
      releaseParameter(amiType, "1.35"),
      imageParameter(amiType, "1.35", "latest"),
      imageParameter(amiType, "1.35", "1.35.8-20260930"),
    ];
    const [year, installation] = image.variant.split("-");
    for (const path of paths) {
      expect(path).not.toMatch(/[{}]/);
      switch (image.family) {
        case "al2023":
          expect(path).toContain(
            `/aws/service/eks/optimized-ami/1.35/amazon-linux-2023/${image.architecture}/${image.variant}/`,
          );
          break;
        case "bottlerocket":
          expect(path).toContain(
            `/aws/service/bottlerocket/aws-k8s-1.35${image.variant === "standard" ? "" : `-${image.variant}`}/${image.architecture}/`,
          );
          break;
        case "windows":
          expect(path.toLowerCase()).toContain(
            `/aws/service/ami-windows-latest/windows_server-${year}-english-${installation}-eks_optimized-1.35`,
          );
      }
    }
  });

  it("is found by what it is", () => {
    expect(amiTypeOf(image.family, image.architecture, image.variant)).toBe(amiType);
  });

  it("has one disk for containers, and starts with the root volume", () => {
    expect(image.disks[0].device).toBe(roots[image.family]);
    expect(image.disks.filter(({ holdsContainers }) => holdsContainers)).toHaveLength(1);
    for (const { device, minimumGiB } of image.disks) {
      expect(device).toMatch(/^\/dev\/(xvd[a-z]|sda1)$/);
      expect(Number.isInteger(minimumGiB) && minimumGiB > 0).toBe(true);
    }
  });

  it("has the user data format of its family", () => {
    expect(image.userData).toBe(formats[image.family]);
  });
});

it("spells the parameters of releases as AWS does", () => {
  expect(rows.map(([amiType]) => releaseParameter(amiType, "1.36"))).toEqual([
    "/aws/service/eks/optimized-ami/1.36/amazon-linux-2023/x86_64/standard/recommended/release_version",
    "/aws/service/eks/optimized-ami/1.36/amazon-linux-2023/arm64/standard/recommended/release_version",
    "/aws/service/eks/optimized-ami/1.36/amazon-linux-2023/x86_64/nvidia/recommended/release_version",
    "/aws/service/eks/optimized-ami/1.36/amazon-linux-2023/arm64/nvidia/recommended/release_version",
    "/aws/service/eks/optimized-ami/1.36/amazon-linux-2023/x86_64/neuron/recommended/release_version",
    "/aws/service/bottlerocket/aws-k8s-1.36/x86_64/latest/image_version",
    "/aws/service/bottlerocket/aws-k8s-1.36/arm64/latest/image_version",
    "/aws/service/bottlerocket/aws-k8s-1.36-nvidia/x86_64/latest/image_version",
    "/aws/service/bottlerocket/aws-k8s-1.36-nvidia/arm64/latest/image_version",
    "/aws/service/bottlerocket/aws-k8s-1.36-fips/x86_64/latest/image_version",
    "/aws/service/bottlerocket/aws-k8s-1.36-fips/arm64/latest/image_version",
    "/aws/service/ami-windows-latest/Windows_Server-2019-English-Core-EKS_Optimized-1.36",
    "/aws/service/ami-windows-latest/Windows_Server-2019-English-Full-EKS_Optimized-1.36",
    "/aws/service/ami-windows-latest/Windows_Server-2022-English-Core-EKS_Optimized-1.36",
    "/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-EKS_Optimized-1.36",
    "/aws/service/ami-windows-latest/Windows_Server-2025-English-Core-EKS_Optimized-1.36",
    "/aws/service/ami-windows-latest/Windows_Server-2025-English-Full-EKS_Optimized-1.36",
  ]);
});

it.each([
  [
    "AL2023_ARM_64_STANDARD",
    "1.35.8-20260930",
    "/aws/service/eks/optimized-ami/1.35/amazon-linux-2023/arm64/standard/amazon-eks-node-al2023-arm64-standard-1.35-v20260930/image_id",
  ],
  [
    "AL2023_x86_64_NVIDIA",
    "latest",
    "/aws/service/eks/optimized-ami/1.35/amazon-linux-2023/x86_64/nvidia/recommended/image_id",
  ],
  [
    "BOTTLEROCKET_x86_64_FIPS",
    "1.66.0-1ad6b4a4",
    "/aws/service/bottlerocket/aws-k8s-1.35-fips/x86_64/1.66.0-1ad6b4a4/image_id",
  ],
  ["BOTTLEROCKET_ARM_64", "latest", "/aws/service/bottlerocket/aws-k8s-1.35/arm64/latest/image_id"],
  [
    "WINDOWS_CORE_2022_x86_64",
    "latest",
    "/aws/service/ami-windows-latest/Windows_Server-2022-English-Core-EKS_Optimized-1.35/image_id",
  ],
] as const)("the image of %s at %s is found by %s", (amiType, release, parameter) => {
  expect(imageParameter(amiType, "1.35", release)).toBe(parameter);
});

it("keeps containers off Bottlerocket's system volume", () => {
  expect(
    nodeImages.BOTTLEROCKET_ARM_64.disks.map(({ device, holdsContainers }) => [device, holdsContainers]),
  ).toEqual([
    ["/dev/xvda", false],
    ["/dev/xvdb", true],
  ]);
});

describe("omitted fields of an image", () => {
  it.each([
    ["m7i.large", undefined, "AL2023_x86_64_STANDARD"],
    ["g6.xlarge", undefined, "AL2023_x86_64_NVIDIA"],
    ["g5g.xlarge", undefined, "AL2023_ARM_64_NVIDIA"],
    ["inf2.xlarge", undefined, "AL2023_x86_64_NEURON"],
    ["g6.*", undefined, "AL2023_x86_64_NVIDIA"],
    ["g6.xlarge", { variant: "standard" }, "AL2023_x86_64_STANDARD"],
    ["g6.xlarge", { family: "bottlerocket" }, "BOTTLEROCKET_x86_64_NVIDIA"],
    ["inf2.xlarge", { family: "bottlerocket" }, "BOTTLEROCKET_x86_64"],
    ["m7g.large", { family: "bottlerocket", variant: "fips" }, "BOTTLEROCKET_ARM_64_FIPS"],
    ["m7i.large", { family: "windows" }, "WINDOWS_CORE_2022_x86_64"],
    ["m7i.large", { family: "windows", variant: "2025-full" }, "WINDOWS_FULL_2025_x86_64"],
  ] as const)("follows from %s and %j: %s", (machineType, image, amiType) => {
    const { family, architecture, variant } = imageKind({ machineTypes: [machineType], image });
    expect(amiTypeOf(family, architecture, variant)).toBe(amiType);
  });

  it("does not select an image that EKS does not have", () => {
    expect(amiTypeOf("al2023", "arm64", "neuron")).toBeUndefined();
    expect(amiTypeOf("windows", "arm64")).toBeUndefined();
    expect(amiTypeOf("al2023", "x86_64", "fips")).toBeUndefined();
  });
});

it("knows which images have drivers", () => {
  expect(hasDrivers("al2023", "nvidia", "nvidia")).toBe(true);
  expect(hasDrivers("al2023", "standard", "nvidia")).toBe(false);
  expect(hasDrivers("bottlerocket", "standard", "neuron")).toBe(true);
  expect(hasDrivers("bottlerocket", "fips", "nvidia")).toBe(false);
});
