import { error, keyError, type Path, type Finding } from "../../../cluster/problem";
import { defineRules, forEachGroup, isKnown, knownEntries, shown } from "../../../cluster/rules/rule";
import { limits } from "../../limits";
import { isName, keysOf, uniqueProblems } from "../../values";
import type { AnyGkeClusterProps } from "../../spec";

export const rules = defineRules<AnyGkeClusterProps>("gke/node-groups", {
  /**
   * Node labels do not include those that GKE sets on its nodes.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/update-existing-nodepools
   */
  "node-labels-of-gke"(cluster) {
    return forEachGroup(cluster, ({ labels }, group) =>
      keysOf(labels)
        .filter((key) => gkeLabels.has(key))
        .map((key) =>
          keyError([...group, "labels", key], `${shown(key)} is a label that GKE sets; use another domain`),
        ),
    );
  },

  /**
   * Taints do not repeat those that GKE adds to nodes with GPUs, TPUs or gVisor: Terraform would report the taint as a
   * difference.
   *
   * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/container_node_pool#nested_node_config
   */
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
          error([...group, "taints", i, "key"], `GKE taints these nodes with ${key}; omit it`),
        );
    });
  },

  /**
   * Network tags follow RFC 1035. A machine has at most 64.
   *
   * @see https://cloud.google.com/vpc/docs/add-remove-network-tags
   */
  "network-tags"(cluster) {
    return [
      ...tagProblems(
        ["gke", "autoNetworkTags"],
        isKnown(cluster.gke) ? cluster.gke.autoNetworkTags : undefined,
      ),
      ...forEachGroup(cluster, (group, path) => tagProblems([...path, "networkTags"], group.networkTags)),
    ];
  },

  /**
   * A node pool has at most five Resource Manager tags, written as key and value.
   *
   * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/container_cluster#resource_manager_tags-2
   */
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

  /**
   * Metadata entries do not repeat those that GKE sets on its nodes. Keys have Compute Engine's syntax.
   *
   * @see https://cloud.google.com/compute/docs/metadata/setting-custom-metadata#limitations
   */
  "metadata-keys"(cluster) {
    return forEachGroup(cluster, ({ metadata }, group) =>
      keysOf(metadata).flatMap((key) => {
        const path = [...group, "metadata", key];
        if (metadataOfGke.has(key)) return [keyError(path, `${shown(key)} is an entry that GKE sets`)];
        if (/^[A-Za-z0-9_-]{1,128}$/.test(key)) return [];
        return [
          keyError(
            path,
            `must be a metadata key: at most 128 letters, digits, "-" and "_", got ${shown(key)}`,
          ),
        ];
      }),
    );
  },
});

/**
 * Labels that GKE puts on its nodes.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/creating-managing-labels
 */
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

/**
 * Entries of metadata that GKE writes.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/cluster-metadata
 */
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

function tagProblems(path: Path, tags: readonly string[] | undefined): Finding[] {
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
          `must be a network tag: at most 63 lower-case letters, digits and "-", starting with a letter, got ${shown(tag)}`,
        ),
      ),
  ];
}

function managerTagProblems(path: Path, tags: Readonly<Record<string, string>> | undefined): Finding[] {
  const keys = keysOf(tags);
  return [
    ...(keys.length > limits.resourceManagerTags
      ? [
          error(
            path,
            `GKE allows at most ${limits.resourceManagerTags} Resource Manager tags, got ${keys.length}`,
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
