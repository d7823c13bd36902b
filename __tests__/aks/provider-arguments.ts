import { argumentVersions } from "../../modules/azure/provider-arguments";
import type { AksClusterProps } from "../../modules/aks/spec";
import { azurermProvider } from "../../modules/azure/provider";
import type { ArgumentVersions } from "../../modules/cluster/provider-arguments";
import { isAtLeast } from "../../modules/cluster/releases";
import type { KubeadmClusterProps } from "../../modules/kubeadm/spec";
import { synthesizeAks } from "../support/aks";
import { synthesizeKubeadm } from "../support/kubeadm";
import { shippedClusters } from "../support/shipped";
import type { Arguments, Synthesized } from "../support/synthesized";

/** A cluster by name, with its stack for the default version, the oldest version that it accepts, and its stack for others. */
type NamedCluster = readonly [
  name: string,
  stack: Synthesized,
  oldest: string,
  write: (version: string) => Synthesized,
];

const aks = (name: string, props: Partial<AksClusterProps>, stack: Synthesized): NamedCluster => [
  name,
  stack,
  props.aks?.providerMinimum ?? azurermProvider.minimum,
  (providerMinimum) => synthesizeAks({ ...props, aks: { ...props.aks, providerMinimum } }),
];

const kubeadm = (name: string, props: KubeadmClusterProps, stack: Synthesized): NamedCluster => [
  name,
  stack,
  azurermProvider.minimum,
  (providerMinimum) => synthesizeKubeadm({ ...props, kubeadm: { ...props.kubeadm, providerMinimum } }),
];

/** The smallest cluster, and those of all files of this repository: AKS, and kubeadm on Azure. */
export const allClusters = (): readonly NamedCluster[] => [
  aks("minimal", {}, synthesizeAks()),
  ...shippedClusters().flatMap(({ name, cluster, stack }) => {
    if (cluster.platform === "aks") return [aks(name, cluster as unknown as AksClusterProps, stack)];
    const isAzure = cluster.platform === "kubeadm" && cluster.cloud === "azure";
    return isAzure ? [kubeadm(name, cluster as unknown as KubeadmClusterProps, stack)] : [];
  }),
];

export const types = Object.entries<Readonly<Record<string, ArgumentVersions>>>(argumentVersions);

/** The resources of a type, by name, or the configurations of the provider. */
export function elementsOf(type: string, { terraform }: Synthesized): Record<string, Arguments> {
  const { provider, resource } = terraform as Record<string, Record<string, never> | undefined>;
  return resource?.[type] ?? provider?.[type] ?? {};
}

/** For each type of resource the first cluster that has it, for each argument the first that has it, and the smallest cluster. */
export function sampleOfClusters(): readonly NamedCluster[] {
  const all = allClusters();
  const has =
    (type: string, argument?: string) =>
    ([, stack]: NamedCluster) =>
      Object.values(elementsOf(type, stack)).some(
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
  clusters.filter(([, , oldest]) => isAtLeast(version, oldest)).map(([, , , write]) => write(version));

/** The written arguments that a version lacks. */
export const lackingIn = (version: string, stack: Synthesized): string[] =>
  types.flatMap(([type, rows]) =>
    Object.entries(elementsOf(type, stack)).flatMap(([id, resource]) =>
      Object.keys(resource)
        .filter((argument) => rows[argument] && !isIn(rows[argument], version))
        .map((argument) => `${type}.${id}.${argument}`),
    ),
  );
