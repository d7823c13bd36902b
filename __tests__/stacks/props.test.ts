import { App, TerraformStack, Token } from "cdktf";
import { AksCluster } from "../../modules/aks";
import { FieldTree } from "../../modules/cluster/field-tree";
import type { Field, FieldTable, FieldType } from "../../modules/cluster/fields";
import { formatPath, InvalidClusterError, type Path } from "../../modules/cluster/problem";
import { EksCluster } from "../../modules/eks";
import { platforms } from "../../modules/environment/platforms";
import { GkeCluster } from "../../modules/gke";
import { KubeadmCluster } from "../../modules/kubeadm";
import { shippedClusters } from "../support/shipped";

/** Props without required fields, with unknown fields or with values of wrong types, as a program in JavaScript can have them. */

const classes = { eks: EksCluster, aks: AksCluster, gke: GkeCluster, kubeadm: KubeadmCluster } as const;
const names = Object.keys(classes) as (keyof typeof classes)[];

const requiredOf = (table: FieldTable) =>
  new FieldTree(Object.entries(table).filter(([, { required }]) => required));

function thrownBy(platform: keyof typeof classes, props: unknown): unknown {
  const Cluster = classes[platform] as unknown as new (
    scope: TerraformStack,
    id: string,
    given: unknown,
  ) => object;
  try {
    new Cluster(new TerraformStack(new App(), "plain"), "cluster", props);
  } catch (failure) {
    return failure;
  }
  return undefined;
}

function without(props: unknown, path: Path): unknown {
  const copy = structuredClone(props);
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], copy);
  delete (parent as Record<string, unknown>)[path.at(-1)!];
  return copy;
}

test.each(names)("a cluster of %s without one required field has an error for that field", (platform) => {
  const required = requiredOf(platforms[platform].fields!());
  const seen = new Set<string>();
  for (const { cluster } of shippedClusters().filter((one) => one.cluster.platform === platform)) {
    for (const { path } of required.valuesIn(cluster)) {
      const field = formatPath(path).replace(/\[\d+\]/g, "[]");
      if (seen.has(field)) continue;
      seen.add(field);
      const failure = thrownBy(platform, without(cluster, path));
      const first = failure instanceof InvalidClusterError ? failure.problems[0] : undefined;
      expect([field, first?.rule, failure]).toEqual([field, "cluster/fields/required", failure]);
      expect(formatPath(first!.path)).toBe(formatPath(path));
    }
  }
  expect(seen.size).toBeGreaterThan(8);
});

test.each<[string, object, string]>([
  ["kubeadm", { cloud: "gcp" }, 'got "gcp"; did you mean "google"?'],
  ["kubeadm", { cloud: undefined }, "cloud: is required, and not set; must be one of aws, azure, google"],
  ["eks", { autoscaling: "karpenter" }, 'got "karpenter"; did you mean "auto-provisioning"?'],
  [
    "eks",
    { autoscaling: "cluster_autoscaler" },
    'got "cluster_autoscaler"; did you mean "cluster-autoscaler"?',
  ],
  ["aks", { network: { nat: "singel" } }, 'got "singel"; did you mean "single"?'],
])("props of %s with %j have the hints of files", (platform, patch, text) => {
  const { cluster } = shippedClusters().find((one) => one.cluster.platform === platform)!;
  const failure = thrownBy(platform as keyof typeof classes, { ...cluster, ...patch });
  expect((failure as Error).message).toContain(text);
});

test.each(names)("a cluster of %s without props has an error for each required field", (platform) => {
  for (const props of [undefined, {}]) {
    const failure = thrownBy(platform, props) as InvalidClusterError;
    expect(failure).toBeInstanceOf(InvalidClusterError);
    expect(failure.problems.map(({ path }) => formatPath(path))).toEqual(
      expect.arrayContaining(["access", "nodeGroups", "name", "region", "kubernetesVersion"]),
    );
  }
});

test("the problems of other fields are reported too", () => {
  const failure = thrownBy("eks", {
    name: "shop",
    region: "eu-centrl-1",
    nodeGroups: [{ name: "A", size: -1 }],
  });
  const messages = (failure as InvalidClusterError).problems.map(({ path }) => formatPath(path));
  expect(messages).toEqual(
    expect.arrayContaining(["access", "kubernetesVersion", "nodeGroups[0].machineTypes", "region"]),
  );
});

/** The value, in which no field of any depth can be changed. */
function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

test.each(names)(
  "a wrong size in frozen props of a cluster of %s is an error, and no other failure",
  (platform) => {
    const { cluster } = shippedClusters().find(
      (one) => one.cluster.platform === platform && one.cluster.nodeGroups!.length > 0,
    )!;
    const [group, ...others] = structuredClone(cluster.nodeGroups!);
    const props = frozen({ ...structuredClone(cluster), nodeGroups: [{ ...group, size: -1 }, ...others] });
    const failure = thrownBy(platform, props) as InvalidClusterError;
    expect(failure).toBeInstanceOf(InvalidClusterError);
    expect(failure.problems.map(({ path }) => formatPath(path))).toContain("nodeGroups[0].size");
  },
);

/** A copy of props with another value at a path. */
function withValue(props: unknown, path: Path, value: unknown): unknown {
  const copy = structuredClone(props);
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((map, step) => (map as Record<string, unknown>)[step], copy);
  (parent as Record<string, unknown>)[path.at(-1)!] = value;
  return copy;
}

const examples: Readonly<Record<FieldType, unknown>> = {
  string: "text",
  number: 7.5,
  boolean: true,
  list: [1],
  map: { other: 1 },
};

/** The first value of each field in the shipped clusters of a platform. */
function* valuesOf(platform: keyof typeof classes) {
  const tree = new FieldTree(Object.entries(platforms[platform].fields!()));
  const seen = new Set<Field>();
  for (const { cluster } of shippedClusters().filter((one) => one.cluster.platform === platform)) {
    for (const { path, row, value } of tree.valuesIn(cluster)) {
      if (path.length === 0 || seen.has(row) || row.types === undefined) continue;
      seen.add(row);
      yield { cluster, path, row, value };
    }
  }
}

test.each(names)(
  "a value of a wrong type in a cluster of %s has one error, and no other failure",
  (platform) => {
    let fields = 0;
    for (const { cluster, path, row } of valuesOf(platform)) {
      const others = Object.entries(examples).filter(([type]) => !row.types!.includes(type as FieldType));
      // Each field gets one wrong value, and fields one after another all of them; null has no type.
      const wrong = [...others.map(([, value]) => value), null][fields++ % (others.length + 1)];
      const failure = thrownBy(platform, withValue(cluster, path, wrong));
      const problems = failure instanceof InvalidClusterError ? failure.problems : [];
      const here = problems.filter((problem) => formatPath(problem.path) === formatPath(path));
      expect([formatPath(path), wrong, here[0]?.rule, failure]).toEqual([
        formatPath(path),
        wrong,
        "cluster/fields/types",
        failure,
      ]);
      expect(here).toHaveLength(1);
      // Values of a list are those of its items.
      const choices = row.types!.includes("list") ? [] : (row.values ?? []);
      const missing = choices.filter(
        (one) => typeof one !== "boolean" && !here[0].message.includes(String(one)),
      );
      expect([here[0].message, missing]).toEqual([here[0].message, []]);
    }
    expect(fields).toBeGreaterThan(60);
  },
);

test.each(names)("a value that is none to choose from in a cluster of %s is an error", (platform) => {
  let fields = 0;
  for (const { cluster, path, row, value } of valuesOf(platform)) {
    if (typeof value !== "string" || !row.values?.some((one) => typeof one === "string")) continue;
    const failure = thrownBy(platform, withValue(cluster, path, `${value}x`)) as InvalidClusterError;
    expect([formatPath(path), failure.problems[0].rule]).toEqual([formatPath(path), "cluster/fields/values"]);
    fields++;
  }
  expect(fields).toBeGreaterThan(5);
});

test.each(names)("an unknown field in a map of a cluster of %s is an error", (platform) => {
  const seen: string[] = [];
  let maps = 0;
  for (const { cluster, path, row, value } of valuesOf(platform)) {
    if (typeof value !== "object" || Array.isArray(value) || row.freeKeys !== undefined) continue;
    const at = [...path, "unknownField"];
    const failure = thrownBy(platform, withValue(cluster, at, 1)) as InvalidClusterError;
    expect(failure.problems.map((problem) => `${formatPath(problem.path)} ${problem.rule}`)).toContain(
      `${formatPath(at)} cluster/fields/known`,
    );
    const table: FieldTable = platforms[platform].fields!();
    const field = formatPath(path).replace(/\[\d+\]/g, "[]");
    const { message } = failure.problems.find((problem) => formatPath(problem.path) === formatPath(at))!;
    const advised = /allowed: (.*)$/.exec(message)?.[1].split(", ") ?? [];
    expect(advised.filter((name) => table[`${field}.${name}`]?.refused !== undefined)).toEqual([]);
    seen.push(...advised);
    maps++;
  }
  expect(maps).toBeGreaterThan(5);
  expect(seen.length).toBeGreaterThan(20);
});

test("an unknown field names the field that was meant", () => {
  const props = {
    name: "shop",
    region: "eu-central-1",
    kubernetesVersion: "1.35",
    access: {},
    nodeGroup: [],
  };
  const { problems } = thrownBy("eks", { ...props, network: { cdir: "10.0.0.0/16" } }) as InvalidClusterError;
  expect(problems.map(({ message }) => message)).toContain('unknown field; did you mean "nodeGroups"?');
  expect(problems.map(({ message }) => message)).toContain('unknown field; did you mean "cidr"?');
  // Neither is missing too.
  expect(problems.map(({ path }) => formatPath(path)).sort()).toEqual([
    "access.admins",
    "network.cdir",
    "nodeGroup",
  ]);
});

test.each(names)("an unknown field of %s that another map has names its place", (platform) => {
  const { cluster } = shippedClusters().find((one) => one.cluster.platform === platform)!;
  const [group] = cluster.nodeGroups!.length > 0 ? cluster.nodeGroups! : [{}];
  const props = { ...cluster, podCidr: "10.8.0.0/16", nodeGroups: [{ ...group, publicFrom: [] }] };
  const { problems } = thrownBy(platform, props) as InvalidClusterError;
  const messages = problems.map(({ path, message }) => `${formatPath(path)}: ${message}`);
  expect(messages).toContain("podCidr: unknown field; its place is network.podCidr");
  const isRefused = platforms[platform].fields!()["access.publicFrom"]?.refused !== undefined;
  expect(messages.find((text) => text.startsWith("nodeGroups[0].publicFrom: "))).toMatch(
    isRefused ? /^.*: unknown field; allowed: / : /its place is (access|loadBalancing)\.publicFrom/,
  );
});

test.each<[Partial<Record<"controlPlane" | "size", unknown>>, string]>([
  [
    { controlPlane: { machineType: "m7i.large", machines: "three" } },
    'machines: must be one of 1, 3, 5, got "three"',
  ],
  [{ size: "three" }, 'nodeGroups[0].size: must be a number or a map of min and max, got "three"'],
])("%j has an error that states what is right", ({ controlPlane, size = 3 }, text) => {
  const { cluster } = shippedClusters().find((one) => one.cluster.platform === "kubeadm")!;
  const [group] = cluster.nodeGroups!;
  const props = { ...cluster, nodeGroups: [{ ...group, size }], ...(controlPlane ? { controlPlane } : {}) };
  expect((thrownBy("kubeadm", props) as InvalidClusterError).message).toContain(text);
});

test("an undefined unknown field and references are accepted", () => {
  const { cluster } = shippedClusters().find((one) => one.cluster.platform === "eks")!;
  const tag = Token.asString({ Ref: "tag" });
  const props = { ...cluster, nodeGroup: undefined, tags: { team: tag }, network: { nat: undefined } };
  expect(thrownBy("eks", props)).toBeUndefined();
});

test.each<[keyof typeof classes, object, string]>([
  ["eks", { namespace: undefined, namespce: "shop" }, 'unknown field; did you mean "namespace"?'],
  ["eks", { via: "IRSA" }, 'via: must be one of pod-identity, irsa, got "IRSA"; did you mean "irsa"?'],
  ["eks", { managedPolicies: "ReadOnlyAccess" }, "policyArns: must be a list"],
  ["eks", { serviceAccount: undefined }, "serviceAccount: is required, and not set"],
  ["aks", { grants: "Reader" }, "grants: must be a list"],
  ["gke", { policyArns: [] }, "policyArns: unknown field"],
  ["gke", { namespace: "Shop" }, "namespace: "],
])(
  "an identity that is added to a cluster of %s with %j is checked as those in the props",
  (platform, patch, text) => {
    const { cluster } = shippedClusters().find((one) => one.cluster.platform === platform)!;
    const stack = new TerraformStack(new App(), "plain");
    const Cluster = classes[platform] as unknown as new (...args: unknown[]) => {
      addWorkloadIdentity(props: unknown): unknown;
    };
    const props = cluster as object;
    const made = new Cluster(stack, "cluster", { ...props, name: "shop" });
    const given = { namespace: "shop", serviceAccount: "api", ...patch };
    const count = (cluster as { workloadIdentities?: readonly object[] }).workloadIdentities?.length ?? 0;
    const children = () => stack.node.findAll().length;
    const before = children();
    expect(() => made.addWorkloadIdentity(given)).toThrow(InvalidClusterError);
    expect(() => made.addWorkloadIdentity(given)).toThrow(`workloadIdentities[${count}]`);
    expect(() => made.addWorkloadIdentity(given)).toThrow(text);
    expect(children()).toBe(before);
  },
);
