import { cluster, type GkeRuleCases, variable, withOptions } from "../../rule-support";

export const names: readonly GkeRuleCases[] = [
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
    rule: "gke/control-plane/region-name",
    passes: [["a region", cluster({ region: "europe-west3" })]],
    fails: [
      [
        "a zone",
        cluster({ region: "europe-west3-a" }),
        'error region: must be a region of Google Cloud such as europe-west3, got "europe-west3-a"; that is a zone of europe-west3',
      ],
      [
        "a region of AWS",
        cluster({ region: "eu-central-1" }),
        'error region: must be a region of Google Cloud such as europe-west3, got "eu-central-1"',
      ],
      [
        "a new one",
        cluster({ region: "africa-north1" }),
        'warning region: "africa-north1" is no region known here (those with africa-: africa-south1)',
      ],
    ],
  },
  {
    rule: "gke/control-plane/projects",
    passes: [
      [
        "ids",
        withOptions({
          project: "shop-production",
          fleetProject: "example.com:fleet-1",
          imageProjects: ["shop-images"],
        }),
      ],
      ["no project: the provider's own", cluster()],
    ],
    fails: [
      [
        "a number",
        withOptions({ project: "123456789" }),
        'error gke.project: must be the id of a project such as shop-production, got "123456789"',
      ],
      [
        "a name",
        withOptions({ fleetProject: "Our Fleet" }),
        'error gke.fleetProject: must be the id of a project such as shop-production, got "Our Fleet"',
      ],
      [
        "one twice",
        withOptions({ imageProjects: ["shop-images", "shop-images"] }),
        'error gke.imageProjects[1]: "shop-images" is there already, at position 0',
      ],
      [
        "a registry",
        withOptions({ imageProjects: ["europe-docker.pkg.dev/shop"] }),
        'error gke.imageProjects[0]: must be the id of a project such as shop-production, got "europe-docker.pkg.dev/shop"',
      ],
    ],
  },
  {
    rule: "gke/control-plane/node-service-account",
    passes: [
      [
        "an account of one's own",
        withOptions({ nodeServiceAccountEmail: "nodes@shop.iam.gserviceaccount.com" }),
      ],
    ],
    fails: [
      [
        "a person",
        withOptions({ nodeServiceAccountEmail: "ann@example.com" }),
        'error gke.nodeServiceAccountEmail: must be the e-mail of a service account such as nodes@shop.iam.gserviceaccount.com, got "ann@example.com"',
      ],
      [
        "the default account",
        withOptions({ nodeServiceAccountEmail: "123456789-compute@developer.gserviceaccount.com" }),
        "error gke.nodeServiceAccountEmail: 123456789-compute@developer.gserviceaccount.com is the default account of Compute Engine, which may edit the whole project; name one of your own",
      ],
    ],
  },
];
