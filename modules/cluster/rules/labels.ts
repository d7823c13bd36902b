import { error, keyError } from "../problem";
import type { ClusterSpec } from "../vocabulary";
import { entries, forEachGroup, isKnown, repeated, shown, defineRules } from "./rule";

const name = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/**
 * Labels of Kubernetes' own domains that a kubelet may give its node; it does not start with others.
 *
 * [Kubernetes: NodeRestriction] https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction
 */
const kubeletLabels = new Set([
  "beta.kubernetes.io/arch",
  "beta.kubernetes.io/instance-type",
  "beta.kubernetes.io/os",
  "failure-domain.beta.kubernetes.io/region",
  "failure-domain.beta.kubernetes.io/zone",
  "kubernetes.io/arch",
  "kubernetes.io/hostname",
  "kubernetes.io/os",
  "node.kubernetes.io/instance-type",
  "topology.kubernetes.io/region",
  "topology.kubernetes.io/zone",
]);
const kubeletDomains = ["kubelet.kubernetes.io", "node.kubernetes.io"];
const reservedDomains = ["kubernetes.io", "k8s.io"];

export const rules = defineRules<ClusterSpec>("cluster/node-groups", {
  /**
   * Keys of labels are qualified names: an optional DNS prefix and a name of at most 63 characters.
   *
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
   */
  "label-keys"(cluster) {
    return forEachGroup(cluster, ({ labels }, group) =>
      (isKnown(labels) ? Object.keys(labels) : []).flatMap((key) => {
        const wrong = isKnown(key)
          ? qualifiedNameFault(key)
          : "the key of a label must be a literal; its value may be a reference";
        return wrong ? [keyError([...group, "labels", key], wrong)] : [];
      }),
    );
  },

  /**
   * Values of labels are empty or names of at most 63 characters.
   *
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
   */
  "label-values"(cluster) {
    return forEachGroup(cluster, ({ labels }, group) =>
      keysOf(labels).flatMap((key) => {
        if (isReserved(key)) return [];
        const value: unknown = labels![key];
        const wrong = isKnown(value) && labelValueFault(value);
        return wrong ? [error([...group, "labels", key], wrong)] : [];
      }),
    );
  },

  /**
   * Labels of the domains of Kubernetes are those that a kubelet may set on its node: with others it does not start.
   *
   * @see https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction
   */
  "reserved-labels"(cluster) {
    return forEachGroup(cluster, ({ labels }, group) =>
      keysOf(labels)
        .filter(isReserved)
        .map((key) =>
          keyError(
            [...group, "labels", key],
            `${shown(key)} is reserved: nodes may set no labels of ${domainOf(key)}, and would not start; ` +
              `use your own domain, such as example.com/${key.slice(key.indexOf("/") + 1)}`,
          ),
        ),
    );
  },

  /**
   * Keys of taints are qualified names, and their values have the form of label values.
   *
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
   */
  "taint-names"(cluster) {
    return forEachGroup(cluster, ({ taints }, group) =>
      entries(taints).flatMap(([i, { key, value }]) => {
        const wrongKey = isKnown(key) && qualifiedNameFault(key);
        const wrongValue = isKnown(value) && labelValueFault(value);
        return [
          ...(wrongKey ? [error([...group, "taints", i, "key"], wrongKey)] : []),
          ...(wrongValue ? [error([...group, "taints", i, "value"], wrongValue)] : []),
        ];
      }),
    );
  },

  /**
   * A node group has one taint for each key and effect.
   *
   * @see https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/node-v1/#NodeSpec
   */
  "taints-unique"(cluster) {
    return forEachGroup(cluster, ({ taints }, group) => {
      const known = entries(taints).filter(([, { key, effect }]) => isKnown(key) && isKnown(effect));
      return repeated(known, ({ key, effect }) => `${key}:${effect}`).map(({ index, value, first }) =>
        error([...group, "taints", index], `${value.key}:${value.effect} is a duplicate of [${first}]`),
      );
    });
  },
});

function keysOf(labels: Readonly<Record<string, string>> | undefined): string[] {
  return isKnown(labels) ? Object.keys(labels).filter(isKnown) : [];
}

function qualifiedNameFault(key: string): string | undefined {
  const slash = key.indexOf("/");
  const [prefix, local] = slash < 0 ? [undefined, key] : [key.slice(0, slash), key.slice(slash + 1)];
  if (prefix !== undefined && (prefix.length > 253 || !subdomain.test(prefix))) {
    return `the part of a key before "/" must be a DNS name such as example.com, got ${shown(prefix)}`;
  }
  if (local.length > 63)
    return `the name in a key must have at most 63 characters, ${shown(local)} has ${local.length}`;
  if (!name.test(local)) {
    return `the name in a key must hold letters, digits, "-", "_" and ".", with a letter or digit at both ends, got ${shown(local)}`;
  }
  return undefined;
}

function labelValueFault(value: unknown): string | undefined {
  if (typeof value !== "string") return `must be text, got ${shown(value)}; put it in quotes`;
  if (value.length > 63) return `must have at most 63 characters, ${shown(value)} has ${value.length}`;
  if (value !== "" && !name.test(value)) {
    return `must hold letters, digits, "-", "_" and ".", with a letter or digit at both ends, got ${shown(value)}`;
  }
  return undefined;
}

/** Whether nodes must not have a label with this key. */
export function isReserved(key: string): boolean {
  const domain = domainOf(key);
  return (
    reservedDomains.some((reserved) => isWithin(domain, reserved)) &&
    !kubeletLabels.has(key) &&
    !kubeletDomains.some((own) => isWithin(domain, own))
  );
}

const domainOf = (key: string): string => (key.includes("/") ? key.slice(0, key.indexOf("/")) : "");

const isWithin = (domain: string, parent: string): boolean =>
  domain === parent || domain.endsWith(`.${parent}`);
