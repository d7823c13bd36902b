import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EksCluster as AwsEksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { boundedName } from "../cluster/names";
import { limits } from "./limits";
import { managedPolicyArn, policyDocument, trustPolicy } from "./policies";
import type { EksAccessSpec, EksEncryptionSpec, EksLogType, EksOptions } from "./props";

/** See {@link EksControlPlane}. */
export interface EksControlPlaneProps {
  readonly clusterName: string;
  readonly region: string;
  readonly kubernetesVersion: string;
  readonly subnetIds: readonly string[];
  /**
   * The subnets follow the zones of the network. EKS keeps a control plane in the zones that it was made in, and refuses a
   * change of zones; a zone that is added later serves nodes only.
   */
  readonly subnetsFollowZones: boolean;
  readonly serviceCidr?: string;
  readonly access: EksAccessSpec;
  readonly encryption: EksEncryptionSpec;
  readonly logTypes: readonly EksLogType[];
  readonly retentionDays: number;
  readonly support: "standard" | "extended";
  readonly protection: boolean;
  readonly options: EksOptions;
}

/** The managed control plane with its role, its log group and the key of its secrets. */
export class EksControlPlane extends Construct {
  /** The cluster as AWS knows it. */
  readonly cluster: AwsEksCluster;
  readonly logGroup: CloudwatchLogGroup;

  /** The role made for the control plane; undefined when an existing one was given. */
  readonly role?: IamRole;

  /** The key made for secrets; undefined when an existing one or the platform's is used. */
  readonly secretsKey?: KmsKey;

  /** ARN of the key that encrypts secrets; undefined with the platform's own. */
  readonly secretsKeyArn?: string;

  /**
   * The security group that EKS makes and puts on the control plane's interfaces: open to itself and outwards.
   * Also known as the primary security group.
   */
  readonly securityGroupId: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EksControlPlaneProps,
  ) {
    super(scope, id);

    this.logGroup = this.createLogGroup();
    if (props.encryption.secrets !== "platform-key") {
      this.secretsKey = props.encryption.keyId ? undefined : this.createSecretsKey();
      this.secretsKeyArn = props.encryption.keyId ?? this.secretsKey!.arn;
    }
    this.role = props.options.clusterRoleArn ? undefined : this.createRole();
    const rights = this.role ? this.grantRights(this.role) : [];

    this.cluster = this.createCluster([...rights, this.logGroup]);
    this.securityGroupId = this.cluster.vpcConfig.clusterSecurityGroupId;
  }

  /** EKS writes to this name. Left to EKS, the group would be made without an end of retention, and outlive the cluster. */
  private createLogGroup(): CloudwatchLogGroup {
    return new CloudwatchLogGroup(this, "log_group", {
      name: `/aws/eks/${this.props.clusterName}/cluster`,
      retentionInDays: this.props.retentionDays,
    });
  }

  private createSecretsKey(): KmsKey {
    const { clusterName, encryption, protection } = this.props;
    const key = new KmsKey(this, "secrets_key", {
      description: `Kubernetes secrets of the EKS cluster ${clusterName}`,
      enableKeyRotation: true,
      deletionWindowInDays: encryption.deletionWindowDays ?? 30,
      // Without its key a cluster cannot be read any more, nor mended.
      lifecycle: { preventDestroy: protection },
    });
    new KmsAlias(this, "secrets_key_alias", { name: `alias/eks/${clusterName}`, targetKeyId: key.keyId });
    return key;
  }

  private createRole(): IamRole {
    const { clusterName, region } = this.props;
    return new IamRole(this, "role", {
      name: boundedName([clusterName, region, "cluster"], limits.roleName),
      description: `Control plane of the EKS cluster ${clusterName}`,
      assumeRolePolicy: trustPolicy("eks.amazonaws.com", { actions: ["sts:AssumeRole", "sts:TagSession"] }),
    });
  }

  private grantRights(role: IamRole): ITerraformDependable[] {
    const rights: ITerraformDependable[] = [
      new IamRolePolicyAttachment(this, "role_cluster_policy", {
        role: role.name,
        policyArn: managedPolicyArn(this.props.region, "AmazonEKSClusterPolicy"),
      }),
    ];
    if (this.secretsKeyArn) {
      rights.push(
        new IamRolePolicy(this, "role_secrets_key_policy", {
          name: "use-secrets-key",
          role: role.name,
          policy: policyDocument([
            {
              actions: ["kms:Encrypt", "kms:Decrypt", "kms:ListGrants", "kms:DescribeKey"],
              resources: [this.secretsKeyArn],
            },
          ]),
        }),
      );
    }
    return rights;
  }

  /**
   * Lets the control plane give addresses to Windows pods. A role that was given must have the right already.
   * Source: https://docs.aws.amazon.com/eks/latest/userguide/windows-support.html
   *
   * @returns what must stand before the first Windows node starts
   */
  enableWindows(): ITerraformDependable[] {
    const id = "role_vpc_resource_controller_policy";
    if (!this.role) return [];
    const made = this.node.tryFindChild(id) as IamRolePolicyAttachment | undefined;
    return [
      made ??
        new IamRolePolicyAttachment(this, id, {
          role: this.role.name,
          policyArn: managedPolicyArn(this.props.region, "AmazonEKSVPCResourceController"),
        }),
    ];
  }

  private createCluster(dependsOn: ITerraformDependable[]): AwsEksCluster {
    const { access, options, protection } = this.props;
    const publicFrom = access.publicFrom ?? [];

    return new AwsEksCluster(this, "Resource", {
      name: this.props.clusterName,
      version: this.props.kubernetesVersion,
      roleArn: options.clusterRoleArn ?? this.role!.arn,
      vpcConfig: {
        subnetIds: [...this.props.subnetIds],
        endpointPrivateAccess: access.private ?? true,
        endpointPublicAccess: publicFrom.length > 0,
        publicAccessCidrs: publicFrom.length > 0 ? [...publicFrom] : undefined,
      },
      kubernetesNetworkConfig: this.props.serviceCidr
        ? { serviceIpv4Cidr: this.props.serviceCidr }
        : undefined,
      accessConfig: {
        authenticationMode: options.authenticationMode ?? "API",
        // Rights come from access entries alone, not from who happened to run Terraform first.
        bootstrapClusterCreatorAdminPermissions: false,
      },
      // The add-ons are made as such, at known versions and in known order.
      bootstrapSelfManagedAddons: false,
      encryptionConfig: this.secretsKeyArn
        ? { resources: ["secrets"], provider: { keyArn: this.secretsKeyArn } }
        : undefined,
      enabledClusterLogTypes: [...this.props.logTypes],
      upgradePolicy: { supportType: this.props.support.toUpperCase() },
      zonalShiftConfig: { enabled: options.zonalShift ?? true },
      deletionProtection: protection,
      lifecycle: {
        preventDestroy: protection,
        // The last two matter only at creation. An imported cluster may differ, which must not replace it.
        ignoreChanges: [
          ...(this.props.subnetsFollowZones ? ["vpc_config[0].subnet_ids"] : []),
          "bootstrap_self_managed_addons",
          "access_config[0].bootstrap_cluster_creator_admin_permissions",
        ],
      },
      dependsOn,
    });
  }
}
