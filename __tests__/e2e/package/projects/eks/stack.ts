import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import { EksCluster, type EksClusterProps } from "cdktf-clusters/eks";
import type { Construct } from "constructs";

export const props: EksClusterProps = {
  name: "shop",
  region: "eu-central-1",
  kubernetesVersion: "1.35",
  access: { admins: ["arn:aws:iam::111122223333:role/PlatformAdmin"] },
  nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size: { min: 3, max: 10 } }],
};

export class ShopStack extends TerraformStack {
  readonly cluster: EksCluster;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "terraform.tfstate" });
    new AwsProvider(this, "aws", { region: props.region });
    this.cluster = new EksCluster(this, "cluster", props);
    new TerraformOutput(this, "endpoint", { value: this.cluster.endpoint });
  }
}
