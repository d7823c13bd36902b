import { type AksRuleCases, blobs, cluster, variable, withGroups, withStorage } from "../../rule-support";

const basic = withGroups({ machineTypes: ["Standard_D4d_v5"] });

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/storage/file-share-size",
    passes: [["100 GiB", withStorage({ file: { sizeGiB: 100 } })]],
    fails: [
      [
        "10 GiB",
        withStorage({ file: { sizeGiB: 10 } }),
        "error storage.file.sizeGiB: must be 100 to 102400 GiB, got 10",
      ],
    ],
  },
  {
    rule: "aks/storage/buckets",
    passes: [["ids", withStorage({ object: { buckets: [blobs] } })]],
    fails: [
      [
        "a name",
        withStorage({ object: { buckets: ["models"] } }),
        'error storage.object.buckets[0]: must be the id of a blob container (…/storageAccounts/<account>/blobServices/default/containers/<container>), got "models"',
      ],
      [
        "none",
        withStorage({ object: { buckets: [] } }),
        "error storage.object.buckets: must have at least one container, got none",
      ],
    ],
  },
  {
    rule: "aks/storage/buckets-unique",
    passes: [["one", withStorage({ object: { buckets: [blobs] } })]],
    fails: [
      [
        "one twice",
        withStorage({ object: { buckets: [blobs, blobs] } }),
        "error storage.object.buckets[1]: is a duplicate of [0]",
      ],
    ],
  },
  {
    rule: "aks/storage/net-app-size",
    passes: [["1 TiB", withStorage({ netApp: { sizeTiB: 1 } })]],
    fails: [
      [
        "none",
        withStorage({ netApp: { sizeTiB: 0 } }),
        "error storage.netApp.sizeTiB: must be 1 to 2048 TiB, got 0",
      ],
    ],
  },
  {
    rule: "aks/storage/snapshots-need-driver",
    passes: [["disks", withStorage({ snapshots: true })]],
    fails: [
      [
        "none",
        withStorage({ block: false, snapshots: true, backup: true }),
        "error storage.snapshots: needs storage.block: there are no disks to copy",
        "error storage.backup: needs storage.block: there are no disks to copy",
      ],
    ],
  },
  {
    rule: "aks/storage/default-class-fits-machines",
    passes: [
      ["machines with premium storage", withStorage({ block: { defaultClass: true } })],
      ["the classes of AKS", cluster({ ...basic, storage: { block: { defaultClass: false } } })],
      ["a reference", cluster({ ...basic, storage: { block: variable } })],
    ],
    fails: [
      [
        "machines without premium storage",
        cluster({ ...basic, storage: { block: { defaultClass: true } } }),
        "warning nodeGroups[0].machineTypes[0]: Standard_D4d_v5 cannot attach the premium disks of the default storage class " +
          '(storage.block.defaultClass); use a VM size with an "s" in its name, or name another class in the claims of pods that run there',
      ],
    ],
  },
  {
    rule: "aks/storage/backup-plan",
    passes: [
      [
        "every day",
        withStorage({ backup: { schedule: "R/2026-01-01T02:00:00+00:00/P1D", retentionDays: 35 } }),
      ],
    ],
    fails: [
      [
        "cron, and too long",
        withStorage({ backup: { schedule: "0 2 * * *", retentionDays: 400 } }),
        'error storage.backup.schedule: must be a repeating interval such as "R/2026-01-01T02:00:00+00:00/P1D", of 4, 6, 8 or 12 hours, a day or a week, got "0 2 * * *"',
        "error storage.backup.retentionDays: must be 1 to 360 days, got 400",
      ],
    ],
  },
];
