import { type EksRuleCases, variable, withGroups } from "../../rule-support";

const ami = "ami-0123456789abcdef0";

export const cases: readonly EksRuleCases[] = [
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
      [
        "the architecture of a type that is not known",
        withGroups({ machineTypes: ["m99x.large"], image: { architecture: "arm64" } }),
      ],
      ["one architecture", withGroups({ machineTypes: ["m7g.large", "c7g.large"] })],
      ["that of the image", withGroups({ machineTypes: ["m7g.large"], image: { architecture: "arm64" } })],
    ],
    fails: [
      [
        "two",
        withGroups({ machineTypes: ["m7i.large", "m6i.large", "m7g.large"] }),
        "error nodeGroups[0].machineTypes[2]: must all have one processor architecture: m7i.large is x86_64, m7g.large " +
          "is arm64; use two groups",
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
      ["a custom image", withGroups({ machineTypes: ["g5.xlarge"], image: { id: ami } })],
    ],
    fails: [
      [
        "GPUs, once for a group",
        withGroups({ machineTypes: ["g5.xlarge", "g6.xlarge"], image: { variant: "standard" } }),
        "warning nodeGroups[0].machineTypes[0]: g5.xlarge has NVIDIA GPUs, for which the standard image of al2023 has no " +
          "drivers; install them in the cluster, or use another image.variant or machine type",
      ],
      [
        "AWS' own, behind plain machines",
        withGroups({ machineTypes: ["m7i.large", "inf2.xlarge"] }),
        "warning nodeGroups[0].machineTypes[1]: inf2.xlarge has AWS Inferentia and Trainium, for which the standard " +
          "image of al2023 has no drivers; install them in the cluster, or use another image.variant or machine type",
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
        "variants that a family does not have",
        withGroups(
          { image: { variant: "fips" } },
          { machineTypes: ["m7g.large"], image: { variant: "neuron" } },
          { image: { family: "windows", variant: "standard" } },
        ),
        "error nodeGroups[0].image.variant: there is no fips image of al2023 for x86_64; supported: standard, nvidia, " +
          "neuron",
        "error nodeGroups[1].image.variant: there is no neuron image of al2023 for arm64; supported: standard, nvidia",
        "error nodeGroups[2].image.variant: there is no standard image of windows for x86_64; supported: 2019-core, " +
          "2019-full, 2022-core, 2022-full, 2025-core, 2025-full",
      ],
      [
        "Windows for Graviton",
        withGroups({ machineTypes: ["m7g.large"], image: { family: "windows" } }),
        "error nodeGroups[0].image.family: there is no image of windows for arm64",
      ],
    ],
  },
  {
    rule: "eks/node-groups/custom-image-exclusive",
    passes: [["an id and a family", withGroups({ image: { id: ami, family: "bottlerocket" } }, {})]],
    fails: [
      [
        "a release and a variant in addition",
        withGroups({ image: { id: ami, release: "latest", variant: "standard" } }),
        "error nodeGroups[0].image.variant: has no effect in addition to image.id; omit it",
        "error nodeGroups[0].image.release: has no effect in addition to image.id; omit it",
      ],
    ],
  },
  {
    rule: "eks/node-groups/custom-image-id",
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
    rule: "eks/node-groups/custom-windows-image-self-managed",
    passes: [
      [
        "a self-managed group, and other images",
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
        'error nodeGroups[0].image.id: EKS registers nodes of a custom image as Linux; set kind to "self-managed" for a ' +
          "custom Windows image",
      ],
    ],
  },
  {
    rule: "eks/node-groups/windows-2025",
    passes: [
      [
        "a self-managed group, and other years",
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
        "error nodeGroups[0].image.variant: 2025-full is not supported by version 6.25.0 of the AWS provider, which the " +
          'range allows; set kind to "self-managed", or use 2022',
      ],
      [
        "an older Kubernetes",
        {
          ...withGroups({ kind: "self-managed", image: { family: "windows", variant: "2025-core" } }),
          kubernetesVersion: "1.34",
        },
        "error nodeGroups[0].image.variant: 2025-core needs Kubernetes 1.35 or later, got 1.34; use 2022",
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
        'error nodeGroups[0].image.release: AWS publishes no parameters for releases of Windows, got "1.35-2026.09.09"; ' +
          'set "latest", or image.id',
        "error nodeGroups[1].image.release: must be a literal in a self-managed group: a part of it identifies the image",
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
];
