import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Aspects, S3Backend, TerraformOutput, TerraformStack } from "cdktf";
import { EksCluster, type EksClusterProps } from "cdktf-clusters/eks";
import type { Construct } from "constructs";
import { OnlyPrivate } from "../policy/only-private";

/** What an environment decides. Everything else is the same in all environments. */
export interface ClusterSettings {
  readonly account: string;
  readonly team: string;
  readonly cidr: string;
  readonly size: { readonly min: number; readonly max: number };
  readonly protection?: boolean;
}

/** A cluster as this company runs it: one module that all environments share. */
export class ClusterStack extends TerraformStack {
  readonly cluster: EksCluster;

  constructor(scope: Construct, id: string, settings: ClusterSettings) {
    super(scope, id);
    const region = "eu-central-1";
    const backend = new S3Backend(this, {
      bucket: `acme-state-${settings.account}`,
      key: `${id}.tfstate`,
      region,
    });
    backend.addOverride("use_lockfile", true); // newer than the types of CDKTF
    new AwsProvider(this, "aws", { region, allowedAccountIds: [settings.account] });
    this.cluster = new EksCluster(this, "cluster", { ...standard, ...propsOf(id, region, settings) });
    new TerraformOutput(this, "endpoint", { value: this.cluster.endpoint });
    Aspects.of(this).add(new OnlyPrivate());
  }
}

const standard = {
  kubernetesVersion: "1.35",
  autoscaling: "cluster-autoscaler",
} as const;

function propsOf(
  name: string,
  region: string,
  settings: ClusterSettings,
): Omit<EksClusterProps, "kubernetesVersion"> {
  const { account, cidr, size, team, protection = true } = settings;
  return {
    name,
    region,
    network: { cidr },
    access: {
      privateFrom: ["10.8.0.0/16"],
      admins: [`arn:aws:iam::${account}:role/PlatformAdmin`],
    },
    nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size }],
    tags: { team, "managed-by": "terraform" },
    protection,
  };
}
