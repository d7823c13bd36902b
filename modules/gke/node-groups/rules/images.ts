import { error } from "../../../cluster/problem";
import {
  entries,
  forEachGroup,
  isKnown,
  knownEntries,
  shown,
  defineRules,
} from "../../../cluster/rules/rule";
import { machineFamily, machineTypeOf } from "../machine-types";
import type { AnyGkeClusterProps, GkeNodeGroupSpec } from "../../spec";

export const rules = defineRules<AnyGkeClusterProps>("gke/node-groups", {
  /** What Container-Optimized OS alone has. [provider doc] google_container_node_pool, `gcfs_config`, `sandbox_config` */
  "needs-cos"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      const family = spec.image?.family ?? "cos";
      if (!isKnown(family) || family === "cos") return [];
      const asked: [keyof GkeNodeGroupSpec, boolean][] = [
        ["sandbox", spec.sandbox === "gvisor"],
        ["imageStreaming", spec.imageStreaming === true],
        ["secondaryDisks", entries(spec.secondaryDisks).length > 0],
        ["fastSocket", spec.fastSocket === true],
      ];
      return asked
        .filter(([, isAsked]) => isAsked)
        .map(([field]) => error([...group, field], `needs the image "cos", the group has "${family}"`));
    });
  },

  /** [GKE] Windows Server node pools: limitations. */
  "windows-lacks"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      if (spec.image?.family !== "windows") {
        return spec.image?.windowsVersion === undefined
          ? []
          : [error([...group, "image", "windowsVersion"], 'belongs to family "windows"; leave it out')];
      }
      const machine = machineTypeOf(spec);
      const family = machine ? machineFamily(machine) : undefined;
      const asked: [keyof GkeNodeGroupSpec, boolean][] = [
        ["confidential", spec.confidential !== undefined && spec.confidential !== "none"],
        ["linux", spec.linux !== undefined],
        ["kubelet", spec.kubelet !== undefined],
        ["additionalNetworks", entries(spec.additionalNetworks).length > 0],
        ["gvnic", spec.gvnic === true],
      ];
      return [
        ...(machine && family && !family.windows
          ? [error([...group, "machineTypes", 0], `GKE has no Windows nodes of type ${machine}`)]
          : []),
        ...asked
          .filter(([, isAsked]) => isAsked)
          .map(([field]) => error([...group, field], "is not there on Windows; leave it out")),
      ];
    });
  },

  /** [GKE Sandbox] limitations: shared-core machines are too small. */
  "sandbox-machines"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      const machine = machineTypeOf(spec);
      if (spec.sandbox !== "gvisor" || !machine || !/^e2-(micro|small|medium)$/.test(machine)) return [];
      return [
        error(
          [...group, "machineTypes", 0],
          `${machine} is too small for gVisor; take e2-standard-2 or larger`,
        ),
      ];
    });
  },

  /** GKE has a pool of the cluster's own for what must not be sandboxed. [GKE Sandbox] at least two pools */
  "sandbox-has-neighbours"(cluster) {
    const groups = entries(cluster.nodeGroups);
    if (groups.length === 0 || !groups.every(([, { sandbox }]) => sandbox === "gvisor")) return [];
    return [
      error(
        ["nodeGroups"],
        "a cluster needs a group without sandbox beside those with gVisor: what GKE itself runs is not sandboxed",
      ),
    ];
  },

  /** [provider doc] google_container_node_pool, `secondary_boot_disks`: 127, and with image streaming. */
  "secondary-disks"(cluster) {
    return forEachGroup(cluster, ({ secondaryDisks: disks, imageStreaming }, group) => {
      if (!isKnown(disks) || disks.length === 0) return [];
      const path = [...group, "secondaryDisks"];
      return [
        ...(imageStreaming === true ? [] : [error(path, "needs imageStreaming, which is off")]),
        ...(disks.length > 127 ? [error(path, `must be at most 127 disks, got ${disks.length}`)] : []),
        ...entries(disks)
          .filter(
            ([, { image }]) =>
              isKnown(image) && !/^(https:\/\/\S+\/)?(projects\/[^/]+\/)?global\/images\/\S+$/.test(image),
          )
          .map(([i, { image }]) =>
            error(
              [...path, i, "image"],
              `must be the full name of an image such as projects/shop/global/images/cache, got ${shown(image)}`,
            ),
          ),
      ];
    });
  },

  /** [GKE] private registries with private certificates: which hosts, and whose certificate. */
  "registry-authorities"(cluster) {
    return forEachGroup(cluster, ({ registryAuthorities: authorities }, group) =>
      entries(authorities).flatMap(([i, { hosts, secretVersion }]) => {
        const path = [...group, "registryAuthorities", i];
        return [
          ...(isKnown(hosts) && hosts.length === 0
            ? [error([...path, "hosts"], "must name at least one registry")]
            : []),
          ...knownEntries(hosts)
            .filter(([, host]) => !/^[a-z0-9.*-]+(:\d+)?$/i.test(host))
            .map(([j, host]) =>
              error(
                [...path, "hosts", j],
                `must be the name of a registry such as registry.example.com, got ${shown(host)}`,
              ),
            ),
          ...(isKnown(secretVersion) &&
          !/^projects\/[^/]+\/secrets\/[^/]+\/versions\/[^/]+$/.test(secretVersion)
            ? [
                error(
                  [...path, "secretVersion"],
                  `must be the full name of a secret's version such as projects/shop/secrets/ca/versions/1, got ${shown(secretVersion)}`,
                ),
              ]
            : []),
        ];
      }),
    );
  },
});
