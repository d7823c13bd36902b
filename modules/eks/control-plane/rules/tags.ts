import { error, keyError, type Path } from "../../../cluster/problem";
import { forEachGroup, isKnown, shown, defineRules } from "../../../cluster/rules/rule";
import { isUnresolved } from "../../../cluster/tokens";
import type { EksClusterProps, EksNodeGroupSpec } from "../../spec";

/** [AWS: tagging] https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html#id_tags_naming_best_practices */
const limits = { keyLength: 128, valueLength: 256, perResource: 50 } as const;

/** Most tags that a resource gets here beside its owner's: `Name`, those for load balancers, discovery and ownership. */
const ownTags = 5;

/** Prefixes of tags that decide what controllers do; they are put where they belong. [EKS user guide], [Karpenter] */
const controllerTags = ["kubernetes.io/", "k8s.io/", "karpenter.sh/", "eks:"];

/** Tags of an Auto Scaling group that EKS puts there: cluster, group, ownership, and two for the autoscaler. */
const eksGroupTags = 5;

type Tags = Readonly<Record<string, string>>;

export const rules = defineRules<EksClusterProps>("eks/control-plane", {
  /** AWS' limits of keys and values, and its reserved prefix. [AWS: tagging] */
  "tag-syntax"(cluster) {
    return allTags(cluster).flatMap(([path, tags]) =>
      Object.entries(tags).flatMap(([key, value]) => {
        const [ofKey, ofValue] = [keyFault(key), valueFault(value)];
        if (ofKey) return [keyError([...path, key], ofKey)];
        return ofValue ? [error([...path, key], ofValue)] : [];
      }),
    );
  },

  /** Tags that controllers read are on one security group, on some subnets, on some groups: never on everything. */
  "controller-tags-are-ours"(cluster) {
    return allTags(cluster).flatMap(([path, tags]) =>
      Object.keys(tags)
        .filter((key) => controllerTags.some((prefix) => key.startsWith(prefix)))
        .map((key) =>
          keyError(
            [...path, key],
            `${shown(key)} steers Kubernetes' controllers, and is put where it belongs; leave it out`,
          ),
        ),
    );
  },

  /** [IAM user guide] tags of roles: keys differ by more than case. */
  "tag-keys-differ"(cluster) {
    return allTags(cluster).flatMap(([path, tags]) => {
      const keys = Object.keys(tags);
      return keys.flatMap((key, i) => {
        const twin = keys.slice(0, i).find((other) => other.toLowerCase() === key.toLowerCase());
        return twin
          ? [keyError([...path, key], `differs from ${shown(twin)} only in case, which IAM refuses`)]
          : [];
      });
    });
  },

  /** 50 tags on a resource. [AWS: tagging] */
  "tag-count"(cluster) {
    const most = limits.perResource - ownTags;
    const shared = isKnown(cluster.tags) ? cluster.tags : {};
    const message = (count: number) =>
      `must be at most ${most} tags (AWS takes 50, with those added here), got ${count}`;
    const count = Object.keys(shared).length;
    if (count > most) return [error(["tags"], message(count))];
    return forEachGroup(cluster, ({ tags }, group) => {
      const together = Object.keys({ ...shared, ...(isKnown(tags) ? tags : {}) }).length;
      return together > most
        ? [error([...group, "tags"], `${message(together)} with those of the cluster`)]
        : [];
    });
  },

  /** [Cluster Autoscaler: AWS] each label and taint is a tag of the Auto Scaling group, which takes 50. */
  "scale-from-zero-tags"(cluster) {
    const most = limits.perResource - eksGroupTags;
    return forEachGroup(cluster, (spec, group) => {
      if (!isAutoscaled(cluster, spec)) return [];
      const count = Object.keys(spec.labels ?? {}).length + (spec.taints?.length ?? 0);
      // The Auto Scaling group of a self-managed group has its owner's tags too, and as many of ours as EKS puts there.
      const own = spec.kind === "self-managed" ? Object.keys({ ...cluster.tags, ...spec.tags }).length : 0;
      if (count + own <= most) return [];
      return [
        error(
          [...group, "labels"],
          `must be at most ${most - own} labels and taints together, which the Cluster Autoscaler reads from tags; got ${count}`,
        ),
      ];
    });
  },

  /** [Cluster Autoscaler: AWS] the tag of a taint is named after its key alone, so a key has one effect. */
  "scale-from-zero-taints"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      if (!isAutoscaled(cluster, spec) || !isKnown(spec.taints)) return [];
      return spec.taints.flatMap(({ key, effect }, i) => {
        const earlier = spec
          .taints!.slice(0, i)
          .find((taint) => taint.key === key && taint.effect !== effect);
        return earlier
          ? [
              error(
                [...group, "taints", i],
                `${key} has the effect ${earlier.effect} already; the Cluster Autoscaler reads one effect of a key`,
              ),
            ]
          : [];
      });
    });
  },
});

function isAutoscaled({ autoscaling }: EksClusterProps, { size }: EksNodeGroupSpec): boolean {
  return autoscaling !== "none" && typeof size === "object";
}

function allTags({ tags, nodeGroups }: EksClusterProps): [Path, Tags][] {
  const lists: [Path, Tags | undefined][] = [
    [["tags"], tags],
    ...(isKnown(nodeGroups) ? nodeGroups : []).map((group, i): [Path, Tags | undefined] => [
      ["nodeGroups", i, "tags"],
      group.tags,
    ]),
  ];
  return lists.filter((entry): entry is [Path, Tags] => isKnown(entry[1]));
}

const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

function keyFault(key: string): string | undefined {
  if (isUnresolved(key)) return undefined;
  if (/^aws:/i.test(key)) return `keys that begin with "aws:" are reserved for AWS, got ${shown(key)}`;
  if (key === "") return "must have a key, got an empty one";
  if (key.length > limits.keyLength) {
    return `keys must have at most ${limits.keyLength} characters, this one has ${key.length}`;
  }
  return allowed.test(key)
    ? undefined
    : `keys must hold letters, digits, blanks and _.:/=+-@, got ${shown(key)}`;
}

function valueFault(value: unknown): string | undefined {
  if (isUnresolved(value)) return undefined;
  if (typeof value !== "string") return `must be text, got ${shown(value)}; put it in quotes`;
  if (value.length > limits.valueLength) {
    return `must have at most ${limits.valueLength} characters, this one has ${value.length}`;
  }
  return allowed.test(value)
    ? undefined
    : `must hold letters, digits, blanks and _.:/=+-@, got ${shown(value)}`;
}
