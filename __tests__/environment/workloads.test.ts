import { writeFileSync } from "node:fs";
import { formatProblem, loadEnvironments } from "../../modules/environment";
import { problemsOf, useEmptyDirectory, withoutRules } from "./directory";

useEmptyDirectory();

const text = (
  backend: object | undefined,
  ...clusters: readonly [name: string, workloads?: object][]
): string =>
  JSON.stringify({
    backend,
    clusters: clusters.map(([name, workloads]) => ({
      name,
      platform: "eks",
      region: "eu-central-1",
      kubernetesVersion: "1.35",
      access: { admins: [] },
      network: { nat: "single" },
      nodeGroups: [],
      workloads,
    })),
  });

/** Problems without their positions. */
const problems = (...args: Parameters<typeof text>): string[] =>
  problemsOf(text(...args), withoutRules).map((problem) => problem.replace(/^[\d:]+ /, ""));

test("a cluster does not have the name of the stack of another one's programs", () => {
  const message =
    'clusters[1].name: is the name of the stack that installs programs in "main"; choose another one';
  expect(problems(undefined, ["main", {}], ["main-workloads"])).toEqual([message]);
  expect(problems(undefined, ["main"], ["main-workloads"])).toEqual([]);
  expect(problems(undefined, ["main", {}], ["workloads"])).toEqual([]);
});

test("the second stack needs a separate state", () => {
  const backend = { type: "local", path: "state.tfstate" };
  expect(problems(backend, ["main"])).toEqual([]);
  expect(problems(backend, ["main", {}])).toEqual([expect.stringContaining("{stack}")]);
});

test("the backend of a cluster is that of both of its stacks", () => {
  const own = (backend: object, ...names: [string, object?][]) =>
    problemsOf(
      JSON.stringify({ ...(JSON.parse(text(undefined, ...names)) as object), backends: { main: backend } }),
      withoutRules,
    );
  expect(own({ type: "local", path: "state.tfstate" }, ["main"])).toEqual([]);
  expect(own({ type: "local", path: "state.tfstate" }, ["main", {}])).toEqual([
    expect.stringMatching(/backends\.main\.path: .*\{stack\}/),
  ]);
  expect(own({ type: "local", path: "{stack}.tfstate" }, ["main", {}])).toEqual([]);
  expect(own({ type: "local", path: "terraform.dev-b.tfstate" }, ["main"], ["b"])).toEqual([
    expect.stringContaining(
      "backends.main.path: the state local terraform.dev-b.tfstate is also that of stack",
    ),
  ]);
});

test("stacks of other environments have other names", () => {
  writeFileSync("a.yaml", text(undefined, ["b", {}]));
  writeFileSync("a-b.yaml", text(undefined, ["workloads"]));
  const found = loadEnvironments(".", withoutRules).problems.map(formatProblem);
  expect(found).toEqual([expect.stringContaining("stack a-b-workloads is also one of environment a")]);
});

test("an unknown program is reported with the nearest name", () => {
  expect(problems(undefined, ["main", { programs: { "cert-manger": true } }])).toEqual([
    expect.stringMatching(/^clusters\[0\]\.workloads\.programs\.cert-manger: .*"cert-manager"/),
  ]);
});
