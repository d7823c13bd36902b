import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import { KubeadmCluster, type KubeadmClusterProps } from "cdktf-clusters/kubeadm";
import type { Construct } from "constructs";

export const props: KubeadmClusterProps = {
  cloud: "aws",
  name: "shop",
  region: "eu-central-1",
  kubernetesVersion: "1.35.4",
  controlPlane: { machines: 3, machineType: "m7i.large" },
  access: { privateFrom: ["10.8.0.0/16"], admins: ["arn:aws:iam::111122223333:role/PlatformAdmin"] },
  nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size: { min: 3, max: 10 } }],
};

export class ShopStack extends TerraformStack {
  readonly cluster: KubeadmCluster;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "terraform.tfstate" });
    new AwsProvider(this, "aws", { region: props.region });
    this.cluster = new KubeadmCluster(this, "cluster", props);
    new TerraformOutput(this, "endpoint", { value: this.cluster.endpoint });
  }
}
