import { type EksRuleCases, key, variable, withGroups } from "../../rule-support";

const ami = "ami-0123456789abcdef0";

export const images: readonly EksRuleCases[] = [
  {
    rule: "eks/node-groups/machine-type-names",
    passes: [
      ["known and new ones", withGroups({ machineTypes: ["m7i.large", "m99g.2xlarge", "u-6tb1.metal"] })],
    ],
    fails: [
      [
        "a size alone, a missing dot",
        withGroups({ machineTypes: ["large", "m7ilarge"] }),
        'error nodeGroups[0].machineTypes[0]: must be an EC2 instance type such as m7i.large, got "large"',
        'error nodeGroups[0].machineTypes[1]: must be an EC2 instance type such as m7i.large, got "m7ilarge"',
      ],
    ],
  },
  {
    rule: "eks/node-groups/one-architecture",
    passes: [
      ["one architecture", withGroups({ machineTypes: ["m7g.large", "c7g.large"] })],
      ["that of the image", withGroups({ machineTypes: ["m7g.large"], image: { architecture: "arm64" } })],
    ],
    fails: [
      [
        "two",
        withGroups({ machineTypes: ["m7i.large", "m6i.large", "m7g.large"] }),
        "error nodeGroups[0].machineTypes[2]: must all have one processor architecture: m7i.large is x86_64, m7g.large is arm64; make two groups",
      ],
      [
        "not that of the image",
        withGroups({ machineTypes: ["m7i.large"], image: { architecture: "arm64" } }),
        'error nodeGroups[0].image.architecture: must be that of the machine types: m7i.large is x86_64, got "arm64"',
      ],
    ],
  },
  {
    rule: "eks/node-groups/accelerator-drivers",
    passes: [
      ["plain machines", withGroups({ machineTypes: ["m7i.large"] })],
      ["machines whose image has the drivers", withGroups({ machineTypes: ["g5.xlarge", "g6.xlarge"] })],
      [
        "Bottlerocket, which has AWS' own",
        withGroups({ machineTypes: ["inf2.xlarge"], image: { family: "bottlerocket" } }),
      ],
      ["an image of one's own", withGroups({ machineTypes: ["g5.xlarge"], image: { id: ami } })],
    ],
    fails: [
      [
        "GPUs, once for a group",
        withGroups({ machineTypes: ["g5.xlarge", "g6.xlarge"], image: { variant: "standard" } }),
        "warning nodeGroups[0].machineTypes[0]: g5.xlarge has NVIDIA GPUs, for which the standard image of al2023 has no drivers; install them in the cluster, or take another image.variant or a type without",
      ],
      [
        "AWS' own, behind plain machines",
        withGroups({ machineTypes: ["m7i.large", "inf2.xlarge"] }),
        "warning nodeGroups[0].machineTypes[1]: inf2.xlarge has AWS Inferentia and Trainium, for which the standard image of al2023 has no drivers; install them in the cluster, or take another image.variant or a type without",
      ],
    ],
  },
  {
    rule: "eks/node-groups/image-exists",
    passes: [
      [
        "some",
        withGroups(
          {},
          { machineTypes: ["g5g.xlarge"] },
          { image: { family: "windows", variant: "2025-full" } },
          { image: { family: "bottlerocket", variant: "fips" } },
        ),
      ],
      ["a variable", withGroups({ image: { variant: variable } })],
    ],
    fails: [
      [
        "purposes that a family is not made for",
        withGroups(
          { image: { variant: "fips" } },
          { machineTypes: ["m7g.large"], image: { variant: "neuron" } },
          { image: { family: "windows", variant: "standard" } },
        ),
        "error nodeGroups[0].image.variant: there is no fips image of al2023 for x86_64; there are: standard, nvidia, neuron",
        "error nodeGroups[1].image.variant: there is no neuron image of al2023 for arm64; there are: standard, nvidia",
        "error nodeGroups[2].image.variant: there is no standard image of windows for x86_64; there are: 2019-core, 2019-full, 2022-core, 2022-full, 2025-core, 2025-full",
      ],
      [
        "Windows for Graviton",
        withGroups({ machineTypes: ["m7g.large"], image: { family: "windows" } }),
        "error nodeGroups[0].image.family: there is no image of windows for arm64",
      ],
    ],
  },
  {
    rule: "eks/node-groups/own-image-stands-alone",
    passes: [["an id and a family", withGroups({ image: { id: ami, family: "bottlerocket" } }, {})]],
    fails: [
      [
        "a release and a variant beside it",
        withGroups({ image: { id: ami, release: "latest", variant: "standard" } }),
        "error nodeGroups[0].image.variant: says nothing beside image.id, which is one image; leave it out",
        "error nodeGroups[0].image.release: says nothing beside image.id, which is one image; leave it out",
      ],
    ],
  },
  {
    rule: "eks/node-groups/own-image-id",
    passes: [["ids", withGroups({ image: { id: ami } }, { image: { id: variable } }, {})]],
    fails: [
      [
        "what is none",
        withGroups({ image: { id: "my-image" } }),
        'error nodeGroups[0].image.id: must be the id of an image such as ami-0123456789abcdef0, got "my-image"',
      ],
    ],
  },
  {
    rule: "eks/node-groups/own-windows-image-is-self-managed",
    passes: [
      [
        "a group of one's own, and other images",
        withGroups(
          { kind: "self-managed", image: { id: ami, family: "windows" } },
          { image: { id: ami } },
          { image: { family: "windows" } },
        ),
      ],
    ],
    fails: [
      [
        "a managed group",
        withGroups({ image: { id: ami, family: "windows" } }),
        'error nodeGroups[0].image.id: EKS lets the nodes of an own image in as Linux; take kind "self-managed" for an own Windows image',
      ],
    ],
  },
  {
    rule: "eks/node-groups/windows2025",
    passes: [
      [
        "a group of one's own, and other years",
        withGroups(
          { kind: "self-managed", image: { family: "windows", variant: "2025-core" } },
          { image: { family: "windows", variant: "2022-core" } },
          {},
        ),
      ],
    ],
    fails: [
      [
        "a managed group",
        withGroups({ image: { family: "windows", variant: "2025-full" } }),
        'error nodeGroups[0].image.variant: 2025-full is not known to version 6.25.0 of the AWS provider, which may be in use; take kind "self-managed", or 2022',
      ],
      [
        "an older Kubernetes",
        {
          ...withGroups({ kind: "self-managed", image: { family: "windows", variant: "2025-core" } }),
          kubernetesVersion: "1.34",
        },
        "error nodeGroups[0].image.variant: 2025-core is there from Kubernetes 1.35 on, got 1.34; take 2022",
      ],
    ],
  },
  {
    rule: "eks/node-groups/self-managed-release",
    passes: [
      [
        "literals",
        withGroups(
          { kind: "self-managed", image: { release: "1.35.6-20260714" } },
          { kind: "self-managed", image: { family: "windows", release: "latest" } },
          { image: { release: variable } },
        ),
      ],
    ],
    fails: [
      [
        "a Windows release, a variable",
        withGroups(
          { kind: "self-managed", image: { family: "windows", release: "1.35-2026.09.09" } },
          { kind: "self-managed", image: { release: variable } },
        ),
        'error nodeGroups[0].image.release: AWS keeps no list of the images of Windows releases, got "1.35-2026.09.09"; say "latest", or name the image by image.id',
        "error nodeGroups[1].image.release: must be a literal in a self-managed group: the image is looked up by a part of it",
      ],
    ],
  },
  {
    rule: "eks/node-groups/release-format",
    passes: [
      [
        "releases",
        withGroups(
          { image: { release: "1.35.6-20260714" } },
          { image: { family: "bottlerocket", release: "1.49.0-5a8b7c2d" } },
        ),
      ],
      ["the newest", withGroups({ image: { release: "latest" } }, { image: { release: variable } })],
    ],
    fails: [
      [
        "releases of the other family",
        withGroups(
          { image: { release: "1.49.0-5a8b7c2d" } },
          { image: { family: "bottlerocket", release: "v1.49.0" } },
        ),
        'error nodeGroups[0].image.release: must be a release of al2023 such as "1.35.6-20260714", or "latest"; got "1.49.0-5a8b7c2d"',
        'error nodeGroups[1].image.release: must be a release of bottlerocket such as "1.49.0-5a8b7c2d", or "latest"; got "v1.49.0"',
      ],
    ],
  },
  {
    rule: "eks/node-groups/release-fits-version",
    passes: [
      [
        "a version that is none",
        { ...withGroups({ image: { release: "1.34.9-20260714" } }), kubernetesVersion: "latest" },
      ],
      [
        "the cluster's",
        withGroups(
          { image: { release: "1.35.6-20260714" } },
          { image: { family: "bottlerocket", release: "1.49.0-5a8b7c2d" } },
        ),
      ],
    ],
    fails: [
      [
        "another's",
        withGroups({ image: { release: "1.34.9-20260714" } }),
        'error nodeGroups[0].image.release: must be a release for Kubernetes 1.35, got "1.34.9-20260714" for 1.34',
      ],
    ],
  },
  {
    rule: "eks/node-groups/disk-size-limits",
    passes: [
      ["what another rule tells of", withGroups({ disk: { sizeGiB: 0 } })],
      [
        "the ends",
        withGroups({ disk: { sizeGiB: 20 } }, { disk: { sizeGiB: 65536 } }, { disk: { sizeGiB: variable } }),
      ],
    ],
    fails: [
      [
        "less than the image",
        withGroups({ disk: { sizeGiB: 19 } }, { disk: { sizeGiB: 10 }, image: { family: "bottlerocket" } }),
        "error nodeGroups[0].disk.sizeGiB: must be at least 20 GiB, the size of the al2023 image; got 19",
        "error nodeGroups[1].disk.sizeGiB: must be at least 20 GiB, the size of the bottlerocket image; got 10",
      ],
      [
        "more than the type has",
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
        "error nodeGroups[0].disk.throughputMiBps: can be set for gp3 only; that of io1 follows from iops",
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
        "a key elsewhere",
        withGroups({ disk: { kmsKeyArn: key.replace("eu-central-1", "us-east-1") } }),
        `error nodeGroups[0].disk.kmsKeyArn: must be a key in eu-central-1 (aws), got "${key.replace("eu-central-1", "us-east-1")}"`,
      ],
    ],
  },
];
