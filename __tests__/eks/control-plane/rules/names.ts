import { cluster, type EksRuleCases, variable } from "../../rule-support";

const long = "n".repeat(101);

export const cases: readonly EksRuleCases[] = [
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
            'error name: must start with a letter or digit and consist of letters, digits, "-" and "_" on EKS, got ' +
              `${JSON.stringify(name)}`,
          ] as const,
      ),
    ],
  },
  {
    rule: "eks/control-plane/region-known",
    passes: [
      ["a known one", cluster()],
      ["one of another partition", cluster({ region: "us-gov-west-1" })],
      ["a reference", cluster({ region: variable })],
      [
        "an unknown one with a number of zones, which another rule reports",
        cluster({ region: "eu-centrl-1" }),
      ],
    ],
    fails: [
      [
        "one that is like none",
        cluster({ region: "zz-top-1", network: { zones: ["zz-top-1a"] } }),
        'warning region: "zz-top-1" is not a known region with EKS',
      ],
      [
        "a zone",
        cluster({ region: "eu-central-1a" }),
        'error region: must be a region of AWS such as eu-central-1, got "eu-central-1a"; this is a zone of eu-central-1',
      ],
      [
        "a place",
        cluster({ region: "Frankfurt" }),
        'error region: must be a region of AWS such as eu-central-1, got "Frankfurt"',
      ],
      [
        "one that is misspelt or new",
        cluster({ region: "sa-esat-1", network: { zones: ["sa-esat-1a", "sa-esat-1b"] } }),
        'warning region: "sa-esat-1" is not a known region with EKS; did you mean "sa-east-1"?',
      ],
      [
        "a new one",
        cluster({ region: "sa-west-1", network: { zones: ["sa-west-1a", "sa-west-1b"] } }),
        'warning region: "sa-west-1" is not a known region with EKS (known regions with sa-: sa-east-1)',
      ],
      [
        "a name in the form of Google Cloud",
        cluster({ region: "eu-central1" }),
        'error region: must be a region of AWS such as eu-central-1, got "eu-central1"; did you mean "eu-central-1"?',
      ],
    ],
  },
];
