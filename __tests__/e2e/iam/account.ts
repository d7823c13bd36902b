import {
  DescribeAddressesCommand,
  DescribeLaunchTemplatesCommand,
  DescribeLaunchTemplateVersionsCommand,
  DescribePlacementGroupsCommand,
  DescribeRouteTablesCommand,
  DescribeTagsCommand,
  DescribeVpcsCommand,
} from "@aws-sdk/client-ec2";
import { DescribeTagsCommand as DescribeGroupTagsCommand } from "@aws-sdk/client-auto-scaling";
import { GetInstanceProfileCommand, GetRoleCommand } from "@aws-sdk/client-iam";
import { ListAliasesCommand, ListResourceTagsCommand } from "@aws-sdk/client-kms";
import { type AwsClients, awsClients } from "../aws/clients";
import { elements, send } from "../aws/query";
import { ask } from "../aws/raw";

export type Tags = Readonly<Record<string, string>>;

interface Tag {
  readonly Key?: string;
  readonly Value?: string;
}

const tagsOf = (tags: readonly Tag[] = []): Tags =>
  Object.fromEntries(tags.map(({ Key, Value }) => [Key ?? "", Value ?? ""]));

/** What IAM knows of the resources of an account when it checks a call. */
export class Account {
  private readonly aws: AwsClients;

  private readonly fileSystems = new Map<string, string>();

  constructor(endpoint: string, region: string) {
    this.aws = awsClients(endpoint, region);
  }

  /** The tags of a resource of EC2. */
  async ec2Tags(id: string): Promise<Tags> {
    const filter = { Filters: [{ Name: "resource-id", Values: [id] }] };
    const { Tags: found } = await this.aws.ec2.send(new DescribeTagsCommand(filter));
    return tagsOf(found);
  }

  /** The ids of the resources of an association. */
  async associated(id: string): Promise<string[]> {
    const { ec2 } = this.aws;
    const filter = (Name: string) => ({ Filters: [{ Name, Values: [id] }] });
    if (id.startsWith("rtbassoc-")) {
      const { RouteTables: [table] = [] } = await ec2.send(
        new DescribeRouteTablesCommand(filter("association.route-table-association-id")),
      );
      const found = table?.Associations?.find((one) => one.RouteTableAssociationId === id);
      return [found?.RouteTableId, found?.SubnetId].filter((one) => one !== undefined);
    }
    if (id.startsWith("vpc-cidr-assoc-")) {
      const { Vpcs: vpcs = [] } = await ec2.send(new DescribeVpcsCommand({}));
      const has = (all: readonly { AssociationId?: string }[] = []) =>
        all.some(({ AssociationId }) => AssociationId === id);
      const vpc = vpcs.find(
        (one) => has(one.CidrBlockAssociationSet) || has(one.Ipv6CidrBlockAssociationSet),
      );
      return vpc ? [vpc.VpcId!] : [];
    }
    const { Addresses: [address] = [] } = await ec2.send(
      new DescribeAddressesCommand(filter("association-id")),
    );
    return [address?.AllocationId, address?.NetworkInterfaceId].filter((one) => one !== undefined);
  }

  /** Placement groups have their names in ARNs. */
  async placementGroupTags(name: string): Promise<Tags> {
    const { PlacementGroups: [group] = [] } = await this.aws.ec2.send(
      new DescribePlacementGroupsCommand({ GroupNames: [name] }),
    );
    return tagsOf(group?.Tags);
  }

  async templateId(name: string): Promise<string | undefined> {
    const { LaunchTemplates: [found] = [] } = await this.aws.ec2.send(
      new DescribeLaunchTemplatesCommand({ LaunchTemplateNames: [name] }),
    );
    return found?.LaunchTemplateId;
  }

  /** The tags of what a launch template starts, by kind, and the name of its instance profile. */
  async template(id: string): Promise<{ tagged: ReadonlyMap<string, Tags>; profile?: string }> {
    const { LaunchTemplateVersions: [found] = [] } = await this.aws.ec2.send(
      new DescribeLaunchTemplateVersionsCommand({ LaunchTemplateId: id, Versions: ["$Latest"] }),
    );
    const { TagSpecifications: all = [], IamInstanceProfile: profile } = found?.LaunchTemplateData ?? {};
    return {
      tagged: new Map(all.map(({ ResourceType, Tags: tags }) => [ResourceType ?? "", tagsOf(tags)])),
      profile: profile?.Name ?? profile?.Arn?.split("/").at(-1),
    };
  }

  /** The ARN of the role of an instance profile. */
  async roleOfProfile(name: string): Promise<string | undefined> {
    const { InstanceProfile: found } = await this.aws.iam.send(
      new GetInstanceProfileCommand({ InstanceProfileName: name }),
    );
    return found?.Roles?.[0]?.Arn;
  }

  async groupTags(name: string): Promise<Tags> {
    const filter = { Filters: [{ Name: "auto-scaling-group", Values: [name] }] };
    const { Tags: found } = await this.aws.autoScaling.send(new DescribeGroupTagsCommand(filter));
    return tagsOf(found);
  }

  /** The ARN of a role, which has a path; undefined for a role that does not exist. */
  async roleArn(name: string): Promise<string | undefined> {
    const found = await this.aws.iam.send(new GetRoleCommand({ RoleName: name })).catch(() => undefined);
    return found?.Role?.Arn;
  }

  async keyTags(id: string): Promise<Tags> {
    const { Tags: found = [] } = await this.aws.kms.send(new ListResourceTagsCommand({ KeyId: id }));
    return Object.fromEntries(found.map(({ TagKey, TagValue }) => [TagKey ?? "", TagValue ?? ""]));
  }

  async keyOfAlias(name: string): Promise<string | undefined> {
    const { Aliases: found = [] } = await this.aws.kms.send(new ListAliasesCommand({}));
    return found.find(({ AliasName }) => AliasName === name)?.TargetKeyId;
  }

  /** The file system of a mount target, also after its deletion: Terraform asks until it does not exist. */
  async fileSystemOf(target: string): Promise<string | undefined> {
    const known = this.fileSystems.get(target);
    if (known !== undefined) return known;
    const { MountTargets: [found] = [] } = await this.efs<{ MountTargets?: { FileSystemId: string }[] }>(
      `mount-targets?MountTargetId=${target}`,
    );
    if (found) this.fileSystems.set(target, found.FileSystemId);
    return found?.FileSystemId;
  }

  /** The tags of a file system or an access point of EFS. */
  async efsTags(id: string): Promise<Tags> {
    const { Tags: found } = await this.efs<{ Tags?: Tag[] }>(`resource-tags/${id}`);
    return tagsOf(found);
  }

  async fsxTags(id: string): Promise<Tags> {
    const { FileSystems: found = [] } = await ask<{ FileSystems?: { FileSystemId: string; Tags?: Tag[] }[] }>(
      this.aws.endpoint,
      { service: "fsx", operation: "AWSSimbaAPIService_v20180301.DescribeFileSystems" },
    );
    return tagsOf(found.find(({ FileSystemId }) => FileSystemId === id)?.Tags);
  }

  /** The tags of a resource of a network load balancer by its ARN, or of a classic load balancer by its name. */
  async loadBalancerTags(id: string): Promise<Tags> {
    const [Version, member] = id.startsWith("arn:")
      ? ["2015-12-01", "ResourceArns.member.1"]
      : ["2012-06-01", "LoadBalancerNames.member.1"];
    const { status, text } = await send(this.aws.endpoint, {
      service: "elasticloadbalancing",
      body: { Action: "DescribeTags", Version, [member]: id },
    });
    if (status >= 300) return {};
    const pairs = elements(text, "Tags").flatMap((tags) => elements(tags, "member"));
    return tagsOf(pairs.map((tag) => ({ Key: elements(tag, "Key")[0], Value: elements(tag, "Value")[0] })));
  }

  async backupTags(arn: string): Promise<Tags> {
    const { Tags: found = {} } = await ask<{ Tags?: Tags }>(this.aws.endpoint, {
      service: "backup",
      path: `/tags/${encodeURIComponent(arn)}/`,
    });
    return found;
  }

  private efs<T>(path: string): Promise<T> {
    return ask<T>(this.aws.endpoint, { service: "elasticfilesystem", path: `/2015-02-01/${path}` });
  }
}
