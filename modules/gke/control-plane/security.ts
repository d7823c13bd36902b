import type { ContainerClusterConfig } from "@cdktf/provider-google/lib/container-cluster";
import type { AnyGkeClusterProps, GkeControlPlaneKeysSpec } from "../spec";
import { defaults } from "../fields.generated";

const scanning = {
  disabled: "VULNERABILITY_DISABLED",
  basic: "VULNERABILITY_BASIC",
  enterprise: "VULNERABILITY_ENTERPRISE",
} as const;

/** Security settings of the cluster. Each is set explicitly, so that a plan shows a change in the console. */
export function securityArguments({ gke = {} }: AnyGkeClusterProps): Partial<ContainerClusterConfig> {
  return {
    enableShieldedNodes: gke.mode === "autopilot" ? undefined : true,
    enableLegacyAbac: false,
    masterAuth: { clientCertificateConfig: { issueClientCertificate: false } },
    anonymousAuthenticationConfig: {
      mode: (gke.anonymousAccess ?? defaults["gke.anonymousAccess"]).toUpperCase(),
    },
    // Bindings to all users with a Google account, or to unauthenticated users, are never intended.
    rbacBindingConfig: {
      enableInsecureBindingSystemAuthenticated: false,
      enableInsecureBindingSystemUnauthenticated: false,
    },
    binaryAuthorization: {
      evaluationMode:
        (gke.binaryAuthorization ?? defaults["gke.binaryAuthorization"])
          ? "PROJECT_SINGLETON_POLICY_ENFORCE"
          : "DISABLED",
    },
    securityPostureConfig: {
      mode: (gke.securityPosture ?? defaults["gke.securityPosture"]).toUpperCase(),
      vulnerabilityMode: scanning[gke.vulnerabilityScanning ?? defaults["gke.vulnerabilityScanning"]],
    },
    userManagedKeysConfig: gke.controlPlaneKeys && controlPlaneKeys(gke.controlPlaneKeys),
  };
}

function controlPlaneKeys({
  controlPlaneDisksKeyId,
  etcdBackupKeyId,
  serviceAccountSigningKeys,
  serviceAccountVerificationKeys,
  ...authorities
}: GkeControlPlaneKeysSpec) {
  return {
    ...authorities,
    controlPlaneDiskEncryptionKey: controlPlaneDisksKeyId,
    gkeopsEtcdBackupEncryptionKey: etcdBackupKeyId,
    serviceAccountSigningKeys: serviceAccountSigningKeys && [...serviceAccountSigningKeys],
    serviceAccountVerificationKeys: serviceAccountVerificationKeys && [...serviceAccountVerificationKeys],
  };
}
