import { error, warning } from "../../../cluster/problem";
import { compareRelease, isRelease } from "../../../cluster/releases";
import { isKnown, shown, defineRules } from "../../../cluster/rules/rule";
import { googleProvider } from "../../../google/provider";
import type { AnyGkeClusterProps } from "../../spec";
import { endNotice, inStandardSupport, knownMinors, kubernetesVersion, supportStatus } from "../../versions";
import { facts } from "../../facts";

/**
 * `1.35`, `1.35.2`, `1.35.2-gke.1001000`.
 *
 * @see https://cloud.google.com/kubernetes-engine/versioning
 */
const version = /^(1\.(?:0|[1-9]\d*))(\.\d+(-gke\.\d+)?)?$/;

/** The minor of a version, where it is written as GKE wants it. */
const minorOf = (text: string): string | undefined => version.exec(text)?.[1];

export const rules = defineRules<AnyGkeClusterProps>("gke/control-plane", {
  /**
   * The version is a minor, a patch of it, or a version of GKE.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/versioning
   */
  "version-format"({ kubernetesVersion: text }) {
    if (!isKnown(text) || minorOf(text)) return [];
    const minor = /^v?(1\.\d+)(\.|$|-)/.exec(text)?.[1];
    const right = minor && minorOf(minor) ? minor : knownMinors().at(-1);
    return [
      error(
        ["kubernetesVersion"],
        `must be a version such as "${right}" or "${right}.1-gke.1000000", got ${shown(text)}`,
      ),
    ];
  },

  /**
   * GKE supports the version: 14 months in standard support, 24 months on the Extended channel.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/release-schedule
   */
  "version-supported"({ kubernetesVersion: text, upgrades }, { today }) {
    const minor = isKnown(text) ? minorOf(text) : undefined;
    if (!minor) return [];
    const path = ["kubernetesVersion"];
    const row = kubernetesVersion(minor);

    const notice = endNotice(minor, today);

    switch (supportStatus(minor, today)) {
      case "standard":
        return notice === undefined ? [] : [warning(path, notice)];
      case "unknown-newer":
        return [
          warning(
            path,
            `${minor} is newer than the known versions (up to ${knownMinors().at(-1)}, as of ${facts.kubernetesVersions.asOf}): ` +
              "GKE, or this channel, may not offer it yet",
          ),
        ];
      case "extended":
        return [
          warning(
            path,
            `${minor} left standard support on ${row!.standardSupportUntil}: ` +
              (upgrades?.channel === "extended"
                ? `on this channel it costs more until an upgrade, until about ${row!.extendedSupportUntil}; ` +
                  inStandardSupport(today)
                : "GKE upgrades existing clusters and creates no new ones with it; " +
                  `${inStandardSupport(today)}, or use channel "extended" for support until about ${row!.extendedSupportUntil}`),
          ),
        ];
      case "unsupported":
      case "unknown":
        return [
          error(
            path,
            `${minor} is not supported by GKE` +
              (row ? ` since ${row.extendedSupportUntil}` : " any more") +
              `; ${inStandardSupport(today)}`,
          ),
        ];
    }
  },

  /**
   * The minimum provider version is at least that of the bindings, and of a major version that is known here.
   *
   * @remarks Decision of this project: each major version of the provider is supported after its upgrade guide was checked.
   */
  "provider-minimum"({ gke }) {
    const minimum = gke?.providerMinimum;
    const path = ["gke", "providerMinimum"];
    if (!isKnown(minimum)) return [];
    if (!isRelease(minimum)) {
      return [error(path, `must be a release of the provider such as "7.22.0", got ${shown(minimum)}`)];
    }
    if (compareRelease(minimum, googleProvider.minimum) < 0) {
      return [
        error(
          path,
          `must be at least ${googleProvider.minimum}, the version of the bindings, got ${minimum}`,
        ),
      ];
    }
    if (compareRelease(minimum, googleProvider.below) >= 0) {
      return [
        error(
          path,
          `must be below ${googleProvider.below}, which is not known here (as of ${facts.provider.asOf}), got ${minimum}`,
        ),
      ];
    }
    return [];
  },
});
