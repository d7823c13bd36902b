import { error, type Finding } from "../../../cluster/problem";
import { isKnown, shown, defineRules } from "../../../cluster/rules/rule";
import { isUnresolved } from "../../../cluster/tokens";
import type { EksAddOnName, EksAddOnSpec, EksClusterProps } from "../../spec";
import { compareMinor } from "../../../cluster/kubernetes-version";
import { isMinor } from "../../versions";

export const rules = defineRules<EksClusterProps>("eks/add-ons", {
  /**
   * The version of an add-on has the format `v<version>-eksbuild.<build>`, or is `latest`.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_DescribeAddonVersions.html
   */
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

  /**
   * kube-proxy is not newer than the API server.
   *
   * @see https://kubernetes.io/releases/version-skew-policy/#kube-proxy
   */
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

  /**
   * The configuration of an add-on is a JSON object, without values that JSON cannot represent.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAddon.html
   */
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

  /**
   * Settings of the EBS CSI driver need `storage.block`, which installs the driver.
   *
   * @remarks Decision of this project: settings without effect are refused.
   */
  "ebs-driver-installed"({ storage, eks }) {
    if (storage?.block !== false || eks?.addOns?.["aws-ebs-csi-driver"] === undefined) return [];
    return [
      error(
        ["eks", "addOns", "aws-ebs-csi-driver"],
        "has no effect: the driver is not installed with storage.block false; omit one of them",
      ),
    ];
  },
});

function forEachAddOn(
  { eks }: EksClusterProps,
  check: (name: EksAddOnName, spec: EksAddOnSpec) => Finding[],
): Finding[] {
  return Object.entries(eks?.addOns ?? {}).flatMap(([name, spec]) =>
    isKnown(spec) ? check(name as EksAddOnName, spec as EksAddOnSpec) : [],
  );
}

type Fault = [(string | number)[], string];

/** Values that `JSON.stringify` drops, changes or rejects. */
function jsonFaults(value: unknown, above: readonly object[] = []): Fault[] {
  if (isUnresolved(value) || value === null || typeof value === "string" || typeof value === "boolean")
    return [];
  if (typeof value === "number") return Number.isFinite(value) ? [] : [[[], String(value)]];
  if (typeof value !== "object") return [[[], value === undefined ? "nothing" : `a ${typeof value}`]];
  if (above.includes(value)) return [[[], "a circular reference"]];
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
