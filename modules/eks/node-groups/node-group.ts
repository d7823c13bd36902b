import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import type { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import type { PlacementGroup } from "@cdktf/provider-aws/lib/placement-group";
import { Construct } from "constructs";
import { moveFormer } from "../../cluster/former";
import { derivedFrom, inputOf } from "../../cluster/inputs";
import { constructId } from "../../cluster/names";
import { forHash } from "../../cluster/references";
import { type NodePlacement, placements } from "../../cluster/scaling";
import { defaults } from "../fields.generated";
import {
  amiTypeOf,
  amiTypeOfGroup,
  type AmiType,
  imageKind,
  imageParameter,
  type NodeImage,
  nodeImages,
  pinnedRelease,
} from "./images";
import type { EksNodeGroupSpec } from "./spec";
import { createPlacementGroup, FabricSecurity } from "./hardware";
import { choosesMachines, isSelfManaged, needsBootstrapUserData } from "./kinds";
import { createLaunchTemplate } from "./launch-template";
import { createManagedGroups } from "./managed";
import type { EksNodeGroupProps, NodePool, NodePoolProps, ScalableGroup } from "./node-pool";
import { immutableFields, inOrder } from "./replacement";
import { createSelfManagedGroups } from "./self-managed";

/** Workers of one kind: one node pool over all zones or one in each zone, from one launch template. */
export class EksNodeGroup extends Construct implements ScalableGroup {
  readonly launchTemplate: LaunchTemplate;

  /** One node pool, or one for each zone. */
  readonly nodePools: readonly NodePool[];

  /** The security group of Elastic Fabric Adapters; undefined without them. */
  readonly fabric?: FabricSecurity;

  readonly placementGroup?: PlacementGroup;

  readonly spec: EksNodeGroupSpec;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EksNodeGroupProps,
  ) {
    super(scope, id);
    const { spec, clusterName } = props;
    this.spec = spec;
    this.placementGroup = createPlacementGroup(this, clusterName, spec);
    if (spec.efa) {
      this.fabric = new FabricSecurity(this, "fabric", { ...props, groupName: spec.name });
    }
    const field = `nodeGroups.${spec.name}`;
    const machineTypes = inputOf(this, `${field}.machineTypes`, spec.machineTypes);
    const parts = placements({ ...spec, size: inputOf(this, `${field}.size`, spec.size) }, props.zones);
    this.launchTemplate = this.createLaunchTemplate(machineTypes, parts);

    const native: NodePoolProps = {
      ...props,
      machineTypes,
      amiType: this.amiType,
      launchTemplate: this.launchTemplate,
      prerequisites: [...props.prerequisites, ...(this.fabric?.rules ?? [])],
    };
    this.nodePools = isSelfManaged(spec)
      ? createSelfManagedGroups(this, native, parts)
      : createManagedGroups(this, native, parts);
    moveFormer(this, spec.formerName && constructId(spec.formerName));
  }

  private createLaunchTemplate(
    machineTypes: readonly string[],
    parts: readonly NodePlacement[],
  ): LaunchTemplate {
    const { spec, role, securityGroupId, bootstrap, ...context } = this.props;
    const image = imageOf(spec);
    const isOneType = isSelfManaged(spec) && !choosesMachines(spec);
    const isBlock = spec.reservation?.type === "capacity-block";
    return createLaunchTemplate(this, {
      ...context,
      spec,
      image,
      securityGroupIds: [
        securityGroupId,
        ...(this.fabric ? [this.fabric.securityGroup.id] : []),
        ...(spec.securityGroups ?? []),
      ],
      imageId: spec.image?.id ?? (isSelfManaged(spec) ? this.lookUpImage() : undefined),
      machineType: isOneType || isBlock ? machineTypes[0] : undefined,
      instanceProfileArn: role.instanceProfile?.arn,
      placementGroup: this.placementGroup?.name,
      bootstrap: needsBootstrapUserData(spec) ? bootstrap : undefined,
      immutable: isSelfManaged(spec) ? undefined : this.replacingFields(machineTypes, parts),
      zoneSubnets: isSelfManaged(spec) ? {} : this.zoneSubnets(parts),
    });
  }

  private zoneSubnets(parts: readonly NodePlacement[]): Record<string, unknown> {
    return Object.fromEntries(
      parts.flatMap(({ zone }) => {
        if (zone === undefined) return [];
        const subnets = inOrder(this.props.subnets.filter((subnet) => subnet.zone === zone));
        return [
          [
            zone,
            forHash(
              this,
              subnets.map(({ identity }) => identity),
            ),
          ],
        ];
      }),
    );
  }

  /** What replaces the nodes of a managed group. A zone that is added to a group for each zone does not replace them. */
  private replacingFields(machineTypes: readonly string[], parts: readonly NodePlacement[]): unknown {
    const { spec, subnets, role } = this.props;
    const { zone, zones } = parts[0];
    return [
      immutableFields(
        this,
        { spec, amiType: this.amiType, machineTypes, role },
        zone === undefined ? subnets.filter((subnet) => zones.includes(subnet.zone)) : [],
      ),
      spec.placementGroup ?? defaults["nodeGroups[].placementGroup"],
    ];
  }

  /** Undefined with a custom image. */
  private get amiType(): AmiType | undefined {
    const { spec } = this.props;
    return spec.image?.id ? undefined : amiTypeFor(spec);
  }

  /** The parameter of a pinned release never changes, so that a plan without a change of the file is empty. */
  private lookUpImage(): string {
    const { spec, kubernetesVersion: minor } = this.props;
    const parameterOf = (version: string) => {
      const release = spec.image?.release ?? pinnedRelease(version, imageKind(spec).family) ?? "latest";
      return imageParameter(amiTypeFor(spec), version, release);
    };
    const name = derivedFrom(this, "kubernetesVersion", minor, parameterOf);
    // Not `value`, which the provider hides in plans as a secret.
    return new DataAwsSsmParameter(this, "image", { name }).insecureValue;
  }
}

/** Disks and format of user data; of a custom image those of its family. */
function imageOf(spec: EksNodeGroupSpec): NodeImage {
  const { family, architecture } = imageKind(spec);
  return nodeImages[(spec.image?.id && amiTypeOf(family, architecture)) || amiTypeFor(spec)];
}

function amiTypeFor(spec: EksNodeGroupSpec): AmiType {
  const amiType = amiTypeOfGroup(spec);
  if (amiType) return amiType;
  const { family, architecture, variant } = imageKind(spec);
  throw new RangeError(`there is no ${variant} image of family ${family} for ${architecture}`);
}
