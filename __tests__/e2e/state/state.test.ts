import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describeE2e } from "../setup/describe";
import { toolEnvironment } from "../support/environment";
import { run, type RunResult } from "../support/run";
import { CREDENTIALS, StateServer } from "./server";

const REPOSITORY = join(__dirname, "../../..");
const CDKTF = join(REPOSITORY, "node_modules/.bin/cdktf");

const cluster = (name: string, ofGroup = "") => `
  - name: ${name}
    platform: eks
    region: eu-central-1
    kubernetesVersion: "1.35"
    access: { admins: ["arn:aws:iam::111122223333:role/Admin"] }
    nodeGroups: [{ name: workers, machineTypes: [m7i.large], size: 3${ofGroup} }]
`;

/** A project folder whose environments set a backend, and whose stacks need no cloud. */
class Project {
  private constructor(
    readonly dir: string,
    private readonly env: Record<string, string | undefined>,
  ) {}

  static async create(files: Readonly<Record<string, string>>): Promise<Project> {
    const dir = await mkdtemp(join(tmpdir(), "cdktf-clusters-state-"));
    const app = `node ${join(REPOSITORY, "scripts/run.js")} __tests__/e2e/state/app.ts`;
    const config = { language: "typescript", app, sendCrashReports: "false", projectId: "e2e" };
    await writeFile(join(dir, "cdktf.json"), JSON.stringify(config));
    await mkdir(join(dir, "environments"));
    for (const [name, text] of Object.entries(files)) await writeFile(join(dir, "environments", name), text);
    return new Project(dir, {
      ...toolEnvironment(),
      CDKTF_HOME: dir,
      TF_HTTP_USERNAME: CREDENTIALS.username,
      TF_HTTP_PASSWORD: CREDENTIALS.password,
    });
  }

  remove(): Promise<void> {
    return rm(this.dir, { recursive: true, force: true });
  }

  /** Runs the CDKTF CLI in this folder. */
  cdktf(
    args: readonly string[],
    env: Record<string, string> = {},
    accept?: readonly number[],
  ): Promise<RunResult> {
    return run(CDKTF, args, { cwd: this.dir, env: { ...this.env, ...env }, accept });
  }

  /** Runs `npm run stacks` in this folder. */
  stacks(args: readonly string[], env: Record<string, string> = {}): Promise<RunResult> {
    const script = join(REPOSITORY, "scripts/stacks.js");
    return run(process.execPath, [script, ...args], { cwd: this.dir, env: { ...this.env, ...env } });
  }
}

/** The stacks need no provider, so there is no provider lock. */
const deploy = (stacks: string, output = "cdktf.out") => [
  "deploy",
  stacks,
  "--auto-approve",
  "--skip-provider-lock",
  "--output",
  output,
];

async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 120_000; !condition();) {
    if (Date.now() > end) throw new Error("no result within two minutes");
    await sleep(50);
  }
}

interface State {
  readonly serial: number;
  readonly lineage: string;
  readonly resources: readonly { readonly name: string; readonly instances: readonly object[] }[];
}

/** The names and ids of the resources in a state. */
const contents = (state: State) =>
  Object.fromEntries(
    state.resources.map(({ name, instances }) => [
      name,
      (instances[0] as { attributes: { id: string } }).attributes.id,
    ]),
  );

describeE2e.each(["http", "local"])("two concurrent applies with the backend %s", (type) => {
  let server: StateServer;
  let project: Project;
  let gate: string;

  const stateFile = () => join(project.dir, "states/dev-main.tfstate");
  const state = async (): Promise<State> =>
    type === "http"
      ? (server.current["dev-main"] as unknown as State)
      : (JSON.parse(await readFile(stateFile(), "utf8")) as State);
  const isLocked = () =>
    type === "http"
      ? server.isLocked("dev-main")
      : existsSync(join(project.dir, "states/.dev-main.tfstate.lock.info"));

  beforeAll(async () => {
    server = await StateServer.start();
    const backend =
      type === "http"
        ? `{ type: http, address: "${server.address}" }`
        : '{ type: local, path: "states/{stack}.tfstate" }';
    project = await Project.create({ "dev.yaml": `backend: ${backend}\nclusters:${cluster("main")}` });
    gate = join(project.dir, "gate");
  });

  afterAll(async () => {
    await project?.remove();
    await server?.stop();
  });

  let first: Record<string, string>;

  test("the second fails with the lock error, and the first succeeds", async () => {
    const one = project.cdktf(deploy("dev-main", "out-one"), { MARKS: "first", GATE: gate });
    try {
      await until(isLocked);
      const two = await project.cdktf(deploy("dev-main", "out-two"), { MARKS: "first,second" }, [0, 1]);
      expect(two.code).toBe(1);
      expect(two.output).toContain("Error acquiring the state lock");
      expect(isLocked()).toBe(true);
    } finally {
      await writeFile(gate, "");
      await one;
    }
    expect(isLocked()).toBe(false);
    first = contents(await state());
    expect(Object.keys(first)).toEqual(["first"]);
  });

  test("a repeated second apply adds to the resources of the first", async () => {
    const before = await state();
    await project.cdktf(deploy("dev-main", "out-two"), { MARKS: "first,second" });
    const after = await state();
    expect(contents(after)).toEqual({ ...first, second: expect.any(String) });
    expect(after.lineage).toBe(before.lineage);
    expect(after.serial).toBeGreaterThan(before.serial);
  });

  if (type === "http") {
    test("no version of the state was overwritten", () => {
      const versions = server.versions.get("dev-main")!;
      const serials = versions.map(({ serial }) => serial);
      expect(serials).toEqual([...new Set(serials)].sort((a, b) => a - b));
      expect(new Set(versions.map(({ lineage }) => lineage)).size).toBe(1);
      expect(server.refusals).toEqual(["423 LOCK /dev-main"]);
    });
  }

  test("a destroy leaves an empty state", async () => {
    await project.cdktf(
      ["destroy", "dev-main", "--auto-approve", "--skip-provider-lock", "--output", "out-two"],
      { MARKS: "first,second" },
    );
    expect((await state()).resources).toEqual([]);
  });
});

describeE2e("an environment that a glob selects", () => {
  let server: StateServer;
  let project: Project;

  beforeAll(async () => {
    server = await StateServer.start();
    const labels = ', securityGroups: ["${var.team}"]';
    project = await Project.create({
      "base.yaml": `backend: { type: http, address: "${server.address}" }\nvariables: { team: { type: string, sensitive: true } }\nclusters:${cluster("eu", labels)}${cluster("us", labels)}`,
      "dev.yaml": "extends: base.yaml\n",
      "production.yaml": "extends: base.yaml\n",
    });
  });

  afterAll(async () => {
    await project?.remove();
    await server?.stop();
  });

  const given = { TF_VAR_team: "shop-secret" };
  const production = ["production-eu", "production-us"];

  test("its stacks are listed", async () => {
    expect((await project.cdktf(["list"])).output).toMatch(
      /dev-eu[^]*dev-us[^]*production-eu[^]*production-us/,
    );
    expect((await project.stacks(["list", "production-*"])).stdout).toBe("production-eu\nproduction-us\n");
  });

  test("only its plans are shown", async () => {
    const { stdout } = await project.stacks(["diff", "production-*", "--skip-provider-lock"], given);
    expect([...stdout.matchAll(/^=== (.*)$/gm)].map(([, name]) => name).sort()).toEqual(production);
    expect(stdout.match(/Plan: 1 to add, 0 to change, 0 to destroy/g)).toHaveLength(2);
    expect(stdout).not.toContain("shop-secret");
  });

  test("only its stacks are deployed, in parallel", async () => {
    const gate = join(project.dir, "gate");
    const running = project.cdktf([...deploy("production-*"), "--parallelism", "2"], {
      ...given,
      GATE: gate,
    });
    try {
      await until(() => production.every((stack) => server.isLocked(stack)));
    } finally {
      await writeFile(gate, "");
      await running;
    }
    expect(Object.keys(server.current).sort()).toEqual(production);
  });

  test("its outputs are shown, except sensitive values", async () => {
    const { output } = await project.cdktf([
      "output",
      "production-*",
      "--skip-provider-lock",
      "--outputs-file",
      "outputs.json",
    ]);
    expect(output).toContain("given_team = <sensitive>");
    expect(output).not.toContain("shop-secret");
    expect(JSON.parse(await readFile(join(project.dir, "outputs.json"), "utf8"))).toEqual({
      "production-eu": { cluster_name: "production-eu" },
      "production-us": { cluster_name: "production-us" },
    });
  });

  test("it is destroyed", async () => {
    await project.cdktf(["destroy", "production-*", "--auto-approve", "--skip-provider-lock"], given);
    for (const stack of production) expect(server.current[stack].resources).toEqual([]);
  });
});
