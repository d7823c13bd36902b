import fc from "fast-check";
import type { Field, FieldTable } from "../../modules/cluster/fields";
import { isError, type Problem } from "../../modules/cluster/problem";
import { fields as table } from "../../modules/eks/fields.generated";
import type { EksClusterSpec, EksNodeGroupSpec } from "../../modules/eks/spec";
import { platforms } from "../../modules/environment/platforms";
import { structureProblems } from "../../modules/environment/structure";
import { today } from "../properties/common";
import { eksClusters } from "../properties/eks";
import { witnesses } from "./witnesses";
import { differences, type Step, stepsOf, synthesize, valuesAt } from "./mapping";

/**
 * The effect of a field can depend on the kind of cluster: nodes, EKS Auto Mode, Fargate, existing roles and networks. In each kind a
 * value that is not the default changes the Terraform JSON, or is reported.
 *
 * `FIELDS=all` tests each field, and `FIELDS=network` those below `network`.
 */
const { FIELDS: wanted = "" } = process.env;
const share = wanted === "" ? 80 : 1;
const seed = Number(process.env.FIELDS_SEED ?? new Date().getDate());

const group: EksNodeGroupSpec = { name: "workers", machineTypes: ["m7i.large"], size: 3 };
const system = { name: "system", selectors: [{ namespace: "kube-system" }] };
const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const kind = (patch: Partial<EksClusterSpec>): EksClusterSpec => ({
  platform: "eks",
  name: "test-shop",
  region: "eu-central-1",
  kubernetesVersion: "1.35",
  access: { admins: [role("Admin")], privateFrom: ["10.9.0.0/16"] },
  nodeGroups: [group],
  ...patch,
});
const autoMode = (pools?: []): Partial<EksClusterSpec> => ({
  nodeGroups: [],
  autoscaling: "auto-provisioning",
  eks: { autoProvisioning: { by: "auto-mode", ...(pools && { pools }) } },
});

const kinds: readonly (readonly [name: string, cluster: EksClusterSpec])[] = [
  ["managed node groups", kind({})],
  ["self-managed node groups", kind({ nodeGroups: [{ ...group, kind: "self-managed" }] })],
  [
    "Karpenter on Fargate",
    kind({
      nodeGroups: [],
      autoscaling: "auto-provisioning",
      storage: { block: false },
      eks: { fargateProfiles: [system] },
    }),
  ],
  ["EKS Auto Mode", kind(autoMode())],
  ["EKS Auto Mode without pools", kind(autoMode([]))],
  [
    "Fargate",
    kind({
      nodeGroups: [],
      autoscaling: "none",
      storage: { block: false },
      eks: { fargateProfiles: [system] },
    }),
  ],
  ["existing roles", kind({ eks: { nodeRoleArn: role("nodes"), clusterRoleArn: role("cluster") } })],
  [
    "an existing network",
    kind({
      network: {
        existing: {
          vpcId: "vpc-0a1b2c3d4e5f67890",
          cidr: "10.1.0.0/16",
          nodeSubnets: [
            { id: "subnet-00000000000000001", zone: "eu-central-1a", cidr: "10.1.0.0/18" },
            { id: "subnet-00000000000000002", zone: "eu-central-1b", cidr: "10.1.64.0/18" },
          ],
        },
      },
    }),
  ],
  ["a private network", kind({ network: { private: true } })],
];

/** Fields that one value shows: not below a list or a map, except the first node group. */
const targets = Object.entries(table as FieldTable)
  .filter(([, { refused, checksOnly }]) => refused === undefined && !checksOnly)
  .filter(([path]) => !/\.\*|\[\]/.test(path.replace(/^nodeGroups\[\]/, "")))
  .filter(([path]) => wanted === "" || wanted === "all" || path.startsWith(wanted))
  .filter((_, i) => (i + seed) % share === 0);

/** Witnesses have the values of fields that generated clusters seldom have. */
const samples: readonly object[] = [
  ...fc.sample(eksClusters, { numRuns: wanted === "" ? 60 : 300, seed: 3 }),
  ...witnesses.eks.flatMap(({ before, after }) => [before, after]),
];

/**
 * Up to three values of a field, without the default of the table. One of them can be the value that an omitted field gets from other
 * fields, such as the newest version of a chart, and then shows nothing; another one does.
 */
function valuesOf(path: string, { values: choices, default: omitted }: Field): unknown[] {
  const all = choices
    ? choices.map((choice) => (Array.isArray(omitted) ? [choice] : choice))
    : samples.flatMap((cluster) => valuesAt(cluster, stepsOf(path)).map(([, value]) => value));
  const distinct = new Map(all.map((value) => [JSON.stringify(value), value] as const));
  distinct.delete(JSON.stringify(omitted));
  return [...distinct.values()].slice(0, 3);
}

/** A copy of a cluster with a value at a path, in maps that are created. */
function withValue(cluster: EksClusterSpec, path: string, value: unknown): EksClusterSpec {
  const copy = structuredClone(cluster);
  const steps = stepsOf(path).flatMap((step): Step[] =>
    step === "[]" ? [0] : step.startsWith("(") ? [] : [step],
  );
  let holder = copy as unknown as Record<Step, unknown>;
  for (const step of steps.slice(0, -1)) {
    if (typeof holder[step] !== "object") holder[step] = {};
    holder = holder[step] as Record<Step, unknown>;
  }
  const last = steps[steps.length - 1];
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

function problemsOf(cluster: EksClusterSpec): readonly Problem[] {
  const { definition, rules } = platforms.eks;
  const structure = structureProblems(definition, cluster, () => undefined);
  const check = rules() as (cluster: EksClusterSpec, context: { today: Date }) => Problem[];
  return structure.length > 0 ? structure : check(cluster, { today });
}

/** Whether a value changes the JSON or is reported; undefined if the cluster cannot show it. */
function isSeen(cluster: EksClusterSpec, path: string, value: unknown): boolean | undefined {
  const [before, after] = [withValue(cluster, path, undefined), withValue(cluster, path, value)];
  const known = problemsOf(before);
  if (known.some(isError)) return undefined;
  const found = problemsOf(after);
  if (found.some(({ message }) => known.every((other) => other.message !== message))) return true;
  return differences(synthesize(before), synthesize(after)).length > 0;
}

test.each(kinds)(
  `in a cluster with %s, a field has an effect or a message (1 field in ${share})`,
  (_, cluster) => {
    const silent = targets
      .filter(([path]) => !path.startsWith("nodeGroups[]") || cluster.nodeGroups.length > 0)
      .flatMap(([path, field]) => {
        const seen = valuesOf(path, field).map((value) => [value, isSeen(cluster, path, value)] as const);
        if (seen.some(([, one]) => one !== false)) return [];
        return seen.slice(0, 1).map(([value]) => `${path}: ${JSON.stringify(value)}`);
      });
    expect(silent).toEqual([]);
  },
);
