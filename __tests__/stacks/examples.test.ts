import { shipped } from "../support/shipped";

/** The stacks of all examples. */
const { environments, problems, clusters } = shipped("examples");

test("the examples have only the expected problems", () => {
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(environments.length).toBeGreaterThan(5);
});

describe.each(clusters)("$name", ({ cluster, stack }) => {
  test("has references that resolve, and no cycle", () => {
    expect(stack.graph.unresolved).toEqual([]);
    expect(stack.graph.cycle).toBeUndefined();
  });

  test("uses every security group that it creates", () => {
    // A rule is not a use; a controller that gets the id from an output is.
    const { resource, output } = stack.terraform;
    const groups = Object.keys(resource.aws_security_group ?? {});
    const others = Object.entries(resource).filter(([type]) => !/^aws_(vpc_)?security_group/.test(type));
    const users = JSON.stringify([...others, output]);
    expect(groups.filter((name) => !users.includes(`aws_security_group.${name}.id`))).toEqual([]);
  });

  test("has at most one security group with the tag of the cluster, in addition to that of the control plane", () => {
    const groups = Object.values(stack.terraform.resource.aws_security_group ?? {}) as { tags: object }[];
    const tagged = groups.filter(({ tags }) => `kubernetes.io/cluster/${cluster.name}` in tags);
    expect(tagged.length).toBeLessThanOrEqual(1);
  });
});
