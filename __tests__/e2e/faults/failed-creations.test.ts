import { describeE2e } from "../setup/describe";
import { destroyAndFindLeftovers } from "./cycle";
import { applyUntilDone, failFirstCreations, replace } from "./failed-creations";
import { FaultyDeployment } from "./faulty-deployment";

/** The complete run takes long: it is a part of `npm run test:faults`. */
const complete = Boolean(process.env.KILLS);

/** The operations of the sample, and the types of which one resource is replaced. */
const SAMPLE = {
  operations: ["CreateCluster", "CreateNodegroup", "CreateLaunchTemplate", "CreateAccessEntry", "CreateRole"],
  types: ["aws_eks_access_entry", "aws_eks_addon", "aws_eks_node_group", "aws_launch_template"],
};

const print = (text: string) => process.stderr.write(`${text}\n`);

// terraform-aws-eks #1516, pulumi-eks #294: "already exists" in every later apply.
describeE2e("6.1, 6.4: the reference stack, whose creations fail", () => {
  let deployment: FaultyDeployment;

  beforeAll(async () => {
    deployment = await FaultyDeployment.begin();
  });

  afterAll(() => deployment?.end());

  test("is complete after applies that follow a failed creation of each kind", async () => {
    const source = failFirstCreations((name) => complete || SAMPLE.operations.includes(name));
    const { attempts, tainted, unexpected } = await applyUntilDone(deployment, source);
    print(`${attempts} applies, tainted: ${tainted.join(", ")}`);
    expect(unexpected).toEqual([]);
    expect(tainted.length).toBeGreaterThanOrEqual(complete ? 20 : 4);
    expect((await deployment.workspace.plan()).text).toMatch(/No changes/);
  }, 1_800_000);

  test("is complete after the replacement of one resource of each type", async () => {
    const { workspace } = deployment;
    const first = new Map<string, string>();
    for (const address of await workspace.deployedResources()) {
      const [type] = address.split(".");
      if (!first.has(type)) first.set(type, address);
    }
    const groups = complete
      ? [...first.values()].map((address) => [address])
      : [SAMPLE.types.map((type) => first.get(type)!)];
    const failed: Record<string, string> = {};
    for (const addresses of groups) {
      const error = await replace(workspace, addresses);
      print(`replaced ${addresses.join(", ")}${error ? `: ${error.slice(0, 300)}` : ""}`);
      if (error) failed[addresses.join()] = error;
    }
    expect(failed).toEqual({});
  }, 3_600_000);

  test("is destroyed, and leaves nothing", async () => {
    expect(await destroyAndFindLeftovers(deployment)).toEqual([]);
  });
});
