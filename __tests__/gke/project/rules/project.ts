import { type GkeRuleCases, cluster, withOptions } from "../../rule-support";

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/project/project-ids",
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
        'error gke.imageProjects[1]: "shop-images" is a duplicate of [0]',
      ],
      [
        "a registry",
        withOptions({ imageProjects: ["europe-docker.pkg.dev/shop"] }),
        'error gke.imageProjects[0]: must be the id of a project such as shop-production, got "europe-docker.pkg.dev/shop"',
      ],
    ],
  },
];
