import { App, TerraformStack } from "cdktf";
import { AksCluster } from "../../modules/aks";
import { FieldTree } from "../../modules/cluster/field-tree";
import type { FieldTable } from "../../modules/cluster/fields";
import { formatPath, InvalidClusterError, type Path } from "../../modules/cluster/problem";
import { EksCluster } from "../../modules/eks";
import { platforms } from "../../modules/environment/platforms";
import { GkeCluster } from "../../modules/gke";
import { KubeadmCluster } from "../../modules/kubeadm";
import { shippedClusters } from "../support/shipped";

/** Props without required fields, as a program in JavaScript can have them. */

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
