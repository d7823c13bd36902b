import { opennessOf } from "../../modules/cluster/allowed-ranges";

/** All first octets that the internet routes, as /8 ranges, except those that contain ranges which it does not route. */
const wholeRanges = (octets: readonly number[]) => octets.map((octet) => `${octet}.0.0.0/8`);
const octetsBetween = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe("the openness of ranges", () => {
  test.each<[string, readonly string[]]>([
    ["one range", ["0.0.0.0/0"]],
    ["two halves", ["0.0.0.0/1", "128.0.0.0/1"]],
    ["halves in another order, with an overlap", ["128.0.0.0/1", "203.0.113.0/24", "0.0.0.0/1"]],
    ["four quarters", ["0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/2"]],
    ["all first octets that the internet routes", wholeRanges(octetsBetween(1, 223))],
    [
      "all but private ranges",
      [
        ...wholeRanges(octetsBetween(1, 223).filter((octet) => octet !== 10 && octet !== 172)),
        "172.0.0.0/12",
        "172.32.0.0/11",
        "172.64.0.0/10",
        "172.128.0.0/9",
      ],
    ],
    ["all of IPv6", ["::/0"]],
    ["two halves of IPv6", ["::/1", "8000::/1"]],
    ["all addresses of IPv6 that the internet routes", ["2000::/4", "3000::/4"]],
    ["IPv6 in addition to an office", ["203.0.113.0/24", "::/0"]],
  ])("is everyone: %s", (_, ranges) => {
    expect(opennessOf(ranges)).toBe("everyone");
  });

  test.each<[string, readonly string[]]>([
    ["a /8", ["52.0.0.0/8"]],
    ["a half", ["128.0.0.0/1"]],
    ["two /9", ["52.0.0.0/9", "54.0.0.0/9"]],
    ["all but one /8", wholeRanges(octetsBetween(1, 222))],
    ["a /16 of IPv6", ["2001::/16"]],
    ["two /17 of IPv6", ["2001::/17", "2a00::/17"]],
  ])("is a large part: %s", (_, ranges) => {
    expect(opennessOf(ranges)).toBe("large");
  });

  test.each<[string, readonly string[]]>([
    ["none", []],
    ["an office", ["203.0.113.0/24"]],
    ["a /9", ["52.0.0.0/9"]],
    ["two /9 that are equal", ["52.0.0.0/9", "52.0.0.0/9"]],
    ["private ranges", ["10.0.0.0/8", "172.16.0.0/12", "100.64.0.0/10"]],
    ["a /32 of IPv6", ["2001:db8::/32"]],
    ["no ranges", ["office", "1.2.3"]],
  ])("is limited: %s", (_, ranges) => {
    expect(opennessOf(ranges)).toBe("limited");
  });
});
