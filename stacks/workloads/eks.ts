import { Fn } from "cdktf";
import { derivedFrom } from "../../modules/cluster/inputs";
import { InputError } from "../../modules/cluster/problem";
import { fields } from "../../modules/eks/fields.generated";
import type { EksClusterSpec } from "../../modules/eks/spec";
import { type ObjectOutputs, objectsOf } from "../../modules/eks/workloads/objects";
import { type ClusterOutputs, type OfVersion, releasesOf } from "../../modules/eks/workloads/values";
import { execApiVersion, type Installation, type InstallationContext } from "./installation";
import type { OutputReader } from "./output-reader";

/** The programs of an EKS cluster. */
export function eksInstallation(spec: EksClusterSpec, context: InstallationContext): Installation {
  const { stack, outputs } = context;
  const cluster = context.withVariables(spec, fields);
  const ofVersion: OfVersion = (minor, derive) => derivedFrom(stack, "kubernetesVersion", minor, derive);
  return {
    cluster,
    connection: {
      host: outputs.text("cluster_endpoint"),
      clusterCaCertificate: Fn.base64decode(outputs.text("cluster_ca_certificate")),
      exec: { apiVersion: execApiVersion, command: "aws", args: tokenCommand(cluster, context) },
    },
    releases: releasesOf(cluster, { ...outputsOf(outputs), ofVersion }),
    objects: objectsOf(cluster, { ...objectOutputsOf(outputs, cluster), ofVersion }),
  };
}

/** The command of the AWS CLI that prints a token, with the role that the provider of the first stack assumes. */
export function tokenCommand(
  { region, name }: Pick<EksClusterSpec, "region" | "name">,
  { providerSettings }: InstallationContext,
): string[] {
  const { assumeRole } = providerSettings("aws");
  if (assumeRole?.externalId !== undefined) {
    throw new InputError(
      "providers.aws.assumeRole.externalId: the AWS CLI cannot get a token for workloads with an external id; assume the role " +
        "before Terraform runs, and omit assumeRole",
    );
  }
  const role = assumeRole ? ["--role-arn", assumeRole.roleArn] : [];
  return ["eks", "get-token", "--output", "json", "--region", region, "--cluster-name", name, ...role];
}

/** The outputs of the first stack that the values of charts need. */
function outputsOf(outputs: OutputReader): Omit<ClusterOutputs, "ofVersion"> {
  return {
    endpoint: outputs.text("cluster_endpoint"),
    vpcId: outputs.text("network_id"),
    karpenterQueueName: outputs.text("karpenter_queue_name"),
    terminationQueueUrl: outputs.text("node_termination_queue_url"),
    loadBalancerGroupId: outputs.text("load_balancer_security_group_id"),
    roleArnOf: (account) => outputs.entry("controller_role_arns", account),
  };
}

/** The outputs of the first stack that objects need. */
function objectOutputsOf(
  outputs: OutputReader,
  { encryption }: EksClusterSpec,
): Omit<ObjectOutputs, "ofVersion"> {
  return {
    karpenterInstanceProfileName: outputs.text("karpenter_instance_profile_name"),
    ...(encryption?.disks === "customer-key" && {
      karpenterDisksKeyArn: outputs.text("karpenter_disks_key_arn"),
    }),
    storageObjects: outputs.objects("storage_manifests"),
  };
}
