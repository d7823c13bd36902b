import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import type { Comparison } from "../../modules/compare";
import { markdownOf, textOf } from "../../modules/compare/render";
import { useEmptyDirectory } from "../environment/directory";
import { run, useEnvironments } from "./command";

useEmptyDirectory();

useEnvironments(() => {
  write("environments", 3);
  write("old", 3);
});

function write(folder: string, size: number, groups: readonly string[] = ["workers"], name = "dev"): void {
  const clusters = [
    {
      platform: "eks",
      name: "main",
      region: "eu-west-1",
      kubernetesVersion: "1.35",
      network: { nat: "single" },
      access: { admins: ["arn:aws:iam::111122223333:role/admin"], privateFrom: ["10.1.0.0/16"] },
      nodeGroups: groups.map((name) => ({ name, machineTypes: ["m7i.large"], size })),
    },
  ];
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.yaml`, JSON.stringify({ clusters }));
}

test("exit code 0: nothing changes", () => {
  expect(run("compare", "old")).toEqual({ code: 0, stdout: "nothing changes\n", stderr: "" });
});

test("exit code 2: a change, in terms of the file", () => {
  write("environments", 4);
  const { code, stdout } = run("compare", "old");
  expect(code).toBe(2);
  expect(stdout).toContain("nodeGroups[workers].size: 3 → 4 (in place)");
  expect(stdout).toContain("aws_eks_node_group.node_groups_workers (scaling_config.");
});

describe("programs in a cluster", () => {
  const addPrograms = (folder: string) => {
    const file = `${folder}/dev.yaml`;
    const { clusters } = JSON.parse(readFileSync(file, "utf8")) as { clusters: [object] };
    const workloads = { programs: { "metrics-server": true } };
    writeFileSync(file, JSON.stringify({ clusters: [{ ...clusters[0], workloads }] }));
  };
  const text = (change: string, before: string, after: string, ...commands: string[]) => ({
    code: 2,
    stderr: "",
    stdout: [
      "dev-main: only its programs change",
      "  Fields",
      `    workloads.programs.metrics-server: ${before} → ${after} (in place)`,
      "  Programs, not predicted",
      ...[`dev-main-workloads: ${change}`, ...commands].map((line) => `    ${line}`),
      "",
    ].join("\n"),
  });

  test("are a change with the commands for an export", () => {
    addPrograms("environments");
    const commands = [
      "npx cdktf-clusters export dev-main-workloads --out terraform --force",
      "terraform -chdir=terraform/dev-main-workloads init",
      "terraform -chdir=terraform/dev-main-workloads plan",
    ];
    expect(run("compare", "old")).toEqual(text("created", "not set", "true", ...commands));
    expect(run("compare", "old", "--format", "markdown").stdout).toBe(
      [
        "### dev-main: only its programs change\n",
        "**Fields**\n\n- workloads.programs.metrics-server: not set → true \\(in place\\)\n",
        "**Programs, not predicted**\n",
        ...["dev-main-workloads: created", ...commands].map((line) => `- ${line}`),
        "",
      ].join("\n"),
    );
    const { clusters } = JSON.parse(run("compare", "old", "--format", "json").stdout) as Comparison;
    expect(clusters[0].programs).toEqual({ stack: "dev-main-workloads", change: "created", commands });
    // The export of programs needs a state that both folders reach.
    const file = JSON.parse(readFileSync("environments/dev.yaml", "utf8")) as object;
    const backend = { type: "s3", bucket: "states", region: "eu-west-1" };
    writeFileSync("environments/dev.yaml", JSON.stringify({ backend, ...file }));
    expect(run("export", "dev-main-workloads", "--out", "terraform", "--force").code).toBe(0);
    expect(readdirSync("terraform")).toEqual(["dev-main-workloads"]);
  });

  test("have the commands of CDKTF in a project of CDKTF", () => {
    writeFileSync("cdktf.json", "{}");
    addPrograms("old");
    const removed = "removed: destroy it before the edit";
    expect(run("compare", "old")).toEqual(
      text(removed, "true", "not set", "npx cdktf destroy dev-main-workloads"),
    );
    expect(run("compare", "environments", "old").stdout).toContain("    npx cdktf diff dev-main-workloads\n");
  });
});

test("exit code 3: a destructive change, which --allow accepts", () => {
  write("old", 3, ["workers", "batch"]);
  const { code, stdout } = run("compare", "old", "--format", "markdown");
  expect(code).toBe(3);
  expect(stdout).toMatch(/^### dev-main: changed \(destructive\)\n/);
  expect(run("compare", "old", "--allow", "workloads-stopped").code).toBe(2);
});

const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { encoding: "utf8" });

function commitAll(): void {
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "-m", "Start");
}

test("a revision of git has the files of that commit", () => {
  commitAll();
  expect(run("compare", "git:HEAD").code).toBe(0);
  write("environments", 5);
  expect(run("compare", "git:HEAD").code).toBe(2);
  expect(run("compare", "git:missing")).toEqual({
    code: 1,
    stdout: "",
    stderr: 'git has no revision "missing"\n',
  });
});

test("files of other names describe other environments", () => {
  write(".", 4, ["workers"], "before");
  expect(run("compare", "before.yaml", "environments/dev.yaml").stderr).toContain(
    "before.yaml describes clusters of before, and environments/dev.yaml those of dev",
  );
  expect(run("compare", "old/dev.yaml", "environments/dev.yaml").stderr).toBe("");
});

test("a revision without git: gets a hint", () => {
  commitAll();
  expect(run("compare", "HEAD")).toEqual({
    code: 1,
    stdout: "",
    stderr: "HEAD does not exist; for the revision of Git, write git:HEAD\n",
  });
  expect(run("compare", "gone").stderr).toBe("gone does not exist\n");
});

test.each([
  ["a missing OLD", ["compare", "gone"], "gone does not exist\n"],
  ["an empty OLD", ["compare", ""], '"" does not exist\n'],
  [
    "an unknown kind",
    ["compare", "old", "--allow", "all"],
    'cdktf-clusters: --allow must be a list of refused, data-lost, workloads-stopped, cluster-removed, got "all"\nSee "cdktf-clusters help compare".\n',
  ],
])("%s is an error, and nothing is written", (_, argv, stderr) => {
  const names = readdirSync(".");
  expect(run(...argv)).toEqual({ code: 1, stdout: "", stderr });
  expect(readdirSync(".")).toEqual(names);
});

test("a revision outside of git is an error", () => {
  expect(run("compare", "git:HEAD")).toEqual({
    code: 1,
    stdout: "",
    stderr: `git:HEAD needs git, and a folder with its repository: ${process.cwd()} has none\n`,
  });
});

test("a file with errors is reported", () => {
  writeFileSync("old/dev.yaml", "clusters: [{ platform: eks }]");
  const { code, stdout, stderr } = run("compare", "old");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/old\/dev\.yaml:1:12 clusters\[0\]/);
});

describe("the files of a revision", () => {
  afterEach(() => {
    delete process.env.ENVIRONMENTS;
    delete process.env.ENVIRONMENTS_ROOT;
  });

  test("are found from any folder, and by any path", () => {
    commitAll();
    const top = process.cwd();
    process.env.ENVIRONMENTS = `${top}/environments`;
    expect(run("compare", "git:HEAD")).toEqual({ code: 0, stdout: "nothing changes\n", stderr: "" });
    mkdirSync("other");
    process.chdir("other");
    try {
      process.env.ENVIRONMENTS = "../environments/dev.yaml";
      expect(run("compare", "git:HEAD")).toEqual({ code: 0, stdout: "nothing changes\n", stderr: "" });
      process.env.ENVIRONMENTS = "../../elsewhere";
      expect(run("compare", "git:HEAD")).toEqual({
        code: 1,
        stdout: "",
        stderr: `../../elsewhere is outside of the git repository ${top}\n`,
      });
    } finally {
      process.chdir(top);
    }
  });

  test("have their names in problems", () => {
    writeFileSync("environments/dev.yaml", "clusters: 5");
    commitAll();
    const { code, stderr } = run("compare", "git:HEAD", "old");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^git:HEAD:environments\/dev\.yaml:1:11 clusters: must be a list/);
  });

  test("have the facts and the base of their folder, if the location is a file", () => {
    const text = readFileSync("environments/dev.yaml", "utf8").replaceAll("m7i.large", "m99i.large");
    writeFileSync("environments/dev.yaml", `{"extends": "base.yaml", ${text.slice(1)}`);
    writeFileSync("environments/base.yaml", "tags: { team: a }");
    writeFileSync("environments/facts.yaml", factsOf(4));
    commitAll();
    process.env.ENVIRONMENTS = "environments/dev.yaml";
    expect(run("compare", "git:HEAD")).toEqual({ code: 0, stdout: "nothing changes\n", stderr: "" });
  });

  test("can extend files of the folder that the variable allows", () => {
    writeFileSync("base.yaml", "tags: { team: a }");
    const text = readFileSync("environments/dev.yaml", "utf8");
    writeFileSync("environments/dev.yaml", `{"extends": "../base.yaml", ${text.slice(1)}`);
    commitAll();
    expect(run("compare", "git:HEAD").stderr).toMatch(/^git:HEAD:environments\/dev\.yaml:1:13 extends: /);
    process.env.ENVIRONMENTS_ROOT = ".";
    expect(run("compare", "git:HEAD")).toEqual({ code: 0, stdout: "nothing changes\n", stderr: "" });
    expect(process.env.ENVIRONMENTS_ROOT).toBe(".");
  });
});

/** A file of facts with a machine type. */
const factsOf = (interfaces: number) =>
  JSON.stringify({
    asOf: "2026-11-01",
    source: "https://example.com",
    eks: {
      machineTypes: {
        "m99i.large": {
          architecture: "x86_64",
          vcpus: 2,
          memoryGiB: 8,
          interfaces,
          addressesPerInterface: 10,
        },
      },
    },
  });

describe("facts that both operands add", () => {
  beforeEach(() => {
    for (const folder of ["old", "environments"]) {
      const text = readFileSync(`${folder}/dev.yaml`, "utf8").replaceAll("m7i.large", "m99i.large");
      writeFileSync(`${folder}/dev.yaml`, text);
      writeFileSync(`${folder}/facts.yaml`, factsOf(4));
    }
  });

  test("apply to each alone", () => {
    expect(run("compare", "old")).toEqual({ code: 0, stdout: "nothing changes\n", stderr: "" });
    // Machines with more interfaces keep more addresses.
    writeFileSync("old/facts.yaml", factsOf(2));
    const { code, stdout } = run("compare", "old", "--format", "json");
    const [{ needs }] = (JSON.parse(stdout) as Comparison).clusters;
    expect(code).toBe(0);
    expect(needs.map(({ before, after }) => [before, after])).toEqual([
      [60, 120],
      [60, 120],
      [60, 120],
    ]);
  });
});

test("what no table contains is shown with the reason, in each format", () => {
  const unknown = [{ address: "aws_x.a", reason: "no table states whether a change of b replaces aws_x" }];
  const comparison: Comparison = {
    formatVersion: 1,
    clusters: [
      {
        stack: "dev-main",
        platform: "eks",
        change: "changed",
        fields: [],
        resources: [{ address: "aws_x.a", action: "update", component: "x", because: ["b"] }],
        nodes: [],
        refusals: [],
        unknown,
        needs: [],
        destructive: [],
      },
    ],
  };
  expect(textOf(comparison)).toContain(
    "  Not predicted\n    aws_x.a: no table states whether a change of b replaces aws_x\n",
  );
  const markdown = markdownOf(comparison);
  expect(markdown).toContain("### dev-main: changed (not all predicted)");
  expect(markdown).toContain("**Not predicted**\n\n- aws\\_x.a: no table states");
});

test("a renamed file creates a second cluster", () => {
  renameSync("environments/dev.yaml", "environments/test.yaml");
  const { code, stdout, stderr } = run("compare", "old");
  expect(code).toBe(3);
  expect(stdout).toMatch(/^dev-main: removed from the files\n/);
  expect(stdout).toMatch(/^test-main: created$/m);
  expect(stderr).toBe(
    "test-main has the fields of dev-main: a running cluster keeps its name, so test-main is a new cluster next to dev-main. To keep " +
      "dev-main, restore the names of its file and of the cluster\n",
  );
});

test("a removed cluster is not deleted, and the commands that delete it are printed", () => {
  rmSync("environments/dev.yaml");
  write("environments", 3, ["workers"], "other");
  const { code, stdout } = run("compare", "old");
  expect(code).toBe(3);
  const [title, ...lines] = stdout.split("\n\n")[0].split("\n");
  expect(title).toBe("dev-main: removed from the files");
  expect(lines.slice(0, 7)).toEqual([
    "  Nothing is deleted by this edit",
    "    the stack dev-main is not written any more: its resources continue to run, and its state stays in its place",
    "    to delete the cluster, do this before the edit, or with the earlier files:",
    "    set protection: false, and deploy it",
    "    terraform -chdir=terraform/dev-main destroy",
    "  Destructive",
    "    cluster-removed: the cluster continues to run and to cost money, and no file describes it",
  ]);
  expect(lines.filter((line) => /^ {2}(What|Deleted|Nodes)/.test(line))).toEqual([
    "  What a destroy deletes",
  ]);
  expect(run("compare", "old", "--allow", "cluster-removed").code).toBe(2);
  const { clusters } = JSON.parse(run("compare", "old", "--format", "json").stdout) as Comparison;
  expect(clusters.find(({ stack }) => stack === "dev-main")?.removal).toEqual({
    isProtected: true,
    commands: ["terraform -chdir=terraform/dev-main destroy"],
  });
  writeFileSync("cdktf.json", "{}");
  expect(run("compare", "old").stdout).toContain("    npx cdktf destroy dev-main\n");
});
