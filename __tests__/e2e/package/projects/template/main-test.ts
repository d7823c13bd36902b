import "cdktf/lib/testing/adapters/jest"; // Load types for expect matchers
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { Synthesized } from "cdktf-clusters/testing";
import { MyStack } from "../main";

describe("my stack", () => {
  const stack = Synthesized.from((app) => new MyStack(app, "mine"));

  it("has two clusters", () => {
    const names = Object.values(stack.resources(EksCluster)).map(({ name }) => name);
    expect(names.sort()).toEqual(["blue", "green"]);
  });

  it("works with CDKTF's own matchers", () => {
    expect(stack.json).toHaveResourceWithProperties(EksCluster, { name: "green", version: "1.36" });
  });

  it("has references that resolve", () => {
    expect(stack.graph.unresolved).toEqual([]);
    expect(stack.graph.cycle).toBeUndefined();
  });
});
