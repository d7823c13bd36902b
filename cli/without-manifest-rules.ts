import type { LoadOptions } from "../modules/environment";
import { platforms } from "../modules/environment/platforms";

const manifestRules = "kubeadm/software/manifests-";

/** Loads clusters without the rules on manifests, for commands that a user runs before the manifests exist. */
export const withoutManifestRules: LoadOptions = {
  platforms: {
    ...platforms,
    kubeadm: {
      ...platforms.kubeadm,
      rules: () => {
        const problemsOf = platforms.kubeadm.rules();
        return (cluster, context) =>
          problemsOf(cluster, context).filter(({ rule }) => !rule.startsWith(manifestRules));
      },
    },
  },
};
