import { error, keyError, type Path } from "../../../cluster/problem";
import { forEachGroup, isKnown, shown, defineRules } from "../../../cluster/rules/rule";
import { isUnresolved } from "../../../cluster/tokens";
import type { EksClusterProps } from "../../spec";

/** @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
const limits = { keyLength: 128, valueLength: 256, perResource: 50 } as const;

/** Tags that a resource has in addition to those of the user: `Name`, and those for load balancers, discovery and ownership. */
const ownTags = 5;

/**
 * Prefixes of tags that controllers read.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/network-load-balancing.html
 * @see https://karpenter.sh/docs/concepts/nodeclasses/
 */
const controllerTags = ["kubernetes.io/", "k8s.io/", "karpenter.sh/", "eks:"];

type Tags = Readonly<Record<string, string>>;

export const rules = defineRules<EksClusterProps>("eks/control-plane", {
  /**
   * Keys and values of tags have the length and the characters that AWS allows, and no reserved prefix.
   *
   * @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
   */
  "tag-syntax"(cluster) {
    return allTags(cluster).flatMap(([path, tags]) =>
      Object.entries(tags).flatMap(([key, value]) => {
        const [ofKey, ofValue] = [keyFault(key), valueFault(value)];
        if (ofKey) return [keyError([...path, key], ofKey)];
        return ofValue ? [error([...path, key], ofValue)] : [];
      }),
    );
  },

  /**
   * Tags that controllers read are not set by the user: only certain resources may have them.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/network-load-balancing.html
   */
  "controller-tags-reserved"(cluster) {
    return allTags(cluster).flatMap(([path, tags]) =>
      Object.keys(tags)
        .filter((key) => controllerTags.some((prefix) => key.startsWith(prefix)))
        .map((key) =>
          keyError(
            [...path, key],
            `${shown(key)} is read by controllers of Kubernetes and set where it is needed; omit it`,
          ),
        ),
    );
  },

  /**
   * Keys of tags differ in more than upper and lower case.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
   */
  "tag-keys-differ"(cluster) {
    return allTags(cluster).flatMap(([path, tags]) => {
      const keys = Object.keys(tags);
      return keys.flatMap((key, i) => {
        const twin = keys.slice(0, i).find((other) => other.toLowerCase() === key.toLowerCase());
        return twin
          ? [keyError([...path, key], `differs from ${shown(twin)} only in case, which IAM rejects`)]
          : [];
      });
    });
  },

  /**
   * A resource has at most 50 tags, including those that the cluster adds.
   *
   * @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
   */
  "tag-count"(cluster) {
    const most = limits.perResource - ownTags;
    const shared = isKnown(cluster.tags) ? cluster.tags : {};
    const message = (count: number) =>
      `must be at most ${most} tags (AWS supports 50, including those that the cluster adds), got ${count}`;
    const count = Object.keys(shared).length;
    if (count > most) return [error(["tags"], message(count))];
    return forEachGroup(cluster, ({ tags }, group) => {
      const together = Object.keys({ ...shared, ...(isKnown(tags) ? tags : {}) }).length;
      return together > most
        ? [error([...group, "tags"], `${message(together)} with those of the cluster`)]
        : [];
    });
  },
});

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
  if (/^aws:/i.test(key)) return `keys that start with "aws:" are reserved for AWS, got ${shown(key)}`;
  if (key === "") return "must have a key, got an empty one";
  if (key.length > limits.keyLength) {
    return `keys must have at most ${limits.keyLength} characters, this one has ${key.length}`;
  }
  return allowed.test(key)
    ? undefined
    : `keys must consist of letters, digits, spaces and _.:/=+-@, got ${shown(key)}`;
}

function valueFault(value: unknown): string | undefined {
  if (isUnresolved(value)) return undefined;
  if (typeof value !== "string") return `must be text, got ${shown(value)}; use quotes`;
  if (value.length > limits.valueLength) {
    return `must have at most ${limits.valueLength} characters, this one has ${value.length}`;
  }
  return allowed.test(value)
    ? undefined
    : `must consist of letters, digits, spaces and _.:/=+-@, got ${shown(value)}`;
}
