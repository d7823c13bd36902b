import { type AccessRequest } from "../../../modules/permissions/iam";
import { type Access, allowed, type Caller, linked, passed, requestTags, resourceTags } from "./request";
import { machinesOf } from "./ec2";
import { type Operation } from "./operations";

/**
 * The resource of a call. A creation is decided on the cluster; that of the cluster itself on its future ARN, as the messages of EKS show.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelastickubernetesservice.html
 * @see https://github.com/cortexlabs/cortex/issues/1232
 */
const kindOf: Readonly<Record<string, string>> = {
  AssociateAccessPolicy: "access-entry",
  CreateAccessEntry: "cluster",
  CreateAddon: "cluster",
  CreateCluster: "cluster",
  CreateFargateProfile: "cluster",
  CreateNodegroup: "cluster",
  CreatePodIdentityAssociation: "cluster",
  DeleteAccessEntry: "access-entry",
  DeleteAddon: "addon",
  DeleteCluster: "cluster",
  DeleteFargateProfile: "fargateprofile",
  DeleteNodegroup: "nodegroup",
  DeletePodIdentityAssociation: "podidentityassociation",
  DescribeAccessEntry: "access-entry",
  DescribeAddon: "addon",
  DescribeCluster: "cluster",
  DescribeFargateProfile: "fargateprofile",
  DescribeNodegroup: "nodegroup",
  DescribePodIdentityAssociation: "podidentityassociation",
  DescribeUpdate: "cluster",
  DisassociateAccessPolicy: "access-entry",
  ListAssociatedAccessPolicies: "access-entry",
  UpdateAccessEntry: "access-entry",
  UpdateAddon: "addon",
  UpdateClusterConfig: "cluster",
  UpdateClusterVersion: "cluster",
  UpdateNodegroupConfig: "nodegroup",
  UpdateNodegroupVersion: "nodegroup",
  UpdatePodIdentityAssociation: "podidentityassociation",
};

/** What a creation creates, for its tags. */
const created: Readonly<Record<string, string>> = {
  CreateAccessEntry: "access-entry",
  CreateAddon: "addon",
  CreateCluster: "cluster",
  CreateFargateProfile: "fargateprofile",
  CreateNodegroup: "nodegroup",
  CreatePodIdentityAssociation: "podidentityassociation",
};

export const eksAccess: Access = async (call, caller) => {
  const { name, parameters } = call;
  if (name === "TagResource" || name === "UntagResource") {
    const tags = name === "TagResource" ? requestTags(parameters.tags("tags")) : {};
    return [allowed(`eks:${name}`, parameters.one("resourceArn")!, tags)];
  }
  const kind = kindOf[name];
  if (kind === undefined) throw new Error(`no row for eks:${name}`);
  const tags = requestTags(parameters.tags("tags"));
  const target = resourceOf(kind, call, caller);
  return [
    allowed(`eks:${name}`, target, name.startsWith("Create") ? tags : {}),
    ...(created[name] !== undefined && Object.keys(tags).length > 0
      ? [allowed("eks:TagResource", resourceOf(created[name], call, caller), tags)]
      : []),
    ...(await (others[name] ?? none)(call, caller)),
  ];
};

const none: Access = () => [];

function resourceOf(kind: string, { parameters }: Operation, { arn }: Caller): string {
  const cluster = parameters.one("clusterName") ?? parameters.one("name")!;
  if (kind === "cluster") return arn("eks", `cluster/${cluster}`);
  const named =
    parameters.one("nodegroupName") ??
    parameters.one("addonName") ??
    parameters.one("fargateProfileName") ??
    parameters.one("associationId") ??
    parameters.one("principalArn")?.split(":").slice(4).join("/") ??
    "new";
  return arn("eks", `${kind}/${cluster}/${named}/id`);
}

/** Actions that EKS checks in addition, because it acts for the caller. */
const others: Readonly<Record<string, Access>> = {
  // https://docs.aws.amazon.com/eks/latest/userguide/using-service-linked-roles-eks.html, …/enable-kms.html
  CreateCluster: async ({ parameters }, caller) => {
    const keys = parameters
      .objects("encryptionConfig")
      .flatMap((one) => one.object("provider").one("keyArn") ?? []);
    const node = parameters.object("computeConfig").one("nodeRoleArn");
    return [
      passed(parameters.one("roleArn")!, "eks"),
      ...(node === undefined ? [] : [passed(node, "eks")]),
      linked(caller, "eks"),
      ...(await keyUses(keys, ["DescribeKey", "CreateGrant"], caller)),
    ];
  },
  // https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html, …/using-service-linked-roles-eks-nodegroups.html
  CreateNodegroup: async ({ parameters }, caller) => {
    const role = parameters.one("nodeRole")!;
    return [
      passed(role, "eks"),
      ...roleReads(role, ["GetRole", "ListAttachedRolePolicies"]),
      linked(caller, "eks-nodegroup"),
      linked(caller, "autoscaling"),
      ...(parameters.one("capacityType") === "SPOT" ? [linked(caller, "spot")] : []),
      ...(parameters.has("launchTemplate")
        ? [
            allowed("ec2:DescribeLaunchTemplateVersions", "*"),
            ...(await machinesOf(parameters.object("launchTemplate"), parameters.all("subnets"), caller)),
          ]
        : []),
    ];
  },
  // https://docs.aws.amazon.com/eks/latest/userguide/add-ons-iam.html
  CreateAddon: (call, caller) =>
    call.parameters
      .objects("podIdentityAssociations")
      .flatMap((one) => [
        allowed("eks:CreatePodIdentityAssociation", resourceOf("cluster", call, caller)),
        ...podRole(one.one("roleArn")!),
      ]),
  CreatePodIdentityAssociation: ({ parameters }) => podRole(parameters.one("roleArn")!),
  // https://docs.aws.amazon.com/eks/latest/userguide/using-service-linked-roles-eks-fargate.html
  CreateFargateProfile: ({ parameters }, caller) => [
    passed(parameters.one("podExecutionRoleArn")!, "eks"),
    linked(caller, "eks-fargate"),
  ],
};

/** @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html */
const podRole = (role: string): AccessRequest[] => [
  passed(role, "pods.eks"),
  ...roleReads(role, ["GetRole"]),
];

const roleReads = (role: string, names: readonly string[]): AccessRequest[] =>
  names.map((name) => allowed(`iam:${name}`, role));

/** Uses of keys, with the tags of the keys. */
export async function keyUses(
  keys: readonly string[],
  actions: readonly string[],
  { account }: Caller,
): Promise<AccessRequest[]> {
  const found = keys.map(async (key) => {
    const tags = resourceTags(await account.keyTags(key));
    return actions.map((action) => allowed(`kms:${action}`, key, tags));
  });
  return (await Promise.all(found)).flat();
}
