import {
  defaultZones,
  partitionOf,
  partitions,
  region,
  regionNames,
  type Partition,
} from "../../modules/aws/regions";

const rows = regionNames().map((name) => region(name)!);

describe("the table of regions", () => {
  it("has all partitions, and the common regions", () => {
    expect(new Set(rows.map(({ partition }) => partition))).toEqual(new Set(Object.keys(partitions)));
    expect(regionNames()).toEqual(
      expect.arrayContaining(["us-east-1", "eu-west-1", "ap-southeast-7", "mx-central-1"]),
    );
  });

  it.each(rows.map((row) => [row.name, row] as const))("has %s in order", (name, row) => {
    expect(name).toMatch(/^[a-z]{2,4}(-gov|-iso[a-z]?|-de)?-[a-z]+-\d$/);
    expect(new Set(row.zoneLetters).size).toBe(row.zoneLetters.length);
    for (const letter of row.zoneLetters) expect(letter).toMatch(/^[a-f]$/);
    for (const id of row.unsupportedZoneIds) expect(id).toMatch(/^[a-z]+\d-az\d$/);
  });

  it("knows regions where three zones cannot be selected", () => {
    expect(rows.filter(({ zoneLetters }) => zoneLetters.length < 3).map(({ name }) => name)).toEqual([
      "us-west-1",
      "eusc-de-east-1",
      ...rows.filter(({ partition }) => partition.startsWith("aws-iso")).map(({ name }) => name),
    ]);
  });

  it("has the zones without EKS", () => {
    expect(rows.flatMap(({ unsupportedZoneIds }) => unsupportedZoneIds)).toEqual([
      "cac1-az3",
      "use1-az3",
      "usw1-az2",
    ]);
  });

  it("has no facts of unknown regions", () => {
    expect(region("eu-west-9")).toBeUndefined();
    expect(region("constructor")).toBeUndefined();
  });
});

describe("defaultZones", () => {
  it.each([
    ["eu-west-1", 3, ["eu-west-1a", "eu-west-1b", "eu-west-1c"]],
    ["eu-west-1", 2, ["eu-west-1a", "eu-west-1b"]],
    ["ap-northeast-1", 3, ["ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"]],
    ["ca-central-1", 3, ["ca-central-1a", "ca-central-1b", "ca-central-1d"]],
    ["cn-north-1", 3, ["cn-north-1a", "cn-north-1b", "cn-north-1d"]],
    ["us-west-2", 4, ["us-west-2a", "us-west-2b", "us-west-2c", "us-west-2d"]],
    ["us-east-1", 5, ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1f"]],
    ["eu-west-1", 4, undefined],
    ["us-west-1", 2, undefined],
    ["us-iso-east-1", 1, undefined],
    ["eu-west-9", 3, undefined],
  ])("of %s, %i of them: %j", (name, count, zones) => {
    expect(defaultZones(name, count)).toEqual(zones);
  });
});

describe("partitionOf", () => {
  it.each<[string, Partition]>([
    ["us-east-1", "aws"],
    ["eu-west-9", "aws"],
    ["cn-south-9", "aws-cn"],
    ["us-gov-central-9", "aws-us-gov"],
    ["us-iso-east-1", "aws-iso"],
    ["us-isob-north-9", "aws-iso-b"],
    ["eu-isoe-west-1", "aws-iso-e"],
    ["us-isof-south-1", "aws-iso-f"],
    ["eusc-de-east-9", "aws-eusc"],
  ])("of %s is %s", (name, partition) => {
    expect(partitionOf(name)).toBe(partition);
  });
});
