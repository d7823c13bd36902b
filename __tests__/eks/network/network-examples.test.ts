import { loadEnvironments } from "../../../modules/environment";
import { synthesizeStack } from "../../support/stack";

/** The examples of networks: they load without problems, and their references resolve. */
describe.each(["private", "pod-network", "ipv6", "existing-vpc"])("examples/%s.yaml", (name) => {
  const { environments, problems } = loadEnvironments(`examples/${name}.yaml`, {
    today: new Date("2026-11-23"),
  });

  test("has no problems", () => {
    expect(problems).toEqual([]);
  });

  test("becomes stacks whose references resolve, without cycles", () => {
    const clusters = environments.flatMap((environment) => environment.clusters);
    expect(clusters).not.toEqual([]);
    for (const cluster of clusters) {
      const { graph } = synthesizeStack(cluster);
      expect([graph.unresolved, graph.cycle]).toEqual([[], undefined]);
    }
  });
});
