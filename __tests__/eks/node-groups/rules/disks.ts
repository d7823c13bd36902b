import { type EksRuleCases, key, variable, withGroups } from "../../rule-support";

const device = "/dev/xvdf";

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/node-groups/disk-devices",
    passes: [
      ["devices of Linux", withGroups({ moreDisks: [{ device }, { device: "/dev/sdz" }] })],
      ["a device of Windows", withGroups({ image: { family: "windows" }, moreDisks: [{ device: "xvdf" }] })],
    ],
    fails: [
      [
        "devices of images, and of other systems",
        withGroups(
          { moreDisks: [{ device: "/dev/xvda" }, { device: "xvdf" }] },
          { image: { family: "bottlerocket" }, moreDisks: [{ device: "/dev/xvdb" }] },
          { image: { family: "windows" }, moreDisks: [{ device }] },
        ),
        'error nodeGroups[0].moreDisks[0].device: must be a device from /dev/xvdf to the letter z, got "/dev/xvda"',
        'error nodeGroups[0].moreDisks[1].device: must be a device from /dev/xvdf to the letter z, got "xvdf"',
        'error nodeGroups[1].moreDisks[0].device: must be a device from /dev/xvdf to the letter z, got "/dev/xvdb"',
        'error nodeGroups[2].moreDisks[0].device: must be a device from xvdf to the letter z, got "/dev/xvdf"',
      ],
      [
        "one device with two names",
        withGroups({ moreDisks: [{ device }, { device: "/dev/sdf" }] }),
        'error nodeGroups[0].moreDisks[1].device: "/dev/sdf" is also the device of moreDisks[0]',
      ],
    ],
  },
  {
    rule: "eks/node-groups/disk-snapshots",
    passes: [["an id", withGroups({ moreDisks: [{ device, snapshotId: "snap-0a1b2c3d4e5f67890" }] })]],
    fails: [
      [
        "a name",
        withGroups({ moreDisks: [{ device, snapshotId: "images" }] }),
        'error nodeGroups[0].moreDisks[0].snapshotId: must be the id of a snapshot such as snap-0a1b2c3d4e5f67890, got "images"',
      ],
    ],
  },
  {
    rule: "eks/node-groups/disk-size",
    passes: [
      ["a size that another rule reports", withGroups({ disk: { sizeGiB: 0 } })],
      [
        "the ends",
        withGroups({ disk: { sizeGiB: 20 } }, { disk: { sizeGiB: 65536 } }, { disk: { sizeGiB: variable } }),
      ],
    ],
    fails: [
      [
        "a disk smaller than the image",
        withGroups({ disk: { sizeGiB: 19 } }, { disk: { sizeGiB: 10 }, image: { family: "bottlerocket" } }),
        "error nodeGroups[0].disk.sizeGiB: must be at least 20 GiB, the size of the al2023 image; got 19",
        "error nodeGroups[1].disk.sizeGiB: must be at least 20 GiB, the size of the bottlerocket image; got 10",
      ],
      [
        "another disk larger than the type supports",
        withGroups({
          moreDisks: [
            { device, sizeGiB: 1 },
            { device: "/dev/xvdg", sizeGiB: 65537 },
          ],
        }),
        "error nodeGroups[0].moreDisks[1].sizeGiB: must be at most 65536 GiB for gp3, got 65537",
      ],
      [
        "a disk larger than the type supports",
        withGroups({ disk: { sizeGiB: 16385, type: "io1", iops: 100 } }),
        "error nodeGroups[0].disk.sizeGiB: must be at most 16384 GiB for io1, got 16385",
      ],
    ],
  },
  {
    rule: "eks/node-groups/disk-iops",
    passes: [
      ["none for gp3", withGroups({ disk: { type: "gp3" } }, {})],
      ["what the size allows", withGroups({ disk: { iops: 25000 } }, { disk: { type: "io2", iops: 50000 } })],
    ],
    fails: [
      [
        "none for another disk of io2",
        withGroups({ moreDisks: [{ device, type: "io2" }] }),
        "error nodeGroups[0].moreDisks[0].iops: must be given for io2: 100 to 256000 operations a second",
      ],
      [
        "none for io2",
        withGroups({ disk: { type: "io2" } }),
        "error nodeGroups[0].disk.iops: must be given for io2: 100 to 256000 operations a second",
      ],
      [
        "too few, too many",
        withGroups({ disk: { iops: 2999 } }, { disk: { type: "io1", iops: 64001, sizeGiB: 2000 } }),
        "error nodeGroups[0].disk.iops: must be a whole number from 3000 to 80000 for gp3, got 2999",
        "error nodeGroups[1].disk.iops: must be a whole number from 100 to 64000 for io1, got 64001",
      ],
      [
        "too many for the size",
        withGroups({ disk: { iops: 25001 } }),
        "error nodeGroups[0].disk.iops: must be at most 25000 for 50 GiB of gp3 (500 for each GiB), got 25001",
      ],
    ],
  },
  {
    rule: "eks/node-groups/disk-throughput",
    passes: [
      [
        "what iops allow",
        withGroups({ disk: { throughputMiBps: 750 } }, { disk: { throughputMiBps: 1000, iops: 4000 } }),
      ],
    ],
    fails: [
      [
        "io1",
        withGroups({ disk: { type: "io1", iops: 100, throughputMiBps: 200 } }),
        "error nodeGroups[0].disk.throughputMiBps: is supported only for gp3; the throughput of io1 follows from iops",
      ],
      [
        "too little, too much",
        withGroups({ disk: { throughputMiBps: 100 } }, { disk: { throughputMiBps: 1000 } }),
        "error nodeGroups[0].disk.throughputMiBps: must be a whole number from 125 to 2000, got 100",
        "error nodeGroups[1].disk.throughputMiBps: must be at most 750 with 3000 iops (a quarter of them), got 1000; that needs 4000 iops",
      ],
    ],
  },
  {
    rule: "eks/node-groups/disk-key",
    passes: [["a key", withGroups({ disk: { kmsKeyArn: key } })]],
    fails: [
      [
        "a key in another region",
        withGroups({ disk: { kmsKeyArn: key.replace("eu-central-1", "us-east-1") } }),
        `error nodeGroups[0].disk.kmsKeyArn: must be a key in eu-central-1 (aws), got "${key.replace("eu-central-1", "us-east-1")}"`,
      ],
    ],
  },
];
