import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { parseCommandLine } from "../cli/command-line";
import { formatProblem, loadEnvironments } from "../modules/environment";
import { supportedBackends } from "../modules/environment/check-settings";
import manifest from "../package.json";

/** The environments in docs/deploy.md and in the recipes for pipelines are valid, and their commands exist. */
const pages = ["deploy", "how-to/github-actions", "how-to/gitlab", "how-to/atlantis", "how-to/hcp-terraform"];
const textOf = (page: string) => readFileSync(`docs/${page}.md`, "utf8");
const text = pages.map(textOf).join("\n");

/** The YAML blocks by the file name in their first line. */
const files = Object.fromEntries(
  [...text.matchAll(/```yaml\n# (\S+)\n([^]*?)```/g)].map(([, name, body]) => [name, body]),
);

const scratch = mkdtempSync(join(tmpdir(), "deploy-docs-"));
afterAll(() => rmSync(scratch, { recursive: true }));

test("every YAML block has a file name", () => {
  expect(Object.keys(files)).toEqual([
    "environments/base.yaml",
    "environments/dev.yaml",
    "environments/production.yaml",
    ".github/workflows/clusters.yaml",
    "environments/staging.yaml",
    ".gitlab-ci.yml",
    "atlantis.yaml",
    ".github/workflows/export.yaml",
    "environments/hcp.yaml",
  ]);
  expect(text.match(/```yaml/g)).toHaveLength(Object.keys(files).length);
});

test("the environments are valid", () => {
  for (const [name, body] of Object.entries(files)) {
    mkdirSync(dirname(join(scratch, name)), { recursive: true });
    writeFileSync(join(scratch, name), body);
  }
  const { environments, problems } = loadEnvironments(join(scratch, "environments"));
  expect(problems.map(formatProblem)).toEqual([]);
  expect(environments.flatMap(({ clusters }) => clusters.map(({ name }) => name))).toEqual([
    "dev-main",
    "hcp-main",
    "production-main",
    "staging-main",
  ]);
});

test("every type of backend is in the table", () => {
  const types = [...textOf("deploy").matchAll(/^\| ((?:`[a-z0-9]+`(?:, | \(default\))?)+) +\|/gm)].flatMap(
    ([, cell]) => [...cell.matchAll(/`([a-z0-9]+)`/g)].map(([, type]) => type),
  );
  expect(types.filter((type) => (supportedBackends as string[]).includes(type)).sort()).toEqual(
    // The Azure provider has the same name as its backend, and is in a separate table.
    [...supportedBackends, "azurerm"].sort(),
  );
});

// --- Commands ---------------------------------------------------------------------------------------------------

interface Step {
  readonly run?: string;
}
interface Job {
  readonly steps?: readonly Step[];
  readonly script?: readonly string[];
  readonly before_script?: readonly string[];
}

/** The commands of the two recipes. */
function commandsOf(recipe: unknown): string[] {
  const { jobs, ...gitlab } = recipe as { jobs?: Record<string, Job> } & Record<string, Job>;
  return Object.values(jobs ?? gitlab).flatMap((job) => [
    ...(job.steps ?? []).flatMap(({ run }) => run ?? []),
    ...(job.before_script ?? []),
    ...(job.script ?? []),
  ]);
}

/** The commands of the shell blocks of a page. */
const shellOf = (page: string) =>
  [...textOf(page).matchAll(/```sh\n([^]*?)```/g)].flatMap(([, body]) => body.trim().split("\n"));

const recipes = {
  "GitHub Actions": commandsOf(parse(files[".github/workflows/clusters.yaml"])),
  GitLab: commandsOf(parse(files[".gitlab-ci.yml"])),
};
const inText = [...text.replace(/```[^]*?```/g, "").matchAll(/`((?:npx|npm) [^`]+)`/g)].map(
  ([, command]) => command,
);

/** The arguments of a command line, without the quotes of the shell and of the runner. */
const argumentsOf = (command: string): string[] =>
  (command.match(/'[^']*'|"[^"]*"|\S+/g) ?? []).map((argument) => argument.replace(/^['"]|['"]$/g, ""));

/** The usage and options of a CDKTF command, from its help. */
function helpOf(command: string): { usage: string; options: string[] } {
  const help = execFileSync("node_modules/.bin/cdktf", [command, "--help"], {
    encoding: "utf8",
    env: { ...process.env, CI: "1", CHECKPOINT_DISABLE: "1", DISABLE_VERSION_CHECK: "1" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  return {
    usage: help.split("\n").find((line) => line.startsWith("cdktf "))!,
    options: [...help.matchAll(/^ +(?:-\w, +)?(--[a-z-]+) /gm)].map(([, option]) => option),
  };
}

const known = new Map<string, ReturnType<typeof helpOf>>();
const cdktf = (command: string) => known.get(command) ?? known.set(command, helpOf(command)).get(command)!;

/** The problems of a command line. */
function problemsOf(command: string): string[] {
  const [program, name, ...rest] = argumentsOf(command);
  if (program === "npx" && name === "cdktf") return cdktfProblems(rest);
  if (program === "npx" && name === "cdktf-clusters") {
    try {
      return parseCommandLine(rest).command === undefined ? [`${command} has no command`] : [];
    } catch (error) {
      return [(error as Error).message];
    }
  }
  if (program === "npm" && name === "run") {
    const [script, dashes, ...args] = rest;
    if (!Object.hasOwn(manifest.scripts, script)) return [`package.json has no script ${script}`];
    if (script !== "stacks" || dashes === undefined) return [];
    // Other options go to the CDKTF command of the same name, which accepts one stack.
    const [command, ...others] = args;
    const own = others.indexOf("--parallelism");
    const passed = others.filter((argument, i) => i !== own && i !== own + 1 && argument.startsWith("-"));
    return dashes === "--" ? cdktfProblems([command, ...passed]) : ["options of a script must follow --"];
  }
  return program === "npm" && name === "ci" ? [] : [`unknown command ${program} ${name}`];
}

function cdktfProblems([command, ...rest]: string[]): string[] {
  const { usage, options } = cdktf(command);
  if (!usage?.startsWith(`cdktf ${command}`)) return [`cdktf has no command ${command}`];
  const named = rest.filter((argument) => argument.startsWith("--"));
  const takesValue = ["--parallelism", "--outputs-file"];
  const stacks = rest.filter((argument, i) => !argument.startsWith("-") && !takesValue.includes(rest[i - 1]));
  return [
    ...named
      .filter((option) => !options.includes(option))
      .map((option) => `cdktf ${command} has no ${option}`),
    ...(stacks.some((stack) => stack.includes("*")) && !/\[stacks\.\.\.?\]/.test(usage)
      ? [`cdktf ${command} accepts no glob`]
      : []),
    ...(stacks.length > 0 && !usage.includes("[stack") ? [`cdktf ${command} accepts no stack`] : []),
  ];
}

const others = [
  ...commandsOf(parse(files[".github/workflows/export.yaml"])),
  ...pages.filter((page) => page !== "deploy").flatMap(shellOf),
];

const isOurs = (command: string) => /^(npx|npm) /.test(command);

test.each(Object.entries(recipes))("the recipe for %s checks, plans and deploys", (_, commands) => {
  for (const part of ["validate", "export", " plan ", " apply "]) {
    expect(commands.filter((command) => command.includes(part))).not.toEqual([]);
  }
  // A cluster is before the stack of its programs.
  const [loop] = commands.filter((command) => command.includes(" apply "));
  mkdirSync(join(scratch, "order/terraform/staging-main-workloads"), { recursive: true });
  mkdirSync(join(scratch, "order/terraform/staging-main"), { recursive: true });
  const terraform = 'terraform() { echo "$@"; }';
  const script = loop.replace(/\$\{\{ matrix\.environment \}\}/g, "staging");
  const printed = execFileSync("bash", ["-ec", `${terraform}\n${script}`], {
    cwd: join(scratch, "order"),
    encoding: "utf8",
  });
  expect(printed.trim().split("\n")).toEqual(
    ["staging-main", "staging-main-workloads"].flatMap((stack) => [
      `-chdir=terraform/${stack} init -input=false`,
      `-chdir=terraform/${stack} apply -input=false -auto-approve -no-color`,
    ]),
  );
});

test.each([...new Set([...Object.values(recipes).flat(), ...others, ...inText])].filter(isOurs))(
  "%s exists",
  (command) => {
    expect(problemsOf(command)).toEqual([]);
  },
);

// --- Recipes with exported modules ------------------------------------------------------------------------------

/** Runs a command of a recipe in the folder with the environments of the pages. */
function runOurs(command: string): void {
  const [, , ...argv] = argumentsOf(command);
  execFileSync(process.execPath, [resolve("bin/cdktf-clusters.js"), ...argv], {
    cwd: scratch,
    env: { ...process.env, ENVIRONMENTS: "environments", TF_VAR_cost_center: "1234" },
    stdio: "pipe",
  });
}

describe("Atlantis", () => {
  const { projects, workflows } = parse(files["atlantis.yaml"]) as {
    projects: { name: string; dir: string; workflow: string; terraform_version: string }[];
    workflows: Record<string, { plan: { steps: { init?: { extra_args: string[] } }[] } }>;
  };

  test("plans the folders that the command exports, in a version that they accept", () => {
    const [command] = shellOf("how-to/atlantis");
    runOurs(command);
    const written = readdirSync(join(scratch, "terraform")).map((name) => `terraform/${name}`);
    expect(projects.map(({ dir }) => dir)).toEqual(written);
    for (const { dir, name, workflow, terraform_version } of projects) {
      expect(dir).toBe(`terraform/${name}`);
      const { terraform } = JSON.parse(readFileSync(join(scratch, dir, "backend.tf.json"), "utf8")) as {
        terraform: { backend: object };
      };
      expect(terraform.backend).toEqual({ s3: {} });
      const [{ init }] = workflows[workflow].plan.steps;
      expect(init!.extra_args.join(" ")).toContain(`key=${name}.tfstate`);
      expect(terraform_version).toMatch(/^v1\.1[1-9]\./);
    }
  });

  test("has the same bytes after another export", () => {
    const file = join(scratch, "terraform/production-main/main.tf.json");
    const before = readFileSync(file, "utf8");
    const again = commandsOf(parse(files[".github/workflows/export.yaml"])).find((line) =>
      line.includes("export"),
    )!;
    runOurs(again);
    expect(readFileSync(file, "utf8")).toBe(before);
  });
});

test("HCP Terraform gets a workspace for each stack", () => {
  runOurs("npx cdktf-clusters export hcp-main --out hcp");
  const { terraform } = JSON.parse(readFileSync(join(scratch, "hcp/hcp-main/backend.tf.json"), "utf8")) as {
    terraform: object;
  };
  const { backend } = parse(files["environments/hcp.yaml"]) as { backend: Record<string, string> };
  expect(terraform).toEqual({
    cloud: { organization: backend.organization, workspaces: { name: "hcp-main", project: backend.project } },
  });
  runOurs(shellOf("how-to/hcp-terraform").find((line) => line.includes("--backend remote"))!);
  expect(readdirSync(join(scratch, "terraform"))).toContain("production-main");
});

test.each([
  ["npx cdktf deploi 'a-*'", "cdktf has no command deploi"],
  ["npx cdktf deploy 'a-*' --auto-aprove", "cdktf deploy has no --auto-aprove"],
  ["npx cdktf diff 'a-*'", "cdktf diff accepts no glob"],
  ["npx cdktf list a", "cdktf list accepts no stack"],
  ["npx cdktf-clusters validat", 'unknown command "validat"; did you mean "validate"?'],
  ["npm run stack", "package.json has no script stack"],
  ["npm run stacks -- diff 'a-*' --auto-approve", "cdktf diff has no --auto-approve"],
])("%s is detected as invalid", (command, fault) => {
  expect(problemsOf(command)).toEqual([fault]);
});
