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
import { leaveOut, LEFT_OUT } from "../support/left-out-arguments";
import { PROVIDER, REQUIRED_PROVIDER } from "../support/provider";
import { isKnown, readProviderSchema, type StackJson, unknownArguments } from "../support/provider-schema";
import { run } from "../support/run";

/** How many clusters; the seed is that of the properties. */
const SAMPLES = Number(process.env.PROPERTY_SAMPLES ?? 100);

/** What the older provider does not know either, beyond what the examples have. */
const ALSO_LEFT_OUT: readonly { readonly argument: string; readonly because: string }[] = [
  ...[
    "max_parallel_nodes_repaired_count",
    "max_parallel_nodes_repaired_percentage",
    "max_unhealthy_node_threshold_count",
    "max_unhealthy_node_threshold_percentage",
    "node_repair_config_overrides",
  ].map((argument) => ({
    argument: `aws_eks_node_group.node_repair_config.${argument}`,
    because: "came with provider 6; the bindings' types are all that checks how far repair goes",
  })),
  { argument: "aws_nat_gateway.availability_mode", because: "came with provider 6, with regional gateways" },
  { argument: "aws_nat_gateway.vpc_id", because: "likewise" },
];

/**
 * What it refuses and later ones take: of which resources, and in which words. Missing arguments come with no address; where the
 * text of the configuration is from, Terraform tells always.
 */
const REFUSED_BEFORE: readonly {
  readonly at: RegExp;
  readonly error: RegExp;
  readonly because: string;
}[] = [
  {
    at: /^resource\.aws_nat_gateway\./,
    error: /"subnet_id" is required/,
    because: "a regional NAT gateway has none",
  },
  {
    at: /^resource\.aws_launch_template\./,
    error: /throughput to be in the range \(125 - 1000\)/,
    because: "volumes of gp3 have up to 2000 MiB/s since",
  },
  {
    at: /^resource\.aws_\w+\./,
    error: /:eusc-[^ ]* is an invalid ARN: invalid region value/,
    because: "the European Sovereign Cloud is newer",
  },
];

/** The sample that must need all that is forgiven: another may lack one. */
const isUsualSample = process.env.PROPERTY_SEED === undefined && process.env.PROPERTY_SAMPLES === undefined;

const ARGUMENTS = [...LEFT_OUT, ...ALSO_LEFT_OUT].map(({ argument }) => argument);

/** What Terraform says of a configuration. */
interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
  readonly snippet?: { readonly context?: string };
  readonly range?: { readonly filename: string };
}

// All stacks are modules of one configuration: Terraform starts the provider once for all of them, and not three times for each.
describeE2e("a sample of right EKS clusters", () => {
  const clusters = fc.sample(eksClusters, { numRuns: SAMPLES, seed: settings.seed });
  const env = { ...toolEnvironment(), ...awsEnvironment("http://127.0.0.1:9") };
  let dir: string;
  let stacks: StackJson[];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-properties-"));
    // On the day on which the clusters are described: support of Kubernetes versions ends.
    jest.useFakeTimers({ now: today });
    stacks = clusters.map((cluster) => {
      const spec = { ...cluster, name: `${environment}-${cluster.name}` };
      return Synthesized.from((app) => createStack(app, spec)).terraform as StackJson;
    });
    jest.useRealTimers();
    const modules: Record<string, { source: string }> = {};
    for (const [i, stack] of stacks.entries()) {
      const copy = structuredClone(stack);
      for (const argument of ARGUMENTS) leaveOut(copy, argument);
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
    const refusedBefore = ({ summary, detail = "", snippet }: Diagnostic) =>
      REFUSED_BEFORE.find(
        ({ at, error }) => at.test(snippet?.context ?? "") && error.test(`${summary} ${detail}`),
      );
    const fresh = errors.filter((one) => !refusedBefore(one));
    process.stderr.write(`eks: ${SAMPLES} clusters from seed ${settings.seed}, ${fresh.length} errors\n`);
    expect(fresh.map(told)).toEqual([]);
    const needed = new Set(errors.map(refusedBefore));
    if (isUsualSample) expect(REFUSED_BEFORE.filter((one) => !needed.has(one))).toEqual([]);
  });

  test("has arguments that the provider knows, but for what is listed", async () => {
    const schema = await readProviderSchema(dir, env);
    const unknown = new Set(stacks.flatMap((stack) => unknownArguments(stack, schema)));
    expect([...unknown].filter((argument) => !ARGUMENTS.includes(argument))).toEqual([]);
    for (const { argument } of ALSO_LEFT_OUT) {
      expect({ argument, known: isKnown(argument, schema) }).toEqual({ argument, known: false });
    }
    if (isUsualSample) expect(ALSO_LEFT_OUT.filter(({ argument }) => !unknown.has(argument))).toEqual([]);
  });

  /** An error, and the file of the cluster that has it. */
  function told({ summary, detail = "", address = "", range }: Diagnostic): string {
    const index = Number(/cluster-(\d+)/.exec(range?.filename ?? "")?.[1]);
    const file = Number.isNaN(index) ? "" : `\n${fileOf(clusters[index])}`;
    return `${address}: ${summary}: ${detail}${file}`;
  }
});

/** A stack without what a module has from its caller: its provider's settings and where its state is. */
function asModule({ resource, data, output, variable, locals }: Record<string, unknown>): object {
  const required = { [PROVIDER.name]: { source: PROVIDER.source } };
  return { terraform: { required_providers: required }, resource, data, output, variable, locals };
}
