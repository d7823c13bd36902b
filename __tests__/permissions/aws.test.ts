import { cloudResources } from "../../modules/cluster/terraform-types";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { awsPolicies, phases, type Phase } from "../../modules/permissions";
import { limits } from "../../modules/permissions/aws/policy";
import { awsDataSources, awsResources } from "../../modules/permissions/aws/resources";
import { type AccessRequest, evaluate, type PolicyDocument } from "../../modules/permissions/iam";
import { shippedClusters } from "../support/shipped";

const region = "eu-central-1";
const account = "111122223333";

const stacks = shippedClusters().filter(
  ({ cluster }) => cluster.platform === "eks" || (cluster.platform === "kubeadm" && cluster.cloud === "aws"),
);
const sources = new Map(
  stacks.map(({ name, cluster, stack }) => [
    name,
    { name, platform: cluster.platform, region: String(cluster.region), configuration: stack.terraform },
  ]),
);
const policies = (name: string, phase: Phase): readonly PolicyDocument[] =>
  awsPolicies(sources.get(name)!, phase).documents;

/** A stack with other parts. */
const changed = (name: string, parts: object) => ({
  ...sources.get(name)!,
  configuration: { ...sources.get(name)!.configuration, ...parts },
});

const typesOf = (kind: "resource" | "data"): string[] => [
  ...new Set(
    [...sources.values()].flatMap(({ configuration }) =>
      Object.keys(cloudResources((configuration as Record<string, object | undefined>)[kind] ?? {})),
    ),
  ),
];

test("each resource type and data source of the shipped stacks has a row, and each row is used", () => {
  expect(Object.keys(awsResources).sort()).toEqual(typesOf("resource").sort());
  expect(Object.keys(awsDataSources).sort()).toEqual(typesOf("data").sort());
});

test("each row names its source", () => {
  for (const { source } of [...Object.values(awsResources), ...Object.values(awsDataSources)]) {
    expect(source).toMatch(/^https:\/\/github\.com\/hashicorp\/terraform-provider-aws\/.*\.go$/);
  }
});

test.each([...sources.keys()])("the policies of %s are within the limits of IAM", (name) => {
  for (const phase of phases) {
    const documents = policies(name, phase);
    expect(documents.length).toBeGreaterThan(0);
    expect(documents.length).toBeLessThanOrEqual(limits.policies);
    for (const document of documents) {
      expect(JSON.stringify(document).length).toBeLessThanOrEqual(limits.characters);
    }
  }
});

const reads = /^(?:[\w-]+:(?:Describe|Get|List)\w*)$/;

test.each([...sources.keys()])("a plan of %s changes nothing", (name) => {
  const actions = policies(name, "plan").flatMap(({ Statement }) =>
    [Statement].flat().flatMap(({ Action }) => [Action ?? []].flat()),
  );
  expect(actions.filter((action) => !reads.test(action))).toEqual([]);
});

test("the policies do not depend on the order of resources", () => {
  const source = sources.get("production-main")!;
  const { resource } = source.configuration as { resource: Record<string, Record<string, unknown>> };
  const reversed = Object.fromEntries(
    Object.entries(resource)
      .reverse()
      .map(([type, all]) => [type, Object.fromEntries(Object.entries(all).reverse())]),
  );
  const other = awsPolicies(changed(source.name, { resource: reversed }), "apply");
  expect(other).toEqual(awsPolicies(source, "apply"));
});

test.each(phases)("the policies of dev-main for %s are the golden ones", (phase) => {
  const golden = join(__dirname, "golden", `dev-main.${phase}.json`);
  const documents = policies("dev-main", phase);
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(join(__dirname, "golden"), { recursive: true });
    writeFileSync(golden, `${JSON.stringify(documents, undefined, 2)}\n`);
  }
  // Prettier formats the files.
  expect(documents).toEqual(JSON.parse(readFileSync(golden, "utf8")));
});

const arn = (service: string, rest: string) =>
  `arn:aws:${service}:${["iam", "s3"].includes(service) ? "" : region}:${account}:${rest}`;
const role = (name: string) => arn("iam", `role/${name}`);
const named = (key: "RequestTag" | "ResourceTag", name: string) => ({ [`aws:${key}/Name`]: name });
const template = arn("ec2", "launch-template/lt-1");
const from = { "ec2:LaunchTemplate": template };

type Case = readonly [title: string, phase: Phase, request: AccessRequest];

const allowed: readonly Case[] = [
  [
    "read the cluster",
    "plan",
    { action: "eks:DescribeCluster", resource: arn("eks", "cluster/production-main") },
  ],
  ["read networks", "plan", { action: "ec2:DescribeVpcs", resource: "*" }],
  [
    "create the cluster",
    "apply",
    { action: "eks:CreateCluster", resource: arn("eks", "cluster/production-main") },
  ],
  [
    "create a subnet with the name of the cluster",
    "apply",
    {
      action: "ec2:CreateSubnet",
      resource: arn("ec2", "subnet/*"),
      context: named("RequestTag", "production-main-public-eu-central-1a"),
    },
  ],
  [
    "create a subnet in its network",
    "apply",
    {
      action: "ec2:CreateSubnet",
      resource: arn("ec2", "vpc/vpc-1"),
      context: named("ResourceTag", "production-main"),
    },
  ],
  [
    "pass the role of the control plane to EKS",
    "apply",
    {
      action: "iam:PassRole",
      resource: role("production-main-eu-central-1-cluster"),
      context: { "iam:PassedToService": "eks.amazonaws.com" },
    },
  ],
  [
    "create the service-linked role of EKS",
    "apply",
    {
      action: "iam:CreateServiceLinkedRole",
      resource: role("aws-service-role/eks.amazonaws.com/AWSServiceRoleForAmazonEKS"),
      context: { "iam:AWSServiceName": "eks.amazonaws.com" },
    },
  ],
  [
    "tag a new network",
    "apply",
    {
      action: "ec2:CreateTags",
      resource: arn("ec2", "vpc/vpc-1"),
      context: { "ec2:CreateAction": "CreateVpc" },
    },
  ],
  [
    "tag a new default security group",
    "apply",
    { action: "ec2:CreateTags", resource: arn("ec2", "security-group/sg-1") },
  ],
  [
    "remove the rules of its default security group",
    "apply",
    {
      action: "ec2:RevokeSecurityGroupIngress",
      resource: arn("ec2", "security-group/sg-1"),
      context: named("ResourceTag", "production-main-default"),
    },
  ],
  [
    "start machines from its launch template",
    "apply",
    {
      action: "ec2:RunInstances",
      resource: template,
      context: {
        "aws:ResourceTag/environment": "production",
        "aws:ResourceTag/managed-by": "terraform",
        ...from,
      },
    },
  ],
  [
    "use an image of AWS for machines of a launch template",
    "apply",
    { action: "ec2:RunInstances", resource: `arn:aws:ec2:${region}::image/ami-1`, context: from },
  ],
  [
    "add a rule to the security group of EKS",
    "apply",
    {
      action: "ec2:AuthorizeSecurityGroupIngress",
      resource: arn("ec2", "security-group/sg-1"),
      context: named("ResourceTag", "eks-cluster-sg-production-main-123"),
    },
  ],
  [
    "delete its roles",
    "destroy",
    { action: "iam:DeleteRole", resource: role("production-main-eu-central-1-flow-log") },
  ],
  [
    "delete its log group",
    "destroy",
    { action: "logs:DeleteLogGroup", resource: arn("logs", "log-group:/aws/eks/production-main/cluster:*") },
  ],
];

const denied: readonly Case[] = [
  [
    "create a cluster",
    "plan",
    { action: "eks:CreateCluster", resource: arn("eks", "cluster/production-main") },
  ],
  [
    "delete another cluster",
    "destroy",
    { action: "eks:DeleteCluster", resource: arn("eks", "cluster/production-other") },
  ],
  [
    "delete a cluster whose name starts alike",
    "destroy",
    { action: "eks:DeleteCluster", resource: arn("eks", "cluster/production-main2") },
  ],
  [
    "delete a role of another cluster",
    "destroy",
    { action: "iam:DeleteRole", resource: role("production-other-eu-central-1-cluster") },
  ],
  ["change a user", "apply", { action: "iam:CreateUser", resource: arn("iam", "user/production-main") }],
  [
    "pass the role of the control plane to EC2",
    "apply",
    {
      action: "iam:PassRole",
      resource: role("production-main-eu-central-1-cluster"),
      context: { "iam:PassedToService": "ec2.amazonaws.com" },
    },
  ],
  [
    "pass another role to EKS",
    "apply",
    {
      action: "iam:PassRole",
      resource: role("Administrator"),
      context: { "iam:PassedToService": "eks.amazonaws.com" },
    },
  ],
  [
    "pass a role to an unknown service",
    "apply",
    { action: "iam:PassRole", resource: role("production-main-eu-central-1-cluster") },
  ],
  [
    "create the service-linked role of another service",
    "apply",
    {
      action: "iam:CreateServiceLinkedRole",
      resource: role("aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS"),
      context: { "iam:AWSServiceName": "rds.amazonaws.com" },
    },
  ],
  [
    "create a subnet with the name of another cluster",
    "apply",
    {
      action: "ec2:CreateSubnet",
      resource: arn("ec2", "subnet/*"),
      context: named("RequestTag", "production-other-public-eu-central-1a"),
    },
  ],
  [
    "create a subnet in another network",
    "apply",
    {
      action: "ec2:CreateSubnet",
      resource: arn("ec2", "vpc/vpc-1"),
      context: { ...named("RequestTag", "production-main"), ...named("ResourceTag", "production-other") },
    },
  ],
  [
    "delete a network of another cluster",
    "destroy",
    {
      action: "ec2:DeleteVpc",
      resource: arn("ec2", "vpc/vpc-1"),
      context: named("ResourceTag", "production-other"),
    },
  ],
  [
    "delete a network without tags",
    "destroy",
    { action: "ec2:DeleteVpc", resource: arn("ec2", "vpc/vpc-1") },
  ],
  [
    "tag a network of another cluster",
    "apply",
    {
      action: "ec2:CreateTags",
      resource: arn("ec2", "vpc/vpc-1"),
      context: named("ResourceTag", "production-other"),
    },
  ],
  [
    "delete a key of another environment",
    "destroy",
    {
      action: "kms:ScheduleKeyDeletion",
      resource: arn("kms", "key/1"),
      context: { "aws:ResourceTag/environment": "dev", "aws:ResourceTag/managed-by": "terraform" },
    },
  ],
  [
    "delete a cluster in another region",
    "destroy",
    { action: "eks:DeleteCluster", resource: `arn:aws:eks:us-east-1:${account}:cluster/production-main` },
  ],
  [
    "start machines from a launch template of another environment",
    "apply",
    {
      action: "ec2:RunInstances",
      resource: template,
      context: { "aws:ResourceTag/environment": "dev", "aws:ResourceTag/managed-by": "terraform", ...from },
    },
  ],
  [
    "remove the rules of a security group without tags",
    "apply",
    { action: "ec2:RevokeSecurityGroupIngress", resource: arn("ec2", "security-group/sg-1") },
  ],
  [
    "start machines without a launch template",
    "apply",
    { action: "ec2:RunInstances", resource: arn("ec2", "instance/*") },
  ],
];

test.each(allowed)("the policies allow to %s in %s", (_, phase, request) => {
  expect(evaluate(policies("production-main", phase), request).decision).toBe("allowed");
});

test.each(denied)("the policies do not allow to %s in %s", (_, phase, request) => {
  expect(evaluate(policies("production-main", phase), request).decision).toBe("implicitly denied");
});

test("the rules of a default security group are read before they are removed, also in stacks without other rules", () => {
  const source = changed("dev-main", { resource: { aws_default_security_group: { main: {} } }, data: {} });
  const request = { action: "ec2:DescribeSecurityGroupRules", resource: "*" };
  expect(evaluate(awsPolicies(source, "apply").documents, request).decision).toBe("allowed");
});

test("unknown resource types and data sources are listed", () => {
  const source = changed("dev-main", {
    resource: { aws_vpc: {}, aws_db_instance: { main: {} } },
    data: { aws_caller_identity: { own: {} } },
  });
  expect(awsPolicies(source, "apply").unknownTypes).toEqual(["aws_db_instance", "data.aws_caller_identity"]);
});
