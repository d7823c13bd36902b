import { fleetFeatures } from "../control-plane/fleet";
import type { AnyGkeClusterProps } from "../spec";
import { defaults } from "../fields.generated";

/**
 * APIs of Google Cloud by the first part of their names (`<name>.googleapis.com`), with the condition under which a cluster needs them.
 * Sources: https://cloud.google.com/kubernetes-engine/docs, "Before you begin" of each feature's page.
 */
const apis = {
  cloudresourcemanager: always,
  serviceusage: always,
  compute: always,
  container: always,
  iam: always,
  iamcredentials: always,
  logging: always,
  monitoring: always,
  artifactregistry: always,
  cloudkms: ({ encryption = {}, storage = {}, nodeGroups, gke = {} }) =>
    encryption.secrets !== "platform-key" ||
    encryption.disks === "customer-key" ||
    nodeGroups.some(({ disk }) => disk?.kmsKeyId !== undefined) ||
    [storage.file, storage.backup].some((part) => typeof part === "object" && part.keyId !== undefined) ||
    keysOf(gke).some((name) => !name.endsWith("Ca")),
  binaryauthorization: ({ gke = {} }) => gke.binaryAuthorization ?? defaults["gke.binaryAuthorization"],
  containersecurity: ({ gke = {} }) =>
    (gke.securityPosture ?? defaults["gke.securityPosture"]) !== "disabled" ||
    (gke.vulnerabilityScanning ?? defaults["gke.vulnerabilityScanning"]) !== "disabled",
  dns: ({ network = {}, dns }) =>
    (network.dns?.by ?? defaults["network.dns.by"]) === "cloud-dns" ||
    network.private === true ||
    dns !== undefined,
  storage: ({ storage = {} }) => storage.object !== undefined,
  file: ({ storage = {} }) => Boolean(storage.file),
  parallelstore: ({ storage = {} }) => storage.parallelstore === true,
  lustre: ({ storage = {} }) => Boolean(storage.lustre),
  gkebackup: ({ storage = {} }) => Boolean(storage.backup),
  secretmanager: ({ gke = {}, nodeGroups }) =>
    gke.secretManager === true ||
    nodeGroups.some(({ registryAuthorities = [] }) => registryAuthorities.length > 0),
  anthosconfigmanagement: fleetFeatures.configSync.isUsed,
  anthospolicycontroller: fleetFeatures.policyController.isUsed,
  mesh: fleetFeatures.serviceMesh.isUsed,
  gkehub: ({ gke = {} }) => gke.fleetProject !== undefined,
  pubsub: ({ observability = {} }) => Boolean(observability.notifications),
  bigquery: ({ observability = {} }) => observability.usageMetering !== undefined,
  privateca: ({ gke = {} }) =>
    gke.meshCertificates === true || keysOf(gke).some((name) => name.endsWith("Ca")),
} as const satisfies Record<string, (props: AnyGkeClusterProps) => boolean>;

/** An API that clusters may need. */
export type Api = keyof typeof apis;

/** The APIs that a cluster needs, in a fixed order. */
export function apisOf(props: AnyGkeClusterProps): Api[] {
  return (Object.keys(apis) as Api[]).filter((api) => apis[api](props));
}

/** The own keys and certificate authorities of the control plane. */
function keysOf({ controlPlaneKeys = {} }: NonNullable<AnyGkeClusterProps["gke"]>): string[] {
  return Object.entries(controlPlaneKeys)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
}

function always(): boolean {
  return true;
}
