import type fc from "fast-check";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { aksClusters } from "./aks";
import { holdAll, settings } from "./check";
import { eksClusters } from "./eks";
import { gkeClusters } from "./gke";
import { onlyOn } from "./properties";

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
    const { runs, tally } = holdAll(platform, clusters);
    process.stderr.write(
      `${platform}: ${runs} clusters from seed ${settings.seed} held; looked at ${Object.entries(tally)
        .map(([name, looked]) => `${looked} (${name})`)
        .join(", ")}\n`,
    );
    if (settings.path !== undefined) return;
    expect(runs).toBe(settings.runs);
    // A property that finds nothing to look at can't go red. In a few clusters that may be so.
    if (runs < 50) return;
    const idle = Object.keys(tally).filter((name) => tally[name] === 0);
    expect(idle).toEqual(Object.keys(onlyOn).filter((name) => !onlyOn[name].includes(platform)));
  },
  settings.runs * 3_000 + 120_000,
);
