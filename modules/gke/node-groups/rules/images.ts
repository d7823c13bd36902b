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
import { defaults } from "../../fields.generated";

export const rules = defineRules<AnyGkeClusterProps>("gke/node-groups", {
  /**
   * gVisor, image streaming, secondary disks and fast socket need Container-Optimized OS.
   *
   * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/container_node_pool#nested_node_config
   */
  "container-optimized-os-required"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      const family = spec.image?.family ?? defaults["nodeGroups[].image.family"];
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

  /**
   * Fields that GKE does not support for Windows Server are omitted there.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/creating-a-cluster-windows#limitations
   */
  "windows-unsupported-fields"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      if (spec.image?.family !== "windows") {
        return spec.image?.windowsVersion === undefined
          ? []
          : [error([...group, "image", "windowsVersion"], 'needs family "windows"; omit it')];
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
          ? [error([...group, "machineTypes", 0], `${machine} does not support Windows`)]
          : []),
        ...asked
          .filter(([, isAsked]) => isAsked)
          .map(([field]) => error([...group, field], "is not supported on Windows; omit it")),
      ];
    });
  },

  /**
   * Machines for gVisor are not shared-core machines.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/sandbox-pods#limitations
   */
  "sandbox-machine-types"(cluster) {
    return forEachGroup(cluster, (spec, group) => {
      const machine = machineTypeOf(spec);
      if (spec.sandbox !== "gvisor" || !machine || !/^e2-(micro|small|medium)$/.test(machine)) return [];
      return [
        error(
          [...group, "machineTypes", 0],
          `${machine} is too small for gVisor; use e2-standard-2 or larger`,
        ),
      ];
    });
  },

  /**
   * A cluster has a node group without gVisor for the system pods of GKE.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/sandbox-pods
   */
  "sandbox-needs-plain-node-group"(cluster) {
    const groups = entries(cluster.nodeGroups);
    if (groups.length === 0 || !groups.every(([, { sandbox }]) => sandbox === "gvisor")) return [];
    return [
      error(
        ["nodeGroups"],
        "must contain a group without sandbox: GKE does not run its system pods in gVisor",
      ),
    ];
  },

  /**
   * A secondary boot disk needs image streaming. There is one: all known versions of the provider, 6.50 to 8.0, send the first disk of
   * the list only.
   *
   * @see https://github.com/hashicorp/terraform-provider-google/issues/19037
   */
  "secondary-disks"(cluster) {
    return forEachGroup(cluster, ({ secondaryDisks: disks, imageStreaming }, group) => {
      if (!isKnown(disks) || disks.length === 0) return [];
      const path = [...group, "secondaryDisks"];
      return [
        ...(imageStreaming === true ? [] : [error(path, "needs imageStreaming, which is off")]),
        ...(disks.length > 1
          ? [
              error(
                path,
                `must be one disk: the provider google sends only the first one (6.50 to 8.0), got ${disks.length}`,
              ),
            ]
          : []),
        ...entries(disks)
          .filter(([, { image }]) => isKnown(image) && !isImageName(image))
          .map(([i, { image }]) =>
            error(
              [...path, i, "image"],
              `must be the full name of an image such as projects/shop/global/images/cache, got ${shown(image)}`,
            ),
          ),
      ];
    });
  },

  /**
   * A private certificate authority names its registries and the secret version with its certificate.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/access-private-registries-private-certificates
   */
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

/** A separate search for spaces keeps the other one linear. */
function isImageName(text: string): boolean {
  return !/\s/.test(text) && /^(https:\/\/\S+\/)?(projects\/[^/]+\/)?global\/images\/./.test(text);
}
