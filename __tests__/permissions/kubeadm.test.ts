import { readFileSync } from "node:fs";
import { join } from "node:path";
import { awsPolicies, phases, type Phase } from "../../modules/permissions";
import { awsResources } from "../../modules/permissions/aws/resources";
import { type AccessRequest, evaluate, type PolicyDocument } from "../../modules/permissions/iam";
import { shippedClusters } from "../support/shipped";

const { cluster, stack } = shippedClusters().find(({ name }) => name === "kubeadm-main")!;
const source = {
  name: "kubeadm-main",
  platform: "kubeadm",
  region: String(cluster.region),
  configuration: stack.terraform,
};
const policies = (phase: Phase): readonly PolicyDocument[] => awsPolicies(source, phase).documents;

const arn = (service: string, rest: string) =>
  `arn:aws:${service}:${service === "iam" ? "" : "eu-central-1"}:111122223333:${rest}`;
const named = (key: "RequestTag" | "ResourceTag", name: string) => ({ [`aws:${key}/Name`]: name });

const store = "arn:aws:s3:::kubeadm-main-3f1c";
const kubeadm: readonly (readonly [string, Phase, AccessRequest, string])[] = [
  [
    "write the file of the authenticator",
    "apply",
    { action: "s3:PutObject", resource: `${store}/control-plane/authenticator.json` },
    "allowed",
  ],
  [
    "read the keys of the cluster",
    "apply",
    { action: "s3:GetObject", resource: `${store}/pki/ca.key` },
    "implicitly denied",
  ],
  [
    "replace the keys of the cluster",
    "apply",
    { action: "s3:PutObject", resource: `${store}/pki/ca.key` },
    "implicitly denied",
  ],
  [
    "empty the store",
    "destroy",
    { action: "s3:DeleteObjectVersion", resource: `${store}/pki/ca.key` },
    "allowed",
  ],
  [
    "delete another bucket",
    "destroy",
    { action: "s3:DeleteBucket", resource: "arn:aws:s3:::kubeadm-other-3f1c" },
    "implicitly denied",
  ],
  [
    "change the name of the API server",
    "apply",
    {
      action: "route53:ChangeResourceRecordSets",
      resource: "arn:aws:route53:::hostedzone/Z1",
      context: { "route53:ChangeResourceRecordSetsNormalizedRecordNames": ["api.kubeadm-main.internal"] },
    },
    "allowed",
  ],
  [
    "change another name",
    "apply",
    {
      action: "route53:ChangeResourceRecordSets",
      resource: "arn:aws:route53:::hostedzone/Z1",
      context: { "route53:ChangeResourceRecordSetsNormalizedRecordNames": ["www.example.com"] },
    },
    "implicitly denied",
  ],
  [
    "create an etcd disk with the name of the cluster",
    "apply",
    {
      action: "ec2:CreateVolume",
      resource: arn("ec2", "volume/*"),
      context: named("RequestTag", "kubeadm-main-control-plane-0-etcd"),
    },
    "allowed",
  ],
  [
    "delete the etcd disk of another cluster",
    "destroy",
    {
      action: "ec2:DeleteVolume",
      resource: arn("ec2", "volume/vol-1"),
      context: named("ResourceTag", "kubeadm-other-control-plane-0-etcd"),
    },
    "implicitly denied",
  ],
  [
    "delete its load balancer",
    "destroy",
    {
      action: "elasticloadbalancing:DeleteLoadBalancer",
      resource: arn("elasticloadbalancing", "loadbalancer/net/kubeadm-main-api/50dc6c495c0c9188"),
    },
    "allowed",
  ],
  [
    "delete another load balancer",
    "destroy",
    {
      action: "elasticloadbalancing:DeleteLoadBalancer",
      resource: arn("elasticloadbalancing", "loadbalancer/net/shop/50dc6c495c0c9188"),
    },
    "implicitly denied",
  ],
  [
    "create the service-linked role of load balancing",
    "apply",
    {
      action: "iam:CreateServiceLinkedRole",
      resource: arn(
        "iam",
        "role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing",
      ),
      context: { "iam:AWSServiceName": "elasticloadbalancing.amazonaws.com" },
    },
    "allowed",
  ],
];

test.each(kubeadm)("to %s of a cluster of kubeadm in %s", (_, phase, request, expected) => {
  expect(evaluate(policies(phase), request).decision).toBe(expected);
});

/** Actions that AWS checks for other actions, without a call: those of EC2 Auto Scaling and tags of new resources. */
const withoutCall = [
  "autoscaling:CreateOrUpdateTags",
  "ec2:RunInstances",
  "elasticloadbalancing:AddTags",
  "iam:CreateServiceLinkedRole",
  "iam:PassRole",
  "iam:TagInstanceProfile",
  "iam:TagRole",
  "s3:PutBucketTagging",
];

/** Actions of calls that the example does not need, because it does not have their arguments. */
const withOtherArguments = [
  "autoscaling:DeleteWarmPool",
  "autoscaling:DescribeWarmPool",
  "autoscaling:EnableMetricsCollection",
  "autoscaling:PutWarmPool",
  "ec2:ModifySubnetAttribute",
  "iam:PutRolePermissionsBoundary",
];

/** The actions of a run with each provider version: later versions call others. */
const recordedKubeadm = Object.values(
  (
    JSON.parse(readFileSync(join(__dirname, "kubeadm-actions.json"), "utf8")) as {
      providers: Record<string, Record<Phase, string[]>>;
    }
  ).providers,
);

test.each(phases)("kubeadm-main: the policies for %s have each recorded action, and no other", (phase) => {
  const [plan, apply, destroy] = phases.map((one) => recordedKubeadm.flatMap((actions) => actions[one]));
  const recorded = { plan, destroy: [...plan, ...destroy], apply: [...plan, ...apply, ...destroy] }[phase];
  const actions = policies(phase).flatMap(({ Statement }) =>
    [Statement].flat().flatMap(({ Action }) => [Action ?? []].flat()),
  );
  expect(recorded.length).toBeGreaterThan(50);
  expect(recorded.filter((action) => !actions.includes(action))).toEqual([]);
  const updates = new Set(Object.values(awsResources).flatMap(({ update = [] }) => update));
  const unused = actions.filter(
    (action) => !recorded.includes(action) && !(phase === "apply" && updates.has(action)),
  );
  expect(unused.filter((one) => ![...withoutCall, ...withOtherArguments].includes(one))).toEqual([]);
});
