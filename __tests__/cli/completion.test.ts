import { mkdirSync, writeFileSync } from "node:fs";
import { main } from "../../cli/cdktf-clusters";
import { commandNames, commandTable, type Option } from "../../cli/commands";
import { clouds } from "../../modules/kubeadm/clouds";
import { useEmptyDirectory } from "../environment/directory";

useEmptyDirectory();

function run(...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = main(["completion", ...argv], {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
  });
  return { code, stdout: out.join(""), stderr: err.join("") };
}
const complete = (...given: string[]) =>
  run("arguments", "--", ...given)
    .stdout.split("\n")
    .filter(Boolean);

test("commands, and for each command its options and their values", () => {
  expect(complete("")).toEqual(commandNames);
  expect(complete("val")).toEqual(["validate"]);
  for (const name of commandNames) {
    const options: Readonly<Record<string, Option>> = commandTable[name].options;
    expect(complete(name, "--")).toEqual(
      [...Object.keys(options), "help", "version"].map((option) => `--${option}`),
    );
    for (const [option, { values = [] }] of Object.entries(options)) {
      if (values.length === 0) continue;
      expect(complete(name, `--${option}`, "")).toEqual(values);
      expect(complete(name, `--${option}=`)).toEqual(values.map((value) => `--${option}=${value}`));
    }
  }
});

test("operands", () => {
  mkdirSync("environments");
  writeFileSync(
    "environments/dev.yaml",
    `clusters:
  - { platform: gke, name: main, region: europe-west3, kubernetesVersion: "1.35", access: { admins: [] }, nodeGroups: [{ name: a, machineTypes: [e2-standard-2], size: 1 }] }
`,
  );
  delete process.env.ENVIRONMENTS;
  expect(complete("show", "")).toEqual(["dev-main"]);
  expect(complete("export", "--out", "x", "dev")).toEqual(["dev-main"]);
  expect(complete("help", "sh")).toEqual(["show"]);
  expect(complete("completion", "")).toEqual(["bash", "zsh", "fish"]);
  expect(complete("init", "--platform", "gke", "--region", "europe-west3")).toEqual(["europe-west3"]);
});

test.each<[given: string, found: readonly string[]]>([
  ["net", ["network", "network."]],
  ["network", ["network", "network."]],
  ["network.na", ["network.nat", "network.natAddresses", "network.natPorts"]],
  ["network.natPorts", ["network.natPorts", "network.natPorts."]],
  ["network.natPorts.m", ["network.natPorts.min", "network.natPorts.max"]],
  ["n", ["name", "network", "nodeGroups"]],
  ["nodeGroups.spr", ["nodeGroups.spread"]],
  ["nodeGroups[].spr", ["nodeGroups[].spread"]],
  ["nodeGroups[0].disk.ty", ["nodeGroups[0].disk.type"]],
  ["clusters[0].nodeGroups[1].spr", ["clusters[0].nodeGroups[1].spread"]],
  ["nodeGroups[", ["nodeGroups[]."]],
  ["nodeGroups[].taints[]", ["nodeGroups[].taints[]."]],
  ["backend.buck", ["backend.bucket"]],
  ["nothing.at", []],
  ["network.nat..", []],
])("fields of one level: %s", (given, found) => {
  expect(complete("fields", given)).toEqual(found);
});

test("without a start, the fields of the first level", () => {
  const found = complete("fields", "");
  expect(found).toEqual(expect.arrayContaining(["backend", "clusters", "network", "nodeGroups"]));
  expect(found.filter((text) => text.includes("."))).toEqual([]);
  expect(found.length).toBeLessThan(50);
});

test("regions of kubeadm clusters are those of each cloud with an adapter", () => {
  const found = complete("init", "--platform", "kubeadm", "--region", "");
  expect(found).toEqual(Object.values(clouds).flatMap(({ regions }) => regions.names()));
  expect(found).toEqual(expect.arrayContaining(["eu-central-1", "europe-west3"]));
});

test("no candidates where a file or any value is expected, and without environments", () => {
  expect(complete("validate", "")).toEqual([]);
  expect(complete("export", "--out", "")).toEqual([]);
  expect(complete("show", "")).toEqual([]);
  expect(complete("nonsense", "")).toEqual([]);
  expect(complete("show", "--out=", "")).toEqual([]);
});

test.each(["bash", "zsh", "fish"])("the script of %s calls the command", (shell) => {
  expect(run(shell)).toMatchObject({ code: 0, stderr: "" });
  expect(run(shell).stdout).toMatch(/ completion arguments -- .*\n[^]*npx --no/);
});

test.each([
  [[], "completion needs a SHELL: bash, zsh or fish"],
  [["bsh"], 'SHELL must be one of bash, zsh, fish, got "bsh"; did you mean "bash"?'],
  [["bash", "zsh"], 'completion takes SHELL, got also "zsh"'],
])("%j is an error", (argv, message) => {
  expect(run(...argv)).toEqual({
    code: 2,
    stdout: "",
    stderr: `cdktf-clusters: ${message}\nSee "cdktf-clusters help completion".\n`,
  });
});

test("the script of bash has nothing that bash 3.2 lacks", () => {
  const script = run("bash").stdout;
  for (const [what, pattern] of Object.entries(newerThanBash32)) {
    const lines = script.split("\n").filter((line) => pattern.test(line));
    expect({ what, lines }).toEqual({ what, lines: [] });
  }
});

test("the patterns find what bash 3.2 lacks", () => {
  const samples: Readonly<Record<keyof typeof newerThanBash32, string>> = {
    "builtins that read lines": "mapfile -t lines < <(list)",
    "associative arrays, references and case": "local -A found",
    "negative indices": 'last="${given[-1]}"',
    "changes of case and transformations": 'echo "${name,,}" "${name@Q}"',
    "other redirections and pipes": "list |& sort",
    "other branches of case": "a) one ;;&",
    "other options of builtins": "wait -n",
    "variables of the shell": "echo $EPOCHSECONDS",
    "tests of variables": "[[ -v name ]]",
  };
  for (const [what, sample] of Object.entries(samples)) {
    expect(newerThanBash32[what as keyof typeof newerThanBash32].test(sample)).toBe(true);
  }
});

/** Of the changes of bash 4 and 5: https://git.savannah.gnu.org/cgit/bash.git/tree/NEWS */
const newerThanBash32 = {
  "builtins that read lines": /\b(mapfile|readarray)\b/,
  "associative arrays, references and case": /\b(declare|local|typeset)\s+-[a-zA-Z]*[Anlug]/,
  "negative indices": /\[-\d/,
  "changes of case and transformations": /\$\{[\w@*[\]]+(,|\^|@[A-Za-z])/,
  "other redirections and pipes": /\|&|&>>|\bcoproc\b|\{\w+\}[<>]/,
  "other branches of case": /;;?&/,
  "other options of builtins": /\b(wait -n|read -[a-z]*[iN]|shopt -s (globstar|lastpipe)|printf\s+\S*%\()/,
  "variables of the shell": /\b(EPOCHSECONDS|EPOCHREALTIME|BASHPID|SRANDOM|BASH_ARGV0)\b/,
  "tests of variables": /\[\[?\s+-[vR]\s/,
} as const;
