import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import { GkeCluster, type GkeStandardClusterProps } from "cdktf-clusters/gke";
import type { Construct } from "constructs";

export const props: GkeStandardClusterProps = {
  name: "shop",
  region: "europe-west3",
  kubernetesVersion: "1.35",
  access: { admins: ["group:platform@example.com"] },
  nodeGroups: [{ name: "workers", machineTypes: ["n2-standard-4"], size: { min: 3, max: 10 } }],
  gke: { project: "acme-shop" },
};

export class ShopStack extends TerraformStack {
  readonly cluster: GkeCluster;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: "terraform.tfstate" });
    new GoogleProvider(this, "provider", { project: "acme-shop", region: props.region });
    this.cluster = new GkeCluster(this, "cluster", props);
    new TerraformOutput(this, "endpoint", { value: this.cluster.endpoint });
  }
}
