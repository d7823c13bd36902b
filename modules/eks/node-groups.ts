import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import { EksNodeGroup as AwsEksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import {
  LaunchTemplate,
  type LaunchTemplateBlockDeviceMappings,
} from "@cdktf/provider-aws/lib/launch-template";
import { Fn, Token, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { boundedName, replaceableName } from "../cluster/names";
import { withReferences } from "../cluster/references";
import { placements, type NodePlacement } from "../cluster/scaling";
import type { NodeUpgradeSpec, Taint } from "../cluster/vocabulary";
import { amiTypeOf, nodeImages, releaseParameter, type AmiType, type ImageDisk } from "./images";
import { architectureOf } from "./instance-types";
import { limits } from "./limits";
import type { NodeSubnet } from "./network";
import { NodeSecurity } from "./node-security";
import { managedPolicyArn, trustPolicy } from "./policies";
import type { EksNodeGroupSpec } from "./props";
import { ec2ServicePrincipal } from "./regions";
import { userDataOf } from "./user-data";
import { kubernetesVersion } from "./versions";

/** What every node's role may do. The rights of the pod network are on its own role, not here. */
const nodePolicies = {
  role_worker_policy: "AmazonEKSWorkerNodePolicy",
  role_registry_policy: "AmazonEC2ContainerRegistryPullOnly",
  role_session_manager_policy: "AmazonSSMManagedInstanceCore",
} as const;

/** Kubernetes' spelling of taint effects, and that of the EKS API. */
const taintEffects = {
  NoSchedule: "NO_SCHEDULE",
  PreferNoSchedule: "PREFER_NO_SCHEDULE",
  NoExecute: "NO_EXECUTE",
} as const satisfies Record<Taint["effect"], string>;

/** See {@link EksNodeGroups}. */
export interface EksNodeGroupsProps {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  /** The cluster's name, as a reference to the cluster. */
  readonly cluster: string;
  readonly region: string;
  readonly kubernetesVersion: string;
  readonly vpcId: string;
  readonly subnets: readonly NodeSubnet[];
  /** Zones of the network, in order. */
  readonly zones: readonly string[];
  readonly controlPlaneGroupId: string;
  readonly nodeRoleArn?: string;
  /** Tags of machines, disks and interfaces, which inherit none. */
  readonly tags: Readonly<Record<string, string>>;
  /** What must stand before the first node starts. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/** All workers, with the role and the security group that they share. */
export class EksNodeGroups extends Construct {
  /** The role made for nodes; undefined when an existing one was given. */
  readonly role?: IamRole;
  readonly roleArn: string;
  readonly security: NodeSecurity;

  /** The groups by name, in the order in which they were added. */
  readonly groups = new Map<string, EksNodeGroup>();

  private readonly prerequisites: readonly ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EksNodeGroupsProps,
  ) {
    super(scope, id);
    this.role = props.nodeRoleArn ? undefined : this.createRole();
    this.roleArn = props.nodeRoleArn ?? this.role!.arn;
    const rights = this.role ? this.grantRights(this.role) : [];
    this.security = new NodeSecurity(this, "security_group", props);
    this.prerequisites = [...props.prerequisites, ...rights, ...this.security.rules];
  }

  /** Makes a group. Its name is the id of its construct. */
  add(spec: EksNodeGroupSpec): EksNodeGroup {
    const group = new EksNodeGroup(this, spec.name, {
      ...this.props,
      spec,
      roleArn: this.roleArn,
      securityGroupId: this.security.securityGroup.id,
      prerequisites: this.prerequisites,
    });
    this.groups.set(spec.name, group);
    return group;
  }

  private createRole(): IamRole {
    const { clusterName, region } = this.props;
    return new IamRole(this, "role", {
      name: boundedName([clusterName, region, "node"], limits.roleName),
      description: `Nodes of the EKS cluster ${clusterName}`,
      assumeRolePolicy: trustPolicy(ec2ServicePrincipal(region)),
    });
  }

  private grantRights(role: IamRole): ITerraformDependable[] {
    return Object.entries(nodePolicies).map(
      ([id, policy]) =>
        new IamRolePolicyAttachment(this, id, {
          role: role.name,
          policyArn: managedPolicyArn(this.props.region, policy),
        }),
    );
  }
}

/** See {@link EksNodeGroup}. */
export interface EksNodeGroupProps extends Pick<
  EksNodeGroupsProps,
  | "clusterName"
  | "cluster"
  | "kubernetesVersion"
  | "subnets"
  | "zones"
  | "nodeRoleArn"
  | "tags"
  | "prerequisites"
> {
  readonly spec: EksNodeGroupSpec;
  readonly roleArn: string;
  readonly securityGroupId: string;
}

/** A native group, and which part of the whole it is. */
export interface ManagedNodeGroup extends NodePlacement {
  readonly resource: AwsEksNodeGroup;
}

/** Workers of one kind: one EKS managed node group over all zones or one in each, with one launch template. */
export class EksNodeGroup extends Construct {
  readonly launchTemplate: LaunchTemplate;

  /** One group, or one for each zone. */
  readonly managedGroups: readonly ManagedNodeGroup[];

  readonly spec: EksNodeGroupSpec;
  private readonly amiType: AmiType;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EksNodeGroupProps,
  ) {
    super(scope, id);
    this.spec = props.spec;
    this.amiType = amiTypeFor(this.spec);

    this.launchTemplate = this.createLaunchTemplate();
    const release = this.releaseVersion();
    this.managedGroups = placements(this.spec, props.zones).map((placement) => ({
      ...placement,
      resource: this.createManagedGroup(placement, release),
    }));
  }

  private createLaunchTemplate(): LaunchTemplate {
    const { clusterName, tags, securityGroupId } = this.props;
    const userData = userDataOf(this.spec, nodeImages[this.amiType].userData);
    const machineTags = { Name: `${clusterName}-${this.spec.name}`, ...tags, ...this.spec.tags };

    return new LaunchTemplate(this, "launch_template", {
      // A slash is in neither name, so that two pairs never join to the same text.
      name: boundedName([`${clusterName}/${this.spec.name}`], limits.launchTemplateName),
      description: `Nodes of the group ${this.spec.name} of the EKS cluster ${clusterName}`,
      updateDefaultVersion: true,
      vpcSecurityGroupIds: [securityGroupId],
      blockDeviceMappings: nodeImages[this.amiType].disks.map((disk) => this.blockDevice(disk)),
      metadataOptions: {
        httpEndpoint: "enabled",
        httpTokens: "required",
        // One hop ends at the node: pods do not get its role, they have identities of their own.
        httpPutResponseHopLimit: 1,
      },
      // Tags of the provider or the template do not reach what EC2 makes from it.
      tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
        resourceType,
        tags: machineTags,
      })),
      userData: userData === undefined ? undefined : base64(userData),
      lifecycle: { createBeforeDestroy: true },
    });
  }

  /** The volume that holds containers has the size and speed asked for; a system's own keeps those of the image. */
  private blockDevice({ device, holdsContainers }: ImageDisk): LaunchTemplateBlockDeviceMappings {
    const { sizeGiB = 50, type = "gp3", iops, throughputMiBps, kmsKeyArn } = this.spec.disk ?? {};
    return {
      deviceName: device,
      ebs: {
        encrypted: "true",
        deleteOnTermination: "true",
        kmsKeyId: kmsKeyArn,
        ...(holdsContainers
          ? { volumeType: type, volumeSize: sizeGiB, iops, throughput: throughputMiBps }
          : { volumeType: "gp3" }),
      },
    };
  }

  private createManagedGroup(placement: NodePlacement, releaseVersion: string | undefined): AwsEksNodeGroup {
    const { spec } = this;
    const subnets = this.props.subnets.filter((subnet) => placement.zones.includes(subnet.zone));
    const capacityType = spec.capacity === "spot" ? "SPOT" : "ON_DEMAND";
    // What EKS cannot change in place (the provider replaces the group): part of the name, so that the new group stands
    // before the old one goes.
    const immutable = withReferences(this, {
      amiType: this.amiType,
      capacityType,
      machineTypes: spec.machineTypes,
      subnets: subnets.map((subnet) => subnet.identity),
      role: this.props.nodeRoleArn ?? "own",
    });

    return new AwsEksNodeGroup(this, placement.zone ?? "Resource", {
      clusterName: this.props.cluster,
      nodeGroupName: replaceableName(
        placement.zone ? [spec.name, placement.zone] : [spec.name],
        immutable,
        limits.nodeGroupName,
      ),
      nodeRoleArn: this.props.roleArn,
      subnetIds: subnets.map((subnet) => subnet.id),
      amiType: this.amiType,
      capacityType,
      instanceTypes: [...spec.machineTypes],
      version: this.props.kubernetesVersion,
      releaseVersion,
      launchTemplate: {
        id: this.launchTemplate.id,
        version: Token.asString(this.launchTemplate.latestVersion),
      },
      scalingConfig: {
        minSize: placement.size.min,
        maxSize: placement.size.max,
        desiredSize: placement.size.desired,
      },
      labels: spec.labels,
      taint: spec.taints?.map(({ key, value, effect }) => ({ key, value, effect: taintEffects[effect] })),
      updateConfig: updateConfig(spec.upgrade),
      nodeRepairConfig: { enabled: spec.repair ?? true },
      tags: spec.tags,
      lifecycle: {
        createBeforeDestroy: true,
        ignoreChanges: placement.size.owner === "autoscaler" ? ["scaling_config[0].desired_size"] : undefined,
      },
      dependsOn: [...this.props.prerequisites],
    });
  }

  private releaseVersion(): string | undefined {
    const { family = "al2023", release } = this.spec.image ?? {};
    const minor = this.props.kubernetesVersion;
    if (release !== "latest") return release ?? kubernetesVersion(minor)?.images[family];
    // Not `value`: the provider hides that one in plans as a secret, which it isn't.
    return new DataAwsSsmParameter(this, "latest_release", { name: releaseParameter(this.amiType, minor) })
      .insecureValue;
  }
}

function amiTypeFor({ image = {}, machineTypes }: EksNodeGroupSpec): AmiType {
  const architecture = image.architecture ?? architectureOf(machineTypes[0]) ?? "x86_64";
  const family = image.family ?? "al2023";
  const amiType = amiTypeOf(family, architecture);
  if (!amiType) throw new RangeError(`there is no image of family ${family} for ${architecture}`);
  return amiType;
}

function updateConfig({ maxUnavailable, maxUnavailablePercent }: NodeUpgradeSpec = {}) {
  return maxUnavailable === undefined
    ? { maxUnavailablePercentage: maxUnavailablePercent ?? 33 }
    : { maxUnavailable };
}

/**
 * In place, so that a script's `${…}` stays the shell's. References of Terraform are put in by Terraform, after it has
 * decoded the rest.
 */
function base64(text: string): string {
  const references = [...new Set(text.match(/\$\{TfToken\[[^\]]+\]\}/g) ?? [])];
  const mark = (i: number) => `@@reference-${i}@@`;
  const marked = references.reduce((known, reference, i) => known.replaceAll(reference, mark(i)), text);
  const encoded = Buffer.from(marked).toString("base64");
  if (references.length === 0) return encoded;

  return Fn.base64encode(
    references.reduce(
      (whole, reference, i) => Fn.replace(whole, mark(i), reference),
      Fn.base64decode(encoded),
    ),
  );
}
