import type * as aks from "./aks";
import type * as eks from "./eks";
import type * as gke from "./gke";
import type * as kubeadm from "./kubeadm";
import type { PlatformFacts } from "./platform";

/** What decides which facts a cluster has. */
interface Explainable {
  readonly platform: string;
  readonly cloud?: string;
}

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load the facts of every platform */
const platforms: Readonly<Record<string, (cloud?: string) => PlatformFacts | undefined>> = {
  eks: () => (require("./eks") as typeof eks).eksFacts as unknown as PlatformFacts,
  aks: () => (require("./aks") as typeof aks).aksFacts as unknown as PlatformFacts,
  gke: () => (require("./gke") as typeof gke).gkeFacts as unknown as PlatformFacts,
  kubeadm: (cloud = "") =>
    (require("./kubeadm") as typeof kubeadm).kubeadmFacts(cloud) as unknown as PlatformFacts | undefined,
};

/** The facts of a cluster's platform, for kubeadm on its cloud; undefined if it cannot be explained. */
export const platformFacts = ({ platform, cloud }: Explainable): PlatformFacts | undefined =>
  Object.hasOwn(platforms, platform) ? platforms[platform](cloud) : undefined;
