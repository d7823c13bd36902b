import { Cidr } from "../../../modules/cluster/addresses";
import { planSubnets, slotOf, slots, type Tier, vpcPrefix } from "../../../modules/networks/aws/address-plan";

const region = "eu-central-1";
const allZones = [...slots].map((letter) => region + letter);
const tiers: readonly Tier[] = ["private", "public", "intra"];
const plan = (cidr: string, zones: readonly string[]) => planSubnets(region, Cidr.parse(cidr)!, zones);
const prefixes = Array.from(
  { length: vpcPrefix.longest - vpcPrefix.shortest + 1 },
  (_, i) => vpcPrefix.shortest + i,
);

describe("slotOf", () => {
  test.each([
    ["eu-central-1a", 0],
    ["eu-central-1f", 5],
  ])("%s has the slot %i", (zone, slot) => {
    expect(slotOf(region, zone)).toBe(slot);
  });

  test.each([
    "eu-central-1g",
    "eu-central-1",
    "eu-central-1ab",
    "eu-central-1-ham-1a",
    "eu-west-1a",
    "a",
    "",
  ])("%j has none", (zone) => {
    expect(slotOf(region, zone)).toBeUndefined();
  });
});

describe("planSubnets", () => {
  test("divides the default range as documented", () => {
    const [a, c] = plan("10.0.0.0/16", [region + "a", region + "c"]);
    expect(tiers.map((tier) => a[tier].toString())).toEqual([
      "10.0.0.0/19",
      "10.0.192.0/22",
      "10.0.224.0/22",
    ]);
    expect(tiers.map((tier) => c[tier].toString())).toEqual([
      "10.0.64.0/19",
      "10.0.200.0/22",
      "10.0.232.0/22",
    ]);
  });

  test.each(prefixes)(
    "keeps all subnets of six zones apart and within a /%i, none smaller than AWS' /28",
    (prefix) => {
      const vpc = Cidr.parse(`10.0.0.0/${prefix}`)!;
      const subnets = plan(vpc.toString(), allZones).flatMap((zone) => tiers.map((tier) => zone[tier]));
      expect(subnets).toHaveLength(18);
      for (const [i, subnet] of subnets.entries()) {
        expect(vpc.contains(subnet)).toBe(true);
        expect(subnet.prefix).toBeLessThanOrEqual(28);
        expect(
          subnets
            .slice(0, i)
            .filter((other) => other.overlaps(subnet))
            .map(String),
        ).toEqual([]);
      }
    },
  );

  test("a zone has the same subnets, whatever other zones there are and in whatever order", () => {
    const whole = new Map(plan("10.0.0.0/16", allZones).map((subnets) => [subnets.zone, subnets]));
    // Every choice of zones.
    for (let choice = 1; choice < 2 ** allZones.length; choice++) {
      const zones = allZones.filter((_, i) => choice & (1 << i));
      for (const some of [zones, [...zones].reverse()]) {
        const planned = plan("10.0.0.0/16", some);
        expect(planned.map(({ zone }) => zone)).toEqual(some);
        for (const subnets of planned) expect(subnets).toEqual(whole.get(subnets.zone));
      }
    }
  });

  test("refuses a zone without a slot", () => {
    expect(() => plan("10.0.0.0/16", ["eu-west-1a"])).toThrow(
      "eu-west-1a is not an availability zone of eu-central-1",
    );
  });
});
