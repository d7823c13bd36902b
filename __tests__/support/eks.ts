import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import { type EksCluster } from "../../modules/eks/cluster";
import type { EksClusterProps } from "../../modules/eks/spec";
import { EksStack } from "../../stacks/eks-stack";
import { Synthesized } from "./synthesized";

/** The fewest words that make a cluster. */
export const minimal: EksClusterProps = {
  name: "shop",
  region: "eu-central-1",
  kubernetesVersion: "1.35",
  access: { admins: ["arn:aws:iam::111122223333:role/Admin"] },
  nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size: 3 }],
};

/** A cluster in a stack of ours, with readable addresses: `minimal` with some of it said differently. */
export function synthesizeEks(
  props: Partial<EksClusterProps> = {},
  change: (cluster: EksCluster) => void = () => {},
): Synthesized {
  return Synthesized.from((app) => {
    const stack = new EksStack(app, { platform: "eks", ...minimal, ...props });
    change(stack.cluster);
    return stack;
  });
}

/** A cluster in a stack of somebody else's. */
export function synthesizePlain(build: (stack: TerraformStack) => void): Synthesized {
  return Synthesized.from((app) => {
    const stack = new TerraformStack(app, "plain");
    new AwsProvider(stack, "aws", { region: "eu-central-1" });
    build(stack);
    return stack;
  });
}
