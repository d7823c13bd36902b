import {
  attachableGpus,
  bootDisksOf,
  diskTypeOf,
  familyName,
  gpusOf,
  isMachineType,
  isPartitionable,
  isTpu,
  localSsdOf,
  machineFamilies,
  machineFamily,
  type MachineFamily,
  tpuChipsOf,
  vcpusOf,
} from "../../../modules/gke/node-groups/machine-types";

const families = Object.entries<MachineFamily>(machineFamilies);

describe("each family of the table", () => {
  test.each(families)("%s has a boot disk, by default balanced", (name, { bootDisks }) => {
    expect(isMachineType(`${name}-standard-4`)).toBe(true);
    expect(bootDisks[0]).toMatch(/-balanced$/);
    expect(new Set(bootDisks).size).toBe(bootDisks.length);
  });

  test.each(families)("%s has GPUs or TPUs, if any, and no confidential machines on Arm", (_, family) => {
    expect(family.gpu !== undefined && family.tpu !== undefined).toBe(false);
    expect(family.architecture === "arm64" && family.confidential !== undefined).toBe(false);
    expect(family.architecture === "arm64" && family.windows === true).toBe(false);
  });
});

describe("boot disks", () => {
  test.each([
    ["n2-standard-8", "pd-balanced"],
    ["e2-medium", "pd-balanced"],
    ["c3-standard-4", "pd-balanced"],
    ["c4-standard-4", "hyperdisk-balanced"],
    ["n4-custom-4-8192", "hyperdisk-balanced"],
    ["a3-highgpu-8g", "pd-balanced"],
    ["a3-ultragpu-8g", "hyperdisk-balanced"],
    ["ct6e-standard-4t", "hyperdisk-balanced"],
    ["q9-standard-4", undefined],
  ])("of %s: %s", (type, disk) => {
    expect(diskTypeOf(type)).toBe(disk);
    expect(bootDisksOf(type)?.[0]).toBe(disk);
  });

  test("are SSDs on the third generation", () => {
    expect(bootDisksOf("c3-standard-4")).not.toContain("pd-standard");
    expect(bootDisksOf("n2-standard-4")).toContain("pd-standard");
  });
});

describe("accelerators", () => {
  test.each([
    ["g2-standard-4", { type: "nvidia-l4", count: 1 }],
    ["g2-standard-96", { type: "nvidia-l4", count: 8 }],
    ["a2-highgpu-2g", { type: "nvidia-tesla-a100", count: 2 }],
    ["a2-megagpu-16g", { type: "nvidia-tesla-a100", count: 16 }],
    ["a3-megagpu-8g", { type: "nvidia-h100-mega-80gb", count: 8 }],
    ["g4-standard-192", { type: "nvidia-rtx-pro-6000", count: 4 }],
    ["n1-standard-8", undefined],
    ["g2-standard-5", undefined],
    ["a2-highgpu", undefined],
  ])("%s brings %j", (type, gpus) => {
    expect(gpusOf(type)).toEqual(gpus);
  });

  test("are attached to one family only", () => {
    const attached = families.filter(([, { gpu }]) => gpu === "attached").map(([name]) => name);
    expect(attached).toEqual(["n1"]);
    expect(Object.values(attachableGpus).every((counts) => counts.includes(1))).toBe(true);
  });

  test("can be partitioned if they are large", () => {
    expect(["nvidia-tesla-a100", "nvidia-h100-80gb", "nvidia-b200"].every(isPartitionable)).toBe(true);
    expect(["nvidia-l4", "nvidia-tesla-t4"].some(isPartitionable)).toBe(false);
  });

  test("of Google are known from the family or the name", () => {
    expect(["ct5lp-hightpu-4t", "tpu7x-standard-4t", "ct9z-hightpu-4t"].every(isTpu)).toBe(true);
    expect(isTpu("c2-standard-4")).toBe(false);
    expect(tpuChipsOf("ct5p-hightpu-4t")).toBe(4);
    expect(tpuChipsOf("n2-standard-4")).toBeUndefined();
  });
});

describe("local SSDs", () => {
  test.each([
    ["n2-standard-8", "chosen"],
    ["c3-standard-8", "none"],
    ["c3-standard-8-lssd", "brought"],
    ["a3-highgpu-8g", "brought"],
    ["z3-highmem-88-highlssd", "brought"],
    ["e2-standard-4", "none"],
    ["q9-standard-4", undefined],
  ])("of %s: %s", (type, ssd) => {
    expect(localSsdOf(type)).toBe(ssd);
  });
});

describe("names", () => {
  test.each(["n2-standard-8", "c3-standard-8-lssd", "n1-custom-4-8192-ext", "e2-medium", "ct6e-standard-4t"])(
    "%s is a machine type",
    (type) => {
      expect(isMachineType(type)).toBe(true);
    },
  );

  test.each(["m7i.large", "Standard_D4s_v5", "n2", "", "-standard-4"])("%s is none", (type) => {
    expect(isMachineType(type)).toBe(false);
  });

  test.each([
    ["n2-standard-8", 8],
    ["e2-medium", 2],
    ["n2-custom-6-8192", 6],
    ["c3-highcpu-22-lssd", 22],
    ["a2-highgpu-1g", undefined],
  ])("%s has %s vCPUs", (type, vcpus) => {
    expect(vcpusOf(type)).toBe(vcpus);
  });

  test("contain the family", () => {
    expect(familyName("ct5lp-hightpu-4t")).toBe("ct5lp");
    expect(machineFamily("toString-1")).toBeUndefined();
  });
});
