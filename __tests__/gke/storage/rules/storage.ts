import {
  autopilot,
  type GkeRuleCases,
  cluster,
  key,
  keyElsewhere,
  on,
  variable,
  withEncryption,
  withGroups,
  withStorage,
} from "../../rule-support";
import type { GkeStorageSpec } from "../../../../modules/gke/spec";

const mixed = withGroups(
  { name: "old", machineTypes: ["n2-standard-4"] },
  { name: "new", machineTypes: ["n4-standard-4"] },
);

/** Machines that attach Hyperdisk only, next to nodes of auto-provisioning. */
const provisioned = (storage: GkeStorageSpec) =>
  cluster({
    ...on("n4-standard-4"),
    autoscaling: "auto-provisioning",
    gke: { autoProvisioning: { cpu: { max: 100 }, memoryGiB: { max: 400 } } },
    storage,
  });

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/storage/storage-keys",
    passes: [
      [
        "keys in the region",
        cluster({ encryption: { keyId: key }, storage: { file: { tier: "zonal", keyId: key } } }),
      ],
      ["a reference", withEncryption({ keyId: variable })],
    ],
    fails: [
      [
        "keys in another region, and an invalid key",
        cluster({
          encryption: { keyId: keyElsewhere, disksKeyId: "disks" },
          storage: { file: { keyId: keyElsewhere }, backup: { keyId: keyElsewhere } },
        }),
        "error encryption.keyId: must be a key in the cluster's region, europe-west3, got one in europe-west1",
        'error encryption.disksKeyId: must be the full name of a key such as projects/shop/locations/europe-west3/keyRings/gke/cryptoKeys/secrets, got "disks"',
        "error storage.file.keyId: must be a key in the cluster's region, europe-west3, got one in europe-west1",
        "error storage.backup.keyId: must be a key in the cluster's region, europe-west3, got one in europe-west1",
      ],
    ],
  },
  {
    rule: "gke/storage/keys-used",
    passes: [["used ones", withEncryption({ keyId: key, disks: "customer-key", disksKeyId: key })]],
    fails: [
      [
        "others",
        withEncryption({ secrets: "platform-key", keyId: key, disksKeyId: key }),
        'error encryption.keyId: has no effect with secrets "platform-key"; omit one of the two',
        'error encryption.disksKeyId: needs disks "customer-key"; set that, or omit the key',
      ],
    ],
  },
  {
    rule: "gke/storage/key-rotation",
    passes: [["a day", withEncryption({ rotationDays: 1 })]],
    fails: [
      [
        "none",
        withEncryption({ rotationDays: 0 }),
        "error encryption.rotationDays: must be a whole number from 1 to 3650, got 0",
      ],
    ],
  },
  {
    rule: "gke/storage/file-system-size",
    passes: [
      ["the tier's smallest", withStorage({ file: { tier: "basic-ssd", sizeGiB: 2560 } })],
      ["a step of the upper band", withStorage({ file: { tier: "regional", sizeGiB: 12800 } })],
      ["no settings", withStorage({ file: true })],
    ],
    fails: [
      [
        "less",
        withStorage({ file: { sizeGiB: 1000 } }),
        'error storage.file.sizeGiB: must be 1024 to 65433 GiB for tier "basic-hdd", got 1000',
      ],
      [
        "between the steps",
        withStorage({ file: { tier: "zonal", sizeGiB: 1100 } }),
        'error storage.file.sizeGiB: must be 1024 to 9984 GiB in steps of 256, or 10240 to 102400 GiB in steps of 2560 for tier "zonal", got 1100',
      ],
    ],
  },
  {
    rule: "gke/storage/file-system-tier",
    passes: [
      ["a zone with a zonal tier", withStorage({ file: { zone: "europe-west3-b" } })],
      [
        "fields of a newer tier",
        withStorage({ file: { tier: "enterprise", keyId: key, protocol: "nfs-v4.1" } }),
      ],
      ["a reference", withStorage({ file: { tier: variable, zone: "europe-west1-b" } })],
    ],
    fails: [
      [
        "a zone of a regional tier",
        withStorage({ file: { tier: "regional", zone: "europe-west3-b" } }),
        'error storage.file.zone: has no effect: a file system of tier "regional" is regional; omit it',
      ],
      [
        "a zone in another region",
        withStorage({ file: { zone: "europe-west1-b" } }),
        'error storage.file.zone: must be a zone of europe-west3 such as europe-west3-a, got "europe-west1-b"',
      ],
      [
        "fields of a newer tier with an older one",
        withStorage({ file: { keyId: key, protocol: "nfs-v4.1" } }),
        'error storage.file.keyId: tier "basic-hdd" does not support customer-managed keys; zonal, regional and enterprise do',
        'error storage.file.protocol: tier "basic-hdd" supports only nfs-v3; zonal, regional and enterprise support nfs-v4.1',
      ],
    ],
  },
  {
    rule: "gke/storage/buckets",
    passes: [
      [
        "names",
        withStorage({ object: { buckets: ["shop-images", "models.example.com"], namespaces: ["ml"] } }),
      ],
    ],
    fails: [
      [
        "none",
        withStorage({ object: { buckets: [], namespaces: [] } }),
        "error storage.object.buckets: must name at least one bucket; without buckets omit object",
        "error storage.object.namespaces: must name at least one namespace; if omitted, all namespaces apply",
      ],
      [
        "a path, and a duplicate",
        withStorage({ object: { buckets: ["gs://shop", "shop", "shop"] } }),
        'error storage.object.buckets[2]: "shop" is a duplicate of [1]',
        'error storage.object.buckets[0]: must be the name of a bucket such as shop-images, got "gs://shop"',
      ],
    ],
  },
  {
    rule: "gke/storage/backup-plan",
    passes: [
      ["nightly", withStorage({ backup: true })],
      ["a recovery point objective", withStorage({ backup: { rpoMinutes: 60, retentionDays: 7 } })],
      ["360 backups", withStorage({ backup: { rpoMinutes: 60, retentionDays: 15 } })],
      ["360 nights", withStorage({ backup: { retentionDays: 360 } })],
      ["every Sunday", withStorage({ backup: { schedule: "0 3 * * SUN", retentionDays: 365 } })],
      ["a schedule", withStorage({ backup: { schedule: "0 3 * * 1-5", lockDays: 0, namespaces: ["shop"] } })],
    ],
    fails: [
      [
        "both",
        withStorage({ backup: { schedule: "0 3 * * *", rpoMinutes: 59 } }),
        "error storage.backup: must have one of schedule and rpoMinutes, got both",
        "error storage.backup.rpoMinutes: must be a whole number from 60 to 86400, got 59",
      ],
      [
        "the default retention with hourly backups (google_gke_backup_backup_plan, backup_retain_days)",
        withStorage({ backup: { rpoMinutes: 60 } }),
        "error storage.backup.rpoMinutes: must keep at most 360 backups: with one every 60 minutes retentionDays is at most 15, got 35 (the default)",
      ],
      [
        "more than 360 nights",
        withStorage({ backup: { retentionDays: 365 } }),
        "error storage.backup.retentionDays: must keep at most 360 backups: with one every 1440 minutes retentionDays is at most 360, got 365",
      ],
      [
        "a schedule every six hours",
        withStorage({ backup: { schedule: "0 */6 * * *", retentionDays: 91 } }),
        "error storage.backup.retentionDays: must keep at most 360 backups: with one every 360 minutes retentionDays is at most 90, got 91",
      ],
      [
        "a schedule of AWS",
        withStorage({ backup: { schedule: "cron(0 1 * * ? *)" } }),
        'error storage.backup.schedule: must be five cron fields such as "0 3 * * *", got "cron(0 1 * * ? *)"',
      ],
      [
        "an hour that does not exist",
        withStorage({ backup: { schedule: "0 24 * * *" } }),
        'error storage.backup.schedule: must be five cron fields such as "0 3 * * *", got "0 24 * * *"',
      ],
      [
        "a day that does not exist",
        withStorage({ backup: { schedule: "0 3 * * SUNNY" } }),
        'error storage.backup.schedule: must be five cron fields such as "0 3 * * *", got "0 3 * * SUNNY"',
      ],
      [
        "locked for longer than kept",
        withStorage({ backup: { retentionDays: 5 } }),
        "error storage.backup.retentionDays: must not lock backups for longer than they are kept: 7 days locked, 5 kept",
      ],
      [
        "out of bounds",
        withStorage({ backup: { retentionDays: 366, lockDays: 91, namespaces: ["A"] } }),
        "error storage.backup.retentionDays: must be a whole number from 1 to 365, got 366",
        "error storage.backup.lockDays: must be a whole number from 0 to 90, got 91",
        'error storage.backup.namespaces[0]: must be the name of a namespace such as "shop", got "A"',
      ],
    ],
  },
  {
    rule: "gke/storage/snapshots-need-driver",
    passes: [["both", withStorage({ snapshots: true })]],
    fails: [
      [
        "no driver",
        withStorage({ block: false, snapshots: true, statefulHa: true }),
        "error storage.snapshots: needs the driver of persistent disks; storage.block is false",
        "error storage.statefulHa: needs the driver of persistent disks; storage.block is false",
      ],
    ],
  },
  {
    rule: "gke/storage/default-class-fits-machines",
    passes: [
      ["machines that attach Persistent Disk", on("n2-standard-4")],
      ["machines that attach both", on("c3-standard-4")],
      ["machines that attach Hyperdisk only: the class is the default", on("n4-standard-4")],
      ["a family that is not known", on("q9-standard-4")],
      ["no driver", cluster({ ...mixed, storage: { block: false } })],
      ["a reference", cluster({ ...mixed, storage: { block: variable } })],
      ["Autopilot", autopilot()],
    ],
    fails: [
      [
        "another default class",
        cluster({ ...on("c4-standard-4"), storage: { block: { defaultClass: false } } }),
        "warning storage.block: claims without a storage class get disks of the type pd-balanced (GKE's class standard-rwo), which the " +
          'nodes of "workers" (c4-standard-4) cannot attach; set defaultClass to true',
      ],
      [
        "nodes of auto-provisioning, of other machine types",
        provisioned({}),
        "warning storage.block: claims without a storage class get disks of the type pd-balanced (GKE's class standard-rwo), which the " +
          'nodes of "workers" (n4-standard-4) cannot attach; name a class in each claim: dynamic-rwo of GKE 1.35 creates a disk that fits the node',
      ],
      [
        "machines of two generations",
        cluster(mixed),
        "warning storage.block: claims without a storage class get disks of the type pd-balanced (GKE's class standard-rwo), which the " +
          'nodes of "new" (n4-standard-4) cannot attach; name a class in each claim: dynamic-rwo of GKE 1.35 creates a disk that fits the node',
      ],
      [
        "a default class for some of them",
        cluster({ ...mixed, storage: { block: { defaultClass: true } } }),
        "warning storage.block: claims without a storage class get disks of the type hyperdisk-balanced (class hyperdisk-balanced), which the " +
          'nodes of "old" (n2-standard-4) cannot attach; name a class in each claim: dynamic-rwo of GKE 1.35 creates a disk that fits the node',
      ],
    ],
  },
  {
    rule: "gke/storage/stateful-ha-machines",
    passes: [
      ["machines that attach Persistent Disk", cluster({ ...mixed, storage: { statefulHa: true } })],
      ["a family that is not known", cluster({ ...on("q9-standard-4"), storage: { statefulHa: true } })],
      ["nodes of auto-provisioning", provisioned({ statefulHa: true })],
    ],
    fails: [
      [
        "Hyperdisk only",
        cluster({ ...on("n4-standard-4"), storage: { statefulHa: true } }),
        "error storage.statefulHa: has no effect: it needs regional disks of Persistent Disk, which n4-standard-4 cannot attach; omit it, " +
          "or use another machine family, such as n2",
      ],
    ],
  },
];
