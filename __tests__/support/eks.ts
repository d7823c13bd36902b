import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import { type EksCluster } from "../../modules/eks/cluster";
import type { EksClusterProps } from "../../modules/eks/spec";
import { EksStack } from "../../stacks/eks-stack";
import { once } from "./once";
import { Synthesized } from "./synthesized";

/** A cluster with only the required fields. */
export const minimal: EksClusterProps = {
  name: "shop",
  region: "eu-central-1",
  kubernetesVersion: "1.35",
  access: { admins: ["arn:aws:iam::111122223333:role/Admin"] },
  nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size: 3 }],
};

/**
 * A cluster in a stack of this project, with readable addresses: `minimal` with changes. Clusters with equal props share one synthesis, unless `change`
 * changes them.
 */
export function synthesizeEks(
  props: Partial<EksClusterProps> = {},
  change?: (cluster: EksCluster) => void,
): Synthesized {
  return change ? synthesized(props, change) : unchanged(props);
}

const unchanged = once((props: Partial<EksClusterProps>) => synthesized(props));

function synthesized(props: Partial<EksClusterProps>, change?: (cluster: EksCluster) => void): Synthesized {
  return Synthesized.from(
    (app) => {
      const stack = new EksStack(app, { platform: "eks", ...minimal, ...props });
      change?.(stack.cluster);
      return stack;
    },
    { alone: true },
  );
}

/** A cluster in a plain stack, as other projects create it. */
export function synthesizePlain(build: (stack: TerraformStack) => void): Synthesized {
  return Synthesized.from((app) => {
    const stack = new TerraformStack(app, "plain");
    new AwsProvider(stack, "aws", { region: "eu-central-1" });
    build(stack);
    return stack;
  });
}
