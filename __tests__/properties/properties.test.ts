import type fc from "fast-check";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { aksClusters } from "./aks";
import { holdAll, settings } from "./check";
import { eksClusters } from "./eks";
import { gkeClusters } from "./gke";

const { runs, seed } = settings;

/** Right clusters of each platform. */
const platforms: readonly (readonly [PlatformClusterSpec["platform"], fc.Arbitrary<PlatformClusterSpec>])[] =
  [
    ["eks", eksClusters],
    ["aks", aksClusters],
    ["gke", gkeClusters],
  ];

test.each(platforms)(
  "every right cluster on %s holds all properties",
  (platform, clusters) => {
    const tally = holdAll(platform, clusters);
    process.stderr.write(
      `${platform}: ${runs} clusters from seed ${seed}; looked at ${Object.entries(tally)
        .map(([name, looked]) => `${looked} (${name})`)
        .join(", ")}\n`,
    );
  },
  runs * 3_000 + 120_000,
);
