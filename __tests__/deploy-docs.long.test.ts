import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { parseCommandLine } from "../cli/command-line";
import { formatProblem, loadEnvironments } from "../modules/environment";
import { supportedBackends } from "../modules/environment/check-settings";
import manifest from "../package.json";

/** The environments in docs/deploy.md are valid, and its commands exist. */
const text = readFileSync("docs/deploy.md", "utf8");

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
  ]);
  expect(text.match(/```yaml/g)).toHaveLength(6);
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
    "production-main",
    "staging-main",
  ]);
});

test("every type of backend is in the table", () => {
  const types = [...text.matchAll(/^\| ((?:`[a-z0-9]+`(?:, | \(default\))?)+) +\|/gm)].flatMap(([, cell]) =>
    [...cell.matchAll(/`([a-z0-9]+)`/g)].map(([, type]) => type),
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

const isOurs = (command: string) => /^(npx|npm) /.test(command);

test.each(Object.entries(recipes))("the recipe for %s checks, plans and deploys", (_, commands) => {
  for (const part of ["validate", "stacks -- diff", "cdktf deploy", "cdktf output"]) {
    expect(commands.filter((command) => command.includes(part))).not.toEqual([]);
  }
});

test.each([...new Set([...Object.values(recipes).flat(), ...inText])].filter(isOurs))(
  "%s exists",
  (command) => {
    expect(problemsOf(command)).toEqual([]);
  },
);

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
