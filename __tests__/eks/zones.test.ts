import { Token } from "cdktf";
import { regionNames } from "../../modules/aws/regions";
import { slotOf } from "../../modules/networks/aws/address-plan";
import { zoneNames } from "../../modules/eks/zones";

const region = "eu-central-1";
const subnet = (id: string, zone: string) => ({ id, zone });
const existing = (...zones: string[]) => ({
  existing: { vpcId: "vpc-1", nodeSubnets: zones.map((zone, i) => subnet(`subnet-${i}`, zone)) },
});

test("three zones by default", () => {
  const three = ["eu-central-1a", "eu-central-1b", "eu-central-1c"];
  expect(zoneNames({ region })).toEqual(three);
  expect(zoneNames({ region, network: {} })).toEqual(three);
});

test("a number selects the first zones of the region", () => {
  expect(zoneNames({ region, network: { zones: 2 } })).toEqual(["eu-central-1a", "eu-central-1b"]);
  // There is no zone b for everyone.
  expect(zoneNames({ region: "ap-northeast-1", network: { zones: 2 } })).toEqual([
    "ap-northeast-1a",
    "ap-northeast-1c",
  ]);
});

test("names are kept, each once", () => {
  expect(zoneNames({ region, network: { zones: ["c", "a", "c"] } })).toEqual(["a", "c"]);
});

test("an existing network has the zones of its subnets, each once", () => {
  expect(zoneNames({ region, network: existing("b", "a", "b") })).toEqual(["a", "b"]);
});

test("another zone adds one and changes none", () => {
  for (const name of regionNames()) {
    let before: string[] = [];
    for (let count = 1; ; count++) {
      const zones = zoneNames({ region: name, network: { zones: count } });
      if (!zones) break;
      expect(zones.slice(0, -1)).toEqual(before);
      expect(zones.map((zone) => slotOf(name, zone))).not.toContain(undefined);
      before = zones;
    }
  }
});

test.each([
  ["an unknown region", { region: "eu-west-9" }],
  ["more than the region has", { region, network: { zones: 7 } }],
  ["no whole number", { region, network: { zones: 1.5 } }],
  ["none", { region, network: { zones: 0 } }],
  ["a number from a resource", { region, network: { zones: Token.asNumber({ some: "attribute" }) } }],
  ["names from a variable", { region, network: { zones: "${var.zones}" as never } }],
  ["a list from a resource", { region, network: { zones: Token.asList({ some: "attribute" }) } }],
  ["a name from a variable", { region, network: { zones: ["a", "${var.zone}"] } }],
  ["a region from a variable", { region: "${var.region}" }],
  ["a subnet's zone from a variable", { region, network: existing("a", "${var.zone}") }],
])("can't be known with %s", (_, cluster) => {
  expect(zoneNames(cluster)).toBeUndefined();
});
