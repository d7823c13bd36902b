import { inspect } from "node:util";
import {
  error,
  formatPath,
  identified,
  InvalidClusterError,
  isError,
  under,
  warning,
} from "../../modules/cluster/problem";

test.each([
  [["name"], "name"],
  [["nodeGroups", 1, "size", "max"], "nodeGroups[1].size.max"],
  [["nodeGroups", 0, "labels", "example.com/team"], 'nodeGroups[0].labels["example.com/team"]'],
  [["eks", "addOns", "vpc-cni", "version"], "eks.addOns.vpc-cni.version"],
  [[0, "a"], "[0].a"],
  [[], ""],
])("formatPath(%j) is %j", (path, text) => {
  expect(formatPath(path)).toBe(text);
});

test("errors are errors, warnings are not", () => {
  expect([error(["a"], "b"), warning(["a"], "b")].map(isError)).toEqual([true, false]);
});

test("under prepends a path to problems", () => {
  expect(under(["clusters", 2], [error(["name"], "is odd")])).toEqual([
    error(["clusters", 2, "name"], "is odd"),
  ]);
});

test("InvalidClusterError lists all problems with the construct's path", () => {
  const thrown = new InvalidClusterError("stack/cluster", [
    ...identified("cluster/odd", [error(["name"], "is odd")]),
    ...identified("cluster/even", [error(["a", 0], "is even")]),
  ]);
  expect(thrown.message).toBe(
    "stack/cluster: invalid props\n  name: is odd [cluster/odd]\n  a[0]: is even [cluster/even]",
  );
  expect(thrown.name).toBe("InvalidClusterError");
});

test("Node prints the list of InvalidClusterError once, without its properties", () => {
  const thrown = new InvalidClusterError(
    "stack/cluster",
    identified("cluster/odd", [error(["name"], "is odd")]),
  );
  expect(inspect(thrown).split("is odd")).toHaveLength(2);
  expect(inspect(thrown)).not.toContain("isInputError");
  expect(thrown).toMatchObject({
    isInputError: true,
    constructPath: "stack/cluster",
    problems: [{ path: ["name"] }],
  });
});
