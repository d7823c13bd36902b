import { error, type Problem, warning } from "../../../cluster/problem";
import { forEachGroup, isKnown, shown, defineRules } from "../../../cluster/rules/rule";
import { addOnsInAutoMode, computeOf, coreAddOns } from "../../node-groups/compute";
import { defaults } from "../../defaults";
import type { EksAddOnName, EksClusterProps } from "../../spec";
import { pinnedRelease } from "../../node-groups/images";
import {
  knownMinors,
  kubernetesVersion,
  pinnedAddOn,
  type SupportStatus,
  supportStatus,
} from "../../versions";
import { storageAddOns } from "../../storage/rules/storage";

/** The add-ons that a cluster gets. Auto Mode alone needs none of the core, and brings block storage. */
export function addOnsOf(cluster: EksClusterProps): readonly EksAddOnName[] {
  const all = [...coreAddOns, ...storageAddOns(cluster)];
  if (!isKnown(cluster.nodeGroups) || computeOf(cluster).addOns) return all;
  return all.filter((name) => !addOnsInAutoMode.includes(name));
}

/** Whether a version is written as EKS wants it. */
export const isMinor = (version: unknown): version is string => /^1\.(0|[1-9]\d*)$/.test(String(version));

export const rules = defineRules<EksClusterProps>("eks/control-plane", {
  /** [EKS user guide] Kubernetes versions: EKS takes minors, and patches them itself. */
  "version-format"({ kubernetesVersion: version }) {
    if (!isKnown(version) || isMinor(version)) return [];
    const minor = /^v?(1\.\d+)(\.|$)/.exec(version)?.[1];
    const right = minor && isMinor(minor) ? minor : knownMinors().at(-1);
    return [
      error(["kubernetesVersion"], `must be a minor version such as "${right}", got ${shown(version)}`),
    ];
  },

  /** [EKS user guide] release calendar: 14 months of standard support, then 12 that cost more, then none. */
  "version-support"(cluster, { today }) {
    const { kubernetesVersion: version, upgrades } = cluster;
    if (!isKnown(version) || !isMinor(version)) return [];
    const path = ["kubernetesVersion"];
    const row = kubernetesVersion(version);

    switch (supportStatus(version, today)) {
      case "standard":
        return [];
      case "unknown-newer":
        // Each pin that lacks is no mistake of its own: the version is one, or all of them are named.
        if (unpinnedAddOns(cluster).length > 0 || unpinnedImages(cluster).length > 0) {
          return [
            error(
              path,
              `${version} is newer than this release knows (newest: ${knownMinors().at(-1)}); take one of ` +
                `${minorsIn("standard", today).join(", ")}, or name eks.addOns.*.version and image.release`,
            ),
          ];
        }
        return [
          warning(
            path,
            `${version} is newer than what is known here (up to ${knownMinors().at(-1)}): it may not be on EKS yet, and ` +
              "has no pinned versions of add-ons and images",
          ),
        ];
      case "extended":
        return [
          warning(
            path,
            `${version} left standard support on ${row!.standardSupportUntil}: ` +
              (upgrades?.support === "extended"
                ? `its control plane costs six times the price until it is upgraded, and ${row!.extendedSupportUntil} is ` +
                  `the last day; ${supported(today)}`
                : 'with upgrades.support "standard" AWS upgrades the control plane by itself; ' +
                  `${supported(today)}, or say "extended" to stay until ${row!.extendedSupportUntil} at six times the price`),
          ),
        ];
      case "unsupported":
      case "unknown":
        return [
          error(
            path,
            `${version} is not supported by EKS` +
              (row ? ` since ${row.extendedSupportUntil}` : " any more") +
              `; ${supported(today)}`,
          ),
        ];
    }
  },

  /** What is pinned stays as it is until someone edits the file; what has no pin must be named. */
  "add-on-pins"(cluster, { today }) {
    return hasPins(cluster.kubernetesVersion, today) ? unpinnedAddOns(cluster) : [];
  },

  /** As {@link addOnPins}, for the releases of system images. */
  "image-pins"(cluster, { today }) {
    return hasPins(cluster.kubernetesVersion, today) ? unpinnedImages(cluster) : [];
  },
});

/** Whether a version may be had, and something can be pinned for it. */
function hasPins(version: string, today: Date): boolean {
  return (
    isKnown(version) && isMinor(version) && ["standard", "extended"].includes(supportStatus(version, today))
  );
}

function unpinnedAddOns(cluster: EksClusterProps): Problem[] {
  const version = cluster.kubernetesVersion;
  return addOnsOf(cluster)
    .filter((name) => !pinnedAddOn(name, version) && cluster.eks?.addOns?.[name]?.version === undefined)
    .map((name) =>
      error(
        ["eks", "addOns", name, "version"],
        `no version of ${name} is pinned for Kubernetes ${version}; name one, or say "latest"`,
      ),
    );
}

function unpinnedImages(cluster: EksClusterProps): Problem[] {
  const version = cluster.kubernetesVersion;
  return forEachGroup(cluster, ({ image }, group) => {
    const family = image?.family ?? defaults.image.family;
    if (!isKnown(family) || image?.release !== undefined || image?.id !== undefined) return [];
    if (pinnedRelease(version, family)) return [];
    return [
      error(
        [...group, "image", "release"],
        `no release of ${family} is pinned for Kubernetes ${version}; name one, or say "latest"`,
      ),
    ];
  });
}

const minorsIn = (status: SupportStatus, today: Date): string[] =>
  knownMinors().filter((minor) => supportStatus(minor, today) === status);

function supported(today: Date): string {
  const standard = minorsIn("standard", today);
  return standard.length > 0
    ? `in standard support: ${standard.join(", ")}`
    : "none known here is in standard support";
}
