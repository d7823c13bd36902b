import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { loadEnvironments } from "../../modules/environment";
import { createStack } from "../../stacks";
import { Synthesized } from "../support/synthesized";

/** The stacks of the shipped environments. */
const { environments, problems } = loadEnvironments("environments", { today: new Date("2026-11-23") });
const clusters = environments.flatMap((environment) => environment.clusters);

test("the shipped environments have no problems", () => {
  expect(problems).toEqual([]);
});

test("there is one stack per cluster, named after environment and cluster", () => {
  expect(clusters.map((cluster) => cluster.name)).toEqual(["dev-main", "production-main"]);
});

describe.each(clusters.map((cluster) => [cluster.name, cluster] as const))("%s", (name, cluster) => {
  const stack = Synthesized.from((app) => createStack(app, cluster));

  /**
   * Addresses are a contract: state hangs on them. A change here replaces what people run, unless it comes with
   * `moveFromId`. To accept one: UPDATE_GOLDEN=1 npm test
   */
  test("its addresses are the golden ones", () => {
    const golden = join(__dirname, "golden", `${name}.addresses.txt`);
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, stack.addresses.join("\n") + "\n");
    expect(stack.addresses).toEqual(readFileSync(golden, "utf8").trimEnd().split("\n"));
  });

  test("all references resolve", () => {
    expect(stack.graph.unresolved).toEqual([]);
  });

  test("there is no cycle", () => {
    expect(stack.graph.cycle).toBeUndefined();
  });

  test("a second synthesis gives the same bytes", () => {
    expect(Synthesized.from((app) => createStack(app, cluster)).json).toBe(stack.json);
  });

  test("nothing in it is absolute, and no hash is in an address", () => {
    expect(stack.json).not.toContain(process.cwd());
    expect(stack.addresses.filter((address) => /[0-9A-F]{8}$/.test(address))).toEqual([]);
  });
});

test("production has ten workers over three zones", () => {
  const production = Synthesized.from((app) => createStack(app, clusters[1]));
  const groups = Object.values(production.resources(EksNodeGroup));
  expect(groups.map((group) => group.scaling_config.min_size)).toEqual([4, 3, 3]);
});

test("stacks of the same clusters do not depend on what else is synthesized beside them", () => {
  const alone = Synthesized.from((app) => createStack(app, clusters[0]));
  const beside = Synthesized.from((app) => {
    createStack(app, clusters[1]);
    return createStack(app, clusters[0]);
  });
  expect(beside.json).toBe(alone.json);
});
