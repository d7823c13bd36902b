import { type AccessRequest } from "../../../modules/permissions/iam";
import { type Access, allowed, type Caller, linked, passed, requestTags, resourceTags } from "./request";
import { type Tags } from "./account";
import { machinesOf } from "./ec2";
import { keyUses } from "./eks";
import { type Operation, type Parameters } from "./operations";

/** A call on one resource with its tags, and the tags of the request. */
const onResource = (
  { service, name }: Operation,
  resource: string,
  tags: Tags,
  request: Tags = {},
): AccessRequest =>
  allowed(`${service}:${name}`, resource, { ...resourceTags(tags), ...requestTags(request) });

/** A creation, and the tags of the new resource. */
const creation = (
  { service, name }: Operation,
  resource: string,
  tags: Tags,
  tagging = "TagResource",
): AccessRequest[] => [
  allowed(`${service}:${name}`, resource, requestTags(tags)),
  ...(Object.keys(tags).length > 0 ? [allowed(`${service}:${tagging}`, resource, requestTags(tags))] : []),
];

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2autoscaling.html */
const autoscaling: Access = async (call, caller) => {
  const { name, parameters } = call;
  const tags = parameters.tags("Tags");
  const group = parameters.one("AutoScalingGroupName") ?? parameters.objects("Tags")[0]?.one("ResourceId");
  if (group === undefined) throw new Error(`no group in autoscaling:${name}`);
  const resource = caller.arn("autoscaling", `autoScalingGroup:id:autoScalingGroupName/${group}`);
  if (name !== "CreateAutoScalingGroup") {
    return [onResource(call, resource, await caller.account.groupTags(group), tags)];
  }
  const template = templateOf(parameters);
  const subnets = (parameters.one("VPCZoneIdentifier") ?? "").split(",").filter(Boolean);
  return [
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-launch-template-permissions.html
    ...creation(call, resource, tags, "CreateOrUpdateTags"),
    ...(await machinesOf(template, subnets, caller)),
    linked(caller, "autoscaling"),
  ];
};

/** The launch template of a group, or of its mixed machine types. */
function templateOf(parameters: Parameters): Parameters {
  const prefix = parameters.has("LaunchTemplate")
    ? "LaunchTemplate"
    : "MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification";
  return parameters.part(prefix);
}

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackup.html */
const backup: Access = async (call, caller) => {
  const { name, parameters } = call;
  const vault = parameters.one("backupVaultName");
  const plan = parameters.one("backupPlanId");
  const arn = parameters.one("resourceArn");
  if (name === "CreateBackupPlan") {
    return creation(call, caller.arn("backup", "backup-plan:*"), parameters.tags("BackupPlanTags"));
  }
  if (name === "CreateBackupVault") {
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html
    const keys = parameters.all("EncryptionKeyArn");
    return [
      ...creation(call, caller.arn("backup", `backup-vault:${vault}`), parameters.tags("BackupVaultTags")),
      allowed("backup-storage:MountCapsule", "*"),
      ...(await keyUses(
        keys,
        ["CreateGrant", "DescribeKey", "GenerateDataKey", "Decrypt", "RetireGrant"],
        caller,
      )),
    ];
  }
  const resource =
    arn ?? caller.arn("backup", vault === undefined ? `backup-plan:${plan}` : `backup-vault:${vault}`);
  const role = parameters.object("BackupSelection").one("IamRoleArn");
  return [
    onResource(call, resource, await caller.account.backupTags(resource), parameters.tags("Tags")),
    ...(role === undefined ? [] : [passed(role, "backup")]),
  ];
};

/**
 * A file system is created on its future ARN.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticfilesystem.html
 * @see https://docs.aws.amazon.com/efs/latest/ug/access-control-managing-permissions.html
 */
const elasticfilesystem: Access = async (call, caller) => {
  const { name, parameters } = call;
  const { account } = caller;
  const arn = (rest: string) => caller.arn("elasticfilesystem", rest);
  const tags = parameters.tags("Tags");
  if (name === "CreateFileSystem") {
    return [...creation(call, arn("file-system/*"), tags), linked(caller, "elasticfilesystem")];
  }
  const target = parameters.one("MountTargetId");
  const point = parameters.one("AccessPointId");
  const system =
    parameters.one("FileSystemId") ?? (target === undefined ? undefined : await account.fileSystemOf(target));
  const id = point ?? system ?? parameters.one("ResourceId");
  // A search without an id.
  if (id === undefined) return [allowed(`elasticfilesystem:${name}`, "*")];
  const resource = arn(`${id.startsWith("fsap-") ? "access-point" : "file-system"}/${id}`);
  const one = onResource(call, resource, await account.efsTags(id), tags);
  if (name === "CreateAccessPoint" && Object.keys(tags).length > 0) {
    return [one, allowed("elasticfilesystem:TagResource", arn("access-point/*"), requestTags(tags))];
  }
  return [one, ...interfaces(call, caller)];
};

/** EFS changes network interfaces for the caller. @see https://docs.aws.amazon.com/efs/latest/ug/API_CreateMountTarget.html */
function interfaces({ name, parameters }: Operation, { arn }: Caller): AccessRequest[] {
  const ec2 = (rest: string) => arn("ec2", rest);
  if (name === "CreateMountTarget") {
    const used = [
      ec2("network-interface/*"),
      ec2(`subnet/${parameters.one("SubnetId")}`),
      ...parameters.all("SecurityGroups").map((id) => ec2(`security-group/${id}`)),
    ];
    return [
      allowed("ec2:DescribeSubnets", "*"),
      allowed("ec2:DescribeNetworkInterfaces", "*"),
      ...used.map((resource) => allowed("ec2:CreateNetworkInterface", resource)),
    ];
  }
  return name === "DeleteMountTarget"
    ? [allowed("ec2:DeleteNetworkInterface", ec2("network-interface/eni-0"))]
    : [];
}

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html */
const events: Access = (call, { arn }) => {
  const { name, parameters } = call;
  const rule = arn("events", `rule/${parameters.one("Rule") ?? parameters.one("Name")}`);
  const tags = parameters.tags("Tags");
  if (name === "PutRule") return creation(call, rule, tags);
  return [onResource(call, parameters.one("ResourceARN") ?? rule, {}, tags)];
};

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonfsx.html */
const fsx: Access = async (call, caller) => {
  const { name, parameters } = call;
  const tags = parameters.tags("Tags");
  const arn = (id: string) => caller.arn("fsx", `file-system/${id}`);
  if (name === "CreateFileSystem") return [...creation(call, arn("*"), tags), linked(caller, "fsx")];
  const id = parameters.one("FileSystemId") ?? parameters.one("ResourceARN")!.split("/").at(-1)!;
  return [onResource(call, arn(id), await caller.account.fsxTags(id), tags)];
};

/**
 * Aliases need the permission for the alias and for the key.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html
 */
const kms: Access = async (call, caller) => {
  const { name, parameters } = call;
  const { account } = caller;
  const tags = parameters.tags("Tags");
  if (name === "CreateKey") {
    return [
      allowed("kms:CreateKey", "*", requestTags(tags)),
      ...(Object.keys(tags).length > 0
        ? [allowed("kms:TagResource", caller.arn("kms", "key/*"), requestTags(tags))]
        : []),
    ];
  }
  const alias = parameters.one("AliasName");
  const id =
    parameters.one("TargetKeyId") ??
    parameters.one("KeyId") ??
    (alias === undefined ? undefined : await account.keyOfAlias(alias));
  if (id === undefined) throw new Error(`no key in kms:${name}`);
  const key = caller.arn("kms", `key/${id.split("/").at(-1)}`);
  return [
    onResource(call, key, await account.keyTags(id), tags),
    ...(alias === undefined ? [] : [allowed(`kms:${name}`, caller.arn("kms", alias))]),
  ];
};

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html */
const logs: Access = (call, { arn }) => {
  const { name, parameters } = call;
  const group = arn("logs", `log-group:${parameters.one("logGroupName")}`);
  const tags = parameters.tags("tags");
  if (name === "CreateLogGroup") return creation(call, group, tags);
  return [onResource(call, parameters.one("resourceArn") ?? group, {}, tags)];
};

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html */
const sqs: Access = (call, { arn }) => {
  const { name, parameters } = call;
  const queue = parameters.one("QueueName") ?? parameters.one("QueueUrl")!.split("/").at(-1)!;
  if (name === "CreateQueue") return creation(call, arn("sqs", queue), parameters.tags("tags"), "TagQueue");
  return [onResource(call, arn("sqs", queue), {}, parameters.tags("Tags"))];
};

/** Public parameters belong to AWS. @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html */
const ssm: Access = ({ name, parameters }, { region }) => {
  const parameter = parameters.one("Name")!;
  return [allowed(`ssm:${name}`, `arn:aws:ssm:${region}::parameter${parameter}`)];
};

/** The tables by the name of the service. */
export const serviceAccess: Readonly<Record<string, Access>> = {
  autoscaling,
  backup,
  elasticfilesystem,
  events,
  fsx,
  kms,
  logs,
  sqs,
  ssm,
};
