import { describeE2e } from "../setup/describe";
import { Deployment } from "../support/deployment";
import { eksDocument } from "../support/environments";
import { environmentFile } from "../support/synthesis";
import { type Phase, awsPolicies } from "../../../modules/permissions";
import { type PolicyDocument } from "../../../modules/permissions/iam";
import { type Workspace } from "../support/workspace";
import { type Guard } from "./guard";

const stack = { stack: "dev-main", region: "eu-central-1" };

/** Actions that are removed from the policies of an apply, in the order in which Terraform needs them. */
const REMOVED = [
  "ec2:CreateVpc",
  "ec2:CreateTags",
  "iam:PassRole",
  "eks:CreateNodegroup",
  "eks:CreateAddon",
] as const;

// The tests run in order: each continues the apply that the one before could not finish.
describeE2e("the shipped environment dev, with the derived policies alone", () => {
  let deployment: Deployment;
  let guard: Guard;
  let workspace: Workspace;
  const policies: Partial<Record<Phase, readonly PolicyDocument[]>> = {};

  beforeAll(async () => {
    deployment = await Deployment.begin(stack, {}, undefined, { guarded: true });
    ({ workspace } = deployment);
    guard = deployment.guard!;
    await deployment.use(eksDocument(environmentFile("dev")), "dev");
    await workspace.init();
    const configuration = await workspace.synthesized(deployment.outdir);
    for (const phase of ["plan", "apply", "destroy"] as const) {
      const source = { name: stack.stack, platform: "eks", region: stack.region, configuration };
      policies[phase] = awsPolicies(source, phase).documents;
    }
  });

  afterAll(() => deployment?.end());

  /** The policies of a phase without an action. */
  const without = (phase: Phase, action?: string): PolicyDocument[] =>
    policies[phase]!.map((document) => ({
      ...document,
      Statement: [document.Statement]
        .flat()
        .map((statement) => ({
          ...statement,
          Action: [statement.Action ?? []].flat().filter((one) => one !== action),
        }))
        .filter(({ Action }) => Action.length > 0),
    }));

  test("a plan of the new stack is allowed", async () => {
    guard.enforce(without("plan"));
    expect((await workspace.plan()).empty).toBe(false);
  });

  test.each(REMOVED)("an apply without %s fails, and Terraform names it", async (action) => {
    guard.enforce(without("apply", action));
    const { output } = await workspace.terraform(["apply", "-auto-approve", "-no-color"], [1]);
    expect(output.replace(/\s*\n[│\s]*/g, " ")).toContain(`is not authorized to perform: ${action} on`);
  });

  test("an apply and a second plan are allowed", async () => {
    guard.enforce(without("apply"));
    await workspace.apply();
    guard.enforce(without("plan"));
    expect((await workspace.plan()).empty).toBe(true);
  });

  test("a destroy is allowed", async () => {
    guard.enforce(without("destroy"));
    await workspace.tearDown();
    expect(await workspace.deployedResources()).toEqual([]);
  });

  test("the tables know each call", () => {
    expect(guard.unknown).toEqual([]);
  });
});
