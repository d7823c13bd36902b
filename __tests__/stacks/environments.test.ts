import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { ContainerNodePool } from "@cdktf/provider-google/lib/container-node-pool";
import type { App, TerraformStack } from "cdktf";
import { createStack } from "../../stacks";
import { shipped } from "../support/shipped";
import { Synthesized } from "../support/synthesized";

/** The stacks of the shipped environments. */
const { problems, clusters } = shipped("environments");

test("the shipped environments have no problems", () => {
  expect(problems).toEqual([]);
});

test("there is one stack per cluster, named after environment and cluster", () => {
  expect(clusters.map(({ name }) => name)).toEqual([
    "dev-main",
    "dev-aks",
    "dev-gke",
    "production-main",
    "production-aks",
    "production-gke",
  ]);
});

describe.each(clusters)("$name", ({ name, cluster, stack }) => {
  /**
   * Addresses are a contract, because the state depends on them. A change replaces resources of users, unless it has a
   * `moveFromId`. To accept a change: UPDATE_GOLDEN=1 npm test
   */
  test("its addresses are those of the golden list", () => {
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

  test("it has no absolute path, and no hash in an address", () => {
    expect(stack.json).not.toContain(process.cwd());
    expect(stack.addresses.filter((address) => /[0-9A-F]{8}$/.test(address))).toEqual([]);
  });
});

/** The stack of a cluster, by name. */
const stackOf = (app: App, name: string): TerraformStack =>
  createStack(app, clusters.find((shipped) => shipped.name === name)!.cluster);

const synthesized = (stack: string): Synthesized => clusters.find(({ name }) => name === stack)!.stack;

test("production has ten workers in three zones", () => {
  const [eks, gke] = ["production-main", "production-gke"].map((stack) => synthesized(stack));
  const groups = Object.values(eks.resources(EksNodeGroup));
  expect(groups.map((group) => group.scaling_config.min_size)).toEqual([4, 3, 3]);

  const pools = Object.values(gke.resources(ContainerNodePool));
  expect(pools.map((pool) => [pool.node_locations, pool.initial_node_count])).toEqual([
    [["europe-west3-a"], 4],
    [["europe-west3-b"], 3],
    [["europe-west3-c"], 3],
  ]);
});

test("the names of replaceable node groups do not change, because EKS replaces a renamed node group", () => {
  const names = Object.values(synthesized("production-main").resources(EksNodeGroup)).map(
    ({ node_group_name }) => node_group_name as string,
  );
  expect(names).toEqual([
    "workers-eu-central-1a-ec756702",
    "workers-eu-central-1b-1512ef09",
    "workers-eu-central-1c-3695bf24",
  ]);
});

test("a stack does not depend on other stacks in the same app", () => {
  const withOthers = Synthesized.from((app) => {
    stackOf(app, "production-main");
    stackOf(app, "production-gke");
    return stackOf(app, "dev-main");
  });
  expect(withOthers.json).toBe(synthesized("dev-main").json);
});
