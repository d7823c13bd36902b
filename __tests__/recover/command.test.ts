import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recoverStack, recoveryText } from "../../cli/recover";
import { type Ask, stateResources } from "../../modules/recover";
import { argumentsOf, fill } from "../../modules/recover/commands";
import { shipped } from "../support/shipped";
import { aws } from "./stacks";

const { environments } = shipped("environments");

const scratch = mkdtempSync(join(tmpdir(), "recover-"));
afterAll(() => rmSync(scratch, { recursive: true }));

function stateFile(text: string): string {
  const file = join(scratch, "terraform.tfstate");
  writeFileSync(file, text);
  return file;
}

describe("the command", () => {
  test.each([["production-mian", 'unknown stack "production-mian"; did you mean "production-main"?']])(
    "refuses %s",
    (stack, message) => {
      expect(() => recoverStack(environments, stack, { noState: true, ask: aws({}) })).toThrow(message);
    },
  );

  test("refuses a state that does not exist, is damaged, or is not a state", () => {
    const recover = (state: string) => () =>
      recoverStack(environments, "production-main", { state, noState: false, ask: aws({}) });
    expect(recover(join(scratch, "none"))).toThrow("does not exist: use --state FILE");
    expect(recover(stateFile(""))).toThrow("is empty: restore the previous one with cp ");
    expect(recover(stateFile('{"version": 4, "resou'))).toThrow("is incomplete or no JSON");
    expect(recover(stateFile("null"))).toThrow("must be a Terraform state of version 4");
    expect(recover(stateFile('{"version": 3}'))).toThrow("must be a Terraform state of version 4");
  });

  test("reports the lock file of a local state", () => {
    const state = stateFile('{"version": 4, "resources": []}');
    writeFileSync(join(scratch, ".terraform.tfstate.lock.info"), '{"ID":"6ab1-77"}');
    const { notes } = recoverStack(environments, "production-main", { state, noState: false, ask: aws({}) });
    expect(notes.join()).toContain("terraform force-unlock 6ab1-77");
  });

  test("reads the state, and names the folder, of the synthesis in CDKTF_OUTDIR", () => {
    const { CDKTF_OUTDIR } = process.env;
    try {
      process.env.CDKTF_OUTDIR = join(scratch, "own/output");
      const recover = () => recoverStack(environments, "production-main", { noState: false, ask });
      const ask = aws({ "describe-vpcs": ["vpc-1"] });
      expect(recover).toThrow(
        `the state ${join(scratch, "own/terraform.production-main.tfstate")} does not exist`,
      );
      mkdirSync(join(scratch, "own"));
      writeFileSync(
        join(scratch, "own/terraform.production-main.tfstate"),
        '{"version": 4, "resources": []}',
      );
      expect(recoveryText(recover())).toContain(
        `Commands, to run in ${join(scratch, "own/output/stacks/production-main")}:`,
      );
    } finally {
      if (CDKTF_OUTDIR === undefined) delete process.env.CDKTF_OUTDIR;
      else process.env.CDKTF_OUTDIR = CDKTF_OUTDIR;
    }
  });

  test("prints a table and commands for the reference stack", () => {
    const ask = aws({ "describe-vpcs": ["vpc-1"], "get-role": [] });
    const text = recoveryText(recoverStack(environments, "production-main", { noState: true, ask }));
    expect(text).toMatch(/^STATUS +RESOURCE +ID\nnot in state +aws_vpc\.network_vpc +vpc-1\n/);
    expect(text).toContain(
      "\n# Import what is not in the state\nterraform import aws_vpc.network_vpc vpc-1\n",
    );
  });

  test.each([
    ["production-aks", /^az account show/, "sub-1", / --subscription sub-1$/],
    ["production-gke", /^gcloud config get-value/, "pro-1", / --project pro-1 --quiet$/],
  ])("asks for the scope of %s", (stack, question, scope, option) => {
    const names = ["ARM_SUBSCRIPTION_ID", "GOOGLE_PROJECT", "GOOGLE_CLOUD_PROJECT", "GCLOUD_PROJECT"];
    const saved = names.map((name) => [name, process.env[name]] as const);
    for (const name of names) delete process.env[name];
    const asked: string[] = [];
    const ask: Ask = (argv) => {
      const command = argv.join(" ");
      if (question.test(command)) return [scope];
      asked.push(command);
      return [];
    };
    const recovery = recoverStack(environments, stack, { noState: true, ask });
    expect(recoveryText(recovery)).toBe(`${stack}: nothing to recover\n`);
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((command) => !option.test(command))).toEqual([]);
    for (const [name, value] of saved) if (value !== undefined) process.env[name] = value;
  });

  test("prints that there is nothing to recover", () => {
    const recovery = recoverStack(environments, "production-main", { noState: true, ask: aws({}) });
    expect(recoveryText(recovery)).toBe("production-main: nothing to recover\n");
  });
});

test("a state has managed resources without deposed objects", () => {
  const text = JSON.stringify({
    version: 4,
    resources: [
      { mode: "data", type: "a", name: "b", instances: [{ attributes: {} }] },
      {
        mode: "managed",
        type: "aws_vpc",
        name: "one",
        instances: [{ attributes: { id: "1" } }, { deposed: "d", attributes: { id: "2" } }],
      },
      { mode: "managed", type: "aws_eip", name: "some", module: "module.m", instances: [{ index_key: "k" }] },
    ],
  });
  expect(stateResources(text, "state")).toEqual([
    { address: "aws_vpc.one", type: "aws_vpc", attributes: { id: "1" } },
    { address: 'module.m.aws_eip.some["k"]', type: "aws_eip", attributes: {} },
  ]);
});

describe("values in commands", () => {
  test("stay in their argument, and in their quotes", () => {
    const argv = argumentsOf(
      `aws kms list-aliases --query "Aliases[?AliasName=='{name}'].AliasName" --name {name}`,
    );
    expect(argv.map((argument) => fill(argument, { name: "a' --x $(y)" })).slice(3)).toEqual([
      "--query",
      "Aliases[?AliasName=='a\\' --x $(y)'].AliasName",
      "--name",
      "a' --x $(y)",
    ]);
  });

  test("are own members only", () => {
    expect(fill("{constructor}", {})).toBeUndefined();
    expect(fill("{tags.Name}", { tags: {} })).toBeUndefined();
  });
});
