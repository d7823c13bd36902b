import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import { AksCluster, type AksClusterProps } from "cdktf-clusters/aks";
import type { Construct } from "constructs";

export const props: AksClusterProps = {
  name: "shop",
  region: "westeurope",
  kubernetesVersion: "1.35",
  access: { admins: ["7d6f2c1e-0b7e-4c55-9a53-2f1f4a0c9a11"] },
  nodeGroups: [{ name: "workers", machineTypes: ["Standard_D4ds_v5"], size: { min: 3, max: 10 } }],
};

export class ShopStack extends TerraformStack {
  readonly cluster: AksCluster;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "terraform.tfstate" });
    new AzurermProvider(this, "provider", {
      features: [{}],
      subscriptionId: "00000000-0000-0000-0000-000000000000",
    });
    this.cluster = new AksCluster(this, "cluster", props);
    new TerraformOutput(this, "endpoint", { value: this.cluster.endpoint });
  }
}
