import type { ProgramName } from "./chart";
import type { Values } from "./release";

/** The values of programs that are the same on all platforms, for a number of copies. */
export const commonValues = {
  "metrics-server": (copies) => ({ replicas: copies }),
  "cert-manager": (copies) => ({
    crds: { enabled: true, keep: true },
    replicaCount: copies,
    webhook: { replicaCount: copies },
    cainjector: { replicaCount: copies },
  }),
  "snapshot-controller": (copies) => ({
    installCRDs: true,
    controller: { replicaCount: copies },
    webhook: { enabled: false },
  }),
  "external-secrets": (_copies) => ({ installCRDs: true }),
} satisfies Partial<Record<ProgramName, (copies: number) => Values>>;

/**
 * The values of ExternalDNS on all platforms.
 *
 * @param provider - name of the DNS service
 * @param zones - ids of the zones: ExternalDNS changes zones whose id ends with one of them
 */
export const externalDnsValues = (
  clusterName: string,
  provider: string,
  zones: readonly string[],
): Values => ({
  provider: { name: provider },
  policy: "sync",
  registry: "txt",
  txtOwnerId: clusterName,
  extraArgs: { "zone-id-filter": [...zones] },
});
