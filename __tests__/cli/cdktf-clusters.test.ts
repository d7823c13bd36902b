import { mkdirSync, writeFileSync } from "node:fs";
import { type Command, commandTable } from "../../cli/commands";
import { version } from "../../package.json";
import { useEmptyDirectory } from "../environment/directory";
import { run } from "./command";

useEmptyDirectory();

const before = process.env.ENVIRONMENTS;
beforeEach(() => {
  delete process.env.ENVIRONMENTS;
});
afterAll(() => {
  if (before === undefined) delete process.env.ENVIRONMENTS;
  else process.env.ENVIRONMENTS = before;
});

/** An environment without errors and warnings, with node groups of the given sizes. */
function environment(...sizes: string[][]): string {
  const clusters = sizes.map((groups, i) => ({
    name: `c${i}`,
    platform: "eks",
    region: "eu-west-1",
    kubernetesVersion: "1.35",
    access: { admins: ["arn:aws:iam::111122223333:role/admin"], privateFrom: ["10.1.0.0/16"] },
    network: { zones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"], nat: "single" },
    nodeGroups: groups.map((size, j) => ({
      name: `g${j}`,
      machineTypes: ["m6i.large"],
      size: JSON.parse(size),
    })),
  }));
  return JSON.stringify({ clusters });
}

function write(directory: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(directory, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(`${directory}/${name}`, text);
}

const empty = '1:1: the file is empty; it needs the field "clusters" [yaml/not-empty]';

describe("validate", () => {
  test("prints a line for each file if there are no errors", () => {
    write("environments", {
      "dev.yaml": environment(["2"]),
      "production.yaml": environment(["3", '{"min":4,"max":20}'], ["3"]),
      "spare.yml": environment(["1"], ["1"]),
    });
    expect(run("validate")).toEqual({
      code: 0,
      stdout: [
        "FILE                          CLUSTERS  WORKERS",
        "environments/dev.yaml                1        2",
        "environments/production.yaml         2    10–26",
        "environments/spare.yml               2        2",
        "",
      ].join("\n"),
      stderr: "",
    });
  });

  test("prints only the problems of all files if there are errors", () => {
    write("environments", { "dev.yaml": environment(["2"]), "a.yaml": "", "b.yaml": "clusters: []\n" });
    expect(run("validate")).toEqual({
      code: 1,
      stdout: "",
      stderr: [
        `environments/a.yaml:${empty}`,
        "environments/b.yaml:1:11 clusters: must have at least one cluster [environment/has-cluster]",
        "2 errors in 2 files",
        "",
      ].join("\n"),
    });
  });

  test("prints warnings in addition to the table", () => {
    const withoutAdmins = environment(["2"]).replace('["arn:aws:iam::111122223333:role/admin"]', "[]");
    write("environments", { "dev.yaml": withoutAdmins });
    const { code, stdout, stderr } = run("validate");
    expect(code).toBe(0);
    expect(stdout).toContain("environments/dev.yaml");
    expect(stderr).toMatch(
      /^environments\/dev\.yaml:1:\d+ clusters\[0\]\.access\.admins: warning: .+\n1 warning in 1 file\n$/,
    );
  });

  test("reads the given files and directories", () => {
    write("environments", { "dev.yaml": "" });
    write("others", { "a.yaml": environment(["1"]), "b.yaml": environment(["2"]) });
    write(".", { "c.yaml": environment(["3"]) });
    const { code, stdout } = run("validate", "c.yaml", "others");
    expect(code).toBe(0);
    expect(stdout.match(/^\S+\.yaml/gm)).toEqual(["c.yaml", "others/a.yaml", "others/b.yaml"]);
  });

  test("reads ENVIRONMENTS, unless files are given", () => {
    write("others", { "a.yaml": environment(["1"]) });
    process.env.ENVIRONMENTS = "others";
    expect(run("validate").stdout).toContain("others/a.yaml");
    expect(run("validate", "x.yaml").stderr).toContain("x.yaml: no such file or directory");
    process.env.ENVIRONMENTS = "";
    expect(run("validate").stderr).toContain("environments: no such file or directory");
  });
});

describe("validate --plan", () => {
  test("prints the peak usage and the capacity of each cluster", () => {
    write("environments", { "dev.yaml": environment(["2"], ['{"min":1,"max":40}']) });
    const { code, stdout, stderr } = run("validate", "--plan");
    expect([code, stderr]).toEqual([0, ""]);
    const lines = stdout.split("\n");
    expect(lines.slice(3, 26)).toEqual([
      "dev-c0: eu-west-1, pods with secondary addresses",
      "",
      "  NODE GROUP  MACHINE TYPE  NODES  SURGE  PODS/NODE  ADDRESSES/NODE",
      "  g0          m6i.large         2      6         29              30",
      "",
      "  RESOURCE                            USED  SIZE",
      "  private eu-west-1a  10.0.0.0/19       90  8187   1 %  █░░░░░░░░░",
      "  private eu-west-1b  10.0.32.0/19      90  8187   1 %  █░░░░░░░░░",
      "  private eu-west-1c  10.0.64.0/19      90  8187   1 %  █░░░░░░░░░",
      "  public eu-west-1a   10.0.192.0/22      1  1019   0 %  █░░░░░░░░░",
      "  public eu-west-1b   10.0.196.0/22      0  1019   0 %  ░░░░░░░░░░",
      "  public eu-west-1c   10.0.200.0/22      0  1019   0 %  ░░░░░░░░░░",
      "  intra eu-west-1a    10.0.224.0/22      6  1019   1 %  █░░░░░░░░░",
      "  intra eu-west-1b    10.0.228.0/22      6  1019   1 %  █░░░░░░░░░",
      "  intra eu-west-1c    10.0.232.0/22      6  1019   1 %  █░░░░░░░░░",
      "  VPCs                eu-west-1          1     5  20 %  ██░░░░░░░░",
      "  elastic IPs         eu-west-1          1     5  20 %  ██░░░░░░░░",
      "  node rules, in      security group     3    60   5 %  █░░░░░░░░░",
      "  node rules, out     security group     1    60   2 %  █░░░░░░░░░",
      "",
      "  vCPUs at most, of the types above: 16 on demand; the EC2 quotas of the account are not checked.",
      "",
      "dev-c1: eu-west-1, pods with secondary addresses",
    ]);
    expect(lines.slice(-7)).toEqual([
      "",
      "all clusters together",
      "",
      "  RESOURCE                USED  SIZE",
      "  VPCs         eu-west-1     2     5  40 %  ████░░░░░░",
      "  elastic IPs  eu-west-1     2     5  40 %  ████░░░░░░",
      "",
    ]);
  });

  test("marks usage near the limit, and prints a warning", () => {
    const nearLimit = environment(['{"min":1,"max":4}']).replace(
      '"network":{',
      '"network":{"cidr":"10.0.0.0/22",',
    );
    write("environments", { "dev.yaml": nearLimit });
    const { stdout, stderr } = run("validate", "--plan");
    expect(stdout).toContain(
      "  private eu-west-1a  10.0.0.0/25      120   123  98 %  █████████░  near limit\n",
    );
    expect(stderr).toContain("more than 80 % of it");
  });

  test("prints only problems if there are errors", () => {
    write("environments", { "dev.yaml": "" });
    expect(run("validate", "--plan").stdout).toBe("");
  });
});

describe("the command line", () => {
  test.each(["--help", "-h"])("%s prints the usage", (option) => {
    const { code, stdout, stderr } = run(option);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Usage: cdktf-clusters <command>");
    expect(run("help").stdout).toBe(stdout);
    expect(run("validate", option).stdout).toBe(run("help", "validate").stdout);
  });

  test.each(["--version", "-v"])("%s prints the version", (option) => {
    expect(run(option)).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  test.each([
    [[], "a command is missing"],
    [["valdate"], 'unknown command "valdate"; did you mean "validate"?'],
    [["frobnicate"], 'unknown command "frobnicate"'],
    [["help", "exprot"], 'unknown command "exprot"; did you mean "export"?'],
    [["--strct"], 'unknown option "--strct"; did you mean "--strict"?'],
    [["-x"], 'unknown option "-x"'],
    [["--plan"], "a command is missing"],
  ])("%j is refused", (argv, message) => {
    const { code, stdout, stderr } = run(...argv);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(`cdktf-clusters: ${message}\nSee "cdktf-clusters --help".\n`);
  });

  test.each([
    [["validate", "--help=yes"], '--help does not take a value, got "yes"'],
    [["validate", "--plan=1"], '--plan does not take a value, got "1"'],
    [["validate", "--plna"], 'unknown option "--plna"; did you mean "--plan"?'],
    [["validate", "--out", "x"], "validate has no option --out"],
    [["validate", "--format"], "--format needs a value: --format FORMAT"],
    [["validate", "--format", "--strict"], "--format needs a value: --format FORMAT"],
    [["validate", "--format="], "--format must not be empty: --format FORMAT"],
    [
      ["validate", "--format", "jsn"],
      '--format must be one of text, json, sarif, github, got "jsn"; did you mean "json"?',
    ],
    [
      ["validate", "--format", "json", "--format", "sarif"],
      '--format has two values, "json" and "sarif": give one',
    ],
    [["help", "validate", "export"], 'help takes [COMMAND], got also "export"'],
  ])("%j is refused, with the help of the command", (argv, message) => {
    const { code, stdout, stderr } = run(...argv);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(`cdktf-clusters: ${message}\nSee "cdktf-clusters help ${argv[0]}".\n`);
  });

  test.each([
    [["recover"], "recover needs one STACK"],
    [["recover", "a", "b"], 'recover takes STACK, got also "b"'],
    [["recover", "a", "--format", "sarif"], '--format must be text or json, got "sarif"'],
    [["recover", "a", "--state", "s", "--no-state"], "--state and --no-state exclude each other"],
  ])("%j is refused with code 1, since 2 reports what to recover", (argv, message) => {
    const { code, stderr } = run(...argv);
    expect([code, stderr]).toEqual([1, `cdktf-clusters: ${message}\nSee "cdktf-clusters help recover".\n`]);
  });

  test("the help of the program has every command, and that of a command every option", () => {
    const program = run("help").stdout;
    for (const [name, { options, summary }] of Object.entries<Command>(commandTable)) {
      expect(program).toContain(`  ${name}`);
      expect(program).toContain(summary);
      const help = run("help", name).stdout;
      for (const option of Object.keys(options)) expect(help).toContain(`--${option}`);
    }
    for (const code of ["0", "1", "2"]) expect(program).toMatch(new RegExp(`^  ${code}  \\S`, "m"));
    expect(Math.max(...program.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  test("options with one name are flags, or have values, in all commands", () => {
    const kinds = new Map<string, boolean>();
    for (const { options } of Object.values<Command>(commandTable)) {
      for (const [name, { argument }] of Object.entries(options)) {
        expect(kinds.get(name) ?? argument !== undefined).toBe(argument !== undefined);
        kinds.set(name, argument !== undefined);
      }
    }
    expect(kinds.size).toBeGreaterThan(5);
  });
});
