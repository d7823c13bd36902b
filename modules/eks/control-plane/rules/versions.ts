import { error, type Finding, warning } from "../../../cluster/problem";
import { forEachGroup, isKnown, shown, defineRules } from "../../../cluster/rules/rule";
import { addOnsInAutoMode, computeOf, coreAddOns } from "../../node-groups/compute";
import { defaults } from "../../fields.generated";
import type { EksAddOnName, EksClusterProps } from "../../spec";
import { pinnedRelease } from "../../node-groups/images";
import {
  endNotice,
  hasPinnedAddOns,
  inStandardSupport,
  isMinor,
  knownMinors,
  kubernetesVersion,
  pinnedAddOn,
  supportStatus,
  versionsFact,
} from "../../versions";
import { isOwnAddOn, otherAddOnsOf } from "../../add-ons/other-add-ons";
import { storageAddOns } from "../../storage/rules/storage";

/** The add-ons of a cluster. A cluster of Auto Mode only needs no core add-ons and no EBS CSI driver. */
export function addOnsOf(cluster: EksClusterProps): readonly EksAddOnName[] {
  const all = [...coreAddOns, ...storageAddOns(cluster)];
  if (!isKnown(cluster.nodeGroups) || computeOf(cluster).addOns) return all;
  return all.filter((name) => !addOnsInAutoMode.includes(name));
}

export const rules = defineRules<EksClusterProps>("eks/control-plane", {
  /**
   * `kubernetesVersion` is a minor version. EKS installs patches itself.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
   */
  "version-format"({ kubernetesVersion: version }) {
    if (!isKnown(version) || isMinor(version)) return [];
    const minor = /^v?(1\.\d+)(\.|$)/.exec(version)?.[1];
    const right = minor && isMinor(minor) ? minor : knownMinors().filter(hasPinnedAddOns).at(-1);
    return [
      error(["kubernetesVersion"], `must be a minor version such as "${right}", got ${shown(version)}`),
    ];
  },

  /**
   * The Kubernetes version is in standard support: 14 months, followed by 12 months of extended support at a higher price.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
   */
  "version-supported"(cluster, { today }) {
    const { kubernetesVersion: version, upgrades } = cluster;
    if (!isKnown(version) || !isMinor(version)) return [];
    const path = ["kubernetesVersion"];
    const row = kubernetesVersion(version);

    const notice = endNotice(version, today);

    switch (supportStatus(version, today)) {
      case "standard":
        return notice === undefined ? [] : [warning(path, notice)];
      case "unknown-newer":
        // Missing pins are not reported one by one: another version, or all pins, solve the problem.
        if (unpinnedAddOns(cluster).length > 0 || unpinnedImages(cluster).length > 0) {
          return [
            error(
              path,
              `${version} is newer than the newest known version (${newestKnown()}); use one of ` +
                `${proposals(today).join(", ")}, or set eks.addOns.*.version and image.release`,
            ),
          ];
        }
        return [
          warning(
            path,
            `${version} is newer than the newest known version (${newestKnown()}): EKS may not support it yet, and ` +
              "its add-ons and images have no pinned versions",
          ),
        ];
      case "extended":
        return [
          warning(
            path,
            `${version} left standard support on ${row!.standardSupportUntil}: ` +
              (upgrades?.support === "extended"
                ? "the control plane costs six times the price until it is upgraded, and support ends on " +
                  `${row!.extendedSupportUntil}; ${inStandardSupport(today)}`
                : `with upgrades.support "standard" AWS upgrades the control plane automatically; ${inStandardSupport(today)}, or set ` +
                  `"extended" to stay until ${row!.extendedSupportUntil} at six times the price`),
          ),
        ];
      case "unsupported":
      case "unknown":
        return [
          error(
            path,
            `${version} is not supported by EKS` +
              (row ? ` since ${row.extendedSupportUntil}` : " any more") +
              `; ${inStandardSupport(today)}`,
          ),
        ];
    }
  },

  /**
   * Each add-on has a version: the pinned one, or one that the file gives.
   *
   * @remarks Decision of this project: versions change only when the file changes.
   */
  "add-on-versions-pinned"(cluster, { today }) {
    if (!hasPins(cluster.kubernetesVersion, today)) return [];
    return lacksPins(cluster) ? [missingPins(cluster, today)] : unpinnedAddOns(cluster);
  },

  /**
   * Each node image has a release: the pinned one, or one that the file gives.
   *
   * @remarks Decision of this project: versions change only when the file changes.
   */
  "image-releases-pinned"(cluster, { today }) {
    return hasPins(cluster.kubernetesVersion, today) && !lacksPins(cluster) ? unpinnedImages(cluster) : [];
  },
});

/** Whether a version is supported, so that versions can be pinned for it. */
function hasPins(version: string, today: Date): boolean {
  return (
    isKnown(version) && isMinor(version) && ["standard", "extended"].includes(supportStatus(version, today))
  );
}

/** Whether this library has no pins of a minor at all, so that one message is clearer than one for each add-on. */
const lacksPins = (cluster: EksClusterProps): boolean =>
  Object.keys(kubernetesVersion(cluster.kubernetesVersion)?.addOns ?? {}).length === 0 &&
  unpinnedAddOns(cluster).length > 1;

function missingPins(cluster: EksClusterProps, today: Date): Finding {
  const { kubernetesVersion: version } = cluster;
  const names = unpinnedAddOns(cluster).map(({ path }) => path[2]);
  const images = unpinnedImages(cluster).length > 0 ? ", and image.release of the node groups" : "";
  return error(
    ["kubernetesVersion"],
    `no versions of add-ons are pinned for Kubernetes ${version} yet: use one of ${proposals(today).join(", ")}, or set the versions of ` +
      `${names.join(", ")} in eks.addOns${images}, for example to "latest"`,
  );
}

function unpinnedAddOns(cluster: EksClusterProps): Finding[] {
  const version = cluster.kubernetesVersion;
  const others = isKnown(cluster.eks?.addOns) ? otherAddOnsOf(cluster).map(([name]) => name) : [];
  return [...addOnsOf(cluster), ...others]
    .filter((name) => !isPinned(name, version) && cluster.eks?.addOns?.[name]?.version === undefined)
    .map((name) =>
      error(
        ["eks", "addOns", name, "version"],
        `no version of ${name} is pinned for Kubernetes ${version}; set "latest", or a version ${sourceOf(name, version)}`,
      ),
    );
}

/** Where the versions of an add-on are. */
const sourceOf = (name: string, minor: string): string =>
  isOwnAddOn(name)
    ? `that "aws eks describe-addon-versions --addon-name ${name} --kubernetes-version ${minor}" prints`
    : "of the add-on";

const isPinned = (name: string, minor: string): boolean =>
  isOwnAddOn(name) && pinnedAddOn(name, minor) !== undefined;

function unpinnedImages(cluster: EksClusterProps): Finding[] {
  const version = cluster.kubernetesVersion;
  return forEachGroup(cluster, ({ image }, group) => {
    const family = image?.family ?? defaults["nodeGroups[].image.family"];
    if (!isKnown(family) || image?.release !== undefined || image?.id !== undefined) return [];
    if (pinnedRelease(version, family)) return [];
    return [
      error(
        [...group, "image", "release"],
        `no release of ${family} is pinned for Kubernetes ${version}; set one, or "latest"`,
      ),
    ];
  });
}

/** The minors that need no other field, and are more than some weeks in standard support. Without one, those that are in it. */
function proposals(today: Date): string[] {
  const all = knownMinors().filter(
    (minor) => supportStatus(minor, today) === "standard" && hasPinnedAddOns(minor),
  );
  const lasting = all.filter((minor) => endNotice(minor, today) === undefined);
  return lasting.length > 0 ? lasting : all;
}

/** The newest minor of the table, and the date of the table. */
const newestKnown = (): string => `${knownMinors().at(-1)}, as of ${versionsFact.asOf}`;
