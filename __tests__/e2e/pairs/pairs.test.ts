import { tablesOf } from "../../../cli/compare";
import { compareCluster, type Side } from "../../../modules/compare";
import { type RandomEdit, randomEdits } from "../../compare/random-edits";
import { effects, sideOf } from "../../compare/side";
import { describeE2e } from "../setup/describe";
import { Deployment } from "../support/deployment";
import { editedDocument } from "../support/edits";
import { actions, type PlanJson } from "../support/plan";
import { IS_OLDER_PROVIDER } from "../support/provider";
import { type StackJson, unknownArguments } from "../support/provider-schema";
import { removeArgument } from "../support/unsupported-arguments";
import { type Workspace } from "../support/workspace";

/** Pairs of each effect. Only the nightly run sets it. */
const each = Number(process.env.COMPARE_EACH ?? 0);
const seed = Number(process.env.PROPERTY_SEED ?? 20261123);

/**
 * Fields whose edits the provider 5.100 plans in another way than those that this project supports, with the first
 * version that plans as predicted: https://github.com/hashicorp/terraform-provider-aws/pull/42928
 */
const newerThanProvider: Readonly<Record<string, string>> = IS_OLDER_PROVIDER
  ? { "eks.autoMode": "6.15.0", "eks.remoteNetworks": "6.11.0" }
  : {};

const log = (text: string) => process.stderr.write(`${text}\n`);

// One deploy, then a plan for every pair of the deployed file and a random edit of it.
(each > 0 ? describeE2e : describe.skip)("random edits of a running cluster", () => {
  const stack = "production-main";
  const tables = tablesOf("eks");
  let deployment: Deployment;
  let workspace: Workspace;
  let before: Side;
  let prepared: (side: Side) => Side;
  let deployed: StackJson;

  beforeAll(async () => {
    deployment = await Deployment.begin({ stack, region: "eu-central-1" });
    ({ workspace } = deployment);
    const document = editedDocument(() => undefined);
    await deployment.use(document, "production");
    await workspace.init();
    await workspace.apply();
    deployed = await workspace.configuration();
    const schema = await workspace.schema();
    prepared = (side) => {
      const configuration = structuredClone(side.configuration) as StackJson;
      for (const argument of unknownArguments(configuration, schema)) removeArgument(configuration, argument);
      return { ...side, configuration: configuration as Side["configuration"] };
    };
    before = prepared(sideOf(document));
  });

  afterAll(() => deployment?.end());

  test("the plan of Terraform is the prediction", async () => {
    const wrong: object[] = [];
    const counts = new Map<string, number>();
    for (const edit of randomEdits(before, tables, { seed, each, most: each * 60 }, prepared)) {
      const newer = Object.keys(newerThanProvider).find((field) => edit.title.includes(field));
      if (newer !== undefined) {
        log(`${edit.effect}: skipped, because ${newer} needs provider ${newerThanProvider[newer]}`);
        continue;
      }
      counts.set(edit.effect, (counts.get(edit.effect) ?? 0) + 1);
      const found = await difference(edit);
      const fault = found === undefined ? "" : `: WRONG ${JSON.stringify(found)}`;
      log(`${edit.effect}: ${edit.title.slice(0, 200)}${fault}`);
      if (found !== undefined) wrong.push({ edit: edit.title, ...found });
    }
    log(`${stack}: ${[...counts].map(([effect, count]) => `${effect} ${count}`).join(", ")}, seed ${seed}`);
    expect(wrong).toEqual([]);
    for (const effect of effects) expect(counts.get(effect) ?? 0).toBeGreaterThanOrEqual(Math.min(5, each));
  });

  /** What Terraform plans for an edit, if the prediction differs. */
  async function difference({ side }: RandomEdit): Promise<object | undefined> {
    const { resource, data, output, locals, variable } = side.configuration as StackJson &
      Record<string, object>;
    const { moved, removed } = side.configuration;
    await workspace.put("cdk.tf.json", {
      ...deployed,
      ...{ resource, data, output, locals, variable, moved, removed },
    });
    const { refusals, resources } = compareCluster(before, side, tables);
    const options = ["-detailed-exitcode", "-no-color", "-refresh=false", "-out=plan", "-parallelism=20"];
    const { code, output: text } = await workspace.terraform(["plan", ...options], [0, 1, 2]);
    if (refusals.length > 0 || code === 1) {
      // Terraform breaks lines, and reports only some errors of a plan that fails early.
      const plain = text.replace(/[\s│╷╵]+/g, " ");
      const reasons = refusals.map(({ reason }) => reason);
      const isFound = code === 1 && reasons.some((reason) => plain.includes(errorOf(reason)));
      return isFound ? undefined : { predicted: reasons, planned: text.slice(0, 3000) };
    }
    const { stdout } = await workspace.terraform(["show", "-json", "plan"]);
    const planned = actions(JSON.parse(stdout) as PlanJson);
    const predicted = Object.fromEntries(resources.map(({ address, action }) => [address, action]));
    const differing = [...new Set([...Object.keys(planned), ...Object.keys(predicted)])].filter(
      (address) => planned[address] !== predicted[address],
    );
    return differing.length === 0
      ? undefined
      : Object.fromEntries(
          differing.map((address) => [address, { planned: planned[address], predicted: predicted[address] }]),
        );
  }
});

/** The part of a reason that is a message of Terraform. */
const errorOf = (reason: string): string =>
  (/^Instance cannot be destroyed/.exec(reason)?.[0] ?? reason).slice(0, 80);
