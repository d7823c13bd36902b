import { defineProblems, type Problem } from "../../cluster/problem";
import { isRelease } from "../../cluster/releases";
import { isMap } from "../members";
import type { PlatformClusterSpec } from "../types";
import type { ProviderName } from "./types";
import { narrowed, supportedVersions } from "./version-range";

const report = defineProblems("providers", {
  /**
   * The oldest provider version of a cluster is within the versions that the environment allows.
   *
   * @remarks Decision of this project: one range per environment decides which provider versions a configuration is written for.
   */
  "cluster-minimum": "error",
});

/** A provider with the versions that the environment allows. */
export interface AllowedProvider {
  readonly name: ProviderName;
  readonly version?: string;
}

type Options = { readonly providerMinimum?: unknown };

const majorOf = (release: string): string => release.split(".")[0];

const optionsOf = (cluster: PlatformClusterSpec, platform: string): unknown =>
  (cluster as unknown as Readonly<Record<string, unknown>>)[platform] ?? {};

/**
 * A cluster with the oldest provider version that its environment allows, unless the cluster states one itself.
 *
 * @param provider - the provider of the platform; undefined if all its supported versions have the same arguments
 */
export function withProviderMinimum(
  cluster: PlatformClusterSpec,
  platform: string,
  provider: AllowedProvider | undefined,
): PlatformClusterSpec {
  const options = optionsOf(cluster, platform);
  if (!provider?.version || !isMap(options) || options.providerMinimum !== undefined) return cluster;
  const result = narrowed(provider.version, supportedVersions[provider.name]);
  return "fault" in result
    ? cluster
    : { ...cluster, [platform]: { ...options, providerMinimum: result.minimum } };
}

/** Problems of the oldest provider version of a cluster with the versions of its environment; paths are relative to the cluster. */
export function minimumProblems(
  cluster: PlatformClusterSpec,
  platform: string,
  provider: AllowedProvider | undefined,
): Problem[] {
  const minimum = (optionsOf(cluster, platform) as Options).providerMinimum;
  if (!provider?.version || typeof minimum !== "string" || !isRelease(minimum)) return [];
  const supported = supportedVersions[provider.name];
  const range = narrowed(provider.version, supported);
  if ("fault" in range) return [];
  const otherMajor = supported.majorsDiffer && majorOf(minimum) !== majorOf(range.minimum);
  if (!otherMajor && !("fault" in narrowed(provider.version, { ...supported, minimum }))) return [];
  return [
    report["cluster-minimum"](
      [platform, "providerMinimum"],
      `${minimum} is not the oldest version of providers.${provider.name}.version ${JSON.stringify(provider.version)}; omit it, or change one of them`,
    ),
  ];
}
