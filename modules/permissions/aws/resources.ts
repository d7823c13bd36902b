import type { Config } from "./model";
import { ec2Resources, machinesHaveTags } from "./ec2-resources";
import { actionsOf, has, provider, type ResourceActions } from "./resource-actions";
import { selfManagedDataSources, selfManagedResources } from "./self-managed-resources";

const ec2 = actionsOf("ec2");
const eks = actionsOf("eks");
const iam = actionsOf("iam");
const kms = actionsOf("kms");
const elasticfilesystem = actionsOf("elasticfilesystem");
const backup = actionsOf("backup");
const events = actionsOf("events");
const fsx = actionsOf("fsx");
const logs = actionsOf("logs");
const sqs = actionsOf("sqs");

const eksTags = eks("TagResource", "UntagResource");

/** Whether a destroy deletes what the resource contains. */
const isEmptied = ({ force_destroy: isForced }: Config): boolean => isForced === true;

/** What Terraform calls for the resource types of EKS and kubeadm stacks. A test finds types without a row, and rows without a use. */
export const awsResources: Readonly<Record<string, ResourceActions>> = {
  ...ec2Resources,
  ...selfManagedResources,
  aws_backup_plan: {
    read: backup("GetBackupPlan", "ListTags"),
    create: backup("CreateBackupPlan", "TagResource"),
    update: backup("UpdateBackupPlan", "UntagResource"),
    delete: backup("DeleteBackupPlan"),
    source: `${provider}/backup/plan.go`,
  },
  aws_backup_selection: {
    read: backup("GetBackupSelection"),
    create: [...backup("CreateBackupSelection"), "iam:PassRole"],
    delete: backup("DeleteBackupSelection"),
    source: `${provider}/backup/selection.go`,
  },
  aws_backup_vault: {
    read: backup("DescribeBackupVault", "ListTags"),
    create: [
      ...backup("CreateBackupVault", "TagResource"),
      "backup-storage:MountCapsule",
      ...kms("CreateGrant", "DescribeKey", "GenerateDataKey", "Decrypt", "RetireGrant"),
    ],
    update: backup("UntagResource"),
    delete: backup("DeleteBackupVault", "ListRecoveryPointsByBackupVault", "DeleteRecoveryPoint"),
    when: {
      "backup:ListRecoveryPointsByBackupVault": isEmptied,
      "backup:DeleteRecoveryPoint": isEmptied,
    },
    source: `${provider}/backup/vault.go`,
  },
  aws_cloudwatch_event_rule: {
    read: events("DescribeRule", "ListTagsForResource"),
    create: events("PutRule", "TagResource"),
    update: events("EnableRule", "DisableRule", "UntagResource"),
    delete: events("DeleteRule"),
    source: `${provider}/events/rule.go`,
  },
  aws_cloudwatch_event_target: {
    read: events("ListTargetsByRule"),
    create: events("PutTargets"),
    delete: events("RemoveTargets"),
    source: `${provider}/events/target.go`,
  },
  aws_cloudwatch_log_group: {
    read: logs("DescribeLogGroups", "ListTagsForResource"),
    create: logs("CreateLogGroup", "PutRetentionPolicy", "TagResource"),
    update: logs("DeleteRetentionPolicy", "UntagResource", "AssociateKmsKey", "DisassociateKmsKey"),
    delete: logs("DeleteLogGroup"),
    source: `${provider}/logs/group.go`,
  },
  aws_efs_access_point: {
    read: elasticfilesystem("DescribeAccessPoints"),
    create: elasticfilesystem("CreateAccessPoint", "TagResource"),
    update: elasticfilesystem("UntagResource"),
    delete: elasticfilesystem("DeleteAccessPoint"),
    source: `${provider}/efs/access_point.go`,
  },
  aws_efs_file_system: {
    read: elasticfilesystem("DescribeFileSystems", "DescribeLifecycleConfiguration"),
    create: [
      ...elasticfilesystem("CreateFileSystem", "PutLifecycleConfiguration", "TagResource"),
      ...elasticfilesystem("UpdateFileSystemProtection"),
      "iam:CreateServiceLinkedRole",
    ],
    update: elasticfilesystem(
      "UpdateFileSystem",
      "UntagResource",
      "PutLifecycleConfiguration",
      "UpdateFileSystemProtection",
    ),
    delete: elasticfilesystem("DeleteFileSystem"),
    when: {
      "elasticfilesystem:PutLifecycleConfiguration": has("lifecycle_policy"),
      "elasticfilesystem:UpdateFileSystemProtection": has("protection"),
    },
    source: `${provider}/efs/file_system.go`,
  },
  aws_efs_file_system_policy: {
    read: elasticfilesystem("DescribeFileSystemPolicy"),
    create: elasticfilesystem("PutFileSystemPolicy"),
    delete: elasticfilesystem("DeleteFileSystemPolicy"),
    source: `${provider}/efs/file_system_policy.go`,
  },
  aws_efs_mount_target: {
    read: elasticfilesystem("DescribeMountTargets", "DescribeMountTargetSecurityGroups"),
    create: [
      ...elasticfilesystem("CreateMountTarget"),
      ...ec2("CreateNetworkInterface", "DescribeSubnets", "DescribeNetworkInterfaces"),
    ],
    update: [
      ...elasticfilesystem("ModifyMountTargetSecurityGroups"),
      ...ec2("ModifyNetworkInterfaceAttribute"),
    ],
    delete: [...elasticfilesystem("DeleteMountTarget"), ...ec2("DeleteNetworkInterface")],
    source: `${provider}/efs/mount_target.go`,
  },
  aws_eks_access_entry: {
    read: eks("DescribeAccessEntry"),
    create: eks("CreateAccessEntry", "TagResource"),
    update: [...eks("UpdateAccessEntry"), ...eksTags],
    delete: eks("DeleteAccessEntry"),
    source: `${provider}/eks/access_entry.go`,
  },
  aws_eks_access_policy_association: {
    read: eks("ListAssociatedAccessPolicies"),
    create: eks("AssociateAccessPolicy"),
    delete: eks("DisassociateAccessPolicy"),
    source: `${provider}/eks/access_policy_association.go`,
  },
  aws_eks_addon: {
    read: eks("DescribeAddon", "DescribePodIdentityAssociation"),
    create: [
      ...eks("CreateAddon", "CreatePodIdentityAssociation", "TagResource"),
      ...iam("PassRole", "GetRole"),
    ],
    update: [
      ...eks("UpdateAddon", "UpdatePodIdentityAssociation", "DescribeUpdate", "DescribeAddonVersions"),
      ...eks("DeletePodIdentityAssociation"),
      ...eksTags,
    ],
    delete: eks("DeleteAddon", "DeletePodIdentityAssociation"),
    when: {
      "eks:DescribePodIdentityAssociation": has("pod_identity_association"),
      "eks:CreatePodIdentityAssociation": has("pod_identity_association"),
      "eks:DeletePodIdentityAssociation": has("pod_identity_association"),
    },
    source: `${provider}/eks/addon.go`,
  },
  aws_eks_capability: {
    read: eks("DescribeCapability"),
    create: [...eks("CreateCapability", "TagResource"), "iam:PassRole"],
    update: [...eks("UpdateCapability", "DescribeUpdate"), ...eksTags],
    delete: eks("DeleteCapability"),
    source: `${provider}/eks/capability.go`,
  },
  aws_eks_cluster: {
    read: eks("DescribeCluster"),
    create: [
      ...eks("CreateCluster", "TagResource"),
      ...iam("PassRole", "CreateServiceLinkedRole"),
      ...kms("DescribeKey", "CreateGrant"),
    ],
    update: [
      ...eks("UpdateClusterConfig", "UpdateClusterVersion", "AssociateEncryptionConfig", "DescribeUpdate"),
      ...eksTags,
    ],
    delete: eks("DeleteCluster"),
    source: `${provider}/eks/cluster.go`,
  },
  aws_eks_fargate_profile: {
    read: eks("DescribeFargateProfile"),
    create: [...eks("CreateFargateProfile", "TagResource"), ...iam("PassRole", "CreateServiceLinkedRole")],
    update: eksTags,
    delete: eks("DeleteFargateProfile"),
    source: `${provider}/eks/fargate_profile.go`,
  },
  aws_eks_node_group: {
    read: eks("DescribeNodegroup"),
    create: [
      ...eks("CreateNodegroup", "TagResource"),
      ...iam("PassRole", "GetRole", "ListAttachedRolePolicies", "CreateServiceLinkedRole"),
      // EKS starts machines of a launch template with the permissions of the caller.
      ...ec2("RunInstances", "CreateTags", "DescribeLaunchTemplateVersions"),
    ],
    update: [...eks("UpdateNodegroupConfig", "UpdateNodegroupVersion", "DescribeUpdate"), ...eksTags],
    delete: eks("DeleteNodegroup"),
    when: { "ec2:CreateTags": machinesHaveTags },
    source: `${provider}/eks/node_group.go`,
  },
  aws_eks_pod_identity_association: {
    read: eks("DescribePodIdentityAssociation"),
    create: [...eks("CreatePodIdentityAssociation", "TagResource"), ...iam("PassRole", "GetRole")],
    update: [...eks("UpdatePodIdentityAssociation"), ...eksTags],
    delete: eks("DeletePodIdentityAssociation"),
    source: `${provider}/eks/pod_identity_association.go`,
  },
  aws_fsx_lustre_file_system: {
    read: fsx("DescribeFileSystems"),
    create: [...fsx("CreateFileSystem", "TagResource"), "iam:CreateServiceLinkedRole"],
    update: fsx("UpdateFileSystem", "UntagResource"),
    delete: fsx("DeleteFileSystem"),
    source: `${provider}/fsx/lustre_file_system.go`,
  },
  aws_iam_instance_profile: {
    read: iam("GetInstanceProfile"),
    create: iam("CreateInstanceProfile", "AddRoleToInstanceProfile", "TagInstanceProfile", "PassRole"),
    update: iam("UntagInstanceProfile"),
    delete: iam("RemoveRoleFromInstanceProfile", "DeleteInstanceProfile"),
    source: `${provider}/iam/instance_profile.go`,
  },
  aws_iam_openid_connect_provider: {
    read: iam("GetOpenIDConnectProvider"),
    create: iam("CreateOpenIDConnectProvider", "TagOpenIDConnectProvider"),
    update: iam(
      "UpdateOpenIDConnectProviderThumbprint",
      "AddClientIDToOpenIDConnectProvider",
      "RemoveClientIDFromOpenIDConnectProvider",
      "UntagOpenIDConnectProvider",
    ),
    delete: iam("DeleteOpenIDConnectProvider"),
    source: `${provider}/iam/openid_connect_provider.go`,
  },
  aws_iam_role: {
    read: iam("GetRole", "ListRolePolicies", "ListAttachedRolePolicies"),
    create: iam("CreateRole", "TagRole"),
    update: iam(
      "PutRolePermissionsBoundary",
      "UntagRole",
      "UpdateRole",
      "UpdateRoleDescription",
      "UpdateAssumeRolePolicy",
      "DeleteRolePermissionsBoundary",
    ),
    delete: iam("DeleteRole", "ListInstanceProfilesForRole"),
    source: `${provider}/iam/role.go`,
  },
  aws_iam_role_policy: {
    read: iam("GetRolePolicy"),
    create: iam("PutRolePolicy"),
    delete: iam("DeleteRolePolicy"),
    source: `${provider}/iam/role_policy.go`,
  },
  aws_iam_role_policy_attachment: {
    read: iam("ListAttachedRolePolicies"),
    create: iam("AttachRolePolicy"),
    delete: iam("DetachRolePolicy"),
    source: `${provider}/iam/role_policy_attachment.go`,
  },
  aws_kms_alias: {
    read: kms("ListAliases"),
    create: kms("CreateAlias"),
    update: kms("UpdateAlias"),
    delete: kms("DeleteAlias"),
    source: `${provider}/kms/alias.go`,
  },
  aws_kms_key: {
    read: kms("DescribeKey", "GetKeyPolicy", "GetKeyRotationStatus", "ListResourceTags"),
    create: kms("CreateKey", "EnableKeyRotation", "TagResource"),
    update: kms("PutKeyPolicy", "UpdateKeyDescription", "DisableKeyRotation", "EnableKey", "UntagResource"),
    delete: kms("ScheduleKeyDeletion"),
    source: `${provider}/kms/key.go`,
  },
  aws_sqs_queue: {
    read: sqs("GetQueueAttributes", "ListQueueTags"),
    create: sqs("CreateQueue", "TagQueue"),
    update: sqs("SetQueueAttributes", "UntagQueue"),
    delete: sqs("DeleteQueue"),
    source: `${provider}/sqs/queue.go`,
  },
  aws_sqs_queue_policy: {
    read: sqs("GetQueueAttributes"),
    create: sqs("SetQueueAttributes"),
    delete: sqs("SetQueueAttributes"),
    source: `${provider}/sqs/queue_policy.go`,
  },
};

/** What Terraform calls for data sources. */
export const awsDataSources: Readonly<Record<string, ResourceActions>> = {
  ...selfManagedDataSources,
  aws_eks_addon_version: {
    read: eks("DescribeAddonVersions"),
    source: `${provider}/eks/addon_version_data_source.go`,
  },
  aws_ssm_parameter: {
    read: ["ssm:GetParameter"],
    source: `${provider}/ssm/parameter_data_source.go`,
  },
};
