import type { ClusterSettings } from "../platform/cluster-stack";

/** The clusters by the names of their stacks. The ranges differ, so that the networks can be connected. */
export const environments: Readonly<Record<string, ClusterSettings>> = {
  "shop-dev": {
    account: "111122223333",
    team: "shop",
    cidr: "10.20.0.0/16",
    size: { min: 3, max: 4 },
    protection: false,
  },
  "shop-production": {
    account: "444455556666",
    team: "shop",
    cidr: "10.30.0.0/16",
    size: { min: 3, max: 12 },
  },
};
