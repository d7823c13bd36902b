import {
  amiTypeOf,
  nodeImages,
  releaseParameter,
  type AmiType,
  type NodeImage,
} from "../../modules/eks/images";

const rows = Object.entries(nodeImages) as [AmiType, NodeImage][];

describe.each(rows)("node image %s", (amiType, image) => {
  it("has an AMI type that says its family and architecture", () => {
    expect(amiType.startsWith(image.family.toUpperCase())).toBe(true);
    expect(amiType.includes("_ARM_64")).toBe(image.architecture === "arm64");
    expect(amiType.includes("_x86_64")).toBe(image.architecture === "x86_64");
  });

  it("has a release parameter of its own family and architecture", () => {
    const path = releaseParameter(amiType, "1.35");
    expect(path).toContain("1.35");
    expect(path).not.toMatch(/[{}]/);
    expect(path.split("/")).toContain(image.architecture);
    expect(path).toMatch(
      image.family === "bottlerocket"
        ? /^\/aws\/service\/bottlerocket\/.*\/image_version$/
        : /^\/aws\/service\/eks\/optimized-ami\/.*\/release_version$/,
    );
  });

  it("is found by what it is", () => {
    expect(amiTypeOf(image.family, image.architecture, image.variant)).toBe(amiType);
  });

  it("has one disk for containers, and starts with the root volume", () => {
    expect(image.disks[0].device).toBe("/dev/xvda");
    expect(image.disks.filter(({ holdsContainers }) => holdsContainers)).toHaveLength(1);
    for (const { device, minimumGiB } of image.disks) {
      expect(device).toMatch(/^\/dev\/xvd[a-z]$/);
      expect(Number.isInteger(minimumGiB) && minimumGiB > 0).toBe(true);
    }
  });

  it("takes the user data of its family", () => {
    expect(image.userData).toBe(image.family === "bottlerocket" ? "toml" : "nodeadm");
  });
});

it("spells the parameters as AWS does", () => {
  expect(rows.map(([amiType]) => releaseParameter(amiType, "1.36"))).toEqual([
    "/aws/service/eks/optimized-ami/1.36/amazon-linux-2023/x86_64/standard/recommended/release_version",
    "/aws/service/eks/optimized-ami/1.36/amazon-linux-2023/arm64/standard/recommended/release_version",
    "/aws/service/bottlerocket/aws-k8s-1.36/x86_64/latest/image_version",
    "/aws/service/bottlerocket/aws-k8s-1.36/arm64/latest/image_version",
  ]);
});

it("keeps containers off Bottlerocket's system volume", () => {
  expect(
    nodeImages.BOTTLEROCKET_ARM_64.disks.map(({ device, holdsContainers }) => [device, holdsContainers]),
  ).toEqual([
    ["/dev/xvda", false],
    ["/dev/xvdb", true],
  ]);
});

it("has standard images for both families and architectures, and no others yet", () => {
  expect(amiTypeOf("al2023", "arm64")).toBe("AL2023_ARM_64_STANDARD");
  expect(amiTypeOf("al2023", "x86_64")).toBe("AL2023_x86_64_STANDARD");
  expect(amiTypeOf("bottlerocket", "arm64")).toBe("BOTTLEROCKET_ARM_64");
  expect(amiTypeOf("bottlerocket", "x86_64")).toBe("BOTTLEROCKET_x86_64");
  expect(amiTypeOf("al2023", "x86_64", "nvidia")).toBeUndefined();
});
