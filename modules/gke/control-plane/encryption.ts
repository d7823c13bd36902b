import { KmsCryptoKey } from "@cdktf/provider-google/lib/kms-crypto-key";
import { KmsCryptoKeyIamMember } from "@cdktf/provider-google/lib/kms-crypto-key-iam-member";
import { KmsKeyRing } from "@cdktf/provider-google/lib/kms-key-ring";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { limits } from "../limits";
import { regionalName } from "../names";
import type { GkeProject } from "../project/project";
import { protectData } from "../protection";
import type { GkeEncryptionSpec } from "../spec";
import { defaults } from "../fields.generated";

/** See {@link KeyRing}. */
export interface KeyRingProps {
  readonly clusterName: string;
  readonly region: string;
  readonly project: GkeProject;
  readonly encryption: GkeEncryptionSpec;
  readonly protection: boolean;
}

/**
 * New keys of a cluster, in a separate key ring. Google never deletes key rings and keys, only key versions, so their names cannot be
 * used again.
 */
export class KeyRing extends Construct {
  readonly ring: KmsKeyRing;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: KeyRingProps,
  ) {
    super(scope, id);
    this.ring = new KmsKeyRing(this, "Resource", {
      name: props.encryption.keyRing ?? regionalName(props, limits.kmsName),
      location: props.region,
      dependsOn: props.project.prerequisites("cloudkms"),
    });
  }

  /** A new key for encryption. */
  add(scope: Construct, id: string, name: string): KmsCryptoKey {
    const { encryption, protection } = this.props;
    const key = new KmsCryptoKey(scope, id, {
      name,
      keyRing: this.ring.id,
      purpose: "ENCRYPT_DECRYPT",
      rotationPeriod: `${(encryption.rotationDays ?? defaults["encryption.rotationDays"]) * 24 * 60 * 60}s`,
      versionTemplate: {
        algorithm: "GOOGLE_SYMMETRIC_ENCRYPTION",
        protectionLevel: (encryption.protectionLevel ?? defaults["encryption.protectionLevel"]).toUpperCase(),
      },
      // Encrypted data cannot be read without the key.
      lifecycle: { preventDestroy: protection || undefined },
    });
    protectData(key, protection);
    return key;
  }
}

/** Allows a service agent of Google to encrypt and decrypt with a key. */
export function grantKey(
  scope: Construct,
  id: string,
  keyId: string,
  member: string,
  project: GkeProject,
): ITerraformDependable {
  return new KmsCryptoKeyIamMember(scope, id, {
    cryptoKeyId: keyId,
    role: "roles/cloudkms.cryptoKeyEncrypterDecrypter",
    member,
    // Google creates the agents when the APIs are enabled.
    dependsOn: project.prerequisites("container", "compute", "file", "gkebackup"),
  });
}
