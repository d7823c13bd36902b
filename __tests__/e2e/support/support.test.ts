import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describeE2e } from "../setup/describe";
import { copyUnprotected, eksDocument, eksStacks } from "./environments";
import { ARGUMENTS_OF_LATER_PROVIDERS, removeUnsupportedArguments } from "./unsupported-arguments";
import { differences } from "./plan";
import { isKnown, type ProviderSchema, unknownArguments } from "./provider-schema";
import { guarded, isGroupAlive, run, start } from "./run";

// The helpers that detect defects in the deploy tests must be tested themselves.

const block = (attributes: string[], block_types = {}) => ({
  block: { attributes: Object.fromEntries(attributes.map((name) => [name, {}])), block_types },
});

const SCHEMA: ProviderSchema = {
  provider: block(["region"]),
  resource_schemas: { aws_eks_cluster: block(["name"], { vpc_config: block(["subnet_ids"]) }) },
  data_source_schemas: {},
};

describeE2e("unsupported arguments", () => {
  test("are found at every depth, and in elements of unknown types", () => {
    const cluster = {
      name: "a",
      deletion_protection: true,
      depends_on: ["aws_iam_role.a"],
      lifecycle: { prevent_destroy: true },
      vpc_config: [{ subnet_ids: [], egress: "open" }],
      dynamic: { vpc_config: { for_each: [1], content: { ingress: "open" } } },
    };
    const stack = {
      provider: { aws: [{ region: "a", alias: "b", account: "c" }] },
      resource: { aws_eks_cluster: { a: cluster }, aws_eks_capability: { a: {} } },
      data: { aws_region: { a: {} } },
    };
    expect(unknownArguments(stack, SCHEMA)).toEqual([
      "aws_eks_capability",
      "aws_eks_cluster.deletion_protection",
      "aws_eks_cluster.vpc_config.egress",
      "aws_eks_cluster.vpc_config.ingress",
      "data.aws_region",
      "provider.aws.account",
    ]);
  });

  test("are distinguished from supported ones", () => {
    expect(isKnown("aws_eks_cluster.name", SCHEMA)).toBe(true);
    expect(isKnown("aws_eks_cluster.vpc_config.subnet_ids", SCHEMA)).toBe(true);
    expect(isKnown("aws_eks_cluster.vpc_config.egress", SCHEMA)).toBe(false);
    expect(isKnown("aws_eks_capability.name", SCHEMA)).toBe(false);
  });

  test("are removed and reported", () => {
    const stack = { resource: { aws_eks_cluster: { a: { name: "a", deletion_protection: true } } } };
    expect(removeUnsupportedArguments(stack, ARGUMENTS_OF_LATER_PROVIDERS)).toEqual([
      "aws_eks_cluster.a.deletion_protection = true",
    ]);
    expect(stack.resource.aws_eks_cluster.a).toEqual({ name: "a" });
  });
});

describeE2e("a started program", () => {
  test("has a result, and no process remains", async () => {
    const running = start("sh", ["-c", "echo hello; exit 3"]);
    expect(await running.result).toEqual({ code: 3, stdout: "hello\n", output: "hello\n" });
    await until(() => !running.isAlive());
  });

  test("is killed with its child processes", async () => {
    const running = start("sh", ["-c", "sleep 300 & sleep 300"]);
    expect(running.isAlive()).toBe(true);
    running.kill();
    expect(await running.result).toMatchObject({ code: -1 });
    await until(() => !running.isAlive());
  });

  test("ends with its parent", async () => {
    // The same shell command, with a parent that the test can kill.
    const script = `
      const { spawn } = require("node:child_process");
      const stdio = ["ignore", "ignore", "ignore", "pipe"];
      const child = spawn("sh", ${JSON.stringify(guarded("sleep", ["300"]))}, { stdio, detached: true });
      console.log(child.pid);`;
    const parent = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
    const [pid] = (await once(parent.stdout, "data")) as [Buffer];
    const isThere = () => isGroupAlive(Number(pid));
    expect(isThere()).toBe(true);
    parent.kill("SIGKILL");
    await until(() => !isThere());
  });
});

async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !condition(); await sleep(20)) {
    if (Date.now() > end) throw new Error("no result within ten seconds");
  }
}

describeE2e("environment files of several platforms", () => {
  let dir: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-support-"));
    const mixed = [
      { platform: "aks", name: "blue", region: "westeurope" },
      { platform: "eks", name: "main", region: "eu-central-1", protection: true },
      { platform: "eks", name: "side", region: "eu-west-1" },
    ];
    await writeFile(join(dir, "mixed.yaml"), JSON.stringify({ tags: { a: "b" }, clusters: mixed }));
    await writeFile(join(dir, "other.yaml"), JSON.stringify({ clusters: [mixed[0]] }));
  });

  afterAll(() => rm(dir, { recursive: true, force: true }));

  test("are searched for EKS clusters", () => {
    expect(eksStacks(dir)).toEqual([
      { stack: "mixed-main", file: "mixed", region: "eu-central-1" },
      { stack: "mixed-side", file: "mixed", region: "eu-west-1" },
    ]);
  });

  test("are copied with only EKS clusters, unprotected, if they have any", async () => {
    const copies = join(dir, "copies");
    await copyUnprotected(dir, copies);
    expect(await readdir(copies)).toEqual(["mixed.yaml"]);
    expect(eksDocument(join(copies, "mixed.yaml")).toJS()).toEqual({
      tags: { a: "b" },
      clusters: [
        { platform: "eks", name: "main", region: "eu-central-1", protection: false },
        { platform: "eks", name: "side", region: "eu-west-1", protection: false },
      ],
    });
  });
});

describeE2e("differences in a plan", () => {
  test("are named by attribute, created and deleted resources by address", () => {
    const resource_changes = [
      { address: "a.same", change: { actions: ["no-op"], before: { x: 1 }, after: { x: 1 } } },
      {
        address: "a.changed",
        change: { actions: ["update"], before: { x: 1, y: 1 }, after: { x: 2, y: 1 } },
      },
      {
        address: "a.late",
        change: { actions: ["update"], before: { x: 1 }, after: {}, after_unknown: { x: true } },
      },
      { address: "a.replaced", change: { actions: ["delete", "create"], before: { x: 1 }, after: { x: 2 } } },
    ];
    const output_changes = { o: { actions: ["update"], before: "a", after: "b" } };
    expect(differences({ resource_changes, output_changes })).toEqual([
      "a.changed.x",
      "a.late.x",
      "a.replaced",
      "output.o",
    ]);
  });
});

describeE2e("a program that runs too long", () => {
  test("is ended, with an error that has its output", async () => {
    const late = run("sh", ["-c", "echo waits for a bucket; exec sleep 60"], { limit: 300 });
    await expect(late).rejects.toThrow(/not ended after 0.3 s\nwaits for a bucket/);
  });
});
