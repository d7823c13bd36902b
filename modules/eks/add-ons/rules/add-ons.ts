import { error, type Problem } from "../../../cluster/problem";
import { isKnown, shown, defineRules } from "../../../cluster/rules/rule";
import { isUnresolved } from "../../../cluster/tokens";
import type { EksAddOnName, EksAddOnSpec, EksClusterProps } from "../../spec";
import { compareMinor } from "../../../cluster/kubernetes-version";
import { isMinor } from "../../control-plane/rules/versions";

export const rules = defineRules<EksClusterProps>("eks/add-ons", {
  /** [EKS API] DescribeAddonVersions: `v<version>-eksbuild.<build>`. */
  "add-on-version-format"(cluster) {
    return forEachAddOn(cluster, (name, { version }) =>
      !isKnown(version) || version === "latest" || /^v\d+\.\d+\.\d+-eksbuild\.\d+$/.test(version)
        ? []
        : [
            error(
              ["eks", "addOns", name, "version"],
              `must be a version such as "v1.21.1-eksbuild.1", or "latest"; got ${shown(version)}`,
            ),
          ],
    );
  },

  /** [Kubernetes] version skew policy: kube-proxy is not newer than the API server. */
  "kube-proxy-version"({ kubernetesVersion, eks }) {
    const version = eks?.addOns?.["kube-proxy"]?.version;
    const minor = isKnown(version) ? /^v(1\.\d+)\./.exec(version)?.[1] : undefined;
    if (!minor || !isKnown(kubernetesVersion) || !isMinor(kubernetesVersion)) return [];
    if (compareMinor(minor, kubernetesVersion) <= 0) return [];
    return [
      error(
        ["eks", "addOns", "kube-proxy", "version"],
        `must not be newer than the cluster (${kubernetesVersion}), got ${shown(version)}`,
      ),
    ];
  },

  /** [EKS API] CreateAddon, configurationValues: a JSON object, so nothing that JSON would drop or refuse. */
  "add-on-configuration"(cluster) {
    return forEachAddOn(cluster, (name, { configuration }) => {
      const path = ["eks", "addOns", name, "configuration"];
      if (!isKnown(configuration)) return [];
      if (typeof configuration !== "object" || Array.isArray(configuration)) {
        return [error(path, `must be a map of settings, got ${shown(configuration)}`)];
      }
      return jsonFaults(configuration).map(([steps, what]) =>
        error([...path, ...steps], `must be text, a number, true, false, a list or a map, got ${what}`),
      );
    });
  },

  /** The EBS driver is there while `storage.block` is. */
  "ebs-driver-is-there"({ storage, eks }) {
    if (storage?.block !== false || eks?.addOns?.["aws-ebs-csi-driver"] === undefined) return [];
    return [
      error(
        ["eks", "addOns", "aws-ebs-csi-driver"],
        "has no effect: the driver is not installed with storage.block false; leave one of the two out",
      ),
    ];
  },
});

function forEachAddOn(
  { eks }: EksClusterProps,
  check: (name: EksAddOnName, spec: EksAddOnSpec) => Problem[],
): Problem[] {
  return Object.entries(eks?.addOns ?? {}).flatMap(([name, spec]) =>
    isKnown(spec) ? check(name as EksAddOnName, spec as EksAddOnSpec) : [],
  );
}

type Fault = [(string | number)[], string];

/** What `JSON.stringify` would change without a word, or fail on. */
function jsonFaults(value: unknown, above: readonly object[] = []): Fault[] {
  if (isUnresolved(value) || value === null || typeof value === "string" || typeof value === "boolean")
    return [];
  if (typeof value === "number") return Number.isFinite(value) ? [] : [[[], String(value)]];
  if (typeof value !== "object") return [[[], value === undefined ? "nothing" : `a ${typeof value}`]];
  if (above.includes(value)) return [[[], "a part of itself"]];
  if (
    !Array.isArray(value) &&
    Object.getPrototypeOf(value) !== Object.prototype &&
    Object.getPrototypeOf(value) !== null
  ) {
    return [[[], `a ${value.constructor.name}`]];
  }
  const members: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return members.flatMap(([step, member]) =>
    jsonFaults(member, [...above, value]).map(([steps, what]): Fault => [[step, ...steps], what]),
  );
}
