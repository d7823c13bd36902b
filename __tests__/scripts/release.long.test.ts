import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import manifest from "../../package.json";

/** The next version from changesets, in a copy of the repository: `npm run release:version`. */
let copy: string;
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "release-"));
  for (const name of ["package.json", "CHANGELOG.md", ".changeset"])
    cpSync(name, join(copy, name), { recursive: true });
  for (const name of readdirSync(join(copy, ".changeset"))) {
    if (name.endsWith(".md") && name !== "README.md") rmSync(join(copy, ".changeset", name));
  }
  git("init", "-q", "-b", "main");
});
afterEach(() => rmSync(copy, { recursive: true }));

function git(...args: string[]): void {
  execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", ...args], { cwd: copy });
}

function nextVersion(kind: string, summary: string) {
  writeFileSync(join(copy, ".changeset/one.md"), `---\n"${manifest.name}": ${kind}\n---\n\n${summary}\n`);
  git("add", "-A");
  git("commit", "-qm", "Add a changeset");
  expect(manifest.scripts["release:version"]).toMatch(/^changeset version && /);
  return spawnSync(resolve("node_modules/.bin/changeset"), ["version"], { cwd: copy, encoding: "utf8" });
}

test("is at the top of the changelog, with the effect on existing clusters", () => {
  const before = readFileSync("CHANGELOG.md", "utf8");
  const { status, stderr } = nextVersion("minor", "EKS: a field.\nState impact: one new rule.");
  expect([status, stderr.includes("error")]).toEqual([0, false]);

  const { version } = JSON.parse(readFileSync(join(copy, "package.json"), "utf8")) as { version: string };
  const [major, minor] = manifest.version.split(".").map(Number);
  expect(version).toBe(`${major}.${minor + 1}.0`);
  const after = readFileSync(join(copy, "CHANGELOG.md"), "utf8");
  expect(
    after.startsWith(
      `# Changelog\n\n## ${version}\n\n### Minor Changes\n\n- EKS: a field.\n  State impact: one new rule.\n`,
    ),
  ).toBe(true);
  expect(after.endsWith(before.replace("# Changelog\n", ""))).toBe(true);
});

test("is refused without the effect on existing clusters", () => {
  const { status, stdout, stderr } = nextVersion("patch", "EKS: a field.");
  expect(status).not.toBe(0);
  expect(stdout + stderr).toContain(
    '.changeset/one.md must state the effect on existing clusters: "State impact: none."',
  );
});
