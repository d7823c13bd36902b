import { error, keyError, type Path, type Problem } from "../../../cluster/problem";
import { forEachGroup, isKnown, knownEntries, shown, defineRules } from "../../../cluster/rules/rule";
import { limits } from "../../limits";
import type { AnyGkeClusterProps } from "../../spec";
import { isName, uniqueProblems } from "../../values";

export const rules = defineRules<AnyGkeClusterProps>("gke/control-plane", {
  /** [Resource Manager] requirements for labels: lower-case keys from a letter on, values as short; `goog` is Google's. */
  "label-syntax"(cluster) {
    return [
      ...labelsProblems(["tags"], cluster.tags),
      ...forEachGroup(cluster, ({ tags }, group) => labelsProblems([...group, "tags"], tags)),
    ];
  },

  /** [Resource Manager] requirements for labels: 64 on a resource; a group's machines have the cluster's and its own. */
  "label-count"(cluster) {
    const ofCluster = keysOf(cluster.tags);
    return [
      ...(ofCluster.length > limits.labels
        ? [error(["tags"], `must be at most ${limits.labels} labels, got ${ofCluster.length}`)]
        : []),
      ...forEachGroup(cluster, ({ tags }, group) => {
        const all = new Set([...ofCluster, ...keysOf(tags)]);
        if (keysOf(tags).length === 0 || all.size <= limits.labels) return [];
        return [
          error(
            [...group, "tags"],
            `must be at most ${limits.labels} labels, with the cluster's these are ${all.size}`,
          ),
        ];
      }),
    ];
  },

  /** [GKE] node labels: what GKE says of a node, nobody else says. */
  "labels-of-gke"(cluster) {
    return forEachGroup(cluster, ({ labels }, group) =>
      keysOf(labels)
        .filter((key) => gkeLabels.has(key))
        .map((key) =>
          keyError(
            [...group, "labels", key],
            `${shown(key)} is a label that GKE sets itself; use another domain`,
          ),
        ),
    );
  },

  /** [GKE] GPUs, TPUs: GKE taints such nodes by itself, and Terraform would see its taint twice. */
  "taints-of-gke"(cluster) {
    return forEachGroup(cluster, ({ taints, gpu, tpu, sandbox }, group) => {
      const own = [
        ...(gpu === undefined ? [] : ["nvidia.com/gpu"]),
        ...(tpu === undefined ? [] : ["google.com/tpu"]),
        ...(sandbox === "gvisor" ? ["sandbox.gke.io/runtime"] : []),
      ];
      return knownEntries(taints)
        .filter(([, { key }]) => own.includes(key))
        .map(([i, { key }]) =>
          error([...group, "taints", i, "key"], `GKE taints these nodes with ${key} itself; leave it out`),
        );
    });
  },

  /** [Compute Engine] network tags: RFC 1035, 64 on a machine. */
  "network-tags"(cluster) {
    return [
      ...tagProblems(
        ["gke", "autoNetworkTags"],
        isKnown(cluster.gke) ? cluster.gke.autoNetworkTags : undefined,
      ),
      ...forEachGroup(cluster, (group, path) => tagProblems([...path, "networkTags"], group.networkTags)),
    ];
  },

  /** [provider doc] google_container_node_pool, `resource_manager_tags`: five, by number. */
  "resource-manager-tags"(cluster) {
    return [
      ...managerTagProblems(
        ["gke", "autoResourceManagerTags"],
        isKnown(cluster.gke) ? cluster.gke.autoResourceManagerTags : undefined,
      ),
      ...forEachGroup(cluster, (group, path) =>
        managerTagProblems([...path, "resourceManagerTags"], group.resourceManagerTags),
      ),
    ];
  },

  /** [provider] google_container_cluster, `node_pool_auto_config`: of use where GKE makes pools. */
  "auto-tags-are-used"({ gke, autoscaling }) {
    if (!isKnown(gke) || gke.mode === "autopilot" || autoscaling === "auto-provisioning") return [];
    return (["autoNetworkTags", "autoResourceManagerTags"] as const)
      .filter((field) => gke[field] !== undefined)
      .map((field) =>
        error(
          ["gke", field],
          "has no effect: GKE makes no nodes by itself; node groups have tags of their own",
        ),
      );
  },

  /** [GKE] metadata: what GKE starts nodes with can't be said twice. */
  "metadata-keys"(cluster) {
    return forEachGroup(cluster, ({ metadata }, group) =>
      keysOf(metadata).flatMap((key) => {
        const path = [...group, "metadata", key];
        if (metadataOfGke.has(key)) return [keyError(path, `${shown(key)} is an entry that GKE sets itself`)];
        if (/^[A-Za-z0-9_-]{1,128}$/.test(key)) return [];
        return [
          keyError(path, `a key of metadata holds up to 128 letters, digits, "-" and "_", got ${shown(key)}`),
        ];
      }),
    );
  },
});

/** Labels that GKE puts on its nodes. [GKE] node labels */
const gkeLabels = new Set(
  [
    "gke-accelerator",
    "gke-boot-disk",
    "gke-container-runtime",
    "gke-cpu-scaling-level",
    "gke-flex-start",
    "gke-max-pods-per-node",
    "gke-memory-gb-scaling-level",
    "gke-netd-ready",
    "gke-nodepool",
    "gke-os-distribution",
    "gke-preemptible",
    "gke-provisioning",
    "gke-spot",
    "gke-stack-type",
    "gke-tpu-accelerator",
    "gke-tpu-topology",
    "machine-family",
    "private-node",
  ].map((name) => `cloud.google.com/${name}`),
);

/** Entries of metadata that GKE writes. [GKE] cluster metadata */
const metadataOfGke = new Set([
  "cluster-location",
  "cluster-name",
  "cluster-uid",
  "configure-sh",
  "disable-legacy-endpoints",
  "enable-oslogin",
  "gci-ensure-gke-docker",
  "gci-metrics-enabled",
  "gci-update-strategy",
  "instance-template",
  "kube-env",
  "startup-script",
  "user-data",
]);

function labelsProblems(path: Path, labels: Readonly<Record<string, string>> | undefined): Problem[] {
  return keysOf(labels).flatMap((key) => {
    const value: unknown = labels![key];
    return [
      ...(/^[a-z][a-z0-9_-]{0,62}$/.test(key)
        ? key.startsWith("goog-")
          ? [keyError([...path, key], `labels that start with "goog-" are Google's own, got ${shown(key)}`)]
          : []
        : [
            keyError(
              [...path, key],
              `the key of a label holds up to 63 lower-case letters, digits, "-" and "_", from a letter on, got ${shown(key)}` +
                adviceFor(key),
            ),
          ]),
      ...(isKnown(value) && !/^[a-z0-9_-]{0,63}$/.test(String(value))
        ? [
            error(
              [...path, key],
              `the value of a label holds up to 63 lower-case letters, digits, "-" and "_", got ${shown(value)}` +
                adviceFor(String(value)),
            ),
          ]
        : []),
    ];
  });
}

/** What a label of another cloud would be on Google's. */
function adviceFor(text: string): string {
  const right = text
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 63);
  return right && right !== text ? `; ${shown(right)} would be right` : "";
}

function tagProblems(path: Path, tags: readonly string[] | undefined): Problem[] {
  if (!isKnown(tags)) return [];
  return [
    ...(tags.length > limits.networkTags
      ? [error(path, `a machine has at most ${limits.networkTags} network tags, got ${tags.length}`)]
      : []),
    ...uniqueProblems(path, tags),
    ...knownEntries(tags)
      .filter(([, tag]) => !isName(tag))
      .map(([i, tag]) =>
        error(
          [...path, i],
          `must be a network tag: up to 63 lower-case letters, digits and "-", from a letter on, got ${shown(tag)}`,
        ),
      ),
  ];
}

function managerTagProblems(path: Path, tags: Readonly<Record<string, string>> | undefined): Problem[] {
  const keys = keysOf(tags);
  return [
    ...(keys.length > limits.resourceManagerTags
      ? [
          error(
            path,
            `GKE takes at most ${limits.resourceManagerTags} tags of Resource Manager, got ${keys.length}`,
          ),
        ]
      : []),
    ...keys.flatMap((key) => {
      const value = tags![key];
      const at = [...path, key];
      const isKey = /^(tagKeys\/\d+|[\w.-]+\/[\w.-]+)$/.test(key);
      const isValue = !isKnown(value) || /^(tagValues\/\d+|[\w. -]+)$/.test(value);
      return isKey && isValue
        ? []
        : [
            (isKey ? error : keyError)(
              at,
              `must be a key and a value such as tagKeys/123456789 and tagValues/987654321, got ${shown(key)} and ${shown(value)}`,
            ),
          ];
    }),
  ];
}

function keysOf(map: Readonly<Record<string, string>> | undefined): string[] {
  return isKnown(map) ? Object.keys(map).filter(isKnown) : [];
}
