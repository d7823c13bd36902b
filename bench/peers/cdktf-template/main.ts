import {
  cloudwatchLogGroup,
  defaultSecurityGroup,
  eip,
  eksAccessEntry,
  eksAccessPolicyAssociation,
  eksAddon,
  eksCluster,
  eksNodeGroup,
  eksPodIdentityAssociation,
  flowLog,
  iamRole,
  iamRolePolicy,
  iamRolePolicyAttachment,
  internetGateway,
  kmsAlias,
  kmsKey,
  launchTemplate,
  natGateway,
  provider,
  route,
  routeTable,
  routeTableAssociation,
  securityGroup,
  subnet,
  vpc,
  vpcEndpoint,
  vpcSecurityGroupEgressRule,
  vpcSecurityGroupIngressRule,
} from "@cdktf/provider-aws";
import { App, LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import { Construct } from "constructs";

/** The reference cluster in the style of `cdktf init`: one stack, root imports, each resource written explicitly. */
class ClusterStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const region = "eu-central-1";
    const name = "production-main";
    const version = "1.35";
    const tags = { environment: "production", "managed-by": "terraform" };
    const zones = [
      {
        zone: "eu-central-1a",
        size: 4,
        publicCidr: "10.20.192.0/22",
        cidr: "10.20.0.0/19",
        intraCidr: "10.20.224.0/22",
      },
      {
        zone: "eu-central-1b",
        size: 3,
        publicCidr: "10.20.196.0/22",
        cidr: "10.20.32.0/19",
        intraCidr: "10.20.228.0/22",
      },
      {
        zone: "eu-central-1c",
        size: 3,
        publicCidr: "10.20.200.0/22",
        cidr: "10.20.64.0/19",
        intraCidr: "10.20.232.0/22",
      },
    ];

    new LocalBackend(this, { path: "terraform.tfstate" });
    new provider.AwsProvider(this, "aws", { region });

    const role = (id: string, service: string, actions = ["sts:AssumeRole"]): iamRole.IamRole =>
      new iamRole.IamRole(this, `${id}-role`, {
        name: `${name}-${id}`,
        assumeRolePolicy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: actions, Principal: { Service: service } }],
        }),
        tags,
      });
    const attach = (id: string, to: iamRole.IamRole, policy: string) =>
      new iamRolePolicyAttachment.IamRolePolicyAttachment(this, `${id}-attachment`, {
        role: to.name,
        policyArn: `arn:aws:iam::aws:policy/${policy}`,
      });
    const allow = (id: string, to: iamRole.IamRole, actions: string[], resource: string) =>
      new iamRolePolicy.IamRolePolicy(this, `${id}-policy`, {
        role: to.name,
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: actions, Resource: resource }],
        }),
      });
    const podActions = ["sts:AssumeRole", "sts:TagSession"];

    // The network.
    const network = new vpc.Vpc(this, "vpc", {
      cidrBlock: "10.20.0.0/16",
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags: { ...tags, Name: name },
    });
    new defaultSecurityGroup.DefaultSecurityGroup(this, "default-group", { vpcId: network.id, tags });
    const internet = new internetGateway.InternetGateway(this, "internet", { vpcId: network.id, tags });
    const publicRoutes = new routeTable.RouteTable(this, "public-routes", { vpcId: network.id, tags });
    new route.Route(this, "public-internet", {
      routeTableId: publicRoutes.id,
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: internet.id,
    });
    const intraRoutes = new routeTable.RouteTable(this, "intra-routes", { vpcId: network.id, tags });

    const nodeSubnets = zones.map(({ zone, publicCidr, cidr, intraCidr }) => {
      const publicSubnet = new subnet.Subnet(this, `public-${zone}`, {
        vpcId: network.id,
        availabilityZone: zone,
        cidrBlock: publicCidr,
        tags: { ...tags, "kubernetes.io/role/elb": "1" },
      });
      new routeTableAssociation.RouteTableAssociation(this, `public-${zone}-association`, {
        subnetId: publicSubnet.id,
        routeTableId: publicRoutes.id,
      });
      const address = new eip.Eip(this, `nat-address-${zone}`, { domain: "vpc", tags });
      const nat = new natGateway.NatGateway(this, `nat-${zone}`, {
        subnetId: publicSubnet.id,
        allocationId: address.id,
        tags,
        dependsOn: [internet],
      });

      const nodeSubnet = new subnet.Subnet(this, `private-${zone}`, {
        vpcId: network.id,
        availabilityZone: zone,
        cidrBlock: cidr,
        tags: { ...tags, "kubernetes.io/role/internal-elb": "1" },
      });
      const routes = new routeTable.RouteTable(this, `private-${zone}-routes`, { vpcId: network.id, tags });
      new route.Route(this, `private-${zone}-internet`, {
        routeTableId: routes.id,
        destinationCidrBlock: "0.0.0.0/0",
        natGatewayId: nat.id,
      });
      new routeTableAssociation.RouteTableAssociation(this, `private-${zone}-association`, {
        subnetId: nodeSubnet.id,
        routeTableId: routes.id,
      });

      const intraSubnet = new subnet.Subnet(this, `intra-${zone}`, {
        vpcId: network.id,
        availabilityZone: zone,
        cidrBlock: intraCidr,
        tags,
      });
      new routeTableAssociation.RouteTableAssociation(this, `intra-${zone}-association`, {
        subnetId: intraSubnet.id,
        routeTableId: intraRoutes.id,
      });
      return { nodeSubnet, intraSubnet, routes };
    });
    new vpcEndpoint.VpcEndpoint(this, "s3", {
      vpcId: network.id,
      serviceName: `com.amazonaws.${region}.s3`,
      routeTableIds: nodeSubnets.map(({ routes }) => routes.id),
      tags,
    });

    const flowLogs = new cloudwatchLogGroup.CloudwatchLogGroup(this, "flow-logs", {
      name: `/aws/vpc/${name}`,
      retentionInDays: 90,
      tags,
    });
    const flowRole = role("flow-log", "vpc-flow-logs.amazonaws.com");
    allow("flow-log", flowRole, ["logs:CreateLogStream", "logs:PutLogEvents"], `${flowLogs.arn}:*`);
    new flowLog.FlowLog(this, "flow-log", {
      vpcId: network.id,
      trafficType: "ALL",
      iamRoleArn: flowRole.arn,
      logDestination: flowLogs.arn,
      tags,
    });

    // The control plane.
    const key = new kmsKey.KmsKey(this, "secrets-key", { enableKeyRotation: true, tags });
    new kmsAlias.KmsAlias(this, "secrets-key-alias", { name: `alias/eks/${name}`, targetKeyId: key.id });
    const logs = new cloudwatchLogGroup.CloudwatchLogGroup(this, "logs", {
      name: `/aws/eks/${name}/cluster`,
      retentionInDays: 90,
      tags,
    });
    const controlPlaneRole = role("control-plane", "eks.amazonaws.com", podActions);
    const clusterPolicy = attach("cluster", controlPlaneRole, "AmazonEKSClusterPolicy");
    const keyPolicy = allow(
      "secrets-key",
      controlPlaneRole,
      ["kms:Encrypt", "kms:Decrypt", "kms:DescribeKey"],
      key.arn,
    );
    const cluster = new eksCluster.EksCluster(this, "cluster", {
      name,
      version,
      roleArn: controlPlaneRole.arn,
      bootstrapSelfManagedAddons: false,
      deletionProtection: true,
      accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
      enabledClusterLogTypes: ["api", "audit", "authenticator"],
      encryptionConfig: { provider: { keyArn: key.arn }, resources: ["secrets"] },
      vpcConfig: {
        endpointPrivateAccess: true,
        endpointPublicAccess: true,
        publicAccessCidrs: ["203.0.113.0/24"],
        subnetIds: nodeSubnets.map(({ intraSubnet }) => intraSubnet.id),
      },
      tags,
      dependsOn: [clusterPolicy, keyPolicy, logs],
    });
    const people = [
      {
        id: "admin",
        policy: "AmazonEKSClusterAdminPolicy",
        arn: "arn:aws:iam::111122223333:role/PlatformAdmin",
      },
      { id: "viewer", policy: "AmazonEKSViewPolicy", arn: "arn:aws:iam::111122223333:role/Developer" },
    ];
    for (const { id, policy, arn } of people) {
      const entry = new eksAccessEntry.EksAccessEntry(this, `${id}-entry`, {
        clusterName: cluster.name,
        principalArn: arn,
        tags,
      });
      new eksAccessPolicyAssociation.EksAccessPolicyAssociation(this, `${id}-access`, {
        clusterName: cluster.name,
        principalArn: entry.principalArn,
        policyArn: `arn:aws:eks::aws:cluster-access-policy/${policy}`,
        accessScope: { type: "cluster" },
      });
    }

    // The nodes.
    const nodes = new securityGroup.SecurityGroup(this, "nodes", {
      name: `${name}-nodes`,
      vpcId: network.id,
      tags,
    });
    const controlPlane = cluster.vpcConfig.clusterSecurityGroupId;
    const rules = [
      { id: "nodes-from-nodes", group: nodes.id, from: nodes.id, protocol: "-1" },
      {
        id: "nodes-from-control-plane",
        group: nodes.id,
        from: controlPlane,
        protocol: "tcp",
        first: 1025,
        last: 65535,
      },
      {
        id: "nodes-from-control-plane-https",
        group: nodes.id,
        from: controlPlane,
        protocol: "tcp",
        first: 443,
        last: 443,
      },
      {
        id: "control-plane-from-nodes",
        group: controlPlane,
        from: nodes.id,
        protocol: "tcp",
        first: 443,
        last: 443,
      },
    ];
    for (const { id, group, from, protocol, first, last } of rules) {
      new vpcSecurityGroupIngressRule.VpcSecurityGroupIngressRule(this, id, {
        securityGroupId: group,
        referencedSecurityGroupId: from,
        ipProtocol: protocol,
        fromPort: first,
        toPort: last,
        tags,
      });
    }
    new vpcSecurityGroupEgressRule.VpcSecurityGroupEgressRule(this, "nodes-to-anywhere", {
      securityGroupId: nodes.id,
      cidrIpv4: "0.0.0.0/0",
      ipProtocol: "-1",
      tags,
    });
    const nodeRole = role("node", "ec2.amazonaws.com");
    const nodePolicies = [
      attach("worker", nodeRole, "AmazonEKSWorkerNodePolicy"),
      attach("registry", nodeRole, "AmazonEC2ContainerRegistryPullOnly"),
      attach("session-manager", nodeRole, "AmazonSSMManagedInstanceCore"),
    ];
    const template = new launchTemplate.LaunchTemplate(this, "workers", {
      name: `${name}-workers`,
      updateDefaultVersion: true,
      vpcSecurityGroupIds: [nodes.id],
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: { volumeSize: 100, volumeType: "gp3", encrypted: "true", deleteOnTermination: "true" },
        },
      ],
      tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
        resourceType,
        tags,
      })),
      tags,
    });

    const podRole = (id: string) => role(id, "pods.eks.amazonaws.com", podActions);
    const addOn = (addonName: string, addonVersion: string, more: Partial<eksAddon.EksAddonConfig> = {}) =>
      new eksAddon.EksAddon(this, addonName, {
        clusterName: cluster.name,
        addonName,
        addonVersion,
        tags,
        ...more,
      });
    const agent = addOn("eks-pod-identity-agent", "v1.3.10-eksbuild.3");
    const podNetworkRole = podRole("vpc-cni");
    const podNetworkPolicy = attach("vpc-cni", podNetworkRole, "AmazonEKS_CNI_Policy");
    const podNetwork = addOn("vpc-cni", "v1.22.4-eksbuild.3", {
      podIdentityAssociation: [{ roleArn: podNetworkRole.arn, serviceAccount: "aws-node" }],
      dependsOn: [agent, podNetworkPolicy],
    });
    const proxy = addOn("kube-proxy", "v1.35.3-eksbuild.29");
    const groups = zones.map(
      ({ zone, size }, i) =>
        new eksNodeGroup.EksNodeGroup(this, `workers-${zone}`, {
          clusterName: cluster.name,
          nodeGroupName: `workers-${zone}`,
          nodeRoleArn: nodeRole.arn,
          version,
          amiType: "AL2023_x86_64_STANDARD",
          releaseVersion: "1.35.8-20260930",
          capacityType: "ON_DEMAND",
          instanceTypes: ["m7i.xlarge"],
          labels: { workload: "general" },
          launchTemplate: { id: template.id, version: `${template.latestVersion}` },
          scalingConfig: { minSize: size, desiredSize: size, maxSize: 7 },
          updateConfig: { maxUnavailablePercentage: 33 },
          subnetIds: [nodeSubnets[i].nodeSubnet.id],
          tags,
          lifecycle: { createBeforeDestroy: true, ignoreChanges: ["scaling_config[0].desired_size"] },
          dependsOn: [agent, podNetwork, proxy, ...nodePolicies],
        }),
    );
    addOn("coredns", "v1.13.2-eksbuild.31", { dependsOn: groups });
    const diskRole = podRole("ebs-csi");
    attach("ebs-csi", diskRole, "service-role/AmazonEBSCSIDriverPolicy");
    addOn("aws-ebs-csi-driver", "v1.66.0-eksbuild.1", {
      podIdentityAssociation: [{ roleArn: diskRole.arn, serviceAccount: "ebs-csi-controller-sa" }],
      dependsOn: groups,
    });
    const scalerRole = podRole("cluster-autoscaler");
    allow("cluster-autoscaler", scalerRole, ["autoscaling:SetDesiredCapacity"], "*");
    new eksPodIdentityAssociation.EksPodIdentityAssociation(this, "cluster-autoscaler", {
      clusterName: cluster.name,
      namespace: "kube-system",
      serviceAccount: "cluster-autoscaler",
      roleArn: scalerRole.arn,
      tags,
    });
    new TerraformOutput(this, "cluster_endpoint", { value: cluster.endpoint });
  }
}

const app = new App();
new ClusterStack(app, "production-main");
app.synth();
