import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { createStack } from "../../../stacks";
import { fileOf, settings } from "../../properties/check";
import { environment, today } from "../../properties/common";
import { eksClusters } from "../../properties/eks";
import { Synthesized } from "../../support/synthesized";
import { describeE2e } from "../setup/describe";
import { awsEnvironment, toolEnvironment } from "../support/environment";
import {
  removeArgument,
  UNSUPPORTED_ARGUMENTS,
  type UnsupportedArgument,
} from "../support/unsupported-arguments";
import { IS_OLDER_PROVIDER, PROVIDER, REQUIRED_PROVIDER } from "../support/provider";
import { isKnown, readProviderSchema, type StackJson, unknownArguments } from "../support/provider-schema";
import { run } from "../support/run";

/** The number of clusters. The seed is that of the property tests. */
const SAMPLES = Number(process.env.PROPERTY_SAMPLES ?? 100);

/** More arguments that the older provider does not support, which the examples do not have. */
const MORE_OF_LATER_PROVIDERS: readonly UnsupportedArgument[] = [
  ...[
    "max_parallel_nodes_repaired_count",
    "max_parallel_nodes_repaired_percentage",
    "max_unhealthy_node_threshold_count",
    "max_unhealthy_node_threshold_percentage",
    "node_repair_config_overrides",
  ].map((argument) => ({
    argument: `aws_eks_node_group.node_repair_config.${argument}`,
    because: "came with provider 6; only the types of the bindings check the repair settings",
  })),
  { argument: "aws_nat_gateway.availability_mode", because: "came with provider 6, with regional gateways" },
  { argument: "aws_nat_gateway.vpc_id", because: "came with provider 6, with regional gateways" },
];

const MORE_UNSUPPORTED_ARGUMENTS = IS_OLDER_PROVIDER ? MORE_OF_LATER_PROVIDERS : [];

interface OutdatedError {
  readonly at: RegExp;
  readonly error: RegExp;
  readonly because: string;
  /** JSON of a stack that has the error. */
  readonly applies: RegExp;
}

/**
 * Errors of the older provider that later ones do not have, with the resource and the message. Errors about missing arguments have no
 * address, so the resource is matched in the context of the configuration.
 */
const ERRORS_OF_OLDER_PROVIDERS: readonly OutdatedError[] = [
  {
    at: /^resource\.aws_nat_gateway\./,
    error: /"subnet_id" is required/,
    because: "a regional NAT gateway has no subnet",
    applies: /"availability_mode":"regional"/,
  },
  {
    at: /^resource\.aws_launch_template\./,
    error: /throughput to be in the range \(125 - 1000\)/,
    because: "gp3 volumes now support up to 2000 MiB/s",
    applies: /"throughput":(100[1-9]|10[1-9]\d|1[1-9]\d\d|2000)\b/,
  },
  {
    at: /^resource\.aws_\w+\./,
    error: /:eusc-[^ ]* is an invalid ARN: invalid region value/,
    because: "the European Sovereign Cloud is newer",
    // The provider does not check the key of a cluster.
    applies: /(?<!\\|"key_arn":)"arn:aws-eusc:[a-z0-9]+:eusc-/,
  },
];

const OUTDATED_ERRORS = IS_OLDER_PROVIDER ? ERRORS_OF_OLDER_PROVIDERS : [];

const ARGUMENTS = [...UNSUPPORTED_ARGUMENTS, ...MORE_UNSUPPORTED_ARGUMENTS].map(({ argument }) => argument);

/** Only the default sample must have all listed arguments. Other samples may not have one. */
const isUsualSample = process.env.PROPERTY_SEED === undefined && process.env.PROPERTY_SAMPLES === undefined;

/** A diagnostic of Terraform. */
interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
  readonly snippet?: { readonly context?: string };
  readonly range?: { readonly filename: string };
}

// All stacks are modules of one configuration, so that Terraform starts the provider once instead of three times per stack.
describeE2e("a sample of valid EKS clusters", () => {
  const clusters = fc.sample(eksClusters, { numRuns: SAMPLES, seed: settings.seed });
  const env = { ...toolEnvironment(), ...awsEnvironment("http://127.0.0.1:9") };
  let dir: string;
  let stacks: StackJson[];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-properties-"));
    // A fixed date, because the support of Kubernetes versions ends.
    jest.useFakeTimers({ now: today });
    stacks = clusters.map((cluster) => {
      const spec = { ...cluster, name: `${environment}-${cluster.name}` };
      return Synthesized.from((app) => createStack(app, spec)).terraform as StackJson;
    });
    jest.useRealTimers();
    const modules: Record<string, { source: string }> = {};
    for (const [i, stack] of stacks.entries()) {
      const copy = structuredClone(stack);
      for (const argument of ARGUMENTS) removeArgument(copy, argument);
      await mkdir(join(dir, `cluster-${i}`));
      await writeFile(
        join(dir, `cluster-${i}/main.tf.json`),
        JSON.stringify(asModule(copy as Record<string, unknown>)),
      );
      modules[`cluster-${i}`] = { source: `./cluster-${i}` };
    }
    const root = {
      ...REQUIRED_PROVIDER,
      provider: { [PROVIDER.name]: [{ region: "eu-central-1" }] },
      module: modules,
    };
    await writeFile(join(dir, "main.tf.json"), JSON.stringify(root));
    await run("terraform", ["init", "-backend=false"], { cwd: dir, env });
  });

  afterAll(async () => {
    if (dir) await rm(dir, { recursive: true, force: true });
  });

  test("is valid to Terraform and the real provider", async () => {
    const { stdout } = await run("terraform", ["validate", "-json"], { cwd: dir, env, accept: [0, 1] });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const outdatedError = ({ summary, detail = "", snippet }: Diagnostic) =>
      OUTDATED_ERRORS.find(
        ({ at, error }) => at.test(snippet?.context ?? "") && error.test(`${summary} ${detail}`),
      );
    const fresh = errors.filter((one) => !outdatedError(one));
    process.stderr.write(`eks: ${SAMPLES} clusters from seed ${settings.seed}, ${fresh.length} errors\n`);
    expect(fresh.map(printed)).toEqual([]);
    const warnings = diagnostics.filter(({ severity }) => severity === "warning");
    expect(warnings.map(printed)).toEqual([]);
    const needed = new Set(errors.map(outdatedError));
    // An entry is obsolete if the sample has such stacks, and the provider accepts them.
    const texts = stacks.map((stack) => JSON.stringify(stack));
    const applying = OUTDATED_ERRORS.filter(({ applies }) => texts.some((text) => applies.test(text)));
    expect(applying.length > 0).toBe(IS_OLDER_PROVIDER);
    expect(applying.filter((one) => !needed.has(one))).toEqual([]);
  });

  test("has arguments that the provider supports, except those in the list", async () => {
    const schema = await readProviderSchema(dir, env);
    const unknown = new Set(stacks.flatMap((stack) => unknownArguments(stack, schema)));
    expect([...unknown].filter((argument) => !ARGUMENTS.includes(argument))).toEqual([]);
    for (const { argument } of MORE_UNSUPPORTED_ARGUMENTS) {
      expect({ argument, known: isKnown(argument, schema) }).toEqual({ argument, known: false });
    }
    if (isUsualSample)
      expect(MORE_UNSUPPORTED_ARGUMENTS.filter(({ argument }) => !unknown.has(argument))).toEqual([]);
  });

  /** A diagnostic with the file of its cluster. */
  function printed({ summary, detail = "", address = "", range }: Diagnostic): string {
    const index = Number(/cluster-(\d+)/.exec(range?.filename ?? "")?.[1]);
    const file = Number.isNaN(index) ? "" : `\n${fileOf(clusters[index])}`;
    return `${address}: ${summary}: ${detail}${file}`;
  }
});

/** A stack as a module: without provider settings and backend, which the caller has. */
function asModule({ resource, data, output, variable, locals }: Record<string, unknown>): object {
  const required = { [PROVIDER.name]: { source: PROVIDER.source } };
  return { terraform: { required_providers: required }, resource, data, output, variable, locals };
}
