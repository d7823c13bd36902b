import { Cidr, privateRanges } from "../../modules/cluster/addresses";

const cidr = (text: string): Cidr => Cidr.parse(text)!;

describe("Cidr.parse", () => {
  test.each(["10.0.0.0/16", "0.0.0.0/0", "255.255.255.255/32", "192.168.128.0/17"])("reads %s", (text) => {
    expect(cidr(text).toString()).toBe(text);
  });

  test.each([
    "10.0.0.5/16",
    "10.0.0.0",
    "10.0.0.0/33",
    "10.0.0/16",
    "256.0.0.0/8",
    "10.0.0.0/",
    "/8",
    "::/0",
    "10.0.0.0/16 ",
    "",
    "a",
  ])("refuses %j", (text) => {
    expect(Cidr.parse(text)).toBeUndefined();
  });
});

test("Cidr.networkOf returns the network of an address with a prefix, and undefined for other text", () => {
  expect(Cidr.networkOf("10.0.0.5/16")).toBe("10.0.0.0/16");
  expect(Cidr.networkOf("10.0.255.255/18")).toBe("10.0.192.0/18");
  expect(Cidr.networkOf("10.0.0.5")).toBeUndefined();
  expect(Cidr.networkOf("fd00::1/64")).toBeUndefined();
});

test("size is the number of addresses", () => {
  expect([cidr("0.0.0.0/0"), cidr("10.0.0.0/16"), cidr("10.0.0.1/32")].map(({ size }) => size)).toEqual([
    2 ** 32,
    65536,
    1,
  ]);
});

describe("part", () => {
  test("parts of one size cover the range, in order and apart", () => {
    for (const [range, prefix] of [
      ["10.0.0.0/16", 19],
      ["192.168.0.0/22", 28],
      ["0.0.0.0/0", 4],
    ] as const) {
      const count = 2 ** (prefix - cidr(range).prefix);
      const parts = Array.from({ length: count }, (_, i) => cidr(range).part(prefix, i));
      expect(parts.reduce((sum, { size }) => sum + size, 0)).toBe(cidr(range).size);
      parts.forEach((part, i) => {
        expect(cidr(range).contains(part)).toBe(true);
        expect(parts.filter((other) => other.overlaps(part))).toEqual([part]);
        expect(part.toString()).toBe(cidr(part.toString()).toString());
        if (i > 0) expect(part.contains(parts[i - 1])).toBe(false);
      });
    }
    expect(cidr("10.0.0.0/16").part(19, 7).toString()).toBe("10.0.224.0/19");
  });

  test.each([
    [15, 0],
    [33, 0],
    [18, 4],
  ])("a /16 has no /%i number %i", (prefix, index) => {
    expect(() => cidr("10.0.0.0/16").part(prefix, index)).toThrow(RangeError);
  });
});

test("contains and overlaps look at both ends", () => {
  const wide = cidr("10.0.0.0/16");
  const last = cidr("10.0.255.0/24");
  expect([wide.contains(last), last.contains(wide), wide.contains(wide)]).toEqual([true, false, true]);
  expect([wide.overlaps(last), last.overlaps(wide), wide.overlaps(cidr("10.1.0.0/16"))]).toEqual([
    true,
    true,
    false,
  ]);
});

test("the private ranges are those of RFC 1918", () => {
  expect(privateRanges.map(String)).toEqual(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"]);
});
