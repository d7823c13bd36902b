import {
  DescribeAutoScalingGroupsCommand,
  DescribeLifecycleHooksCommand,
} from "@aws-sdk/client-auto-scaling";
import {
  DescribeInstancesCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  DescribeVolumesCommand,
  type Instance,
  type Volume,
} from "@aws-sdk/client-ec2";
import { GetRolePolicyCommand, ListRolePoliciesCommand } from "@aws-sdk/client-iam";
import { evaluate, type PolicyDocument } from "../../../modules/permissions/iam";
import { type AwsClients } from "../aws/clients";
import { elements, request, type XmlCall } from "../aws/query";

/** The machines in service of each Auto Scaling group. */
export async function machinesByGroup({ autoScaling, ec2 }: AwsClients): Promise<Map<string, Instance[]>> {
  const { AutoScalingGroups: groups = [] } = await autoScaling.send(new DescribeAutoScalingGroupsCommand({}));
  const { Reservations: reservations = [] } = await ec2.send(new DescribeInstancesCommand({}));
  const instances = reservations.flatMap((one) => one.Instances ?? []);
  return new Map(
    groups.map((group) => {
      const inService = (group.Instances ?? []).filter((one) => one.LifecycleState === "InService");
      const ids = inService.map((one) => one.InstanceId);
      return [group.AutoScalingGroupName!, instances.filter((one) => ids.includes(one.InstanceId))];
    }),
  );
}

/** The hooks of a group as `transition name default-result`. */
export async function hooksOf({ autoScaling }: AwsClients, group: string): Promise<string[]> {
  const { LifecycleHooks: hooks = [] } = await autoScaling.send(
    new DescribeLifecycleHooksCommand({ AutoScalingGroupName: group }),
  );
  return hooks.map((one) => [one.LifecycleTransition, one.LifecycleHookName, one.DefaultResult].join(" "));
}

/** The etcd disks: those that no machine deletes. */
export async function etcdDisks({ ec2 }: AwsClients): Promise<Volume[]> {
  const { Volumes: volumes = [] } = await ec2.send(new DescribeVolumesCommand({}));
  return volumes.filter(({ Tags: tags = [] }) => tags.some(({ Value }) => Value?.endsWith("-etcd")));
}

const loadBalancers = (Action: string, given: Readonly<Record<string, string>> = {}): XmlCall => ({
  service: "elasticloadbalancing",
  body: { Action, Version: "2015-12-01", ...given },
});

/** The target group of the API server: its targets as `address:port`, and the elements of its description. */
export async function readTargets({ endpoint }: AwsClients) {
  const description = await request(endpoint, loadBalancers("DescribeTargetGroups"));
  const [TargetGroupArn] = elements(description, "TargetGroupArn");
  const health = await request(endpoint, loadBalancers("DescribeTargetHealth", { TargetGroupArn }));
  const attributes = await request(
    endpoint,
    loadBalancers("DescribeTargetGroupAttributes", { TargetGroupArn }),
  );
  return {
    targets: elements(health, "Target").map((one) =>
      [elements(one, "Id")[0], elements(one, "Port")[0]].join(":"),
    ),
    of: (name: string) => elements(description, name)[0],
    attributes: Object.fromEntries(
      elements(attributes, "member").map((one) => [elements(one, "Key")[0], elements(one, "Value")[0]]),
    ),
  };
}

/** All rules of the cluster's security groups as `from -> to: protocol ports`. Groups have the last parts of their names. */
export async function securityRules({ ec2 }: AwsClients, cluster: string): Promise<string[]> {
  const { SecurityGroups: groups = [] } = await ec2.send(new DescribeSecurityGroupsCommand({}));
  const prefix = `kubeadm-${cluster}-`;
  const names = new Map(groups.map((one) => [one.GroupId, one.GroupName!.replace(prefix, "")]));
  const own = groups.filter((one) => one.GroupName!.startsWith(prefix)).map((one) => one.GroupId!);
  const { SecurityGroupRules: rules = [] } = await ec2.send(
    new DescribeSecurityGroupRulesCommand({ Filters: [{ Name: "group-id", Values: own }] }),
  );
  return rules
    .map((rule) => {
      const group = names.get(rule.GroupId);
      const peer = rule.CidrIpv4 ?? names.get(rule.ReferencedGroupInfo?.GroupId);
      const ports = rule.IpProtocol === "-1" ? "" : ` ${rule.FromPort}-${rule.ToPort}`;
      const protocol = rule.IpProtocol === "-1" ? "all" : rule.IpProtocol;
      return `${rule.IsEgress ? `${group} => ${peer}` : `${peer} -> ${group}`}: ${protocol}${ports}`;
    })
    .sort();
}

/** A setting of a bucket, such as `versioning`, as the API returns it. */
export const bucketSetting = ({ endpoint }: AwsClients, bucket: string, setting: string): Promise<string> =>
  request(endpoint, { service: "s3", path: `/${bucket}?${setting}` });

/** Names of all buckets, load balancers, target groups and hosted zones. */
export async function furtherResources({ endpoint }: AwsClients): Promise<string[]> {
  const buckets = await request(endpoint, { service: "s3" });
  const balancers = await request(endpoint, loadBalancers("DescribeLoadBalancers"));
  const targets = await request(endpoint, loadBalancers("DescribeTargetGroups"));
  const zones = await request(endpoint, { service: "route53", path: "/2013-04-01/hostedzone" });
  return [
    ...elements(buckets, "Name").map((name) => `bucket ${name}`),
    ...elements(balancers, "LoadBalancerName").map((name) => `load balancer ${name}`),
    ...elements(targets, "TargetGroupName").map((name) => `target group ${name}`),
    ...elements(zones, "Name").map((name) => `zone ${name}`),
  ];
}

/** The policies of a role. */
export async function policiesOf({ iam }: AwsClients, RoleName: string): Promise<readonly PolicyDocument[]> {
  const { PolicyNames: names = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
  return Promise.all(
    names.map(async (PolicyName) => {
      const answer = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
      return JSON.parse(decodeURIComponent(answer.PolicyDocument!)) as PolicyDocument;
    }),
  );
}

/** Whether a role may read or write an object, by its policies and that of the bucket, over TLS. */
export async function mayUse(
  clients: AwsClients,
  role: { readonly name: string; readonly arn: string },
  action: string,
  bucket: string,
  key: string,
): Promise<boolean> {
  const own = await policiesOf(clients, role.name);
  const text = await request(clients.endpoint, { service: "s3", path: `/${bucket}?policy` });
  const { decision } = evaluate([...own, JSON.parse(text) as PolicyDocument], {
    action,
    resource: `arn:aws:s3:::${bucket}/${key}`,
    principal: { AWS: role.arn },
    context: { "aws:SecureTransport": "true" },
  });
  return decision === "allowed";
}
