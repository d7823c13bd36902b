import * as aks from "../../modules/aks/versions";
import * as eks from "../../modules/eks/versions";
import { compareMinor } from "../../modules/cluster/kubernetes-version";
import * as gke from "../../modules/gke/versions";

const platforms = { eks, aks, gke };

/** A day some days before an ISO date. */
const before = (date: string, days: number) => new Date(Date.parse(`${date}T12:00:00Z`) - days * 86_400_000);

const rows = Object.entries(platforms).flatMap(([name, versions]) =>
  versions.knownMinors().map((minor) => {
    const { standardSupportUntil } = versions.kubernetesVersion(minor)!;
    return [name, minor, standardSupportUntil, versions] as const;
  }),
);

describe.each(rows)("%s %s, in standard support until %s", (_, minor, end, versions) => {
  test("has a notice in the last 90 days of standard support, and on no other day", () => {
    const notice = (days: number) => versions.endNotice(minor, before(end, days));
    expect(notice(91)).toBeUndefined();
    expect(notice(90)).toMatch(`standard support of ${minor} ends on ${end}, in 90 days; `);
    expect(notice(1)).toMatch("in 1 day; ");
    expect(notice(0)).toMatch("today; ");
    expect(notice(-1)).toBeUndefined();
  });

  test("names newer minors that are still in standard support", () => {
    const newer = versions.knownMinors().filter((other) => compareMinor(other, minor) > 0);
    const notice = versions.endNotice(minor, before(end, 10))!;
    for (const other of newer) expect(notice).toContain(other);
    if (newer.length === 0) expect(notice).toContain("no newer minor is known");
  });
});

test.each(Object.entries(platforms))("%s: messages name each minor in standard support", (_, versions) => {
  const today = new Date("2026-11-30T12:00:00Z");
  const standard = versions
    .knownMinors()
    .filter((minor) => versions.supportStatus(minor, today) === "standard");
  const text = versions.inStandardSupport(today).replace("in standard support: ", "");
  expect(text.replace(/ \([^)]*\)/g, "")).toBe(standard.join(", "));
  for (const minor of standard) {
    const isNear = versions.endNotice(minor, today) !== undefined;
    const { standardSupportUntil: end } = versions.kubernetesVersion(minor)!;
    expect([minor, text.includes(`${minor} (until ${end}`)]).toEqual([minor, isNear]);
  }
  expect(versions.inStandardSupport(new Date("2050-01-01"))).toBe("no known version is in standard support");
});
