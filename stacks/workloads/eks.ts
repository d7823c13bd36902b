import { Fn, propertyAccess, type TerraformRemoteState } from "cdktf";
import { InputError } from "../../modules/cluster/problem";
import { fields } from "../../modules/eks/fields.generated";
import type { EksClusterSpec } from "../../modules/eks/spec";
import { type ObjectOutputs, objectsOf } from "../../modules/eks/workloads/objects";
import { type ClusterOutputs, releasesOf } from "../../modules/eks/workloads/values";
import { execApiVersion, type Installation, type InstallationContext } from "./installation";

/** The programs of an EKS cluster. */
export function eksInstallation(spec: EksClusterSpec, context: InstallationContext): Installation {
  const { state } = context;
  const cluster = context.withVariables(spec, fields);
  return {
    cluster,
    connection: {
      host: state.getString("cluster_endpoint"),
      clusterCaCertificate: Fn.base64decode(state.getString("cluster_ca_certificate")),
      exec: { apiVersion: execApiVersion, command: "aws", args: tokenCommand(cluster, context) },
    },
    releases: releasesOf(cluster, outputsOf(state)),
    objects: objectsOf(cluster, objectOutputsOf(state, cluster)),
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
function outputsOf(state: TerraformRemoteState): ClusterOutputs {
  return {
    endpoint: state.getString("cluster_endpoint"),
    vpcId: state.getString("network_id"),
    karpenterQueueName: state.getString("karpenter_queue_name"),
    terminationQueueUrl: state.getString("node_termination_queue_url"),
    loadBalancerGroupId: state.getString("load_balancer_security_group_id"),
    roleArnOf: (account) => Fn.lookup(state.get("controller_role_arns"), account),
  };
}

/** The outputs of the first stack that objects need. */
function objectOutputsOf(state: TerraformRemoteState, { encryption }: EksClusterSpec): ObjectOutputs {
  return {
    karpenterInstanceProfileName: state.getString("karpenter_instance_profile_name"),
    ...(encryption?.disks === "customer-key" && {
      karpenterDisksKeyArn: state.getString("karpenter_disks_key_arn"),
    }),
    storageObjects: propertyAccess(state.get("storage_manifests"), ["items"]),
  };
}
