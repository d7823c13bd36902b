import { error } from "../../../cluster/problem";
import { defineRules, isKnown, shown } from "../../../cluster/rules/rule";
import { defaults } from "../../fields.generated";
import type { KubeadmClusterProps } from "../../spec";

export const rules = defineRules<KubeadmClusterProps>("kubeadm/control-plane", {
  /**
   * `mirror` is an https URL without final `/`, and is set exactly if the programs come from a mirror.
   *
   * @remarks Decision of this project: programs are checked by their checksum, and a mirror without TLS would show what runs.
   */
  "software-mirror"({ kubeadm }) {
    const { source = defaults["kubeadm.software.source"], mirror } = kubeadm?.software ?? {};
    const path = ["kubeadm", "software", "mirror"];
    if (!isKnown(source)) return [];
    if (source !== "mirror") {
      return isKnown(mirror) ? [error(path, `is used with source: mirror only, got source: ${source}`)] : [];
    }
    if (mirror === undefined) {
      return [
        error(["kubeadm", "software", "source"], "mirror needs the URL of the mirror in software.mirror"),
      ];
    }
    if (!isKnown(mirror) || /^https:\/\/[\w.-]+(:\d+)?(\/[\w./-]*[\w-])?$/.test(mirror)) return [];
    return [
      error(
        path,
        `must be an https URL without final "/" such as https://mirror.example.com/kubernetes, got ${shown(mirror)}`,
      ),
    ];
  },

  /**
   * A network without egress reaches no mirror on the internet.
   *
   * @remarks Decision of this project: a mirror in a connected network has a private name, which this check cannot distinguish, so that
   * it needs an image or the store.
   */
  "software-reachable"({ kubeadm, network }) {
    if (kubeadm?.software?.source !== "mirror") return [];
    if (network?.private !== true && network?.nat !== "none") return [];
    return [
      error(
        ["kubeadm", "software", "source"],
        "a network without egress reaches no mirror; use store, whose bucket has an endpoint, or image",
      ),
    ];
  },

  /**
   * The registry of images has a host and an optional path.
   *
   * @see https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/
   */
  "image-repository"({ kubeadm }) {
    const repository = kubeadm?.software?.imageRepository;
    if (!isKnown(repository) || /^[a-z0-9.-]+(:\d+)?(\/[a-z0-9._-]+)*$/.test(repository)) return [];
    return [
      error(
        ["kubeadm", "software", "imageRepository"],
        `must be a registry such as registry.example.com/k8s, got ${shown(repository)}`,
      ),
    ];
  },
});
