import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";
import { App, TerraformStack } from "cdktf";
import { EksCluster } from "cdktf-clusters/eks";

const access = { admins: ["arn:aws:iam::111122223333:role/PlatformAdmin"] };

export class MyStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    new AwsProvider(this, "aws", { region: "eu-central-1" });
    const blue = new EksCluster(this, "blue", {
      name: "blue",
      region: "eu-central-1",
      kubernetesVersion: "1.35",
      access,
      nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size: { min: 3, max: 10 } }],
    });
    blue.addNodeGroup({
      name: "batch",
      machineTypes: ["m7i.xlarge", "m6i.xlarge"],
      size: 2,
      capacity: "spot",
    });

    new EksCluster(this, "green", {
      name: "green",
      region: "eu-central-1",
      kubernetesVersion: "1.36",
      access,
      network: { cidr: "10.1.0.0/16", zones: 2 },
      nodeGroups: [{ name: "workers", machineTypes: ["m7g.large"], size: 2 }],
    });
  }
}

if (require.main === module) {
  const app = new App();
  new MyStack(app, "mine");
  app.synth();
}
