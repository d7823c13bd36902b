import { documentation } from "../../../cluster/documentation";
import { gzipSync } from "node:zlib";
import { error, type Finding, warning } from "../../../cluster/problem";
import { defineRules, isKnown, knownEntries } from "../../../cluster/rules/rule";
import { addressPart } from "../../../cluster/names";
import { type Toleration, toleratesTaint } from "../../../cluster/tolerations";
import type { Taint } from "../../../cluster/vocabulary";
import { defaults } from "../../fields.generated";
import type { KubeadmCni } from "../../network/spec";
import type { KubeadmClusterProps } from "../../spec";
import {
  hasControllerManager,
  type ManifestObject,
  manifestsFolderOf,
  mostBytes,
  networkDaemonSets,
  type OwnManifest,
  readManifests,
} from "../own-manifests";

const path = ["kubeadm", "software", "manifests"];

/** On Azure a script has them, compressed and in base64, with space for what is not a manifest. */
const mostBytesOfScript = 240 * 1024;

/** The manifests of a cluster; none without a folder, or with one that another rule reports. */
function manifestsIn(cluster: KubeadmClusterProps): readonly OwnManifest[] {
  const folder = manifestsFolderOf(cluster);
  if (!isKnown(folder)) return [];
  try {
    return readManifests(folder);
  } catch {
    return [];
  }
}

const objectsIn = (cluster: KubeadmClusterProps): { file: string; index: number; object: ManifestObject }[] =>
  manifestsIn(cluster).flatMap(({ name, objects = [] }) =>
    objects.map((object, index) => ({ file: name, index, object })),
  );

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** How to install a network of pods. */
const installs: Readonly<Record<Exclude<KubeadmCni, "none">, string>> = {
  cilium: "npx cdktf-clusters manifests writes it",
  calico: documentation("kubeadm.md", "Own manifests"),
};

/** What creates the manifests. */
const create =
  "copy your manifests to it, or run npx cdktf-clusters manifests, which writes those that have charts";

/** What a workload has for its pods. */
function podOf({ spec }: ManifestObject): {
  readonly containers?: unknown;
  readonly hostNetwork?: unknown;
  readonly tolerations?: unknown;
} {
  const { template } = (spec ?? {}) as { template?: { spec?: object | null } | null };
  return template?.spec ?? {};
}

/** The images of a workload. */
function imagesOf(workload: ManifestObject): string[] {
  const { containers } = podOf(workload);
  return Array.isArray(containers)
    ? containers.map((container: { image?: unknown } | null) => textOf(container?.image))
    : [];
}

/** The DaemonSets of the cluster's network of pods: of its name, with an image whose name contains it, also in another registry. */
const networksIn = (cluster: KubeadmClusterProps, cni: KubeadmCni) =>
  objectsIn(cluster).filter(
    ({ object }) =>
      object?.kind === "DaemonSet" &&
      object.metadata?.name === networkDaemonSets[cni] &&
      imagesOf(object).some((image) => image.includes(cni)),
  );

/** Taints of nodes without a network of pods, and those of the node groups, with the nodes that have them. */
function taintsOf(cluster: KubeadmClusterProps): [taint: Taint, nodes: string][] {
  const effect = "NoSchedule";
  const groups = knownEntries(cluster.nodeGroups).flatMap(([, { name, taints }]) =>
    knownEntries(taints)
      .filter(([, { key, effect }]) => isKnown(key) && isKnown(effect))
      .map(([, taint]): [Taint, string] => [taint, `nodes of the group ${name}`]),
  );
  return [
    [{ key: "node-role.kubernetes.io/control-plane", effect }, "control-plane machines"],
    [{ key: "node.kubernetes.io/not-ready", effect }, "nodes that are not ready"],
    // The cloud controller manager removes it, and needs no network of pods.
    ...(hasControllerManager(cluster)
      ? []
      : ([
          [{ key: "node.cloudprovider.kubernetes.io/uninitialized", value: "true", effect }, "new nodes"],
        ] as [Taint, string][])),
    ...groups,
  ];
}

/** Whether tolerations as a file has them accept a taint. One whose value is unknown is accepted with each value. */
function isTolerated(taint: Taint, tolerations: unknown): boolean {
  const known = (Array.isArray(tolerations) ? tolerations : []).filter(
    (entry): entry is Toleration => typeof entry === "object" && entry !== null,
  );
  return taint.value === undefined || isKnown(taint.value)
    ? toleratesTaint(known, taint)
    : known.some((toleration) => toleratesTaint([{ ...toleration, operator: "Exists" }], taint));
}

export const rules = defineRules<KubeadmClusterProps>("kubeadm/software", {
  /**
   * The folder of manifests exists and has `.yaml` or `.yml` files, which are YAML.
   *
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/
   */
  "manifests-readable"(cluster) {
    const folder = manifestsFolderOf(cluster);
    if (!isKnown(folder)) return [];
    let files: readonly OwnManifest[];
    try {
      files = readManifests(folder);
    } catch (failure) {
      const { code, message } = failure as NodeJS.ErrnoException;
      const reason =
        code === "ENOENT" || code === "ENOTDIR"
          ? `no such folder: ${create}`
          : `cannot be read: ${code ?? message}`;
      return [error(path, `${folder}: ${reason}`)];
    }
    if (files.length === 0) {
      return [error(path, `${folder} has no .yaml or .yml file: ${create}`)];
    }
    return files.flatMap(({ name, fault }) => (fault === undefined ? [] : [error(path, `${name} ${fault}`)]));
  },

  /**
   * Names of manifests have lower-case letters, digits, `.`, `_` and `-`, start with a letter or a digit, and differ by letters and digits.
   *
   * @remarks Decision of this project: machines read the names from a list, and from URLs; the Terraform addresses of the manifests have only
   * their letters and digits.
   */
  "manifests-names"(cluster) {
    // Resources next to the manifests.
    const first = new Map([["index", "the list of manifests"]]);
    if (hasControllerManager(cluster))
      first.set("cloud_controller_manager_json", "cloud-controller-manager.json");
    return manifestsIn(cluster).flatMap(({ name }): Finding[] => {
      if (!/^[a-z0-9][a-z0-9._-]*\.ya?ml$/.test(name)) {
        return [
          error(
            path,
            `the name ${JSON.stringify(name)} must have lower-case letters, digits, ".", "_" and "-" only, and start with a letter or a digit`,
          ),
        ];
      }
      const id = addressPart(name);
      const other = first.get(id);
      first.set(id, other ?? name);
      return other === undefined
        ? []
        : [error(path, `${name} must differ from ${other} by letters or digits: rename it`)];
    });
  },

  /**
   * The manifests have at least one object.
   *
   * @remarks Decision of this project: a folder without objects is a mistake, and kubectl refuses to apply nothing.
   */
  "manifests-not-empty"(cluster) {
    const manifests = manifestsIn(cluster);
    return manifests.length === 0 || manifests.some(({ objects }) => objects?.length !== 0)
      ? []
      : [error(path, `${manifestsFolderOf(cluster)} must have at least one object of Kubernetes, got none`)];
  },

  /**
   * Each object has `apiVersion`, `kind` and `metadata.name`.
   *
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields
   */
  "manifests-objects"(cluster) {
    return objectsIn(cluster).flatMap(({ file, index, object }) => {
      const missing = [
        ...(textOf(object?.apiVersion) === "" ? ["apiVersion"] : []),
        ...(textOf(object?.kind) === "" ? ["kind"] : []),
        ...(textOf(object?.metadata?.name) === "" ? ["metadata.name"] : []),
      ];
      return missing.length === 0
        ? []
        : [error(path, `object ${index + 1} of ${file} must have ${missing.join(", ")}`)];
    });
  },

  /**
   * No two manifests define the same object.
   *
   * @remarks Decision of this project: which of them the machines apply last would depend on the names of the files.
   */
  "manifests-unique"(cluster) {
    const first = new Map<string, string>();
    return objectsIn(cluster).flatMap(({ file, object }): Finding[] => {
      const { kind, metadata } = object ?? {};
      const group = textOf(object?.apiVersion).split("/").slice(0, -1).join("/");
      const name = [metadata?.namespace, metadata?.name].map(textOf).filter(Boolean).join("/");
      if (name === "") return [];
      const id = `${textOf(kind)}${group && `.${group}`} ${name}`;
      const other = first.get(id);
      first.set(id, other ?? file);
      return other === undefined
        ? []
        : [error(path, `${file} and ${other} define ${id}: remove one of them`)];
    });
  },

  /**
   * Manifests have no Secret with data.
   *
   * @remarks Decision of this project: the state of Terraform and the store of the cluster would have it, and nodes read the store.
   */
  "manifests-without-secrets"(cluster) {
    return objectsIn(cluster).flatMap(({ file, object }) => {
      const has = (part: unknown) =>
        typeof part === "object" && part !== null && Object.keys(part).length > 0;
      return object?.kind === "Secret" && (has(object.data) || has(object.stringData))
        ? [
            error(
              path,
              `the Secret ${textOf(object.metadata?.name)} in ${file} has data, which the state of Terraform would show; create it in the cluster, for example with External Secrets`,
            ),
          ]
        : [];
    });
  },

  /**
   * All manifests have at most 4 MiB, on Azure 240 KiB compressed and in base64.
   *
   * @remarks Decision of this project: Terraform keeps them in its state. On Azure they are in a script, of which 256 KB are documented for
   * another extension: https://learn.microsoft.com/azure/virtual-machines/extensions/custom-script-linux
   */
  "manifests-size"(cluster) {
    const text = manifestsIn(cluster)
      .map((manifest) => manifest.text)
      .join("\n");
    const kib = (bytes: number) => `${Math.ceil(bytes / 1024)} KiB`;
    if (Buffer.byteLength(text) > mostBytes) {
      return [error(path, `must have at most ${kib(mostBytes)}, got ${kib(Buffer.byteLength(text))}`)];
    }
    const script = cluster.cloud === "azure" ? (gzipSync(text).length * 4) / 3 : 0;
    return script > mostBytesOfScript
      ? [
          error(
            path,
            `must have at most ${kib(mostBytesOfScript)} on Azure, compressed and in base64, got ${kib(script)}`,
          ),
        ]
      : [];
  },

  /**
   * The manifests have the network of pods: the DaemonSet of `network.cni` with an image of it; with `none`, any manifest. Warning: it can be
   * installed while the apply waits for nodes, with `none` also later.
   *
   * @see https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/create-cluster-kubeadm/#pod-network
   */
  "manifests-network"(cluster) {
    const cni = cluster.network?.cni ?? defaults["network.cni"];
    if (!isKnown(cni)) return [];
    if (cni === "none") {
      return manifestsFolderOf(cluster) === undefined
        ? [
            warning(
              path,
              `network.cni is none, and no manifest has a network of pods: until you install one, no node is ready (${documentation("kubeadm.md", "Own manifests")})`,
            ),
          ]
        : [];
    }
    const manifests = manifestsIn(cluster);
    // Another rule reports what is missing or could not be read.
    if (manifestsFolderOf(cluster) !== undefined && manifests.length === 0) return [];
    if (manifests.some(({ objects }) => objects === undefined)) return [];
    if (networksIn(cluster, cni).length > 0) return [];
    const daemonSet = networkDaemonSets[cni]!;
    const named = objectsIn(cluster).filter(
      ({ object }) => object?.kind === "DaemonSet" && object.metadata?.name === daemonSet,
    );
    const what =
      named.length === 0
        ? `no manifest has the DaemonSet ${daemonSet}`
        : `the DaemonSet ${daemonSet} in ${named[0].file} has no image whose name contains ${cni}`;
    // Google Cloud waits for the port of the kubelet only.
    const ends = cluster.cloud === "google" ? "" : ", and the apply fails";
    return [warning(path, `${what}: until you install it, no node is ready${ends} (${installs[cni]})`)];
  },

  /**
   * The DaemonSet of `network.cni` in the manifests can run on all nodes before they have a network of pods: on the network of the host, with
   * tolerations for the taints of new nodes, of control-plane machines and of node groups.
   *
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#taints-and-tolerations
   */
  "manifests-network-everywhere"(cluster) {
    const cni = cluster.network?.cni ?? defaults["network.cni"];
    if (!isKnown(cni)) return [];
    return networksIn(cluster, cni).flatMap(({ file, object }): Finding[] => {
      const { hostNetwork, tolerations } = podOf(object);
      const name = `the DaemonSet ${textOf(object.metadata?.name)} in ${file}`;
      return [
        ...(hostNetwork === true
          ? []
          : [
              error(path, `${name} must have hostNetwork: true: other pods need the network that it creates`),
            ]),
        ...taintsOf(cluster)
          .filter(([taint]) => !isTolerated(taint, tolerations))
          .map(([{ key, value, effect }, nodes]) =>
            error(
              path,
              `${name} must tolerate the taint ${key}${value && isKnown(value) ? `=${value}` : ""}:${effect} of ${nodes}: they get no network of pods otherwise`,
            ),
          ),
      ];
    });
  },
});
