import type { EksAccessPointSpec, EksClusterProps, EksStorageSpec } from "../../../../modules/eks/spec";
import { cluster, type EksRuleCases, key, variable } from "../../rule-support";

const withStorage = (storage: EksStorageSpec, patch: Partial<EksClusterProps> = {}): EksClusterProps =>
  cluster({ storage, ...patch });

const withPoint = (point: Partial<EksAccessPointSpec>, name = "shop"): EksClusterProps =>
  withStorage({ file: { accessPoints: { [name]: { path: "/shop", uid: 0, gid: 0, ...point } } } });

const elsewhere = key.replace("eu-central-1", "eu-west-1");
const wrongKey = `must be a key in eu-central-1 (aws), got "${elsewhere}"`;

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/storage/storage-add-ons-installed",
    passes: [
      ["no settings", cluster()],
      [
        "settings of what is there",
        withStorage(
          { file: true, snapshots: true },
          { eks: { addOns: { "aws-efs-csi-driver": {}, "snapshot-controller": { version: "latest" } } } },
        ),
      ],
    ],
    fails: [
      [
        "settings of what is not",
        withStorage(
          { file: false },
          { eks: { addOns: { "aws-efs-csi-driver": {}, "aws-mountpoint-s3-csi-driver": {} } } },
        ),
        "error eks.addOns.aws-efs-csi-driver: has no effect: storage.file installs the add-on and is not set; set it, or " +
          "omit this field",
        "error eks.addOns.aws-mountpoint-s3-csi-driver: has no effect: storage.object installs the add-on and is not " +
          "set; set it, or omit this field",
      ],
    ],
  },
  {
    rule: "eks/storage/storage-keys",
    passes: [
      ["none", withStorage({ file: true, backup: true })],
      [
        "keys, and references",
        withStorage(
          {
            file: { keyId: key },
            backup: { keyId: variable },
            object: { buckets: [], keyIds: [key, variable] },
            lustre: { sizeGiB: 1200, keyId: key },
          },
          { encryption: { disks: "customer-key", disksKeyId: key } },
        ),
      ],
    ],
    fails: [
      [
        "keys of another region",
        withStorage(
          {
            file: { keyId: elsewhere },
            backup: { keyId: elsewhere },
            object: { buckets: [], keyIds: [key, elsewhere] },
            lustre: { sizeGiB: 1200, keyId: elsewhere },
          },
          { encryption: { disks: "customer-key", disksKeyId: elsewhere } },
        ),
        `error encryption.disksKeyId: ${wrongKey}`,
        `error storage.file.keyId: ${wrongKey}`,
        `error storage.lustre.keyId: ${wrongKey}`,
        `error storage.backup.keyId: ${wrongKey}`,
        `error storage.object.keyIds[1]: ${wrongKey}`,
      ],
    ],
  },
  {
    rule: "eks/storage/disks-key-used",
    passes: [
      ["a key and its switch", cluster({ encryption: { disks: "customer-key", disksKeyId: key } })],
      ["neither", cluster()],
    ],
    fails: [
      [
        "a key alone",
        cluster({ encryption: { disksKeyId: key } }),
        'error encryption.disksKeyId: is used only with disks "customer-key"; set that, or omit the key',
      ],
    ],
  },
  {
    rule: "eks/storage/default-class-encryption",
    passes: [
      ["the driver's class", withStorage({ block: { defaultClass: true } })],
      ["a key", withStorage({ block: {} }, { encryption: { disks: "customer-key" } })],
    ],
    fails: [
      [
        "both",
        withStorage({ block: { defaultClass: true } }, { encryption: { disks: "customer-key" } }),
        "warning storage.block.defaultClass: the class of the driver has no key, so that its volumes are not encrypted " +
          'with the key of disks "customer-key"; omit it and apply the class of the output storage_manifests',
      ],
    ],
  },
  {
    rule: "eks/storage/snapshots-need-driver",
    passes: [
      ["snapshots of volumes", withStorage({ snapshots: true })],
      ["neither", withStorage({ block: false })],
    ],
    fails: [
      [
        "snapshots of nothing",
        withStorage({ block: false, snapshots: true }),
        "error storage.snapshots: has no effect with storage.block false: there are no volumes to take snapshots of",
      ],
    ],
  },
  {
    rule: "eks/storage/access-points",
    passes: [
      ["a file system without any", withStorage({ file: true })],
      ["an access point", withPoint({ path: "/a/b/c/d", uid: 4294967295, permissions: "755" }, "shop-2")],
      ["references", withPoint({ path: variable, uid: variable, gid: variable, permissions: variable })],
    ],
    fails: [
      [
        "a path that is too deep, and other nonsense",
        withPoint({ path: "/a/b/c/d/e", uid: -1, gid: 1.5, permissions: "0888" }, "Shop"),
        'error at key storage.file.accessPoints.Shop: must be named with lower-case letters, digits and "-", starting with a letter; got "Shop"',
        'error storage.file.accessPoints.Shop.path: must be a directory such as "/shop", at most four levels deep and 100 characters long; got "/a/b/c/d/e"',
        "error storage.file.accessPoints.Shop.uid: must be a whole number from 0 to 4294967295, got -1",
        "error storage.file.accessPoints.Shop.gid: must be a whole number from 0 to 4294967295, got 1.5",
        'error storage.file.accessPoints.Shop.permissions: must be three or four octal digits such as "0750", got "0888"',
      ],
      [
        "the root itself",
        withPoint({ path: "/" }),
        'error storage.file.accessPoints.shop.path: must be a directory such as "/shop", at most four levels deep and 100 characters long; got "/"',
      ],
    ],
  },
  {
    rule: "eks/storage/buckets",
    passes: [
      ["buckets", withStorage({ object: { buckets: ["arn:aws:s3:::models", variable] } })],
      [
        "a bucket, where only Terraform knows the region",
        withStorage({ object: { buckets: ["arn:aws-cn:s3:::models"] } }, { region: variable }),
      ],
    ],
    fails: [
      [
        "none",
        withStorage({ object: { buckets: [] } }),
        "error storage.object.buckets: must have at least one bucket, got none",
      ],
      [
        "a name, all buckets, another partition and a bucket twice",
        withStorage({
          object: {
            buckets: [
              "models",
              "arn:aws:s3:::*",
              "arn:aws-cn:s3:::models",
              "arn:aws:s3:::models",
              "arn:aws:s3:::models",
            ],
          },
        }),
        'error storage.object.buckets[0]: must be the ARN of a bucket such as arn:aws:s3:::models, got "models"',
        'error storage.object.buckets[1]: must be the ARN of a bucket such as arn:aws:s3:::models, got "arn:aws:s3:::*"',
        'error storage.object.buckets[2]: must be the ARN of a bucket such as arn:aws:s3:::models, got "arn:aws-cn:s3:::models"',
        'error storage.object.buckets[4]: "arn:aws:s3:::models" is a duplicate of [3]',
      ],
    ],
  },
  {
    rule: "eks/storage/backup-needs-source",
    passes: [
      ["volumes", withStorage({ backup: true })],
      ["a file system alone", withStorage({ block: false, file: true, backup: {} })],
    ],
    fails: [
      [
        "nothing",
        withStorage({ block: false, backup: {} }),
        "error storage.backup: has nothing to copy: neither storage.block nor storage.file is set",
      ],
    ],
  },
  {
    rule: "eks/storage/backup-plan",
    passes: [
      ["the default", withStorage({ backup: true })],
      [
        "hours and days",
        withStorage({ backup: { schedule: "cron(0 1,13 ? * MON-FRI *)", retentionDays: 1 } }),
      ],
      ["references", withStorage({ backup: { schedule: variable, retentionDays: variable } })],
    ],
    fails: [
      [
        "a schedule of Unix, and no days",
        withStorage({ backup: { schedule: "0 3 * * *", retentionDays: 0 } }),
        'error storage.backup.schedule: must be a cron expression of AWS with six fields, such as "cron(0 3 * * ? *)"; got "0 3 * * *"',
        "error storage.backup.retentionDays: must be a whole number from 1 to 36500, got 0",
      ],
    ],
  },
  {
    rule: "eks/storage/lustre-needs-ipv4",
    passes: [
      ["IPv4", withStorage({ lustre: { sizeGiB: 1200 } })],
      ["another file system", withStorage({ file: true }, { network: { ipFamily: "ipv6" } })],
    ],
    fails: [
      [
        "IPv6",
        withStorage({ lustre: { sizeGiB: 1200 } }, { network: { ipFamily: "ipv6" } }),
        'error storage.lustre: network.ipFamily is "ipv6", and the FSx CSI driver needs IPv4 addresses of pods; use storage.file',
      ],
    ],
  },
  {
    rule: "eks/storage/lustre-file-system",
    passes: [
      ["the smallest", withStorage({ lustre: { sizeGiB: 1200 } })],
      [
        "a larger one, in a zone of the network",
        withStorage({
          lustre: { sizeGiB: 7200, throughputPerTiB: 1000, zone: "eu-central-1c", backupDays: 0 },
        }),
      ],
      ["references", withStorage({ lustre: { sizeGiB: variable, throughputPerTiB: variable } })],
    ],
    fails: [
      [
        "sizes between, and a zone elsewhere",
        withStorage({
          lustre: { sizeGiB: 3600, throughputPerTiB: 200, zone: "eu-west-1a", backupDays: 91 },
        }),
        "error storage.lustre.sizeGiB: must be 1200 or a multiple of 2400, got 3600",
        "error storage.lustre.throughputPerTiB: must be one of 125, 250, 500, 1000, got 200",
        "error storage.lustre.backupDays: must be a whole number from 0 to 90, got 91",
        'error storage.lustre.zone: must be one of the network\'s zones (eu-central-1a, eu-central-1b, eu-central-1c), got "eu-west-1a"',
      ],
    ],
  },
];
