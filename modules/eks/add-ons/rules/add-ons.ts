import { nearest } from "../../../cluster/nearest";
import { error, type Finding, keyError, warning } from "../../../cluster/problem";
import { entries, isKnown, shown, defineRules } from "../../../cluster/rules/rule";
import { addressClashes } from "../../../cluster/terraform-addresses";
import { isUnresolved } from "../../../cluster/tokens";
import { isOwnAddOn, knownAddOns, otherAddOn } from "../other-add-ons";
import { natOf } from "../../network/settings";
import type { EksAddOnSpec, EksClusterProps } from "../../spec";
import { compareMinor } from "../../../cluster/kubernetes-version";
import { isMinor } from "../../versions";

export const rules = defineRules<EksClusterProps>("eks/add-ons", {
  /**
   * The version of an add-on has the format `v<version>-eksbuild.<build>`, or is `latest`. Partners use other builds.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_DescribeAddonVersions.html
   */
  "add-on-version-format"(cluster) {
    return forEachAddOn(cluster, (name, { version }) =>
      !isKnown(version) || version === "latest" || versionFormat(name).test(version)
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
   * The name of an add-on is a name in EKS, and not a misspelling of a known one. Unknown add-ons are accepted.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAddon.html
   */
  "add-on-names"({ eks }) {
    return Object.keys(isKnown(eks?.addOns) ? eks.addOns : {}).flatMap((name) => {
      if (knownAddOns.includes(name)) return [];
      const path = ["eks", "addOns", name];
      if (!/^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/.test(name)) {
        return [keyError(path, `must be the name of an add-on such as "metrics-server", got ${shown(name)}`)];
      }
      const meant = nearest(name, knownAddOns);
      return meant === undefined
        ? []
        : [keyError(path, `is not an add-on of EKS that is known here; did you mean "${meant}"?`)];
    });
  },

  /**
   * Names of add-ons differ in more than punctuation: a Terraform address keeps only letters and digits of a name.
   *
   * @remarks Decision of this project: addresses are readable, without hashes.
   */
  "add-on-addresses"({ eks }) {
    const names = Object.keys(isKnown(eks?.addOns) ? eks.addOns : {});
    return addressClashes(
      names.map((name) => ({ name, path: ["eks", "addOns", name] })),
      keyError,
    );
  },

  /**
   * Add-ons that the cluster installs itself have no `identities`: the cluster creates their roles.
   *
   * @remarks Decision of this project: the permissions of these roles follow from other fields.
   */
  "add-on-identities"(cluster) {
    return forEachAddOn(cluster, (name, { identities }) =>
      isOwnAddOn(name) && entries(identities).length > 0
        ? [
            error(
              ["eks", "addOns", name, "identities"],
              `must be omitted: the cluster creates the role of ${name}`,
            ),
          ]
        : [],
    );
  },

  /**
   * An add-on has permissions and other add-ons that it needs.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
   */
  "add-on-needs"(cluster) {
    return forEachAddOn(cluster, (name, { identities }) => {
      const path = ["eks", "addOns", name];
      const needs = otherAddOn(name)?.needs;
      if (needs !== undefined && !Object.hasOwn(cluster.eks!.addOns!, needs)) {
        return [
          warning(path, `needs ${needs} in the cluster: add eks.addOns.${needs}, or install it before`),
        ];
      }
      if (name !== "external-dns" || cluster.dns !== undefined || entries(identities).length > 0) return [];
      return [
        warning(path, "has no permissions: set dns.zones, or identities for external-dns/external-dns"),
      ];
    });
  },

  /**
   * Nodes can pull the images of an add-on. Images of AWS and of the community are in a registry of each region; those of partners are
   * not, so that a network without egress has no path to them.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/add-ons-images.html
   */
  "add-on-images-reachable"(cluster) {
    if (cluster.network?.existing || natOf(cluster) !== "none") return [];
    return forEachAddOn(cluster, (name) =>
      knownAddOns.includes(name)
        ? []
        : [
            warning(
              ["eks", "addOns", name],
              "is not an add-on of AWS or of the community: its images are in a registry of another region or of its vendor, to which a " +
                "network without egress has no path; install it from images in your own registry, or use NAT",
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

const versionFormat = (name: string): RegExp =>
  isOwnAddOn(name) ? /^v\d+\.\d+\.\d+-eksbuild\.\d+$/ : /^v?\d+\.\d+\.\d+([-.+][\w.-]+)?$/;

function forEachAddOn(
  { eks }: EksClusterProps,
  check: (name: string, spec: EksAddOnSpec) => readonly Finding[],
): Finding[] {
  return Object.entries(eks?.addOns ?? {}).flatMap(([name, spec]) =>
    isKnown(spec) ? check(name, spec) : [],
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
