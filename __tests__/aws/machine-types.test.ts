import {
  acceleratorOf,
  architectureOf,
  hasLocalDisks,
  instanceType,
  instanceTypes,
  isNitro,
  maxPods,
  subnetAddresses,
  typesNamed,
} from "../../modules/aws/machine-types";

const types = instanceTypes();
const known = (name: string) => {
  const type = instanceType(name);
  if (!type) throw new Error(`${name} is not in the table`);
  return type;
};

describe("the table of instance types", () => {
  it("has the types of all current families", () => {
    expect(types.length).toBeGreaterThan(1300);
    expect(new Set(types.map(({ name }) => name)).size).toBe(types.length);
  });

  it("has rows in range", () => {
    for (const type of types) {
      expect(type.name).toMatch(/^[a-z][a-z\d-]+\.[a-z\d-]+$/);
      expect(["x86_64", "arm64"]).toContain(type.architecture);
      expect([undefined, "nvidia", "neuron"]).toContain(type.accelerator);
      expect(type.vcpus).toBeGreaterThanOrEqual(1);
      expect(type.maxInterfaces).toBeGreaterThanOrEqual(1);
      expect(type.maxInterfaces).toBeLessThanOrEqual(24);
      expect(type.addressesPerInterface).toBeGreaterThanOrEqual(2);
      expect(type.addressesPerInterface).toBeLessThanOrEqual(64);
    }
  });

  it("knows no macOS machines, and none of Object's members", () => {
    for (const name of ["mac2.metal", "constructor.name", "m5.constructor", "m5", "m5.large.x", "", "."]) {
      expect(instanceType(name)).toBeUndefined();
    }
  });

  it.each([
    ["m5.large", 2, 3, 10],
    ["t3.medium", 2, 3, 6],
    ["c6gn.16xlarge", 64, 15, 50],
    ["p4d.24xlarge", 96, 15, 50],
    // Many network cards; the default one has two interfaces.
    ["p5.48xlarge", 192, 2, 50],
  ])(
    "has %s with %i vCPUs, %i interfaces of %i addresses",
    (name, vcpus, maxInterfaces, addressesPerInterface) => {
      expect(known(name)).toMatchObject({ vcpus, maxInterfaces, addressesPerInterface });
    },
  );
});

describe("architectureOf", () => {
  it("follows from the name as in the table, for each row", () => {
    const byName = types.map(({ name }) => architectureOf(name.replace(/\..*/, ".of-tomorrow")));
    expect(byName).toEqual(types.map(({ architecture }) => architecture));
  });

  it.each([
    ["m7g.large", "arm64"],
    ["m7gd.metal", "arm64"],
    ["a1.large", "arm64"],
    ["im4gn.large", "arm64"],
    ["t4g.small", "arm64"],
    ["g5g.xlarge", "arm64"],
    ["g5.xlarge", "x86_64"],
    ["m7i-flex.large", "x86_64"],
    ["u-6tb1.112xlarge", "x86_64"],
    ["m12gd.large", "arm64"],
    ["m12a.large", "x86_64"],
    ["p6e-gb200.36xlarge", "arm64"],
    ["u-9tb1.metal", "x86_64"],
    ["mac2.metal", undefined],
    ["large", undefined],
    ["M5.large", undefined],
    ["${var.type}", undefined],
  ])("of %s is %s", (name, architecture) => {
    expect(architectureOf(name)).toBe(architecture);
  });
});

describe("acceleratorOf", () => {
  it("follows from the family as in the table, for each row", () => {
    const byName = types.map(({ name }) => acceleratorOf(name.replace(/\..*/, ".of-tomorrow")));
    expect(byName).toEqual(types.map(({ accelerator }) => accelerator));
  });

  it.each([
    ["g6.xlarge", "nvidia"],
    ["gr6.4xlarge", "nvidia"],
    ["p5.48xlarge", "nvidia"],
    ["p3.2xlarge", "nvidia"],
    ["inf2.xlarge", "neuron"],
    ["trn9.48xlarge", "neuron"],
    ["g4ad.xlarge", undefined],
    ["dl1.24xlarge", undefined],
    ["m5.large", undefined],
    ["no type", undefined],
  ])("of %s is %s", (name, accelerator) => {
    expect(acceleratorOf(name)).toBe(accelerator);
  });
});

describe("maxPods", () => {
  // https://github.com/awslabs/amazon-eks-ami/blob/main/nodeadm/internal/kubelet/eni-max-pods.txt, then EKS' limit
  it.each([
    ["t3.nano", 4],
    ["t3.micro", 4],
    ["t3.medium", 17],
    ["t3.large", 35],
    ["m5.large", 29],
    ["m5.xlarge", 58],
    ["m7g.medium", 8],
    // 234 addresses for pods, 16 vCPUs
    ["m5.4xlarge", 110],
    // 32 vCPUs
    ["m5.8xlarge", 234],
    ["m5.24xlarge", 250],
    ["p5.48xlarge", 100],
  ])("of %s is %i", (name, pods) => {
    expect(maxPods(known(name))).toBe(pods);
  });

  it("exceeds the limit of EKS for no type", () => {
    for (const type of types) expect(maxPods(type)).toBeLessThanOrEqual(type.vcpus > 30 ? 250 : 110);
  });
});

describe("local disks", () => {
  it.each([
    ["m7gd.large", true],
    ["i7i.large", true],
    ["g6.xlarge", true],
    ["g6.*", true],
    ["inf2.xlarge", false],
    ["m7g.large", false],
    ["m99gd.large", true],
    ["m99g.large", false],
  ])("of %s: %s", (name, expected) => {
    expect(hasLocalDisks(name)).toBe(expected);
  });
});

describe("Elastic Fabric Adapters", () => {
  it.each([
    ["p5.48xlarge", 32],
    ["c7gn.16xlarge", 1],
    ["m7i.large", 0],
  ])("of %s are %i", (name, adapters) => {
    expect(known(name).fabricAdapters).toBe(adapters);
  });
});

describe("a family's name", () => {
  it("means its types", () => {
    expect(typesNamed("m7i-flex.*")).toContain("m7i-flex.large");
    expect(typesNamed("m7i.large")).toEqual(["m7i.large"]);
    expect(typesNamed("m99i.*")).toEqual([]);
    expect(architectureOf("m7g.*")).toBe("arm64");
  });
});

it("knows which types use Nitro", () => {
  expect(["m5.large", "t3.small", "i3.metal", "m99i.large"].filter((name) => !isNitro(name))).toEqual([]);
  expect(["t2.small", "m4.large", "i3.large"].filter(isNitro)).toEqual([]);
});

describe("subnetAddresses", () => {
  // https://github.com/aws/amazon-vpc-cni-k8s/blob/master/docs/eni-and-ip-target.md, and the two host-network pods
  it.each([
    ["t3.small", 0, 1 * 4],
    ["t3.small", 5, 3 * 4],
    ["t3.small", 9, 3 * 4],
    ["p3dn.24xlarge", 0, 1 * 50],
    ["p3dn.24xlarge", 3, 2 * 50],
    ["p3dn.24xlarge", 95, 3 * 50],
    ["m5.large", 27, 3 * 10],
  ])("of %s with %i pods is %i", (name, pods, addresses) => {
    expect(subnetAddresses(known(name), pods + 2)).toBe(addresses);
  });

  it("needs no warm interface when all are in use", () => {
    const type = known("m5.4xlarge");
    expect(subnetAddresses(type, 250)).toBe(type.maxInterfaces * type.addressesPerInterface);
    // 108 pods with an address: four interfaces, and a warm one
    expect(subnetAddresses(type, maxPods(type))).toBe(5 * 30);
  });

  it("is enough for the pods of each type", () => {
    for (const type of types)
      expect(subnetAddresses(type, maxPods(type))).toBeGreaterThanOrEqual(maxPods(type) - 2);
  });
});
