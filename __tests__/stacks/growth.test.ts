import * as aks from "../../modules/aks/rules";
import * as eks from "../../modules/eks/rules";
import * as gke from "../../modules/gke/rules";
import { minimal as aksMinimal } from "../support/aks";
import { minimal as eksMinimal } from "../support/eks";
import { minimal as gkeMinimal } from "../support/gke";

const today = new Date("2026-11-23");

/** The number of accesses of the rules to the node groups of a cluster, by number of groups. */
function questions(
  check: (cluster: never, context: { today: Date }) => unknown,
  cluster: { readonly nodeGroups: readonly object[] },
  groups: number,
): number {
  let asked = 0;
  const nodeGroups = Array.from(
    { length: groups },
    (_, i) =>
      new Proxy(
        { ...cluster.nodeGroups[0], name: `g${i}` },
        {
          get(group, field) {
            asked++;
            return Reflect.get(group, field) as unknown;
          },
        },
      ),
  );
  check({ ...cluster, nodeGroups } as never, { today });
  return asked;
}

test.each([
  ["eks", eks.clusterProblems, eksMinimal],
  ["aks", aks.clusterProblems, aksMinimal],
  ["aks with a subnet for each zone", aks.clusterProblems, { ...aksMinimal, network: { nat: "per-zone" } }],
  ["gke", gke.clusterProblems, gkeMinimal],
])("rules of %s ask each node group as much, however many there are", (_, check, cluster) => {
  const [few, many] = [50, 200].map((groups) => questions(check, cluster, groups));
  expect(few).toBeGreaterThan(1_000);
  expect(many / few).toBeLessThan(4.2);
});
