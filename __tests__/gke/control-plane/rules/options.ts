import { type GkeRuleCases, key, keyElsewhere, withEncryption, withOptions } from "../../rule-support";

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/control-plane/beta-apis",
    passes: [["an API", withOptions({ betaApis: ["resource.k8s.io/v1beta1/deviceclasses"] })]],
    fails: [
      [
        "a kind",
        withOptions({ betaApis: ["DeviceClass"] }),
        'error gke.betaApis[0]: must be an API such as resource.k8s.io/v1beta1/deviceclasses, got "DeviceClass"',
      ],
    ],
  },
  {
    rule: "gke/control-plane/control-plane-keys",
    passes: [
      [
        "full names",
        withOptions({
          controlPlaneKeys: {
            clusterCa: "projects/shop/locations/europe-west3/caPools/gke",
            serviceAccountSigningKeys: [`${key}/cryptoKeyVersions/1`],
            controlPlaneDisksKeyId: key,
          },
        }),
      ],
    ],
    fails: [
      [
        "others",
        withOptions({
          controlPlaneKeys: {
            etcdApiCa: "gke",
            serviceAccountVerificationKeys: [key],
            etcdBackupKeyId: keyElsewhere,
          },
        }),
        'error gke.controlPlaneKeys.etcdApiCa: must be the full name of a CA pool such as projects/shop/locations/europe-west3/caPools/gke, got "gke"',
        'error gke.controlPlaneKeys.serviceAccountVerificationKeys[0]: must be the full name of a key version, …/cryptoKeyVersions/1, got "projects/shop/locations/europe-west3/keyRings/gke/cryptoKeys/secrets"',
        "error gke.controlPlaneKeys.etcdBackupKeyId: must be a key in the cluster's region, europe-west3, got one in europe-west1",
      ],
    ],
  },
  {
    rule: "gke/control-plane/key-ring-name",
    passes: [["a name", withEncryption({ keyRing: "shop_2" })]],
    fails: [
      [
        "a path",
        withEncryption({ keyRing: "shop/2" }),
        'error encryption.keyRing: must hold up to 63 letters, digits, "-" and "_", got "shop/2"',
      ],
    ],
  },
];
