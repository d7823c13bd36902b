import { error, warning } from "../../../cluster/problem";
import { defineRules, isKnown, shown } from "../../../cluster/rules/rule";
import type { KubeadmClusterProps } from "../../spec";
import {
  endNotice,
  isRelease,
  knownMinors,
  kubernetesVersion,
  minorOf,
  newestRelease,
  newestReleases,
  supportStatus,
} from "../../versions";

export const rules = defineRules<KubeadmClusterProps>("kubeadm/control-plane", {
  /**
   * `kubernetesVersion` is a full release. Its programs are pinned by checksum, so that a minor alone is not enough.
   *
   * @see https://kubernetes.io/releases/version-skew-policy/#supported-versions
   */
  "version-format"({ kubernetesVersion: version }) {
    if (!isKnown(version) || isRelease(version)) return [];
    const minor = /^v?(1\.\d+)(\.|$)/.exec(String(version))?.[1];
    const newest = newestRelease(minor ?? "") ?? newestReleases().at(-1);
    return [
      error(["kubernetesVersion"], `must be a full release such as "${newest}", got ${shown(version)}`),
    ];
  },

  /**
   * The minor is one of those for which the versions of etcd, containerd and the software are known, and has maintenance of the
   * Kubernetes project.
   *
   * @see https://kubernetes.io/releases/patch-releases/#support-period
   */
  "version-supported"({ kubernetesVersion: version }, { today }) {
    if (!isKnown(version) || !isRelease(version)) return [];
    const path = ["kubernetesVersion"];
    const minor = minorOf(version);
    const row = kubernetesVersion(minor);
    if (!row) {
      return [
        error(
          path,
          `${minor} is not supported by kubeadm clusters; use a release of ${knownMinors().join(", ")}`,
        ),
      ];
    }
    if (supportStatus(minor, today) !== "standard") {
      return [
        warning(path, `maintenance of ${minor} ended on ${row.standardSupportUntil}; upgrade by one minor`),
      ];
    }
    const notice = endNotice(minor, today);
    return notice === undefined ? [] : [warning(path, notice)];
  },

  /**
   * The programs of an image include a containerd that works with the minor: 2.x from 1.38; kubeadm warns for 1.36 and 1.37.
   *
   * @see https://github.com/kubernetes/kubernetes/pull/139121
   */
  "containerd-version"({ kubernetesVersion: version, kubeadm }) {
    if (!isKnown(version) || !isRelease(version) || kubeadm?.software?.source !== "image") return [];
    const row = kubernetesVersion(minorOf(version));
    if (!row || row.containerd.least.startsWith("1.")) return [];
    return [
      warning(
        ["kubeadm", "software", "source"],
        `the image must contain containerd ${row.containerd.least} or later, and none of ${row.containerd.excluded?.join(", ")}, for Kubernetes ${version}`,
      ),
    ];
  },
});
