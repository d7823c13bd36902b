import type { KubeadmCluster } from "../../modules/kubeadm/cluster";
import type { KubeadmClusterProps } from "../../modules/kubeadm/spec";
import { KubeadmStack } from "../../stacks/kubeadm-stack";
import { once } from "./once";
import { Synthesized } from "./synthesized";

/** A cluster with only the required fields. */
export const minimal: KubeadmClusterProps = {
  cloud: "aws",
  name: "shop",
  region: "eu-central-1",
  kubernetesVersion: "1.35.4",
  controlPlane: { machineType: "m7i.large" },
  access: { admins: ["arn:aws:iam::111122223333:role/Admin"] },
  nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size: 3 }],
};

/**
 * A cluster in a stack of this project, with readable addresses: `minimal` with changes. Clusters with equal props share one synthesis, unless `change`
 * changes them.
 */
export function synthesizeKubeadm(
  props: Partial<KubeadmClusterProps> = {},
  change?: (cluster: KubeadmCluster) => void,
): Synthesized {
  return change ? synthesized(props, change) : unchanged(props);
}

const unchanged = once((props: Partial<KubeadmClusterProps>) => synthesized(props));

function synthesized(
  props: Partial<KubeadmClusterProps>,
  change?: (cluster: KubeadmCluster) => void,
): Synthesized {
  return Synthesized.from(
    (app) => {
      const stack = new KubeadmStack(app, { platform: "kubeadm", ...minimal, ...props });
      change?.(stack.cluster);
      return stack;
    },
    { alone: true },
  );
}
