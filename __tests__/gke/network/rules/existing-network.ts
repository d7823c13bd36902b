import {
  type GkeRuleCases,
  cluster,
  existing,
  variable,
  withExisting,
  withNetwork,
} from "../../rule-support";

const more = "projects/shop-network/regions/europe-west3/subnetworks/more";

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/network/host-project-of-network",
    passes: [
      ["a host project", withExisting()],
      [
        "names in the cluster's project",
        withExisting({ hostProject: undefined, network: "shop", subnetwork: "nodes" }),
      ],
      [
        "a link in the cluster's project",
        { ...withExisting({ hostProject: undefined }), gke: { project: "shop-network" } },
      ],
      ["references", withExisting({ hostProject: undefined, network: variable, subnetwork: variable })],
      [
        "a reference to the project",
        { ...withExisting({ hostProject: undefined }), gke: { project: variable } },
      ],
    ],
    fails: [
      [
        "a link in another project",
        { ...withExisting({ hostProject: undefined }), gke: { project: "shop-production" } },
        'error network.existing.network: is in the project "shop-network", and the cluster in "shop-production": set hostProject to "shop-network"',
      ],
      [
        "a link of a subnetwork, and no project of the cluster",
        withExisting({ hostProject: undefined, network: "shop" }),
        'warning network.existing.subnetwork: is in the project "shop-network": set hostProject if the cluster is in another project, or gke.project if it is in this one',
      ],
    ],
  },
  {
    rule: "gke/network/existing-subnets",
    passes: [["one more", withExisting({ moreSubnets: [{ subnetwork: more, podRanges: ["pods-2"] }] })]],
    fails: [
      [
        "the same subnet, and no range",
        withExisting({
          moreSubnets: [
            { subnetwork: more, podRanges: [] },
            { subnetwork: more, podRanges: ["a", "a"] },
          ],
        }),
        "error network.existing.moreSubnets[0].podRanges: must name at least one secondary range for pods",
        `error network.existing.moreSubnets[1].subnetwork: "${more}" is already in use`,
        'error network.existing.moreSubnets[1].podRanges[1]: "a" is a duplicate of [0]',
      ],
      [
        "another region, a name in a host project, and a range",
        withExisting({
          moreSubnets: [
            { subnetwork: more.replace("europe-west3", "europe-west1"), podRanges: ["pods-2"] },
            { subnetwork: "more", podRanges: ["10.2.0.0/16"] },
          ],
        }),
        "error network.existing.moreSubnets[0].subnetwork: must be in the cluster's region, europe-west3, got one in europe-west1",
        "error network.existing.moreSubnets[1].subnetwork: must be a self link, since the network is in a host project, such as " +
          `${more}, got "more"`,
        'error network.existing.moreSubnets[1].podRanges[0]: must be the name of a secondary range: at most 63 lower-case letters, digits and "-", starting with a letter, got "10.2.0.0/16"',
      ],
    ],
  },
  {
    rule: "gke/network/existing-network-exclusive",
    passes: [["fields of any network", withNetwork({ existing, zones: 2, dataplane: "calico" })]],
    fails: [
      [
        "fields of a new network",
        cluster({
          network: {
            existing,
            cidr: "10.0.0.0/16",
            nat: "single",
            flowLogs: true,
            morePodCidrs: ["100.64.0.0/16"],
          },
          loadBalancing: { proxyCidr: "10.10.0.0/23" },
        }),
        "error network.cidr: is for a new network; omit it with network.existing",
        "error network.morePodCidrs: is for a new network; omit it with network.existing",
        "error network.nat: is for a new network; omit it with network.existing",
        "error network.flowLogs: is for a new network; omit it with network.existing",
        "error loadBalancing.proxyCidr: makes a subnet, which is for a new network; omit it with network.existing",
      ],
    ],
  },
  {
    rule: "gke/network/existing-network-names",
    passes: [
      ["links of a host project", withExisting()],
      [
        "names in the cluster's project",
        withExisting({ hostProject: undefined, network: "shop", subnetwork: "nodes" }),
      ],
      ["references", withExisting({ network: variable, subnetwork: variable, podRange: variable })],
    ],
    fails: [
      [
        "names in a host project",
        withExisting({ network: "shop", subnetwork: "nodes" }),
        'error network.existing.network: must be a self link, since the network is in a host project, such as projects/shop-network/global/networks/shop, got "shop"',
        'error network.existing.subnetwork: must be a self link, since the network is in a host project, such as projects/shop-network/regions/europe-west3/subnetworks/shop, got "nodes"',
      ],
      [
        "an invalid name",
        withExisting({ hostProject: undefined, network: "vpc-0a1b/2" }),
        'error network.existing.network: must be a name or a self link, such as projects/shop-network/global/networks/shop, got "vpc-0a1b/2"',
      ],
      [
        "another project",
        withExisting({ network: "projects/other/global/networks/shop" }),
        "error network.existing.network: must be in the host project, shop-network, got one in other",
      ],
      [
        "another region",
        withExisting({ subnetwork: "projects/shop-network/regions/europe-west1/subnetworks/nodes" }),
        "error network.existing.subnetwork: must be in the cluster's region, europe-west3, got one in europe-west1",
      ],
      [
        "ranges that are none",
        withExisting({ podRange: "10.2.0.0/16", morePodRanges: ["more", "more"] }),
        'error network.existing.podRange: must be the name of a secondary range: at most 63 lower-case letters, digits and "-", starting with a letter, got "10.2.0.0/16"',
        'error network.existing.morePodRanges[1]: "more" is a duplicate of [0]',
      ],
      [
        "a number of a project",
        withExisting({ hostProject: "12345" }),
        "error network.existing.network: must be in the host project, 12345, got one in shop-network",
        "error network.existing.subnetwork: must be in the host project, 12345, got one in shop-network",
        'error network.existing.hostProject: must be the id of a project such as shop-production, got "12345"',
      ],
    ],
  },
  {
    rule: "gke/network/existing-ranges-distinct",
    passes: [["two", withExisting()]],
    fails: [
      [
        "the same range for both",
        withExisting({ serviceRange: "pods", morePodRanges: ["pods"] }),
        'error network.existing.serviceRange: must differ from podRange, got "pods" for both',
        'error network.existing.morePodRanges[0]: "pods" is already in use',
      ],
    ],
  },
  {
    rule: "gke/network/existing-range-syntax",
    passes: [["ranges", withExisting()]],
    fails: [
      [
        "addresses",
        withExisting({ nodeCidr: "10.1.0.1/20" }),
        "error network.existing.nodeCidr: 10.1.0.1/20 is an address in 10.1.0.0/20; use 10.1.0.0/20",
      ],
    ],
  },
];
