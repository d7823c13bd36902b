import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeE2e } from "./setup/describe";
import { copyUnprotected, eksStacks } from "./support/environments";
import { LEFT_OUT, leaveOut } from "./support/left-out-arguments";
import { KNOWN_DIFFERENCES } from "./support/plan";
import { isKnown, type ProviderSchema, type StackJson, unknownArguments } from "./support/provider-schema";
import { STACKS_WITH_STAND_INS } from "./support/stand-ins";
import { environmentDirectory, exampleDirectory, synthesize } from "./support/synthesis";
import { Workspace } from "./support/workspace";

const DIRECTORIES = [environmentDirectory, exampleDirectory];
const STACKS = DIRECTORIES.flatMap(eksStacks).map(({ stack }) => stack);

// What the deploy tests leave out or overlook is listed. A list that is longer than it has to be hides something.
describeE2e("of all EKS stacks", () => {
  let dir: string;
  let stacks: StackJson[];
  let schema: ProviderSchema;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-lists-"));
    const outdir = join(dir, "out");
    for (const directory of DIRECTORIES) await copyUnprotected(directory, join(dir, "environments"));
    await synthesize(join(dir, "environments"), outdir);
    stacks = await Promise.all(
      STACKS.map(async (stack) => {
        const text = await readFile(join(outdir, "stacks", stack, "cdk.tf.json"), "utf8");
        return JSON.parse(text) as StackJson;
      }),
    );
    // Nothing is asked of AWS.
    const workspace = await Workspace.create(STACKS[0], "http://127.0.0.1:9");
    try {
      await workspace.use(outdir);
      await workspace.init();
      schema = await workspace.schema();
    } finally {
      await workspace.remove();
    }
  });

  afterAll(async () => {
    if (dir) await rm(dir, { recursive: true, force: true });
  });

  test("the provider knows every argument, but for what is listed", () => {
    const listed = LEFT_OUT.map(({ argument }) => argument);
    const unknown = new Set(stacks.flatMap((stack) => unknownArguments(stack, schema)));
    expect([...unknown].filter((argument) => !listed.includes(argument))).toEqual([]);
  });

  test("what is listed as unknown to the provider is so, and is there to be left out", () => {
    for (const { argument } of LEFT_OUT) {
      expect({ argument, known: isKnown(argument, schema) }).toEqual({ argument, known: false });
    }
    expect(LEFT_OUT.filter(({ argument }) => !isSomewhere(stacks, argument))).toEqual([]);
  });

  test("each that has known differences or stand-ins exists", () => {
    const named = [...KNOWN_DIFFERENCES.map(({ stack }) => stack), ...STACKS_WITH_STAND_INS];
    expect(named.filter((stack) => !STACKS.includes(stack))).toEqual([]);
  });
});

function isSomewhere(stacks: readonly StackJson[], argument: string): boolean {
  return stacks.some((stack) => leaveOut(structuredClone(stack), argument).length > 0);
}
