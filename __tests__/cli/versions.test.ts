import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { platforms } from "../../modules/environment/platforms";
import { clouds } from "../../modules/kubeadm/clouds";
import { daysBetween, platformNames, supportEnds, tablesOf } from "../../modules/fact-tables/tables";
import { useEmptyDirectory } from "../environment/directory";
import { run, useEnvironments } from "./command";

const modules = join(__dirname, "../../modules");
const today = new Date().toISOString().slice(0, 10);

interface Versions {
  readonly today: string;
  readonly supportEnds: ReturnType<typeof supportEnds>;
  readonly platforms: Record<
    string,
    { tables: { name: string; asOf: string; ageDays: number; rows: object }[] }
  >;
  readonly added: { file: string; rows: object }[];
}

const all = platformNames.flatMap((platform) =>
  tablesOf(platform).map((table) => [platform, table] as const),
);

describe("the tables of facts", () => {
  const sources = readdirSync(modules, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".generated.ts"))
    .map((name) => [name, readFileSync(join(modules, name), "utf8")] as const);

  test("are all that have a date and a source in the code", () => {
    const written = sources.flatMap(([, text]) =>
      [...text.matchAll(/asOf: "([\d-]+)",\s*source:\s*"([^"]+)"/g)].map(
        ([, asOf, source]) => `${asOf} ${source}`,
      ),
    );
    expect(written.length).toBeGreaterThan(15);
    const dates = sources.flatMap(([, text]) => text.match(/asOf: "/g) ?? []);
    expect(written).toHaveLength(dates.length);
    const listed = new Set(all.map(([, { asOf, source }]) => `${asOf} ${source}`));
    expect([...new Set(written)].sort()).toEqual([...listed].sort());
  });

  test("include each table whose comment dates its source", () => {
    // "(September 2026)", "as of 2026-09-30", "of August 2026": the age of facts is data, not a comment alone.
    const months = "January|February|March|April|May|June|July|August|September|October|November|December";
    const dated = new RegExp(
      `(\\(|of |in )(${months}) 20\\d\\d|as of 20\\d\\d-|[Rr]ead on 20\\d\\d-|botocore \\d|\\bmoto\\b`,
    );
    const factsOf = (name: string) => join(modules, name.split("/")[0], "facts.ts");
    const known = sources.filter(([, text]) => /asOf: "/.test(text)).map(([name]) => join(modules, name));
    const undated = sources
      .filter(([name, text]) => dated.test(text) && !/\/rules\/|spec[^/]*\.ts$/.test(name))
      .map(([name]) => name)
      .filter((name) => !known.includes(join(modules, name)) && !known.includes(factsOf(name)));
    // Policies and requests of one version, whose version is in their comment; the dates of support end in a rule.
    expect(undated).toEqual(["eks/autoscaling/karpenter.ts"]);
  });

  test.each(all.map(([platform, table]) => [platform, table.name, table] as const))(
    "%s, %s: has rows, a day that has passed, and a URL",
    (_, __, { asOf, source, rows }) => {
      expect(Object.keys(rows).length).toBeGreaterThan(0);
      expect(asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
      // Tests have a fixed day, before the newest sources.
      expect(Date.parse(asOf)).toBeLessThanOrEqual(jest.getRealSystemTime());
      expect(new URL(source).protocol).toBe("https:");
    },
  );

  test("of kubeadm clusters have regions and machines of each cloud with an adapter", () => {
    const names = tablesOf("kubeadm").map(({ name }) => name);
    for (const { title } of Object.values(clouds)) {
      expect(names).toContain(`regions of ${title}`);
      expect(names.join("; ")).toMatch(new RegExp(`machine (types|families) of ${title}`));
    }
  });

  test("are of each platform", () => {
    expect(platformNames).toEqual(Object.keys(platforms));
  });

  test("are different by name on a platform", () => {
    const names = all.map(([platform, { name }]) => `${platform} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

test("ends of support are sorted: the nearest first, then those that have passed", () => {
  const ends = supportEnds("2026-11-29");
  const coming = ends.filter(({ daysLeft }) => daysLeft >= 0).map(({ daysLeft }) => daysLeft);
  const past = ends.slice(coming.length).map(({ daysLeft }) => daysLeft);
  expect(coming).toEqual([...coming].sort((a, b) => a - b));
  expect(past).toEqual([...past].sort((a, b) => b - a));
  expect(past.every((days) => days < 0)).toBe(true);
  expect(ends).toContainEqual({
    platform: "eks",
    of: "Kubernetes 1.34",
    support: "standard",
    until: "2026-12-02",
    daysLeft: 3,
  });
});

describe("the command", () => {
  useEmptyDirectory();
  useEnvironments(() => undefined);

  test("prints ends of support, and the tables of each platform with their age", () => {
    const { code, stdout, stderr } = run("versions");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Ends of support\n\nPLATFORM +OF +SUPPORT +LAST DAY +DAYS LEFT\n/);
    for (const title of ["EKS", "AKS", "GKE", "Kubeadm"]) expect(stdout).toContain(`\n${title}\n\nTABLE `);
    for (const [, { name, asOf, source }] of all) {
      const age = daysBetween(asOf, today);
      const line = stdout.split("\n").find((one) => one.startsWith(`${name} `) && one.endsWith(` ${source}`));
      expect(line).toContain(`${asOf}  `);
      expect(line).toMatch(new RegExp(` ${age} days? `));
    }
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThan(230);
  });

  test("--platform selects a platform", () => {
    const { stdout } = run("versions", "--platform", "gke");
    expect(stdout).toContain("\nGKE\n");
    expect(stdout).not.toMatch(/\bEKS\b|\beks\b|AKS/);
  });

  test("--format json has all rows", () => {
    const { stdout } = run("versions", "--format", "json");
    const { platforms, supportEnds: ends, added, today: day } = JSON.parse(stdout) as Versions;
    expect(day).toBe(today);
    expect(Object.keys(platforms)).toEqual(["eks", "aks", "gke", "kubeadm"]);
    const counts = Object.entries(platforms).flatMap(([, { tables }]) =>
      tables.map(({ rows }) => Object.keys(rows).length),
    );
    expect(counts).toEqual(all.map(([, { rows }]) => Object.keys(rows).length));
    expect(ends).toEqual(supportEnds(today));
    expect(added).toEqual([]);
  });

  test("includes what facts.yaml adds, and where it is from", () => {
    writeFileSync(
      "environments/facts.yaml",
      "asOf: 2026-01-15\nsource: https://example.com/regions\ngke:\n  regions:\n    europe-west13: { zones: [a, c] }\n",
    );
    const { code, stdout } = run("versions");
    expect(code).toBe(0);
    expect(stdout).toContain("europe-west13");
    expect(stdout).toContain(
      "environments/facts.yaml adds facts, as of 2026-01-15: https://example.com/regions\n",
    );
    const { added, platforms } = JSON.parse(run("versions", "--format", "json").stdout) as Versions;
    expect(added).toMatchObject([{ file: "environments/facts.yaml", rows: { gke: { regions: {} } } }]);
    const regions = platforms.gke.tables.find(({ name }) => name === "regions")!;
    expect(regions.rows).toHaveProperty("europe-west13", ["a", "c"]);
  });

  test("reports errors of facts.yaml, and no others", () => {
    writeFileSync("environments/dev.yaml", "clusters: 3\n");
    expect(run("versions").code).toBe(0);
    writeFileSync("environments/facts.yaml", "asOf: yesterday\nsource: https://example.com/\n");
    const { code, stderr } = run("versions");
    expect(code).toBe(1);
    expect(stderr).toBe(
      'environments/facts.yaml:1:7 asOf: must be a date such as "2027-03-31", got "yesterday" [structure/types]\n' +
        "1 error in 1 file\n",
    );
  });
});
