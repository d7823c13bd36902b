import { compareMinor } from "../../modules/cluster/kubernetes-version";
import { googleProvider } from "../../modules/google/provider";
import { knownMinors, kubernetesVersion, supportStatus } from "../../modules/gke/versions";
import { compareRelease, isRelease } from "../../modules/cluster/releases";
import bindings from "@cdktf/provider-google/package.json";

const day = (iso: string) => new Date(`${iso}T12:00:00Z`);

describe("the table of Kubernetes versions", () => {
  test.each(knownMinors())("%s: standard support ends before extended support does", (minor) => {
    const { standardSupportUntil, extendedSupportUntil } = kubernetesVersion(minor)!;
    expect(standardSupportUntil).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(standardSupportUntil < extendedSupportUntil).toBe(true);
  });

  test("has minors without a gap, each supported longer than the one before", () => {
    const minors = knownMinors();
    minors.slice(1).forEach((minor, i) => {
      expect(Number(minor.split(".")[1])).toBe(Number(minors[i].split(".")[1]) + 1);
      expect(
        kubernetesVersion(minor)!.standardSupportUntil > kubernetesVersion(minors[i])!.standardSupportUntil,
      ).toBe(true);
    });
  });
});

describe("supportStatus", () => {
  test.each([
    ["1.35", "2027-04-11", "standard"],
    ["1.35", "2027-04-12", "extended"],
    ["1.35", "2028-02-12", "unsupported"],
    ["1.99", "2026-11-23", "unknown-newer"],
    ["1.9", "2026-11-23", "unsupported"],
    ["new", "2026-11-23", "unknown"],
  ])("of %s on %s is %s", (minor, today, status) => {
    expect(supportStatus(minor, day(today))).toBe(status);
  });

  test("compares minors as numbers, and nothing else", () => {
    expect(compareMinor("1.9", "1.10")).toBeLessThan(0);
    expect(() => compareMinor("1.35", "latest")).toThrow('expected a Kubernetes minor such as "1.35"');
  });
});

describe("the provider", () => {
  test("is the one that the bindings were made of", () => {
    expect(bindings.cdktf.provider.version).toBe(googleProvider.minimum);
  });

  test("has releases that are compared as numbers", () => {
    expect(compareRelease("7.9.0", "7.22.0")).toBeLessThan(0);
    expect(compareRelease("7.22.1", "7.22.0")).toBeGreaterThan(0);
    expect(isRelease("~> 7.0")).toBe(false);
  });
});
