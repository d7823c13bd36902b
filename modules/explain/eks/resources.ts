import { hoursPerMonth } from "../billing";
import type { Billing, ResourceFacts } from "../platform";
import { blocks, texts } from "../stack";

const userGuide = "https://docs.aws.amazon.com/eks/latest/userguide";

const hours = (kind: string, of: string, each: Billing["each"] = () => hoursPerMonth): Billing => ({
  kind,
  unit: "h",
  of,
  each,
});

/** Resources that exist within seconds. */
const quick: ResourceFacts = { minutes: 0.1 };

/** The kubelet of each node registers in the same way on managed and self-managed groups. */
const registration = [
  {
    step: "registration",
    text: "EC2 starts the machines. nodeadm (Bottlerocket: its own agent; Windows: a PowerShell script) reads the name, address and certificate authority of the cluster from the user data, and starts containerd and the kubelet.",
    source: "https://awslabs.github.io/amazon-eks-ami/nodeadm/",
  },
  {
    step: "registration",
    text: "The kubelet authenticates with the IAM role of the node. The access entry of the role maps it to the group system:nodes.",
    source: `${userGuide}/access-entries.html`,
  },
  {
    step: "registration",
    text: "The kubelet requests a serving certificate, and EKS approves and signs it.",
    source: `${userGuide}/cert-signing.html`,
  },
  {
    step: "registration",
    text: "The VPC CNI attaches network interfaces to the machine and reserves addresses for pods. Then the node is Ready.",
    source: `${userGuide}/managing-vpc-cni.html`,
  },
] as const satisfies ResourceFacts["hidden"];

/**
 * What is known of the resource types of EKS stacks. Times are estimates; those of the control plane agree with public logs of `terraform apply`. The source of a time is
 * the documentation of the operation for which Terraform waits.
 */
export const eksResources: Readonly<Record<string, ResourceFacts>> = {
  aws_eks_cluster: {
    minutes: 10,
    timeSource: `${userGuide}/create-cluster.html`,
    bills: [hours("control plane", "control plane")],
    hidden: [
      {
        text: "EKS runs at least two API servers and three etcd members in an account of AWS, behind a load balancer, spread over three zones.",
        source: `${userGuide}/disaster-recovery-resiliency.html`,
      },
      {
        text: "EKS creates two to four network interfaces in your subnets. Through them the control plane reaches kubelets and webhooks.",
        source: `${userGuide}/network-reqs.html`,
      },
      {
        text: "EKS creates the cluster security group, which Terraform does not manage, and attaches it to those interfaces.",
        source: `${userGuide}/sec-group-reqs.html`,
      },
      {
        text: "EKS creates a private hosted zone, so that the name of the API server has a private address in your VPC.",
        source: `${userGuide}/cluster-endpoint.html`,
        when: ({ vpc_config }) => blocks(vpc_config)[0]?.endpoint_private_access !== false,
      },
      {
        text: "EKS creates an OpenID Connect issuer for tokens of service accounts.",
        source: `${userGuide}/iam-roles-for-service-accounts.html`,
      },
      {
        text: "AWS creates the service-linked role AWSServiceRoleForAmazonEKS in the account, if it does not exist.",
        source: `${userGuide}/using-service-linked-roles-eks.html`,
      },
      {
        text: "Auto Mode starts and stops EC2 machines for pods, and creates disks and load balancers, without resources in Terraform.",
        source: `${userGuide}/automode.html`,
        when: ({ compute_config }) => blocks(compute_config)[0]?.enabled === true,
      },
    ],
  },
  aws_eks_node_group: {
    minutes: 2.5,
    timeSource: `${userGuide}/create-managed-node-group.html`,
    hidden: [
      {
        text: "EKS copies the launch template, adds its own user data, and creates an Auto Scaling group in your account.",
        source: `${userGuide}/launch-templates.html`,
      },
      {
        text: "EKS creates an access entry for the role of the nodes.",
        source: `${userGuide}/access-entries.html`,
      },
      ...registration,
    ],
  },
  aws_autoscaling_group: {
    minutes: 2,
    timeSource: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-lifecycle.html",
    hidden: [...registration],
  },
  aws_eks_fargate_profile: {
    minutes: 2,
    timeSource: `${userGuide}/fargate-profile.html`,
    hidden: [
      {
        step: "registration",
        text: "For each selected pod, Fargate starts a machine in the account of AWS with a network interface in your subnet, and registers it as a node.",
        source: `${userGuide}/fargate.html`,
      },
    ],
  },
  aws_eks_addon: {
    minutes: 1,
    hidden: [
      {
        text: "EKS applies the manifests of the add-on with server-side apply. It reports success when the pods are ready.",
        source: `${userGuide}/eks-add-ons.html`,
      },
    ],
  },
  aws_eks_capability: {
    minutes: 3,
    timeSource: `${userGuide}/capabilities.html`,
    bills: [hours("EKS capability", "EKS capabilities")],
    hidden: [
      {
        text: "EKS runs the controllers of the capability in an account of AWS, not on your nodes.",
        source: `${userGuide}/capabilities.html`,
      },
    ],
  },
  aws_eks_access_entry: quick,
  aws_eks_access_policy_association: quick,
  aws_eks_pod_identity_association: {
    ...quick,
    hidden: [
      {
        text: "EKS adds a token and an address of the agent to pods of the service account, so that they get credentials of the role.",
        source: `${userGuide}/pod-id-how-it-works.html`,
      },
    ],
  },
  aws_autoscaling_group_tag: quick,
  aws_autoscaling_lifecycle_hook: quick,
  aws_autoscaling_schedule: quick,
  aws_launch_template: quick,
  aws_placement_group: quick,
  aws_vpc: {
    minutes: 0.2,
    hidden: [
      {
        text: "AWS creates the main route table, the default network ACL, the default security group and the DHCP options of the VPC.",
        source: "https://docs.aws.amazon.com/vpc/latest/userguide/create-vpc.html",
      },
    ],
  },
  aws_default_security_group: quick,
  aws_vpc_ipv4_cidr_block_association: quick,
  aws_subnet: quick,
  aws_ec2_tag: quick,
  aws_internet_gateway: quick,
  aws_egress_only_internet_gateway: quick,
  aws_eip: { ...quick, bills: [hours("public IPv4 address", "public IPv4 addresses")] },
  aws_nat_gateway: {
    minutes: 2,
    timeSource: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html",
    bills: [hours("NAT gateway", "NAT gateways")],
    hidden: [
      {
        text: "AWS creates a network interface in the public subnet for each NAT gateway.",
        source: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html",
        when: ({ subnet_id }) => subnet_id !== undefined,
      },
    ],
  },
  aws_route: quick,
  aws_route_table: quick,
  aws_route_table_association: quick,
  aws_vpc_endpoint: {
    minutes: 1,
    bills: [
      hours("interface endpoint and zone", "interface endpoints", ({ subnet_ids, vpc_endpoint_type }) =>
        vpc_endpoint_type === "Interface" ? texts(subnet_ids).length * hoursPerMonth : 0,
      ),
    ],
    hidden: [
      {
        text: "AWS creates a network interface in each subnet of an interface endpoint, and private DNS names of the service.",
        source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
        when: ({ vpc_endpoint_type }) => vpc_endpoint_type === "Interface",
      },
    ],
  },
  aws_security_group: quick,
  aws_vpc_security_group_egress_rule: quick,
  aws_vpc_security_group_ingress_rule: quick,
  aws_flow_log: { ...quick, step: "observability" },
  aws_cloudwatch_log_group: {
    ...quick,
    step: "observability",
    bills: [{ kind: "log group", unit: "log groups (by GB of logs)", of: "log groups", each: () => 1 }],
    remains: {
      text: "EKS writes the last lines of the control plane after the log group was deleted, and so can create it again without a retention.",
      source: `${userGuide}/control-plane-logs.html`,
    },
  },
  aws_cloudwatch_event_rule: quick,
  aws_cloudwatch_event_target: quick,
  aws_sqs_queue: { minutes: 0.5 },
  aws_sqs_queue_policy: { minutes: 0.5 },
  aws_iam_role: {
    minutes: 0.1,
    hidden: [
      {
        step: "access",
        text: "A new role becomes valid in all regions within seconds. The provider repeats requests until then.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html",
      },
    ],
  },
  aws_iam_role_policy: quick,
  aws_iam_role_policy_attachment: quick,
  aws_iam_instance_profile: quick,
  aws_iam_openid_connect_provider: quick,
  aws_kms_key: {
    minutes: 0.2,
    bills: [{ kind: "KMS key", unit: "keys", of: "KMS keys", each: () => 1 }],
    remains: {
      text: "A deleted KMS key stays in state PendingDeletion for its waiting period. Data that it encrypts is lost afterwards.",
      source: "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
    },
  },
  aws_kms_alias: quick,
  aws_efs_file_system: {
    minutes: 0.2,
    bills: [{ kind: "EFS file system", unit: "file systems (by GB)", of: "EFS file systems", each: () => 1 }],
  },
  aws_efs_file_system_policy: quick,
  aws_efs_access_point: quick,
  aws_efs_mount_target: {
    minutes: 1.5,
    timeSource: "https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html",
    hidden: [
      {
        text: "EFS creates a network interface in the subnet of each mount target.",
        source: "https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html",
      },
    ],
  },
  aws_fsx_lustre_file_system: {
    minutes: 8,
    timeSource: "https://docs.aws.amazon.com/fsx/latest/LustreGuide/getting-started.html",
    bills: [
      {
        kind: "FSx for Lustre",
        unit: "GiB",
        of: "FSx file systems",
        each: ({ storage_capacity }) => Number(storage_capacity) || 0,
      },
    ],
  },
  aws_backup_plan: quick,
  aws_backup_selection: quick,
  aws_backup_vault: {
    ...quick,
    remains: {
      text: "A vault with recovery points cannot be deleted: they expire by their retention, or you delete them first.",
      source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/delete-a-vault.html",
    },
  },
};
