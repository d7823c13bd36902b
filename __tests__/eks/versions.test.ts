import { compareMinor } from "../../modules/cluster/kubernetes-version";
import {
  kubernetesVersion,
  kubernetesVersions,
  knownMinors,
  optionalAddOns,
  pinnedAddOn,
  supportStatus,
  type KubernetesVersion,
} from "../../modules/eks/versions";
import { awsProvider } from "../../modules/aws/provider";

const rows = Object.entries(kubernetesVersions as Readonly<Record<string, KubernetesVersion>>);
const day = (date: string) => new Date(`${date}T12:00:00Z`);
const monthsLater = (date: string, months: number) => {
  const later = day(date);
  later.setUTCMonth(later.getUTCMonth() + months);
  return later.toISOString().slice(0, 10);
};

describe("the table of Kubernetes versions", () => {
  it("has minors without a gap, newest first", () => {
    const minors = rows.map(([minor]) => Number(/^1\.(\d\d)$/.exec(minor)![1]));
    expect(minors).toEqual(minors.map((_, index) => minors[0] - index));
    expect(minors).toEqual(expect.arrayContaining([31, 32, 33, 34, 35, 36]));
  });

  it("supports a newer minor longer", () => {
    const ends = rows.map(([, version]) => version.standardSupportUntil);
    expect(ends).toEqual([...ends].sort().reverse());
  });

  describe.each(rows)("%s", (minor, version) => {
    it("has twelve months of extended support after the standard one", () => {
      expect(version.standardSupportUntil).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(version.extendedSupportUntil).toBe(monthsLater(version.standardSupportUntil, 12));
    });

    it("pins add-ons in the format of EKS", () => {
      for (const pinned of Object.values(version.addOns)) {
        expect(pinned).toMatch(/^v\d+\.\d+\.\d+-eksbuild\.\d+$/);
      }
    });

    it("pins its own kube-proxy and its own image", () => {
      if (version.addOns["kube-proxy"]) expect(version.addOns["kube-proxy"]).toContain(`v${minor}.`);
      if (version.images.al2023)
        expect(version.images.al2023).toMatch(new RegExp(`^${minor}\\.\\d+-20\\d{6}$`));
    });

    it("pins a Bottlerocket release with its build id", () => {
      if (version.images.bottlerocket) {
        expect(version.images.bottlerocket).toMatch(/^1\.\d+\.\d+-[0-9a-f]{8}$/);
      }
    });

    it("pins no VPC CNI that has CVE-2026-86831", () => {
      const [, minorVersion, patch] = /^v1\.(\d+)\.(\d+)-/.exec(version.addOns["vpc-cni"] ?? "v1.99.0-")!;
      expect(Number(minorVersion) * 100 + Number(patch)).toBeGreaterThanOrEqual(2204);
    });
  });

  it.each(["1.31", "1.32", "1.33", "1.34", "1.35", "1.36"])(
    "pins all core add-ons and images of %s",
    (minor) => {
      const { addOns, images } = kubernetesVersion(minor)!;
      expect(Object.keys(addOns).sort()).toEqual([
        "aws-ebs-csi-driver",
        "coredns",
        "eks-pod-identity-agent",
        "kube-proxy",
        "vpc-cni",
      ]);
      expect(Object.keys(images).sort()).toEqual(["al2023", "bottlerocket"]);
    },
  );

  it("does not take names of Object's members for minors", () => {
    expect(kubernetesVersion("constructor")).toBeUndefined();
    expect(kubernetesVersion("1.30")).toBeUndefined();
  });
});

describe("the table of optional add-ons", () => {
  it("pins versions in the format of EKS, for minors of the other table", () => {
    for (const pin of Object.values(optionalAddOns)) {
      if (!pin) continue;
      expect(pin.version).toMatch(/^v\d+\.\d+\.\d+-eksbuild\.\d+$/);
      expect(pin.minors.filter((minor) => !kubernetesVersion(minor))).toEqual([]);
    }
  });

  it("has versions for its minors, and for core add-ons those of the other table", () => {
    expect(pinnedAddOn("aws-efs-csi-driver", "1.36")).toBe("v3.4.2-eksbuild.1");
    expect(pinnedAddOn("snapshot-controller", "1.34")).toBeUndefined();
    expect(pinnedAddOn("aws-fsx-csi-driver", "1.35")).toBeUndefined();
    expect(pinnedAddOn("coredns", "1.35")).toBe(kubernetesVersion("1.35")!.addOns.coredns);
    expect(pinnedAddOn("coredns", "1.37")).toBeUndefined();
  });
});

describe("supportStatus", () => {
  it.each([
    ["1.34", "2026-11-23", "standard"],
    ["1.34", "2026-12-02", "standard"],
    ["1.34", "2026-12-03", "extended"],
    ["1.34", "2027-12-02", "extended"],
    ["1.34", "2027-12-03", "unsupported"],
    ["1.31", "2025-11-26", "standard"],
    ["1.31", "2026-11-26", "extended"],
    ["1.31", "2026-11-27", "unsupported"],
    ["1.33", "2026-11-23", "extended"],
    ["1.36", "2027-08-02", "standard"],
    ["1.30", "2026-11-23", "unsupported"],
    ["1.9", "2026-11-23", "unsupported"],
    ["1.99", "2026-11-23", "unknown-newer"],
    ["2.0", "2026-11-23", "unknown-newer"],
    ["latest", "2026-11-23", "unknown"],
    ["1.34.1", "2026-11-23", "unknown"],
    ["", "2026-11-23", "unknown"],
  ])("of %s on %s is %s", (minor, date, status) => {
    expect(supportStatus(minor, day(date))).toBe(status);
  });

  it("counts days in UTC", () => {
    expect(supportStatus("1.34", new Date("2026-12-02T23:59:59Z"))).toBe("standard");
    expect(supportStatus("1.34", new Date("2026-12-03T00:00:00Z"))).toBe("extended");
  });
});

describe("compareMinor", () => {
  it("orders by number, not by letter", () => {
    expect(["1.10", "1.9", "1.36", "1.4"].sort(compareMinor)).toEqual(["1.4", "1.9", "1.10", "1.36"]);
    expect(compareMinor("1.35", "1.35")).toBe(0);
    expect(compareMinor("2.1", "1.35")).toBeGreaterThan(0);
  });

  it("reports an invalid minor", () => {
    expect(() => compareMinor("1.35", "v1.34")).toThrow(
      'expected a Kubernetes minor such as "1.35", got "v1.34"',
    );
  });

  it("sorts the table's minors, oldest first", () => {
    expect(knownMinors()).toEqual(rows.map(([minor]) => minor).reverse());
  });
});

it("names the provider range", () => {
  expect(awsProvider).toEqual({ source: "hashicorp/aws", minimum: "6.25.0", below: "7.0.0" });
});
