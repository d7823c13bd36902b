import { hashSuffixLength } from "../../../cluster/names";
import { error, type Path, type Finding, warning } from "../../../cluster/problem";
import { entries, isKnown, isWhole, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import { computeOf } from "../compute";
import { coreDnsLabels, selects } from "../fargate-selectors";
import { limits } from "../../limits";
import type { EksClusterProps, EksFargateProfileSpec } from "../../spec";

/**
 * Quotas; AWS raises the first on request.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html
 */
const most = { profiles: 10, selectors: 5 } as const;

export const rules = defineRules<EksClusterProps>("eks/node-groups", {
  /**
   * `plannedPods` is a positive number.
   *
   * @remarks Decision of this project: the value only feeds the capacity plan.
   */
  "fargate-pods"({ eks }) {
    return forEachProfile(eks, ({ plannedPods: pods }, profile) =>
      !isKnown(pods) || isWhole(pods, 1)
        ? []
        : [error([...profile, "plannedPods"], `must be a whole number of at least 1, got ${shown(pods)}`)],
    );
  },

  /**
   * Names of Fargate profiles do not start with `eks-`, and leave space for a hash.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateFargateProfile.html
   */
  "fargate-profile-names"({ eks }) {
    const longest = limits.fargateProfileName - hashSuffixLength;
    return forEachProfile(eks, ({ name }, profile) => {
      const at = [...profile, "name"];
      if (!isKnown(name)) return [];
      if (name.startsWith("eks-")) {
        return [error(at, `must not start with "eks-", which EKS reserves, got ${shown(name)}`)];
      }
      if (!/^[a-z][a-z0-9-]*$/.test(name)) {
        return [
          error(
            at,
            `must start with a lower-case letter and consist of lower-case letters, digits and "-", got ${shown(name)}`,
          ),
        ];
      }
      if (name.length <= longest) return [];
      return [error(at, `must have at most ${longest} characters, ${shown(name)} has ${name.length}`)];
    });
  },

  /**
   * Names of Fargate profiles are unique.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateFargateProfile.html
   */
  "fargate-profiles-unique"({ eks }) {
    const named = entries(eks?.fargateProfiles).filter(([, { name }]) => isKnown(name));
    return repeated(named, ({ name }) => name).map(({ index, value, first }) =>
      error(
        ["eks", "fargateProfiles", index, "name"],
        `${shown(value.name)} is also the name of fargateProfiles[${first}]`,
      ),
    );
  },

  /**
   * A cluster has at most 10 Fargate profiles, unless AWS raised the quota.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html
   */
  "fargate-profile-count"({ eks }) {
    const count = entries(eks?.fargateProfiles).length;
    if (count <= most.profiles) return [];
    return [
      warning(
        ["eks", "fargateProfiles"],
        `${count} Fargate profiles exceed the default quota of AWS, ${most.profiles}; merge selectors`,
      ),
    ];
  },

  /**
   * A Fargate profile has one to five selectors, each with a namespace.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html
   */
  "fargate-selectors"({ eks }) {
    return forEachProfile(eks, ({ selectors }, profile) => {
      const at = [...profile, "selectors"];
      if (!isKnown(selectors)) return [];
      if (selectors.length === 0 || selectors.length > most.selectors) {
        return [error(at, `must be 1 to ${most.selectors} selectors, got ${selectors.length}`)];
      }
      return entries(selectors)
        .filter(([, { namespace }]) => isKnown(namespace) && !isNamespace(namespace))
        .map(([i, { namespace }]) =>
          error(
            [...at, i, "namespace"],
            'must be a namespace: at most 63 lower-case letters, digits and "-", with a letter or digit at both ends, or a ' +
              `pattern of these with "*" and "?"; got ${shown(namespace)}`,
          ),
        );
    });
  },

  /**
   * In a cluster of Fargate only, a profile selects CoreDNS.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-getting-started.html
   */
  "core-dns-on-fargate"(cluster) {
    if (!isKnown(cluster.nodeGroups) || !isKnown(cluster.eks?.fargateProfiles)) return [];
    const { addOns, coreDns } = computeOf(cluster);
    if (!addOns || coreDns !== "fargate") return [];
    const profiles = entries(cluster.eks.fargateProfiles);
    if (profiles.some(([, profile]) => selects(profile, "kube-system", coreDnsLabels))) return [];
    return [
      error(
        ["eks", "fargateProfiles"],
        "CoreDNS could not run, and its add-on would not become ready: there are no nodes, so one profile must select " +
          "the namespace kube-system, without labels or with k8s-app: kube-dns",
      ),
    ];
  },

  /**
   * Block storage is disabled in a cluster of Fargate only: Fargate mounts no EBS volumes and runs no DaemonSets.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate.html
   */
  "block-storage-needs-nodes"({ nodeGroups, storage, eks, autoscaling }) {
    if (!isKnown(nodeGroups) || nodeGroups.length > 0 || storage?.block === false) return [];
    if (!isKnown(eks?.fargateProfiles) || eks.fargateProfiles.length === 0) return [];
    if (autoscaling === "auto-provisioning" && eks.autoProvisioning?.by === "auto-mode") return [];
    return [
      error(
        ["storage", "block"],
        "must be false without node groups: Fargate supports no EBS volumes, and their driver has no node to run on",
      ),
    ];
  },
});

/** A DNS-1123 label in which `*` and `?` are also possible. */
function isNamespace(text: string): boolean {
  return text.length <= 63 && /^[a-z0-9*?]([a-z0-9*?-]*[a-z0-9*?])?$/.test(text);
}

function forEachProfile(
  eks: EksClusterProps["eks"],
  check: (profile: EksFargateProfileSpec, path: Path) => Finding[],
): Finding[] {
  return entries(eks?.fargateProfiles).flatMap(([i, profile]) =>
    check(profile, ["eks", "fargateProfiles", i]),
  );
}
