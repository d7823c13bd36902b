import { error, type Path, type Problem } from "../../../cluster/problem";
import { isKnown, knownEntries, shown, defineRules } from "../../../cluster/rules/rule";
import type { AnyGkeClusterProps } from "../../spec";
import { keyProblems, uniqueProblems } from "../../values";

export const rules = defineRules<AnyGkeClusterProps>("gke/control-plane", {
  /** [provider doc] google_container_cluster, `enable_k8s_beta_apis`: group, version and resource. */
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

  /** [GKE] control plane authority: pools of authorities, keys and their versions, by their full names. */
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

  /** [Cloud KMS API] KeyRing, name. */
  "key-ring"({ encryption }) {
    const ring = isKnown(encryption) ? encryption.keyRing : undefined;
    if (!isKnown(ring) || /^[\w-]{1,63}$/.test(ring)) return [];
    return [
      error(["encryption", "keyRing"], `must hold up to 63 letters, digits, "-" and "_", got ${shown(ring)}`),
    ];
  },

  /** [Cloud DNS API] managed zones, by the names that they have in their project. */
  "dns-zones"({ dns }) {
    if (!isKnown(dns) || !isKnown(dns.zones)) return [];
    const path = ["dns", "zones"];
    if (dns.zones.length === 0) {
      return [
        error(path, "must name at least one managed zone, got none; without ExternalDNS leave dns out"),
      ];
    }
    return [
      ...uniqueProblems(path, dns.zones),
      ...knownEntries(dns.zones)
        .filter(([, zone]) => !/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/.test(zone))
        .map(([i, zone]) =>
          error(
            [...path, i],
            `must be the name of a managed zone such as "shop-example-com", not its domain, got ${shown(zone)}`,
          ),
        ),
    ];
  },
});

function poolProblems(path: Path, pool: string | undefined): Problem[] {
  if (!isKnown(pool) || /^projects\/[^/]+\/locations\/[^/]+\/caPools\/[^/]+$/.test(pool)) return [];
  return [
    error(
      path,
      `must be the full name of a pool of authorities such as projects/shop/locations/europe-west3/caPools/gke, got ${shown(pool)}`,
    ),
  ];
}

function versionProblems(path: Path, version: string): Problem[] {
  const isVersion =
    /^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+\/cryptoKeyVersions\/\d+$/;
  return isVersion.test(version)
    ? []
    : [error(path, `must be the full name of a key's version, …/cryptoKeyVersions/1, got ${shown(version)}`)];
}
