import { argumentVersions } from "../../modules/azure/provider-arguments";
import type { AksClusterProps } from "../../modules/aks/spec";
import { azurermProvider } from "../../modules/azure/provider";
import type { ArgumentVersions } from "../../modules/cluster/provider-arguments";
import { isAtLeast } from "../../modules/cluster/releases";
import { synthesizeAks } from "../support/aks";
import { shippedClusters } from "../support/shipped";
import type { Arguments, Synthesized } from "../support/synthesized";

/** A cluster by name, with its props and its stack for the default version. */
type NamedCluster = readonly [name: string, props: Partial<AksClusterProps>, stack: Synthesized];

/** The smallest cluster, and those of all files of this repository. */
export const allClusters = (): readonly NamedCluster[] => [
  ["minimal", {}, synthesizeAks()],
  ...shippedClusters()
    .filter(({ cluster }) => cluster.platform === "aks")
    .map(({ name, cluster, stack }): NamedCluster => [name, cluster as unknown as AksClusterProps, stack]),
];

export const types = Object.entries<Readonly<Record<string, ArgumentVersions>>>(argumentVersions);

/** For each type of resource the first cluster that has it, for each argument the first that has it, and the smallest cluster. */
export function sampleOfClusters(): readonly NamedCluster[] {
  const all = allClusters();
  const has =
    (type: string, argument?: string) =>
    ([, , { terraform }]: NamedCluster) =>
      Object.values<object>(terraform.resource[type] ?? {}).some(
        (resource) => argument === undefined || argument in resource,
      );
  const wanted = types.flatMap(([type, rows]) => [
    all.find(has(type)),
    ...Object.keys(rows).map((argument) => all.find(has(type, argument))),
  ]);
  return all.filter((cluster, i) => i === 0 || wanted.includes(cluster));
}

export const isIn = ({ since, until }: ArgumentVersions, version: string): boolean =>
  (!since || isAtLeast(version, since)) && (!until || !isAtLeast(version, until));

/** The clusters for a version of the provider, without those that need a newer one. */
export const writtenFor = (version: string, clusters: readonly NamedCluster[]): readonly Synthesized[] =>
  clusters
    .filter(([, { aks }]) => isAtLeast(version, aks?.providerMinimum ?? azurermProvider.minimum))
    .map(([, props]) => synthesizeAks({ ...props, aks: { ...props.aks, providerMinimum: version } }));

/** The written arguments that a version lacks. */
export const lackingIn = (version: string, { terraform }: Synthesized): string[] =>
  types.flatMap(([type, rows]) =>
    Object.entries<Arguments>(terraform.resource[type] ?? {}).flatMap(([id, resource]) =>
      Object.keys(resource)
        .filter((argument) => rows[argument] && !isIn(rows[argument], version))
        .map((argument) => `${type}.${id}.${argument}`),
    ),
  );
