import * as blueprints from "@aws-quickstart/eks-blueprints";
import * as cdk from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as eks from "aws-cdk-lib/aws-eks";

/** The reference cluster as a blueprint: its own providers and add-ons, and no version lookup. */
const zones = [
  { zone: "eu-central-1a", size: 4 },
  { zone: "eu-central-1b", size: 3 },
  { zone: "eu-central-1c", size: 3 },
];

/** A network with literal zones; `VpcProvider` would look them up. */
class Network implements blueprints.ResourceProvider<ec2.IVpc> {
  provide({ scope }: blueprints.ResourceContext): ec2.IVpc {
    const vpc = new ec2.Vpc(scope, "vpc", {
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
    vpc.addFlowLog("flow-log");
    return vpc;
  }
}

const cluster = new blueprints.GenericClusterProvider({
  clusterName: "production-main",
  version: eks.KubernetesVersion.V1_35,
  vpcSubnets: [{ subnetGroupName: "intra" }],
  authenticationMode: eks.AuthenticationMode.API,
  endpointAccess: eks.EndpointAccess.PUBLIC_AND_PRIVATE.onlyFrom("203.0.113.0/24"),
  managedNodeGroups: zones.map(({ zone, size }) => ({
    id: `workers-${zone}`,
    amiType: eks.NodegroupAmiType.AL2023_X86_64_STANDARD,
    amiReleaseVersion: "1.35.8-20260930",
    instanceTypes: [new ec2.InstanceType("m7i.xlarge")],
    minSize: size,
    desiredSize: size,
    maxSize: 7,
    labels: { workload: "general" },
    enableSsmPermissions: true,
    nodeGroupSubnets: { subnetGroupName: "private", availabilityZones: [zone] },
    launchTemplate: {
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
    },
  })),
});

const access = (accessPolicyName: string) => [
  eks.AccessPolicy.fromAccessPolicyName(accessPolicyName, { accessScopeType: eks.AccessScopeType.CLUSTER }),
];

/** Access of users, which blueprints do not support. */
class People implements blueprints.ClusterAddOn {
  deploy({ cluster }: blueprints.ClusterInfo): void {
    if (!(cluster instanceof eks.Cluster)) throw new Error("no cluster that rights could be given in");
    cluster.grantAccess(
      "admin",
      "arn:aws:iam::111122223333:role/PlatformAdmin",
      access("AmazonEKSClusterAdminPolicy"),
    );
    cluster.grantAccess("viewer", "arn:aws:iam::111122223333:role/Developer", access("AmazonEKSViewPolicy"));
  }
}

// The content of `cdk.context.json` after a first synthesis, so that there are no lookups.
const app = new cdk.App({
  context: { "availability-zones:account=111122223333:region=eu-central-1": zones.map(({ zone }) => zone) },
});

blueprints.EksBlueprint.builder()
  .account("111122223333")
  .region("eu-central-1")
  .version(eks.KubernetesVersion.V1_35)
  .resourceProvider(blueprints.GlobalResources.Vpc, new Network())
  .resourceProvider(
    blueprints.GlobalResources.KmsKey,
    new blueprints.CreateKmsKeyProvider("eks/production-main"),
  )
  .clusterProvider(cluster)
  .enableControlPlaneLogTypes(
    blueprints.ControlPlaneLogType.API,
    blueprints.ControlPlaneLogType.AUDIT,
    blueprints.ControlPlaneLogType.AUTHENTICATOR,
  )
  .addOns(
    new blueprints.EksPodIdentityAgentAddOn("v1.3.10-eksbuild.3"),
    new blueprints.VpcCniAddOn({ version: "v1.22.4-eksbuild.3" }),
    new blueprints.KubeProxyAddOn("v1.35.3-eksbuild.29"),
    new blueprints.CoreDnsAddOn("v1.13.2-eksbuild.31"),
    new blueprints.EbsCsiDriverAddOn({ version: "v1.66.0-eksbuild.1" }),
    new blueprints.ClusterAutoScalerAddOn({ version: "9.53.0" }),
    new People(),
  )
  .buildAsync(app, "production-main")
  .catch((failure) => {
    console.error(failure);
    process.exitCode = 1;
  });
