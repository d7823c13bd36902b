import { error, type Path, type Finding } from "../../../cluster/problem";
import { isKnown, knownEntries, shown, defineRules } from "../../../cluster/rules/rule";
import type { AnyGkeClusterProps } from "../../spec";
import { keyProblems, uniqueProblems } from "../../values";

export const rules = defineRules<AnyGkeClusterProps>("gke/control-plane", {
  /**
   * Beta APIs are given by group, version and resource.
   *
   * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/container_cluster#nested_enable_k8s_beta_apis
   */
  "beta-apis"({ gke }) {
    const apis = isKnown(gke) ? gke.betaApis : undefined;
    const path = ["gke", "betaApis"];
    return [
      ...uniqueProblems(path, apis),
      ...knownEntries(apis)
        .filter(([, api]) => !/^[a-z0-9.]+\/v\d+(alpha|beta)\d+\/[a-z]+$/.test(api))
        .map(([i, api]) =>
          error(
            [...path, i],
            `must be an API such as resource.k8s.io/v1beta1/deviceclasses, got ${shown(api)}`,
          ),
        ),
    ];
  },

  /**
   * Keys, key versions and pools of certificate authorities of the control plane are given by their full names.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/tutorials/run-your-own-cas-keys
   */
  "control-plane-keys"({ gke, region }) {
    const keys = isKnown(gke) ? gke.controlPlaneKeys : undefined;
    if (!isKnown(keys)) return [];
    const path = ["gke", "controlPlaneKeys"];
    const pools = ["clusterCa", "etcdApiCa", "etcdPeerCa", "aggregationCa"] as const;
    const versions = ["serviceAccountSigningKeys", "serviceAccountVerificationKeys"] as const;
    return [
      ...pools.flatMap((field) => poolProblems([...path, field], keys[field])),
      ...versions.flatMap((field) =>
        knownEntries(keys[field]).flatMap(([i, version]) => versionProblems([...path, field, i], version)),
      ),
      ...keyProblems([...path, "controlPlaneDisksKeyId"], keys.controlPlaneDisksKeyId, region),
      ...keyProblems([...path, "etcdBackupKeyId"], keys.etcdBackupKeyId, region),
    ];
  },

  /**
   * The name of a key ring has at most 63 letters, digits, `-` and `_`.
   *
   * @see https://cloud.google.com/kms/docs/reference/rest/v1/projects.locations.keyRings/create
   */
  "key-ring-name"({ encryption }) {
    const ring = isKnown(encryption) ? encryption.keyRing : undefined;
    if (!isKnown(ring) || /^[\w-]{1,63}$/.test(ring)) return [];
    return [
      error(["encryption", "keyRing"], `must hold up to 63 letters, digits, "-" and "_", got ${shown(ring)}`),
    ];
  },
});

function poolProblems(path: Path, pool: string | undefined): Finding[] {
  if (!isKnown(pool) || /^projects\/[^/]+\/locations\/[^/]+\/caPools\/[^/]+$/.test(pool)) return [];
  return [
    error(
      path,
      `must be the full name of a CA pool such as projects/shop/locations/europe-west3/caPools/gke, got ${shown(pool)}`,
    ),
  ];
}

function versionProblems(path: Path, version: string): Finding[] {
  const isVersion =
    /^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+\/cryptoKeyVersions\/\d+$/;
  return isVersion.test(version)
    ? []
    : [error(path, `must be the full name of a key version, …/cryptoKeyVersions/1, got ${shown(version)}`)];
}
