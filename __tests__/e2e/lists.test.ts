import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAtLeast } from "../../modules/cluster/releases";
import { type Argument, argumentTable } from "../../modules/eks/arguments";
import { describeE2e } from "./setup/describe";
import { copyUnprotected, eksStacks } from "./support/environments";
import { UNSUPPORTED_ARGUMENTS, removeArgument } from "./support/unsupported-arguments";
import { KNOWN_DIFFERENCES } from "./support/plan";
import { PROVIDER } from "./support/provider";
import {
  attributeOf,
  isKnown,
  type ProviderSchema,
  type StackJson,
  unknownArguments,
} from "./support/provider-schema";
import { STACKS_WITH_STAND_INS } from "./support/stand-ins";
import { environmentDirectory, exampleDirectory, synthesize } from "./support/synthesis";
import { Workspace } from "./support/workspace";

const DIRECTORIES = [environmentDirectory, exampleDirectory];
const STACKS = DIRECTORIES.flatMap(eksStacks).map(({ stack }) => stack);

// The deploy tests omit or accept the listed differences. An unnecessary entry could hide a defect.
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
    // No call reaches AWS.
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

  test("the provider supports every argument, except those in the list", () => {
    const listed = UNSUPPORTED_ARGUMENTS.map(({ argument }) => argument);
    const unknown = new Set(stacks.flatMap((stack) => unknownArguments(stack, schema)));
    expect([...unknown].filter((argument) => !listed.includes(argument))).toEqual([]);
  });

  test("the provider does not support the arguments in the list, and the stacks contain them", () => {
    for (const { argument } of UNSUPPORTED_ARGUMENTS) {
      expect({ argument, known: isKnown(argument, schema) }).toEqual({ argument, known: false });
    }
    expect(UNSUPPORTED_ARGUMENTS.filter(({ argument }) => !isSomewhere(stacks, argument))).toEqual([]);
  });

  test("the argument table marks the arguments that the provider computes or requires", () => {
    const wrong = Object.entries(argumentTable).flatMap(([type, { arguments: rows }]) =>
      Object.entries<Argument>(rows).flatMap(([name, { omitted, computedSince }]) => {
        const found = attributeOf(type, name, schema);
        if (!found) return [];
        const marks = {
          required: omitted === "required",
          computed: omitted === "kept" && isInVersion(computedSince),
        };
        const is = { required: found.required === true, computed: found.computed === true };
        return marks.required === is.required && marks.computed === is.computed
          ? []
          : [`${type}.${name} is ${omitted}, and ${JSON.stringify(found)}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("every stack with known differences or stand-ins exists", () => {
    const named = [...KNOWN_DIFFERENCES.map(({ stack }) => stack), ...STACKS_WITH_STAND_INS];
    expect(named.filter((stack) => !STACKS.includes(stack))).toEqual([]);
  });
});

/** Whether the provider of this run has what came with a version. */
const isInVersion = (since: string | undefined): boolean =>
  since === undefined || isAtLeast(PROVIDER.version, since);

function isSomewhere(stacks: readonly StackJson[], argument: string): boolean {
  return stacks.some((stack) => removeArgument(structuredClone(stack), argument).length > 0);
}
