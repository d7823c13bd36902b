import { KubectlV35Layer } from "@aws-cdk/lambda-layer-kubectl-v35";
import * as cdk from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as eks from "aws-cdk-lib/aws-eks";
import * as iam from "aws-cdk-lib/aws-iam";
import * as kms from "aws-cdk-lib/aws-kms";
import * as logs from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";

/** The reference cluster with the constructs of `aws-eks`, in an app from `cdk init`. */
class ClusterStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const zones = [
      { zone: "eu-central-1a", size: 4 },
      { zone: "eu-central-1b", size: 3 },
      { zone: "eu-central-1c", size: 3 },
    ];

    const vpc = new ec2.Vpc(this, "Vpc", {
      ipAddresses: ec2.IpAddresses.cidr("10.20.0.0/16"),
      availabilityZones: zones.map(({ zone }) => zone),
      natGateways: 3,
      restrictDefaultSecurityGroup: false,
      subnetConfiguration: [
        { name: "private", subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 19 },
        { name: "public", subnetType: ec2.SubnetType.PUBLIC, cidrMask: 22 },
        { name: "intra", subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 22 },
      ],
      gatewayEndpoints: { s3: { service: ec2.GatewayVpcEndpointAwsService.S3 } },
    });
    vpc.addFlowLog("FlowLog", {
      destination: ec2.FlowLogDestination.toCloudWatchLogs(
        new logs.LogGroup(this, "FlowLogs", { retention: logs.RetentionDays.THREE_MONTHS }),
      ),
    });

    new logs.LogGroup(this, "Logs", {
      logGroupName: "/aws/eks/production-main/cluster",
      retention: logs.RetentionDays.THREE_MONTHS,
    });
    const cluster = new eks.Cluster(this, "Cluster", {
      clusterName: "production-main",
      version: eks.KubernetesVersion.V1_35,
      kubectlLayer: new KubectlV35Layer(this, "Kubectl"),
      vpc,
      vpcSubnets: [{ subnetGroupName: "intra" }],
      defaultCapacity: 0,
      authenticationMode: eks.AuthenticationMode.API,
      endpointAccess: eks.EndpointAccess.PUBLIC_AND_PRIVATE.onlyFrom("203.0.113.0/24"),
      secretsEncryptionKey: new kms.Key(this, "SecretsKey", {
        alias: "eks/production-main",
        enableKeyRotation: true,
      }),
      clusterLogging: [
        eks.ClusterLoggingTypes.API,
        eks.ClusterLoggingTypes.AUDIT,
        eks.ClusterLoggingTypes.AUTHENTICATOR,
      ],
      bootstrapSelfManagedAddons: false,
    });
    const everywhere = { accessScopeType: eks.AccessScopeType.CLUSTER };
    cluster.grantAccess("Admin", "arn:aws:iam::111122223333:role/PlatformAdmin", [
      eks.AccessPolicy.fromAccessPolicyName("AmazonEKSClusterAdminPolicy", everywhere),
    ]);
    cluster.grantAccess("Viewer", "arn:aws:iam::111122223333:role/Developer", [
      eks.AccessPolicy.fromAccessPolicyName("AmazonEKSViewPolicy", everywhere),
    ]);

    const podRole = (id: string, ...policies: string[]) => {
      const role = new iam.Role(this, id, {
        assumedBy: new iam.ServicePrincipal("pods.eks.amazonaws.com"),
        managedPolicies: policies.map((name) => iam.ManagedPolicy.fromAwsManagedPolicyName(name)),
      });
      role.assumeRolePolicy?.addStatements(
        new iam.PolicyStatement({
          actions: ["sts:TagSession"],
          principals: [new iam.ServicePrincipal("pods.eks.amazonaws.com")],
        }),
      );
      return role;
    };
    const addOn = (
      addonName: string,
      addonVersion: string,
      podIdentity?: { account: string; role: iam.Role },
    ) =>
      new eks.CfnAddon(this, addonName, {
        clusterName: cluster.clusterName,
        addonName,
        addonVersion,
        podIdentityAssociations: podIdentity && [
          { serviceAccount: podIdentity.account, roleArn: podIdentity.role.roleArn },
        ],
      });
    const first = [
      addOn("eks-pod-identity-agent", "v1.3.10-eksbuild.3"),
      addOn("vpc-cni", "v1.22.4-eksbuild.3", {
        account: "aws-node",
        role: podRole("PodNetworkRole", "AmazonEKS_CNI_Policy"),
      }),
      addOn("kube-proxy", "v1.35.3-eksbuild.29"),
    ];

    const nodeRole = new iam.Role(this, "NodeRole", {
      assumedBy: new iam.ServicePrincipal("ec2.amazonaws.com"),
      managedPolicies: [
        "AmazonEKSWorkerNodePolicy",
        "AmazonEC2ContainerRegistryPullOnly",
        "AmazonSSMManagedInstanceCore",
      ].map((name) => iam.ManagedPolicy.fromAwsManagedPolicyName(name)),
    });
    const template = new ec2.LaunchTemplate(this, "Workers", {
      requireImdsv2: true,
      httpPutResponseHopLimit: 1,
      blockDevices: [
        {
          deviceName: "/dev/xvda",
          volume: ec2.BlockDeviceVolume.ebs(100, {
            volumeType: ec2.EbsDeviceVolumeType.GP3,
            encrypted: true,
          }),
        },
      ],
    });
    const groups = zones.map(({ zone, size }) => {
      const group = cluster.addNodegroupCapacity(`workers-${zone}`, {
        nodeRole,
        amiType: eks.NodegroupAmiType.AL2023_X86_64_STANDARD,
        releaseVersion: "1.35.8-20260930",
        instanceTypes: [new ec2.InstanceType("m7i.xlarge")],
        minSize: size,
        desiredSize: size,
        maxSize: 7,
        maxUnavailablePercentage: 33,
        labels: { workload: "general" },
        launchTemplateSpec: { id: template.launchTemplateId!, version: template.latestVersionNumber },
        subnets: { subnetGroupName: "private", availabilityZones: [zone] },
      });
      group.node.addDependency(...first);
      return group;
    });
    const last = [
      addOn("coredns", "v1.13.2-eksbuild.31"),
      addOn("aws-ebs-csi-driver", "v1.66.0-eksbuild.1", {
        account: "ebs-csi-controller-sa",
        role: podRole("DiskRole", "service-role/AmazonEBSCSIDriverPolicy"),
      }),
    ];
    for (const one of last) one.node.addDependency(...groups);

    const scalerRole = podRole("ClusterAutoscalerRole");
    scalerRole.addToPolicy(
      new iam.PolicyStatement({ actions: ["autoscaling:SetDesiredCapacity"], resources: ["*"] }),
    );
    new eks.CfnPodIdentityAssociation(this, "ClusterAutoscaler", {
      clusterName: cluster.clusterName,
      namespace: "kube-system",
      serviceAccount: "cluster-autoscaler",
      roleArn: scalerRole.roleArn,
    });
    cdk.Tags.of(this).add("environment", "production");
    cdk.Tags.of(this).add("managed-by", "cdk");
  }
}

// The content of `cdk.context.json` after a first synthesis, so that there are no lookups.
const app = new cdk.App({
  context: {
    "availability-zones:account=111122223333:region=eu-central-1": [
      "eu-central-1a",
      "eu-central-1b",
      "eu-central-1c",
    ],
  },
});
new ClusterStack(app, "production-main", { env: { account: "111122223333", region: "eu-central-1" } });
