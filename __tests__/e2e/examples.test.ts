import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeE2e } from "./setup/describe";
import { LEFT_OUT } from "./support/left-out-arguments";
import { isKnown, unknownArguments } from "./support/provider-schema";
import { exampleDirectory, synthesize } from "./support/synthesis";
import { Workspace } from "./support/workspace";

const say = (text: string) => process.stderr.write(`${text}\n`);

describeE2e("the examples", () => {
  let outdir: string;

  beforeAll(async () => {
    outdir = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-out-"));
    await synthesize(exampleDirectory, outdir);
  });

  afterAll(async () => {
    if (outdir) await rm(outdir, { recursive: true, force: true });
  });

  test("are valid Terraform, every stack of them, but for what the older provider does not know", async () => {
    const stacks = await readdir(join(outdir, "stacks"));
    const files = (await readdir(exampleDirectory)).filter((name) => name.endsWith(".yaml"));
    expect(stacks.length).toBeGreaterThanOrEqual(files.length);
    const listed = LEFT_OUT.map(({ argument }) => argument);

    for (const stack of stacks) {
      // Nothing is asked of AWS.
      const workspace = await Workspace.create(stack, "http://127.0.0.1:9");
      try {
        for (const argument of await workspace.use(outdir))
          say(`${stack}: left out for the older provider: ${argument}`);
        await workspace.init();
        await workspace.validate();
        const schema = await workspace.schema();
        expect(listed.filter((argument) => isKnown(argument, schema))).toEqual([]);
        const written = JSON.parse(
          await readFile(join(outdir, "stacks", stack, "cdk.tf.json"), "utf8"),
        ) as object;
        expect(unknownArguments(written, schema).filter((argument) => !listed.includes(argument))).toEqual(
          [],
        );
      } finally {
        await workspace.remove();
      }
    }
    say(`${stacks.length} stacks of examples validated`);
  });
});
