import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EksCluster as AwsEksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Fn, type ITerraformDependable, Op, TerraformSelf } from "cdktf";
import { Construct } from "constructs";
import { keepData } from "../../cluster/kept-data";
import { inputOf } from "../../cluster/inputs";
import { boundedName } from "../../cluster/names";
import type { IpFamily } from "../../cluster/vocabulary";
import { AutoMode } from "../autoscaling/auto-mode";
import type { Compute } from "../node-groups/compute";
import { defaults } from "../fields.generated";
import { limits } from "../limits";
import { accountOf, managedPolicyArn, policyDocument, trustPolicy } from "../../aws/policies";
import { partitionOf } from "../../aws/regions";
import type { EksAccessSpec, EksEncryptionSpec, EksLogType, EksOptions, EksUpgradesSpec } from "../spec";
import { createControlPlaneLogGroup } from "../observability/control-plane-logs";
import { RemoteNetworks, remoteNetworkConfig } from "../network/remote-networks";

/** See {@link EksControlPlane}. */
export interface EksControlPlaneProps {
  readonly clusterName: string;
  readonly region: string;
  readonly kubernetesVersion: string;
  readonly subnetIds: readonly string[];
  /**
   * The subnets follow the zones of the network. EKS keeps a control plane in its original zones and rejects a change; only
   * nodes use a zone that is added later.
   */
  readonly subnetsFollowZones: boolean;
  readonly serviceCidr?: string;
  /** Address family of pods and services. */
  readonly ipFamily: IpFamily;
  readonly access: EksAccessSpec;
  readonly encryption: EksEncryptionSpec;
  readonly logTypes: readonly EksLogType[];
  readonly retentionDays: number;
  readonly keepLogs: boolean;
  /** ARN of the key of logs; undefined with a key of AWS. */
  readonly logsKeyArn?: string;
  readonly upgrades: EksUpgradesSpec;
  readonly protection: boolean;
  readonly options: EksOptions;
  readonly autoMode?: Compute["autoMode"];
}

/** The managed control plane with its role, its log group and the key of its secrets. */
export class EksControlPlane extends Construct {
  /** The EKS cluster resource. */
  readonly cluster: AwsEksCluster;
  readonly logGroup: CloudwatchLogGroup;

  /** The account of the cluster. Known before the cluster, whose role trusts EKS only for this account. */
  readonly account: string;

  /** The role of the control plane; undefined if an existing one is used. */
  readonly role?: IamRole;

  /** The key of secrets; undefined if an existing one or an AWS owned key is used. */
  readonly secretsKey?: KmsKey;

  /** ARN of the key that encrypts secrets; undefined with an AWS owned key. */
  readonly secretsKeyArn?: string;

  /** Roles and settings of EKS Auto Mode, also while it is removed; undefined if the cluster never had it. */
  readonly autoMode?: AutoMode;

  /**
   * The security group that EKS creates for the interfaces of the control plane, also known as the primary security group. It
   * allows traffic within itself and all egress.
   */
  readonly securityGroupId: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EksControlPlaneProps,
  ) {
    super(scope, id);

    this.logGroup = createControlPlaneLogGroup(this, props);
    this.account = accountOf(this, this.logGroup.arn);
    if (props.encryption.secrets !== "platform-key") {
      this.secretsKey = props.encryption.keyId ? undefined : this.createSecretsKey();
      this.secretsKeyArn = props.encryption.keyId ?? this.secretsKey!.arn;
    }
    if (!this.secretsKey) keepData(this, props.protection, { secrets_key: "aws_kms_key" });
    this.role = props.options.clusterRoleArn ? undefined : this.createRole();
    const policies = this.role ? this.attachPolicies(this.role) : [];
    this.autoMode = this.createAutoMode();

    this.cluster = this.createCluster([...policies, this.logGroup, ...(this.autoMode?.policies ?? [])]);
    this.autoMode?.attach(this.cluster);
    this.securityGroupId = this.cluster.vpcConfig.clusterSecurityGroupId;
    if (props.options.remoteNetworks) {
      new RemoteNetworks(this, "remote_networks", {
        ...props.options.remoteNetworks,
        controlPlaneGroupId: this.securityGroupId,
      });
    }
  }

  private createSecretsKey(): KmsKey {
    const { clusterName, encryption, protection } = this.props;
    const key = new KmsKey(this, "secrets_key", {
      description: `Kubernetes secrets of the EKS cluster ${clusterName}`,
      enableKeyRotation: true,
      deletionWindowInDays: encryption.deletionWindowDays ?? defaults["encryption.deletionWindowDays"],
      // Its id is not known before: policies of the deploying identity limit their actions by this tag.
      tags: { Name: clusterName },
      // Without its key a cluster cannot be read or repaired.
      lifecycle: { preventDestroy: protection },
    });
    new KmsAlias(this, "secrets_key_alias", { name: `alias/eks/${clusterName}`, targetKeyId: key.keyId });
    return key;
  }

  /** @see https://docs.aws.amazon.com/eks/latest/userguide/cross-service-confused-deputy-prevention.html */
  private createRole(): IamRole {
    const { clusterName, region } = this.props;
    const cluster = `arn:${partitionOf(region)}:eks:${region}:${this.account}:cluster/${clusterName}`;
    return new IamRole(this, "role", {
      name: boundedName([clusterName, region, "cluster"], limits.roleName),
      description: `Control plane of the EKS cluster ${clusterName}`,
      assumeRolePolicy: trustPolicy("eks.amazonaws.com", {
        actions: ["sts:AssumeRole", "sts:TagSession"],
        conditions: {
          StringEquals: { "aws:SourceAccount": [this.account] },
          ArnEquals: { "aws:SourceArn": [cluster] },
        },
      }),
    });
  }

  private attachPolicies(role: IamRole): ITerraformDependable[] {
    const policies: ITerraformDependable[] = [
      new IamRolePolicyAttachment(this, "role_cluster_policy", {
        role: role.id,
        policyArn: managedPolicyArn(this.props.region, "AmazonEKSClusterPolicy"),
      }),
    ];
    if (this.secretsKeyArn) {
      policies.push(
        new IamRolePolicy(this, "role_secrets_key_policy", {
          name: "use-secrets-key",
          role: role.id,
          policy: policyDocument([
            {
              actions: ["kms:Encrypt", "kms:Decrypt", "kms:ListGrants", "kms:DescribeKey"],
              resources: [this.secretsKeyArn],
            },
          ]),
        }),
      );
    }
    return policies;
  }

  /**
   * Allows the control plane to manage interfaces and addresses of pods: of Windows pods, and of pods with a security group. An
   * existing role must already have the policy.
   *
   * @returns dependencies of nodes with such pods
   * @see https://docs.aws.amazon.com/eks/latest/userguide/windows-support.html
   * @see https://docs.aws.amazon.com/eks/latest/userguide/security-groups-pods-deployment.html
   */
  allowPodInterfaces(): ITerraformDependable[] {
    const id = "role_vpc_resource_controller_policy";
    if (!this.role) return [];
    const made = this.node.tryFindChild(id) as IamRolePolicyAttachment | undefined;
    return [
      made ??
        new IamRolePolicyAttachment(this, id, {
          role: this.role.id,
          policyArn: managedPolicyArn(this.props.region, "AmazonEKSVPCResourceController"),
        }),
    ];
  }

  private createAutoMode(): AutoMode | undefined {
    const { autoMode: pools, clusterName, region } = this.props;
    return pools && new AutoMode(this, "auto_mode", { clusterName, region, pools, clusterRole: this.role });
  }

  /**
   * EKS chooses the service range of an IPv6 cluster. The family is always set: the provider keeps the old one if it is omitted, and the
   * network would change without the cluster.
   */
  private networkConfig() {
    const { ipFamily, serviceCidr } = this.props;
    return ipFamily === "ipv6" ? { ipFamily } : { ipFamily, serviceIpv4Cidr: serviceCidr };
  }

  private createCluster(dependsOn: ITerraformDependable[]): AwsEksCluster {
    const { access, options, protection, upgrades } = this.props;
    const publicFrom = access.publicFrom ?? [];

    return new AwsEksCluster(this, "Resource", {
      name: this.props.clusterName,
      version: inputOf(this, "kubernetesVersion", this.props.kubernetesVersion),
      roleArn: options.clusterRoleArn ?? this.role!.arn,
      vpcConfig: {
        subnetIds: [...this.props.subnetIds],
        endpointPrivateAccess: access.private ?? defaults["access.private"],
        endpointPublicAccess: publicFrom.length > 0,
        publicAccessCidrs:
          publicFrom.length > 0 ? [...inputOf(this, "access.publicFrom", publicFrom)] : undefined,
      },
      kubernetesNetworkConfig: this.networkConfig(),
      accessConfig: {
        authenticationMode: options.authenticationMode ?? defaults["eks.authenticationMode"],
        // Permissions come only from access entries, not from the identity that created the cluster.
        bootstrapClusterCreatorAdminPermissions: false,
      },
      // The add-ons are separate resources, with known versions and in a known order.
      bootstrapSelfManagedAddons: false,
      encryptionConfig: this.secretsKeyArn
        ? { resources: ["secrets"], provider: { keyArn: this.secretsKeyArn } }
        : undefined,
      enabledClusterLogTypes: [...this.props.logTypes],
      upgradePolicy: { supportType: (upgrades.support ?? defaults["upgrades.support"]).toUpperCase() },
      forceUpdateVersion: upgrades.force || undefined,
      zonalShiftConfig: { enabled: options.zonalShift ?? defaults["eks.zonalShift"] },
      remoteNetworkConfig: options.remoteNetworks && remoteNetworkConfig(options.remoteNetworks),
      controlPlaneScalingConfig: { tier: options.controlPlaneTier ?? defaults["eks.controlPlaneTier"] },
      deletionProtection: protection,
      lifecycle: {
        preventDestroy: protection,
        postcondition: [
          ...(this.props.subnetsFollowZones ? [this.keepsItsSubnets()] : []),
          ...(this.autoMode ? [] : [this.hasNoAutoMode()]),
        ],
        // The last two are used only at creation. An imported cluster can differ and must not be replaced.
        ignoreChanges: [
          ...(this.props.subnetsFollowZones ? ["vpc_config[0].subnet_ids"] : []),
          "bootstrap_self_managed_addons",
          "access_config[0].bootstrap_cluster_creator_admin_permissions",
        ],
      },
      dependsOn,
    });
  }

  /** The provider keeps Auto Mode if its arguments are omitted, and its nodes would lose their role. */
  private hasNoAutoMode() {
    const isOn = Fn.try([Fn.lookupNested(TerraformSelf.getAny("compute_config"), [0, "enabled"]), false]);
    return {
      condition: Op.neq(isOn, true),
      errorMessage:
        'EKS Auto Mode is on: set eks.autoMode to "off" and deploy, which removes its nodes. Then omit the field.',
    };
  }

  /** A subnet cannot be deleted while the control plane uses it: the plan reports that, not the deployment. */
  private keepsItsSubnets() {
    const inUse = Fn.lookupNested(TerraformSelf.getAny("vpc_config"), [0, "subnet_ids"]);
    const lost = Fn.setsubtract(inUse, [...this.props.subnetIds]);
    return {
      condition: Op.lt(Fn.lengthOf(lost), 1),
      errorMessage:
        "EKS keeps the control plane in its initial zones: network.zones can have more zones, but must keep these.",
    };
  }
}
