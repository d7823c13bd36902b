import { type GkeRuleCases, cluster, variable } from "../../rule-support";

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/control-plane/cluster-name",
    passes: [
      ["40 characters", cluster({ name: "a".repeat(40) })],
      ["what only Terraform knows", cluster({ name: variable })],
    ],
    fails: [
      [
        "41 characters",
        cluster({ name: "a".repeat(41) }),
        'error name: must have at most 40 characters on GKE, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" has 41',
      ],
      [
        "capitals",
        cluster({ name: "Shop" }),
        'error name: must start with a letter, end in a letter or digit, and hold lower-case letters, digits and "-" on GKE, got "Shop"',
      ],
      [
        "a dash at the end",
        cluster({ name: "shop-" }),
        'error name: must start with a letter, end in a letter or digit, and hold lower-case letters, digits and "-" on GKE, got "shop-"',
      ],
      [
        "a digit at the start",
        cluster({ name: "1shop" }),
        'error name: must start with a letter, end in a letter or digit, and hold lower-case letters, digits and "-" on GKE, got "1shop"',
      ],
    ],
  },
  {
    rule: "gke/control-plane/region-known",
    passes: [
      ["a region", cluster({ region: "europe-west3" })],
      [
        "an unknown one with a number of zones, which another rule reports",
        cluster({ region: "africa-north1" }),
      ],
    ],
    fails: [
      [
        "a zone",
        cluster({ region: "europe-west3-a" }),
        'error region: must be a region of Google Cloud such as europe-west3, got "europe-west3-a"; this is a zone of europe-west3',
      ],
      [
        "a region of AWS",
        cluster({ region: "eu-central-1" }),
        'error region: must be a region of Google Cloud such as europe-west3, got "eu-central-1"',
      ],
      [
        "a name in the form of AWS",
        cluster({ region: "us-east-1" }),
        'error region: must be a region of Google Cloud such as europe-west3, got "us-east-1"; did you mean "us-east1"?',
      ],
      [
        "a new one",
        cluster({ region: "africa-north1", network: { zones: ["africa-north1-a"] } }),
        'warning region: "africa-north1" is an unknown region (known regions with africa-: africa-south1)',
      ],
    ],
  },
];
