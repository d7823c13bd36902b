import fc from "fast-check";
import { matchesGlob } from "../../modules/cluster/glob";

test.each([
  ["*", "", true],
  ["", "", true],
  ["", "a", false],
  ["a*", "a", true],
  ["a*c", "abcbc", true],
  ["a*c", "abcb", false],
  ["*b?d*", "aabcbcd-", true],
  ["?", "", false],
  ["a.c", "abc", false],
  ["production-*", "production-main", true],
])("%s against %s is %s", (pattern, text, expected) => {
  expect(matchesGlob(pattern, text)).toBe(expected);
});

test("equals a regular expression", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 });
  const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 6 });
  fc.assert(
    fc.property(pattern, letters, (glob, text) => {
      const expression = new RegExp(`^${glob.replaceAll("*", ".*").replaceAll("?", ".")}$`);
      expect([glob, text, matchesGlob(glob, text)]).toEqual([glob, text, expression.test(text)]);
    }),
  );
});

test("many stars take no longer than the product of the lengths", () => {
  const { user: before } = process.cpuUsage();
  expect(matchesGlob("*a".repeat(500) + "b", "a".repeat(5_000))).toBe(false);
  expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(2);
});
