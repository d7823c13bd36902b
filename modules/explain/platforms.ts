import type * as aks from "./aks";
import type * as eks from "./eks";
import type * as gke from "./gke";
import type { PlatformFacts } from "./platform";

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load the facts of every platform */
const platforms: Readonly<Record<string, () => PlatformFacts>> = {
  eks: () => (require("./eks") as typeof eks).eksFacts as unknown as PlatformFacts,
  aks: () => (require("./aks") as typeof aks).aksFacts as unknown as PlatformFacts,
  gke: () => (require("./gke") as typeof gke).gkeFacts as unknown as PlatformFacts,
};

/** The facts of a platform; undefined if it cannot be explained. */
export const platformFacts = (platform: string): PlatformFacts | undefined =>
  Object.hasOwn(platforms, platform) ? platforms[platform]() : undefined;
