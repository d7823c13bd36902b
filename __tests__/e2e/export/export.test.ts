import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awsClients } from "../aws/clients";
import { readDeployedCluster } from "../aws/deployed-cluster";
import { added, takeInventory } from "../aws/inventory";
import { type Emulator, startEmulator } from "../emulator";
import { describeE2e } from "../setup/describe";
import { eksStacks } from "../support/environments";
import { differences, knownDifferences } from "../support/plan";
import { environmentFile, exampleDirectory } from "../support/synthesis";
import { exportTo, forOlderProvider, PlainTerraform } from "./exported";

const log = (text: string) => process.stderr.write(`${text}\n`);
const environments = join(environmentFile("dev"), "..");

describeE2e("an export", () => {
  let scratch: string;
  let emulator: Emulator;
  let terraform: PlainTerraform;

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-export-"));
    emulator = await startEmulator();
    terraform = await PlainTerraform.create(scratch, emulator.endpoint);
  });

  afterAll(async () => {
    await emulator?.stop();
    if (scratch) await rm(scratch, { recursive: true, force: true });
  });

  test("is a valid root module, of every environment", async () => {
    const out = join(scratch, "roots");
    const stacks = await exportTo(out, environments);
    expect(stacks).toHaveLength(eksStacks(environments).length);
    for (const stack of stacks) {
      await forOlderProvider(join(out, stack));
      await terraform.run(join(out, stack), ["init"]);
      await terraform.run(join(out, stack), ["validate"]);
    }
    log(`${stacks.length} root modules of environments validated`);
  });

  test("is a valid root module, of every example", async () => {
    const out = join(scratch, "example-roots");
    const stacks = await exportTo(out, exampleDirectory);
    expect(stacks).toHaveLength(eksStacks(exampleDirectory).length);
    for (const stack of stacks) await forOlderProvider(join(out, stack));
    // All of them are modules of one root, so that the provider starts once. They may contain providers.
    const calls = stacks.map((stack) => `module "${stack}" {\n  source = "./${stack}"\n}\n`);
    await writeFile(join(out, "main.tf"), calls.join("\n"));
    await terraform.validate(out);
    log(`${stacks.length} root modules of examples validated`);
  });

  test("is a valid child module, of every environment and example, called by one root", async () => {
    const out = join(scratch, "terraform-modules");
    await exportTo(out, environments, "--as", "module");
    const all = await exportTo(out, exampleDirectory, "--as", "module");
    // Programs need the Helm provider: __tests__/workloads plans them where it is found.
    const clusters = [environments, exampleDirectory].flatMap((folder) =>
      eksStacks(folder).map(({ stack }) => stack),
    );
    const stacks = all.filter((stack) => clusters.includes(stack));
    expect(stacks).toHaveLength(clusters.length);
    for (const stack of stacks) await forOlderProvider(join(out, stack));
    const calls = stacks.map((stack) => `module "${stack}" {\n  source = "./${stack}"\n}\n`);
    await writeFile(join(out, "main.tf"), calls.join("\n"));
    await writeFile(join(out, "provider.tf"), 'provider "aws" {\n  region = "eu-central-1"\n}\n');
    await terraform.validate(out);
    log(`${stacks.length} child modules validated`);
  });

  test("is called as in the documentation", async () => {
    const page = await readFile(join(environments, "../docs/export.md"), "utf8");
    const [shown, ...others] = [...page.matchAll(/^```hcl\n([^]*?)^```$/gm)].map(([, text]) => text);
    expect(others).toEqual([]);
    await writeFile(join(scratch, "main.tf"), shown);
    await terraform.validate(scratch);
  });
});

describeE2e("a root module", () => {
  let scratch: string;
  let emulator: Emulator;

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-export-"));
    emulator = await startEmulator();
  });

  afterAll(async () => {
    await emulator?.stop();
    if (scratch) await rm(scratch, { recursive: true, force: true });
  });

  test("is deployed and destroyed with Terraform only, without Node", async () => {
    const terraform = await PlainTerraform.create(scratch, emulator.endpoint);
    const aws = awsClients(emulator.endpoint, "eu-central-1");
    const before = await takeInventory(aws);
    const folder = join(scratch, "out", "dev-main");
    await exportTo(join(scratch, "out"), environmentFile("dev"));
    for (const argument of await forOlderProvider(folder))
      log(`not supported by the older provider: ${argument}`);

    await terraform.run(folder, ["init"]);
    await terraform.run(folder, ["apply", "-auto-approve"]);
    const { cluster, workers } = await readDeployedCluster(aws, "dev-main");
    expect(cluster).toMatchObject({ status: "ACTIVE", version: "1.35" });
    expect(workers).toHaveLength(1);

    const { json } = await terraform.plan(folder);
    expect(differences(json)).toEqual(knownDifferences("dev-main"));

    // Another export to the same folder, as in a pipeline, keeps the state.
    await exportTo(join(scratch, "out"), environmentFile("dev"), "--force");
    await forOlderProvider(folder);
    expect(await readdir(folder)).toContain("terraform.dev-main.tfstate");
    expect(differences((await terraform.plan(folder)).json)).toEqual(knownDifferences("dev-main"));

    await terraform.run(folder, ["destroy", "-auto-approve"]);
    expect(added(before, await takeInventory(aws))).toEqual([]);
  });
});
