import "cdktf/lib/testing/adapters/jest"; // the types of the matchers
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { Synthesized } from "cdktf-clusters/testing";
import { environments } from "../environments";
import { ClusterStack } from "../platform/cluster-stack";

const stacks = Object.entries(environments).map(
  ([name, settings]) =>
    [name, Synthesized.from((app) => new ClusterStack(app, name, settings)), settings] as const,
);

describe.each(stacks)("%s", (name, stack, settings) => {
  it("has a private cluster with its name", () => {
    expect(stack.json).toHaveResourceWithProperties(EksCluster, { name });
    expect(stack.resource(EksCluster).vpc_config.endpoint_public_access).toBe(false);
  });

  it("has its number of nodes", () => {
    const { min, max } = settings.size;
    expect(stack.json).toHaveResourceWithProperties(EksNodeGroup, {
      scaling_config: { min_size: min, max_size: max, desired_size: min },
    });
  });

  it("has the tags of its team", () => {
    expect(stack.resource(EksCluster).tags).toMatchObject({ team: settings.team });
  });

  it("has references that resolve", () => {
    expect(stack.graph.unresolved).toEqual([]);
    expect(stack.graph.cycle).toBeUndefined();
  });
});

it("is in one account and one range each", () => {
  const all = Object.values(environments);
  expect(new Set(all.map(({ cidr }) => cidr)).size).toBe(all.length);
  expect(new Set(all.map(({ account }) => account)).size).toBe(all.length);
});
