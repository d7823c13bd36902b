import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";

/**
 * A folder with `cdktf-clusters` for the direct form, and a project that has it as npx looks for it. There is no network: npx must
 * find the program in the project.
 */
let folder: string;
let project: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "completion-"));
  mkdirSync(join(folder, "bin"));
  symlinkSync(resolve("bin/cdktf-clusters.js"), join(folder, "bin", "cdktf-clusters"));
  project = join(folder, "project");
  mkdirSync(join(project, "node_modules", ".bin"), { recursive: true });
  symlinkSync(resolve("bin/cdktf-clusters.js"), join(project, "node_modules", ".bin", "cdktf-clusters"));
  symlinkSync(resolve("environments"), join(project, "environments"));
  writeFileSync(join(project, "package.json"), "{}");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A command line up to the cursor, and its candidates. */
const direct: readonly [line: string, found: readonly string[]][] = [
  ["cdktf-clusters va", ["validate"]],
  ["cdktf-clusters show production-m", ["production-main"]],
  ["cdktf-clusters completion ", ["bash", "zsh", "fish"]],
  ["cdktf-clusters fields nodeGroups[].spr", ["nodeGroups[].spread"]],
  ["cdktf-clusters fields nodeGroups.spr", ["nodeGroups.spread"]],
];
const byNpx: typeof direct = [
  ["npx cdktf-clusters va", ["validate"]],
  ["npx --no cdktf-clusters show production-m", ["production-main"]],
  ["npx cdktf-clusters completion ", ["bash", "zsh", "fish"]],
  ["npx --no -- cdktf-clusters va", ["validate"]],
  ["npx cdktf-clusters help permi", ["permissions"]],
];

/** Runs a script of a shell. For the form of npx, there is no `cdktf-clusters` in the path. */
function run(shell: string, argv: readonly string[], isNpx: boolean): string {
  const path = isNpx ? process.env.PATH : `${join(folder, "bin")}${delimiter}${process.env.PATH}`;
  const script = execFileSync(process.execPath, [resolve("bin/cdktf-clusters.js"), "completion", shell]);
  writeFileSync(join(folder, `script.${shell}`), script);
  const env = { ...process.env, ENVIRONMENTS: "", PATH: path, npm_config_offline: "true" };
  return execFileSync(shell, argv, { cwd: project, env, encoding: "utf8" });
}
const scriptOf = (shell: string) => join(folder, `script.${shell}`);

/** Shells that a machine of a developer may lack. With REQUIRE_SHELLS=1, their tests fail there instead of being skipped. */
const ifInstalled = (shell: string) =>
  process.env.REQUIRE_SHELLS === "1" || spawnSync(shell, ["-c", "exit 0"]).status === 0
    ? describe
    : describe.skip;

const forms = [
  ["directly", direct, false],
  ["by npx", byNpx, true],
] as const;

describe("bash", () => {
  /** The candidates of each line, by the function that the shell would call for its first part. */
  const completed = (lines: readonly string[], isNpx: boolean, before = "") =>
    run(
      "bash",
      [
        "-c",
        [
          before,
          `source ${scriptOf("bash")}`,
          "ask() {",
          "  COMP_LINE=$1 COMP_POINT=${#1} COMPREPLY=()",
          '  local program=${1%% *} spec=$(complete -p "${1%% *}")',
          '  spec=${spec##*-F }; "${spec%% *}" "$program" "" ""; echo "${COMPREPLY[*]}"',
          "}",
          ...lines.map((line) => `ask '${line}'`),
        ].join("\n"),
      ],
      isNpx,
    ).split("\n");

  test.each(forms)(
    "completes %s",
    (_, lines, isNpx) => {
      const found = completed(
        lines.map(([line]) => line),
        isNpx,
      );
      expect(found.slice(0, -1)).toEqual(lines.map(([, candidates]) => candidates.join(" ")));
    },
    60_000,
  );

  test("completes the value of an option after =, and files without a candidate", () => {
    const lines = ["cdktf-clusters validate --format=s", "cdktf-clusters validate "];
    expect(completed(lines, false)).toEqual(["sarif", "", ""]);
  }, 60_000);

  test("does not depend on variables of the shell", () => {
    const before = "set -u; offset=4";
    expect(completed(["cdktf-clusters va"], false, before)).toEqual(["validate", ""]);
    expect(completed(["npx cdktf-clusters va", "npx jest "], true, before)).toEqual(["validate", "", ""]);
  }, 60_000);

  test("leaves other programs of npx to their completion", () => {
    const before = 'other() { COMPREPLY=("other of $1"); }; complete -F other npx';
    const lines = ["npx cdk", "npx cdktf-clusters", "npx jest ", "npx cdktf-clusters va"];
    expect(completed(lines, true, before)).toEqual([
      "other of npx",
      "other of npx",
      "other of npx",
      "validate",
      "",
    ]);
    // A second time, as in a shell that reads its configuration again.
    const twice = `${before}; source ${scriptOf("bash")}`;
    expect(completed(["npx jest "], true, twice)).toEqual(["other of npx", ""]);
    expect(completed(["npx jest "], true)).toEqual(["", ""]);
  }, 60_000);
});

ifInstalled("zsh")("zsh", () => {
  /** `compdef`, `compadd` and `_files` exist only while zsh completes. */
  const completed = (lines: readonly string[], isNpx: boolean, before = "") =>
    run(
      "zsh",
      [
        "-fc",
        [
          "typeset -A _comps; compdef() { _comps[$2]=$1 }",
          'compadd() { shift; print -r -- "$*" }; _files() { print -- files }',
          before,
          `source ${scriptOf("zsh")}`,
          ...lines.map((line) => {
            const given = line.split(" ").map((one) => `'${one}'`);
            return `\x77ords=(${given.join(" ")}); CURRENT=\${#\x77ords}; $_comps[\${\x77ords[1]}]`;
          }),
        ].join("\n"),
      ],
      isNpx,
    ).split("\n");

  test.each(forms)(
    "completes %s",
    (_, lines, isNpx) => {
      const found = completed(
        lines.map(([line]) => line),
        isNpx,
      );
      expect(found.slice(0, -1)).toEqual(lines.map(([, candidates]) => candidates.join(" ")));
    },
    60_000,
  );

  test("leaves other programs of npx to their completion", () => {
    const before = "other() { print -- other }; compdef other npx";
    const lines = ["npx cdk", "npx jest ", "npx cdktf-clusters va"];
    expect(completed(lines, true, before)).toEqual(["other", "other", "validate", ""]);
    expect(completed(["npx jest "], true)).toEqual(["files", ""]);
  }, 60_000);
});

ifInstalled("fish")("fish", () => {
  test.each(forms)(
    "completes %s",
    (_, lines, isNpx) => {
      const asked = lines.map(([line]) => `complete -C '${line}'; echo .`);
      const script = [`source ${scriptOf("fish")}`, ...asked].join("\n");
      const found = run("fish", ["--no-config", "-c", script], isNpx)
        .split(".\n")
        .map((text) => text.split("\n").filter(Boolean).sort());
      expect(found.slice(0, -1)).toEqual(lines.map(([, candidates]) => [...candidates].sort()));
    },
    60_000,
  );
});
