import { GkeBackupBackupPlan } from "@cdktf/provider-google/lib/gke-backup-backup-plan";
import { FilestoreInstance } from "@cdktf/provider-google/lib/filestore-instance";
import { KmsCryptoKey } from "@cdktf/provider-google/lib/kms-crypto-key";
import { synthesizeGke } from "../support/gke";

const storage = { file: true, backup: true } as const;

/** The state, which the provider reads, contains the policy after the field that created the resource is removed. */
test.each([
  ["7.33.0", true, "PREVENT"],
  ["8.2.0", true, "PREVENT"],
  ["7.33.0", false, "DELETE"],
  ["6.50.0", true, undefined],
])(
  "with provider %s and protection %s, keys and backup plans have the deletion policy %s",
  (providerMinimum, protection, policy) => {
    const stack = synthesizeGke({ storage, protection, gke: { providerMinimum } });
    expect(stack.resource(KmsCryptoKey).deletion_policy).toBe(policy);
    expect(stack.resource(GkeBackupBackupPlan).deletion_policy).toBe(policy);
    // The API of Filestore refuses to delete such an instance.
    expect(stack.resource(FilestoreInstance).deletion_protection_enabled).toBe(protection);
  },
);
