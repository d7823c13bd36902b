import {
  cluster,
  type EksRuleCases,
  variable,
  withExisting,
  withGroups,
  withNetwork,
} from "../../rule-support";

const long = "n".repeat(101);

export const names: readonly EksRuleCases[] = [
  {
    rule: "cluster/fields/literal",
    passes: [
      ["literals", withNetwork({ cidr: "10.0.0.0/16", endpoints: ["ec2"] })],
      ["ids that only Terraform knows", withExisting({ vpcId: variable, controlPlaneSubnetIds: [variable] })],
    ],
    fails: [
      [
        "a range from a variable",
        withNetwork({ cidr: variable }),
        'error network.cidr: must be a literal, got "${var.some}": it decides which resources there are, before Terraform knows any variable',
      ],
      [
        "the zone of a subnet from a variable",
        withExisting({ nodeSubnets: [{ id: "subnet-00000000000000001", zone: variable }] }),
        'error network.existing.nodeSubnets[0].zone: must be a literal, got "${var.some}": it decides which resources there are, before Terraform knows any variable',
      ],
      [
        "a machine type from a variable",
        withGroups({ machineTypes: [variable] }),
        'error nodeGroups[0].machineTypes[0]: must be a literal, got "${var.some}": it decides which resources there are, before Terraform knows any variable',
      ],
    ],
  },
  {
    rule: "eks/control-plane/cluster-name",
    passes: [
      ["letters, digits, dashes", cluster({ name: "9-Lives_shop" })],
      ["100 characters", cluster({ name: "n".repeat(100) })],
      ["a reference", cluster({ name: variable })],
    ],
    fails: [
      [
        "101 characters",
        cluster({ name: long }),
        `error name: must have at most 100 characters on EKS, "${long}" has 101`,
      ],
      ...["-shop", "my shop", ""].map(
        (name) =>
          [
            JSON.stringify(name),
            cluster({ name }),
            `error name: must start with a letter or digit and hold letters, digits, "-" and "_" on EKS, got ${JSON.stringify(name)}`,
          ] as const,
      ),
    ],
  },
  {
    rule: "eks/control-plane/node-group-name-length",
    passes: [
      [
        "references",
        withGroups({ name: variable, spread: "per-zone" }, { zones: variable, spread: "per-zone" }),
      ],
      ["54 characters in one group", withGroups({ name: "n".repeat(54) })],
      ["40 characters and a zone", withGroups({ name: "n".repeat(40), spread: "per-zone" })],
    ],
    fails: [
      [
        "55 characters",
        withGroups({ name: "n".repeat(55) }),
        `error nodeGroups[0].name: must have at most 54 characters (EKS takes 63 with a hash after it), "${"n".repeat(55)}" has 55`,
      ],
      [
        "41 characters and a zone",
        withGroups({ name: "n".repeat(41), spread: "per-zone" }),
        `error nodeGroups[0].name: must have at most 40 characters (EKS takes 63 with the zone and a hash after it), "${"n".repeat(41)}" has 41`,
      ],
    ],
  },
  {
    rule: "eks/control-plane/region-name",
    passes: [
      ["a known one", cluster()],
      ["one of another partition", cluster({ region: "us-gov-west-1" })],
      ["a reference", cluster({ region: variable })],
    ],
    fails: [
      [
        "one that is like none",
        cluster({ region: "zz-top-1" }),
        'warning region: "zz-top-1" is no region known to have EKS',
      ],
      [
        "a zone",
        cluster({ region: "eu-central-1a" }),
        'error region: must be a region of AWS such as eu-central-1, got "eu-central-1a"; that is a zone of eu-central-1',
      ],
      [
        "a place",
        cluster({ region: "Frankfurt" }),
        'error region: must be a region of AWS such as eu-central-1, got "Frankfurt"',
      ],
      [
        "one that is misspelt or new",
        cluster({ region: "sa-esat-1" }),
        'warning region: "sa-esat-1" is no region known to have EKS (those with sa-: sa-east-1)',
      ],
    ],
  },
];
