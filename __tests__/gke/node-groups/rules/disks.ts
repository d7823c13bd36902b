import {
  type GkeRuleCases,
  cluster,
  group,
  key,
  keyElsewhere,
  on,
  variable,
  withGroups,
} from "../../rule-support";

const pool = (zone: string) => `projects/shop/zones/${zone}/storagePools/nodes`;

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/node-groups/disk-fits-machine-type",
    passes: [
      ["the machine's own", on("n4-standard-4", { disk: { type: "hyperdisk-balanced" } })],
      ["an unknown machine", on("q9-standard-4", { disk: { type: "pd-standard" } })],
      ["no type", on("n4-standard-4")],
    ],
    fails: [
      [
        "a Persistent Disk for N4",
        on("n4-standard-4", { disk: { type: "pd-balanced" } }),
        'error nodeGroups[0].disk.type: n4-standard-4 boots from hyperdisk-balanced, got "pd-balanced"',
      ],
      [
        "a hard disk for C3",
        on("c3-standard-4", { disk: { type: "pd-standard" } }),
        'error nodeGroups[0].disk.type: c3-standard-4 boots from pd-balanced, pd-ssd, hyperdisk-balanced, got "pd-standard"',
      ],
      [
        "Hyperdisk for E2",
        on("e2-standard-4", { disk: { type: "hyperdisk-balanced" } }),
        'error nodeGroups[0].disk.type: e2-standard-4 boots from pd-balanced, pd-standard, pd-ssd, got "hyperdisk-balanced"',
      ],
    ],
  },
  {
    rule: "gke/node-groups/disk-size",
    passes: [
      ["10 GiB", withGroups({ disk: { sizeGiB: 10 } })],
      ["a reference", withGroups({ disk: { sizeGiB: variable } })],
    ],
    fails: [
      [
        "9 GiB",
        withGroups({ disk: { sizeGiB: 9 } }),
        "error nodeGroups[0].disk.sizeGiB: must be a whole number from 10 to 65536, got 9",
      ],
      [
        "40 GiB for Windows",
        withGroups({ image: { family: "windows" }, disk: { sizeGiB: 40 } }),
        "error nodeGroups[0].disk.sizeGiB: must be a whole number from 50 to 65536, got 40",
      ],
      [
        "9 GiB for nodes of auto-provisioning",
        cluster({
          gke: { autoProvisioning: { cpu: { max: 1 }, memoryGiB: { max: 1 }, disk: { sizeGiB: 9 } } },
        }),
        "error gke.autoProvisioning.disk.sizeGiB: must be a whole number from 10 to 65536, got 9",
      ],
    ],
  },
  {
    rule: "gke/node-groups/disk-performance",
    passes: [
      ["Hyperdisk", on("n4-standard-4", { disk: { sizeGiB: 100, iops: 10000, throughputMiBps: 500 } })],
      ["an unknown machine", on("q9-standard-4", { disk: { iops: 1 } })],
    ],
    fails: [
      [
        "Persistent Disk",
        on("n2-standard-4", { disk: { iops: 10000, throughputMiBps: 500 } }),
        "error nodeGroups[0].disk.iops: needs type hyperdisk-balanced, the disk is pd-balanced",
        "error nodeGroups[0].disk.throughputMiBps: needs type hyperdisk-balanced, the disk is pd-balanced",
      ],
      [
        "more than its size gives",
        on("n4-standard-4", { disk: { sizeGiB: 10, iops: 10000 } }),
        "error nodeGroups[0].disk.iops: must be a whole number from 3000 to 5000, got 10000",
      ],
      [
        "more than its operations give",
        on("n4-standard-4", { disk: { iops: 4000, throughputMiBps: 1001 } }),
        "error nodeGroups[0].disk.throughputMiBps: must be a whole number from 140 to 1000, got 1001",
      ],
    ],
  },
  {
    rule: "gke/node-groups/disk-keys",
    passes: [["a key in the region", withGroups({ disk: { kmsKeyId: key } })]],
    fails: [
      [
        "a key in another region",
        withGroups({ disk: { kmsKeyId: keyElsewhere } }),
        "error nodeGroups[0].disk.kmsKeyId: must be a key in the cluster's region, europe-west3, got one in europe-west1",
      ],
      [
        "an alias",
        withGroups({ disk: { kmsKeyId: "alias/nodes" } }),
        'error nodeGroups[0].disk.kmsKeyId: must be the full name of a key such as projects/shop/locations/europe-west3/keyRings/gke/cryptoKeys/secrets, got "alias/nodes"',
      ],
    ],
  },
  {
    rule: "gke/node-groups/confidential-disks",
    passes: [
      [
        "Hyperdisk of confidential machines, with a key",
        cluster({
          encryption: { disks: "customer-key" },
          nodeGroups: [
            group({
              machineTypes: ["c3d-standard-4"],
              confidential: "sev",
              disk: { type: "hyperdisk-balanced", confidential: true },
            }),
          ],
        }),
      ],
    ],
    fails: [
      [
        "other disks, without a key",
        on("n2-standard-4", { disk: { confidential: true } }),
        "error nodeGroups[0].disk.confidential: needs type hyperdisk-balanced, the disk is pd-balanced",
        'error nodeGroups[0].disk.confidential: needs a key: set disk.kmsKeyId, or encryption.disks to "customer-key"',
        "error nodeGroups[0].disk.confidential: needs confidential machines; set confidential",
      ],
    ],
  },
  {
    rule: "gke/node-groups/storage-pools",
    passes: [
      [
        "one in each zone",
        on("n4-standard-4", {
          zones: ["europe-west3-a", "europe-west3-b"],
          disk: { storagePools: [pool("europe-west3-a"), pool("europe-west3-b")] },
        }),
      ],
    ],
    fails: [
      [
        "too few, of another disk",
        on("n2-standard-4", { disk: { storagePools: [pool("europe-west3-a")] } }),
        "error nodeGroups[0].disk.storagePools: needs type hyperdisk-balanced, the disk is pd-balanced",
        "error nodeGroups[0].disk.storagePools: must have one in each zone of the group, got none in europe-west3-b, europe-west3-c",
      ],
      [
        "a name, twice",
        on("n4-standard-4", { disk: { storagePools: ["nodes", "nodes"] } }),
        'error nodeGroups[0].disk.storagePools[1]: "nodes" is a duplicate of [0]',
        'error nodeGroups[0].disk.storagePools[0]: must be the full name of a storage pool such as projects/shop/zones/europe-west3-a/storagePools/nodes, got "nodes"',
        'error nodeGroups[0].disk.storagePools[1]: must be the full name of a storage pool such as projects/shop/zones/europe-west3-a/storagePools/nodes, got "nodes"',
      ],
    ],
  },
];
