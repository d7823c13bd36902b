import { error } from "../../../cluster/problem";
import { defineRules, isKnown, knownEntries, shown } from "../../../cluster/rules/rule";
import { defaults } from "../../fields.generated";
import { limits } from "../../limits";
import { checksumsFact, isSamePlace, missingPrograms, releasesWithChecksums } from "../files";
import { architecturesOf } from "../machines";
import type { KubeadmClusterProps, KubeadmSoftwareFile } from "../../spec";
import { isRelease, minorOf } from "../../versions";

const filesPath = ["kubeadm", "software", "files"];

/** What is wrong with a file: the field and the text. */
function* fileProblems({
  url,
  sha256,
  kind = defaults["kubeadm.software.files[].kind"],
  to,
}: KubeadmSoftwareFile): Generator<[string, string]> {
  if (isKnown(url) && !/^https:\/\/[a-z0-9.-]+(\/[\w.+~%@-]+)+$/.test(url)) {
    yield [
      "url",
      `must be an https URL with a path such as https://dl.k8s.io/release/v1.35.4/bin/linux/amd64/kubelet, got ${shown(url)}`,
    ];
  }
  if (isKnown(sha256) && !/^[0-9a-f]{64}$/.test(sha256)) {
    yield ["sha256", `must have 64 lower case hexadecimal digits, got ${shown(sha256)}`];
  }
  if (kind === "images") {
    if (isKnown(to)) yield ["to", "is not used with kind: images, which containerd imports; remove it"];
  } else if (to === undefined) {
    yield [
      "to",
      `is required with kind: ${kind}: ${kind === "archive" ? "the folder, such as /opt/cni/bin" : "the path, such as /usr/local/bin/kubelet"}`,
    ];
  } else if (isKnown(to) && !/^(\/[\w.-]+)+$/.test(to)) {
    yield [
      "to",
      `must be an absolute path of letters, digits, ".", "-" and "_", without final "/", got ${shown(to)}`,
    ];
  }
  if (kind === "archive" && isKnown(url) && !/\.(tar\.gz|tgz)$/.test(url)) {
    yield ["url", `must end in .tar.gz or .tgz with kind: archive, got ${shown(url)}`];
  }
}

export const rules = defineRules<KubeadmClusterProps>("kubeadm/software", {
  /**
   * `mirror` is an https URL without final `/`, and is set exactly if the programs come from a mirror.
   *
   * @remarks Decision of this project: programs are checked by their checksum, and a mirror without TLS would show what runs.
   */
  mirror({ kubeadm }) {
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
   * A network without egress reaches no server on the internet.
   *
   * @remarks Decision of this project: a mirror in a connected network has a private name, which this check cannot distinguish, so that
   * it needs an image or the store.
   */
  reachable({ kubeadm, network }) {
    const { source = defaults["kubeadm.software.source"] } = kubeadm?.software ?? {};
    if (source !== "mirror" && source !== "upstream") return [];
    if (network?.private !== true && network?.nat !== "none") return [];
    const servers = source === "mirror" ? "no mirror" : "neither dl.k8s.io nor github.com";
    return [
      error(
        ["kubeadm", "software", "source"],
        `a network without egress reaches ${servers}; use store, whose bucket has an endpoint, or image`,
      ),
    ];
  },

  /**
   * With `source: image`, the control plane and each node group have an own image.
   *
   * @remarks Decision of this project: the default images have no programs of Kubernetes.
   */
  image({ kubeadm, controlPlane, nodeGroups }) {
    if (kubeadm?.software?.source !== "image") return [];
    const without = [
      ...(controlPlane?.image === undefined ? ["controlPlane"] : []),
      ...knownEntries(nodeGroups).flatMap(([index, { image }]) =>
        image === undefined ? [`nodeGroups[${index}]`] : [],
      ),
    ];
    if (without.length === 0) return [];
    return [
      error(
        ["kubeadm", "software", "source"],
        `image needs an own image, because the default image has no programs of Kubernetes; set image.id in ${without.join(", ")}`,
      ),
    ];
  },

  /**
   * A network without egress reaches no registry on the internet.
   *
   * @see https://kubernetes.io/docs/reference/setup-tools/kubeadm/kubeadm-init/#without-internet-connection
   */
  "images-reachable"({ kubeadm, network }) {
    const {
      source,
      imageRepository = defaults["kubeadm.software.imageRepository"],
      files,
    } = kubeadm?.software ?? {};
    if (source !== "store" || imageRepository !== defaults["kubeadm.software.imageRepository"]) return [];
    if (network?.private !== true && network?.nat !== "none") return [];
    if (knownEntries(files).some(([, { kind }]) => kind === "images")) return [];
    return [
      error(
        ["kubeadm", "software", "imageRepository"],
        `a network without egress does not reach ${imageRepository}; name a registry with a private address, or add archives with kind: images to files`,
      ),
    ];
  },

  /**
   * The checksums of kubeadm, kubectl and kubelet are known for the architectures of all machines.
   *
   * @see https://kubernetes.io/releases/download/#binaries
   */
  known(cluster) {
    const { kubernetesVersion: version, kubeadm } = cluster;
    const { source = defaults["kubeadm.software.source"] } = kubeadm?.software ?? {};
    if (!isKnown(version) || !isRelease(version) || !isKnown(source) || source === "image") return [];
    const releases = releasesWithChecksums().filter((release) => minorOf(release) === minorOf(version));
    // Another rule reports an unknown minor.
    if (releases.length === 0) return [];
    const other = knownEntries(kubeadm?.software?.files).flatMap(([index, { url }]) => {
      const found = /^https:\/\/dl\.k8s\.io\/release\/v([\d.]+)\//.exec(String(url))?.[1];
      if (found === undefined || found === version) return [];
      return [
        error(
          [...filesPath, index, "url"],
          `must be a file of Kubernetes ${version}, as kubernetesVersion, got ${found}`,
        ),
      ];
    });
    if (other.length > 0) return other;
    const architecture = architecturesOf(cluster).find((one) => missingPrograms(cluster, one).length > 0);
    if (architecture === undefined) return [];
    const missing = missingPrograms(cluster, architecture).join(", ");
    return [
      error(
        ["kubernetesVersion"],
        `the checksums of ${missing} ${version} for ${architecture} are unknown (as of ${checksumsFact.asOf}); use a release of ${releases.join(", ")}, add the files to kubeadm.software.files, or use kubeadm.software.source: image`,
      ),
    ];
  },

  /**
   * A file has an https URL, a SHA-256 and a place on the machine that no other file has.
   *
   * @remarks Decision of this project: machines run only what the file pins.
   */
  files({ kubeadm }) {
    const { source, files: own } = kubeadm?.software ?? {};
    const files = knownEntries(own);
    if (files.length > 0 && source === "image") {
      return [error(filesPath, "has no effect with source: image: machines download nothing; remove it")];
    }
    if (files.length > limits.softwareFiles) {
      return [
        error(
          filesPath,
          `can have at most ${limits.softwareFiles} files, because user data is limited, got ${files.length}`,
        ),
      ];
    }
    const length = files.reduce(
      (sum, [, { url, to = "" }]) => sum + String(url).length + String(to).length,
      0,
    );
    if (length > limits.softwareFileCharacters) {
      return [
        error(
          filesPath,
          `the URLs and paths of all files can have at most ${limits.softwareFileCharacters} characters, because user data is limited, got ${length}`,
        ),
      ];
    }
    return files.flatMap(([index, file]) => {
      const found = [...fileProblems(file)].map(([field, text]) => error([...filesPath, index, field], text));
      const first = files.find(([other, one]) => other < index && isSamePlace(one, file));
      if (first === undefined) return found;
      const field = file.kind === "archive" ? "url" : "to";
      const same = file.kind === "archive" ? "is of the same project as" : "is a duplicate of";
      return [...found, error([...filesPath, index, field], `${shown(file[field])} ${same} [${first[0]}]`)];
    });
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
