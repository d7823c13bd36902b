import fc from "fast-check";
import type { NodeGroupSpec, Spread, WorkloadIdentitySpec } from "../../modules/cluster/vocabulary";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { errorsOf } from "../fields/mapping";
import { minimal as aks } from "../support/aks";
import { minimal as eks } from "../support/eks";
import { minimal as gke } from "../support/gke";
import { synthesizeStack } from "../support/stack";

const parts = fc.constantFrom("a", "b", "c");

/**
 * Two to three workload identities. Most are the same parts with another boundary between namespace and service account, or another sign
 * between the parts.
 */
const workloads: fc.Arbitrary<WorkloadIdentitySpec[]> = fc.tuple(parts, parts, parts).chain((chosen) =>
  fc.uniqueArray(
    fc.record({
      namespace: fc.constantFrom(chosen[0], chosen.slice(0, 2).join("-"), "other"),
      serviceAccount: fc.constantFrom(chosen[2], chosen.slice(1).join("-"), chosen.slice(1).join(".")),
    }),
    {
      minLength: 2,
      maxLength: 3,
      selector: ({ namespace, serviceAccount }) => `${namespace}/${serviceAccount}`,
    },
  ),
);

/** Suffixes of node pools, and others. */
const suffixes = ["", "-zone-2", "-1", "-rest", "-eu-central-1a", "-europe-west3-a", "-b"];

/** Two node groups, of which one often has the name of a node pool of the other. */
const groups: fc.Arbitrary<Pick<NodeGroupSpec, "name" | "spread" | "size">[]> = fc
  .tuple(
    parts,
    fc.constantFrom<Spread>("one-group", "per-zone"),
    fc.constantFrom(4, 6),
    fc.constantFrom(...suffixes),
  )
  .map(([name, spread, size, suffix]) => [
    { name, spread, size },
    { name: suffix === "" ? "other" : `${name}${suffix}`, size },
  ]);

const clusters = { eks, aks, gke };

describe.each(["eks", "aks", "gke"] as const)("addresses on %s", (platform) => {
  const build = (nodeGroups: object[], workloadIdentities: WorkloadIdentitySpec[]) => {
    const { nodeGroups: first, ...cluster } = clusters[platform];
    const { machineTypes } = first[0];
    return {
      platform,
      ...cluster,
      nodeGroups: nodeGroups.map((group) => ({ machineTypes, ...group })),
      workloadIdentities,
    } as unknown as PlatformClusterSpec;
  };

  test("of node groups and workload identities are unique, or a rule reports them", () => {
    let refused = 0;
    fc.assert(
      fc.property(groups, workloads, (nodeGroups, workloadIdentities) => {
        const cluster = build(nodeGroups, workloadIdentities);
        const errors = errorsOf(platform, cluster);
        refused += errors.some(({ message }) => /same Terraform address/.test(message)) ? 1 : 0;
        // The stack throws if two elements have one address.
        if (errors.length === 0) synthesizeStack(cluster);
      }),
      { numRuns: 40, seed: 1 },
    );
    expect(refused).toBeGreaterThan(0);
  }, 120_000);

  test.each([
    [
      "workload identities",
      [
        ["a-b", "c"],
        ["a", "b-c"],
      ],
    ],
    [
      "workload identities with a dot",
      [
        ["a", "b.c"],
        ["a", "b-c"],
      ],
    ],
  ] as const)("of %s are compared as Terraform has them", (_, [one, other]) => {
    const [first, second] = [one, other].map(([namespace, serviceAccount]) => ({
      namespace,
      serviceAccount,
    }));
    const rules = errorsOf(platform, build([{ name: "w", size: 3 }], [first, second])).map(
      ({ rule }) => rule,
    );
    expect(rules).toContain("cluster/access/workload-addresses");
  });
});
