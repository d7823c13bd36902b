import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const script = join(__dirname, "../../scripts/language/check.mjs");
let repository: string;

// Each test starts several processes.
jest.setTimeout(60_000);

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), "language-"));
  git("init", "--quiet", "--initial-branch=main");
});
afterEach(() => rmSync(repository, { recursive: true, force: true }));

describe("files", () => {
  test("without idioms pass", () => {
    write("docs/page.md", "If omitted, the cluster has no egress.\n");
    write(
      "modules/index.ts",
      "/** Headroom on demand, by keyword and password. */\nexport const recommended = 1;\n",
    );
    expect(run("docs", "modules")).toEqual({ status: 0, lines: ["0 idioms in 2 files"] });
  });

  test("with idioms fail, with file, line, column and the plain term", () => {
    write("docs/page.md", "# Egress\n\nLeft out, nobody has rights.\n");
    expect(run("docs")).toEqual({
      status: 1,
      lines: [
        'docs/page.md:3:1 "Left out": use omitted',
        'docs/page.md:3:11 "nobody": use the actor\'s name',
        "2 idioms in 1 files",
      ],
    });
  });

  test("are checked in comments, strings, names, titles and quotes of every language", () => {
    const samples = {
      "block.ts": ["/**\n * The zone that is left\n * out.\n */\n", "2:21"],
      "code.md": ["```yaml\na: 1 # said once\n```\n", "2:8"],
      "line.mjs": ["// The zone that is left\n// out.\n", "1:21"],
      "name.ts": ["const storyOf = isToldByUs;\n", "1:7"],
      "python.py": ["# Faults are mended here\n", "1:14"],
      "quote.md": ["> left\n> out\n", "1:3"],
      "shell.sh": ["echo there is room # for nodes\n", "1:15"],
      "string.js": ['throw new Error("the way out");\n', "1:22"],
      "title.test.ts": ['test("judges nothing", () => {});\n', "1:7"],
      "yaml.yaml": ["zones: 3 # nobody counts them\n", "1:12"],
    };
    for (const [file, [text]] of Object.entries(samples)) write(file, text!);
    const positions = run(".")
      .lines.slice(0, -1)
      .map((line) => line.split(" ", 1)[0]);
    const first = positions.filter(
      (position, index) => position!.split(":")[0] !== positions[index - 1]?.split(":")[0],
    );
    expect(first).toEqual(Object.entries(samples).map(([file, [, position]]) => `${file}:${position}`));
  });

  test("a phrase does not continue over an empty line", () => {
    write("a.md", "The zones that are left\n\nout of range\n");
    expect(run("a.md").status).toBe(0);
  });

  test("are all checked without paths", () => {
    write("modules/a.ts", "// judge\n");
    write("other.md", "fine\n");
    expect(run()).toEqual({
      status: 1,
      lines: ['modules/a.ts:1:4 "judge": use check or validate', "1 idioms in 2 files"],
    });
  });
});

describe("commits", () => {
  test("pass with a short subject in the imperative", () => {
    const subjects = [
      "Replace the security group rules in place",
      "Process add-ons before node groups",
      "Embed the load balancer policy as JSON",
      "Bring the provider range up to date",
      `Fix ${"x".repeat(68)}`,
    ];
    commit("Start");
    for (const subject of subjects) commit(subject);
    expect(run("--commits", "HEAD~5..HEAD")).toEqual({
      status: 0,
      lines: ["0 problems in 5 commits (HEAD~5..HEAD)"],
    });
  });

  test("fail with any other subject", () => {
    const problems = {
      "fix the plan": "must begin with a capital letter, without a prefix",
      "chore: Fix the plan": "must begin with a capital letter, without a prefix",
      "Fix the plan.": "must not end in a full stop",
      "Fixes the plan": 'must begin with a verb in the imperative, got "Fixes"',
      "Fixed the plan": 'must begin with a verb in the imperative, got "Fixed"',
      "Fixing the plan": 'must begin with a verb in the imperative, got "Fixing"',
      [`Fix ${"x".repeat(69)}`]: "must have at most 72 characters, got 73",
      "Mend the state": '"Mend": use recover or repair',
    };
    commit("Start");
    for (const subject of Object.keys(problems)) commit(subject);
    const { status, lines } = run("--commits", "HEAD~8..HEAD");
    expect(status).toBe(1);
    expect(lines.slice(0, -1).map((line) => line.replace(/^[0-9a-f]+ /, ""))).toEqual(
      Object.entries(problems)
        .map(([subject, problem]) => `"${subject}": ${problem}`)
        .reverse(),
    );
  });

  test("by default are those that are not in origin/main", () => {
    commit("it was not checked");
    git("update-ref", "refs/remotes/origin/main", "HEAD");
    commit("it is checked");
    const { status, lines } = run("--commits");
    expect(status).toBe(1);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toBe("1 problems in 1 commits (origin/main..HEAD)");
  });
});

function write(file: string, text: string) {
  mkdirSync(join(repository, file, ".."), { recursive: true });
  writeFileSync(join(repository, file), text);
}

function commit(subject: string) {
  const identity = [
    "-c",
    "user.name=test",
    "-c",
    "user.email=test@example.com",
    "-c",
    "commit.gpgsign=false",
  ];
  git(...identity, "commit", "--quiet", "--allow-empty", "--no-verify", "--message", subject);
}

function git(...args: string[]) {
  execFileSync("git", args, { cwd: repository });
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: repository,
    encoding: "utf8",
  });
  if (stderr) throw new Error(stderr);
  return {
    status,
    lines: stdout.trim().split("\n"),
  };
}
