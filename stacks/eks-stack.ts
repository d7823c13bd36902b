import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";
import type { InputTable } from "../modules/cluster/inputs";
import { EksCluster } from "../modules/eks/cluster";
import { fields } from "../modules/eks/fields.generated";
import type { EksClusterSpec } from "../modules/eks/spec";
import { EksWorkloadIdentity } from "../modules/eks/identity/workload-identity";
import { awsProvider } from "../modules/aws/provider";
import type { EnvironmentSettings } from "../modules/environment/settings";
import { ClusterStack, type Extras } from "./cluster-stack";

/** An EKS cluster with its provider, backend and outputs. */
export class EksStack extends ClusterStack {
  readonly cluster: EksCluster;

  constructor(
    scope: Construct,
    { platform: _, ...spec }: EksClusterSpec,
    settings: EnvironmentSettings = {},
    inputs?: InputTable,
  ) {
    super(scope, spec.name, settings, inputs);
    const props = this.withVariables(spec, fields);
    const { assumeRole, defaultTags, ...guards } = this.providerSettings("aws");
    new AwsProvider(this, "aws", {
      region: props.region,
      ...guards,
      ...(assumeRole && { assumeRole: [assumeRole] }),
      ...(defaultTags && { defaultTags: [{ tags: defaultTags }] }),
    });
    this.requireProvider({ name: "aws", ...awsProvider });

    // The addresses do not contain this id; they start with the component.
    const cluster = new EksCluster(this, "Default", props);
    this.cluster = cluster;
    this.createOutputs(
      {
        cluster_name: cluster.name,
        cluster_endpoint: cluster.endpoint,
        cluster_ca_certificate: cluster.certificateAuthority,
        kubernetes_version: cluster.controlPlane.cluster.version,
        kubeconfig_command: `aws eks update-kubeconfig --region ${props.region} --name ${props.name}`,
        oidc_issuer_url: cluster.oidcIssuerUrl,
        network_id: cluster.network.vpcId,
        node_subnet_ids: cluster.network.nodeSubnets.map((subnet) => subnet.id),
        node_groups: cluster.compute.nodes ? nodeGroupOutput(cluster) : {},
      },
      {
        cluster_arn: [cluster.controlPlane.cluster.arn, "ARN of the cluster"],
        cluster_security_group_id: [
          cluster.controlPlane.securityGroupId,
          "Id of the security group that EKS puts on the control plane",
        ],
        ...(cluster.compute.nodes && {
          node_security_group_id: [
            cluster.nodeGroups.security.securityGroup.id,
            "Id of the security group of all nodes",
          ],
          node_role_arn: [cluster.nodeGroups.roleArn, "ARN of the role of all nodes"],
        }),
        storage_manifests: [cluster.storage.manifests, "Storage classes for the cluster", "kubectl"],
        ...workloadOutputs(cluster),
        ...autoProvisioningOutputs(cluster),
        ...(cluster.hybridNodes?.role && {
          hybrid_node_role_name: [
            cluster.hybridNodes.role.name,
            "Name of the role for activations of hybrid nodes: aws ssm create-activation --iam-role",
          ],
        }),
      },
    );
  }
}

/** Values for the installation of Karpenter and the Node Termination Handler, and for NodeClasses. */
function autoProvisioningOutputs({ autoscaling, controlPlane, storage }: EksCluster): Extras {
  const { karpenter, nodeTerminationHandler } = autoscaling;
  return {
    ...(karpenter && {
      karpenter_queue_name: [
        karpenter.queue.name,
        "Name of the queue for Karpenter's settings.interruptionQueue",
      ],
      karpenter_node_role_name: [karpenter.nodeRole.name, "Name of the role for Karpenter's EC2NodeClasses"],
      karpenter_instance_profile_name: [
        karpenter.instanceProfile.name,
        "Name of the instance profile for Karpenter's EC2NodeClasses, in place of the role",
      ],
      ...(storage.disksKeyArn && {
        karpenter_disks_key_arn: [
          storage.disksKeyArn,
          "ARN of the key for the kmsKeyID of blockDeviceMappings in Karpenter's EC2NodeClasses",
        ],
      }),
    }),
    ...(controlPlane.autoMode && {
      auto_mode_node_role_name: [
        controlPlane.autoMode.nodeRole.name,
        "Name of the role for Auto Mode's NodeClasses",
      ],
    }),
    ...(nodeTerminationHandler && {
      node_termination_queue_url: [
        nodeTerminationHandler.queue.url,
        "URL of the queue for the queueURL of the AWS Node Termination Handler",
      ],
    }),
  };
}

/** The node pools of each node group, by zone (`all` if there is only one), and their Auto Scaling groups. */
function nodeGroupOutput(cluster: EksCluster): Record<string, unknown> {
  return Object.fromEntries(
    [...cluster.nodeGroups.groups].map(([name, group]) => [
      name,
      Object.fromEntries(
        group.nodePools.map(({ zone = "all", name: native, autoScalingGroupName }) => [
          zone,
          { name: native, auto_scaling_group: autoScalingGroupName },
        ]),
      ),
    ]),
  );
}

/** The identities of controllers, which the cluster creates for the programs that its fields name. Drivers are add-ons of EKS. */
function controllersOf(cluster: EksCluster): EksWorkloadIdentity[] {
  const workloads = new Set(cluster.identity.workloads.values());
  return cluster.node
    .findAll()
    .filter((element) => element instanceof EksWorkloadIdentity)
    .filter((identity) => !workloads.has(identity));
}

/** Roles by namespace and service account. */
const rolesOf = (identities: readonly EksWorkloadIdentity[]): Record<string, string> =>
  Object.fromEntries(identities.map(({ serviceAccount, role }) => [serviceAccount, role.arn]));

/** Values for settings inside the cluster. */
function workloadOutputs(cluster: EksCluster): Extras {
  const { workloads } = cluster.identity;
  const { sharedSecurityGroup } = cluster.loadBalancing;
  const controllers = controllersOf(cluster);
  // Their service accounts must ask for credentials; those of the others get them from EKS Pod Identity.
  const withTokens = controllers.filter(({ association }) => association === undefined);
  const withAssociation = controllers.filter(({ association }) => association !== undefined);
  return {
    ...(workloads.size > 0 && {
      workload_identity_role_arns: [
        Object.fromEntries([...workloads].map(([name, { role }]) => [name, role.arn])),
        "ARNs of the roles of workloads, by namespace and service account",
      ],
    }),
    ...(withTokens.length > 0 && {
      controller_role_arns: [
        rolesOf(withTokens),
        "ARNs of the roles of controllers on Fargate: the annotation eks.amazonaws.com/role-arn of their service accounts",
      ],
    }),
    ...(withAssociation.length > 0 && {
      pod_identity_role_arns: [
        rolesOf(withAssociation),
        "ARNs of the roles of controllers with EKS Pod Identity, by namespace and service account",
      ],
    }),
    ...(sharedSecurityGroup && {
      load_balancer_security_group_id: [
        sharedSecurityGroup.id,
        "Id of the security group of all load balancers, for the controller's backendSecurityGroup",
      ],
    }),
  };
}
