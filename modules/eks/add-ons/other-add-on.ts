import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { dependable, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { json } from "../../cluster/encode";
import { constructId } from "../../cluster/names";
import { idOf } from "../../cluster/references";
import { asMap } from "../../cluster/sets";
import { fullName } from "../identity/service-accounts";
import { PodIdentityRole } from "../identity/workload-identity";
import type { EksAddOnSpec } from "../spec";
import { type AddOnContext, newestVersion } from "./add-ons";
import { identitiesOf } from "./other-add-ons";

/** See {@link OtherAddOn}. */
export interface OtherAddOnProps extends Omit<AddOnContext, "issuerOf"> {
  readonly name: string;
  readonly spec: EksAddOnSpec;
}

/** An add-on that the file names, with the roles of its service accounts. */
export class OtherAddOn extends Construct {
  readonly addOn: EksAddon;

  /** The roles by service account, `namespace/name`. */
  readonly roles: ReadonlyMap<string, PodIdentityRole>;

  constructor(scope: Construct, id: string, { name, spec, ...props }: OtherAddOnProps) {
    super(scope, id);
    const identities = identitiesOf(name, spec);
    this.roles = new Map(
      identities.map((identity) => [
        fullName(identity),
        new PodIdentityRole(this, `role_${idOf(this, fullName(identity))}`, { ...props, ...identity }),
      ]),
    );

    this.addOn = new EksAddon(this, "Resource", {
      clusterName: props.cluster,
      addonName: name,
      addonVersion:
        spec.version === "latest" ? newestVersion(this, name, props.kubernetesVersion) : spec.version,
      // Also without settings: the provider keeps the old ones if the argument is omitted.
      configurationValues: json(asMap(spec.configuration ?? {})),
      podIdentityAssociation:
        identities.length === 0
          ? undefined
          : identities.map((identity) => ({
              serviceAccount: identity.serviceAccount,
              roleArn: this.roles.get(fullName(identity))!.role.arn,
            })),
      // The file takes precedence over changes in the cluster.
      resolveConflictsOnCreate: "OVERWRITE",
      resolveConflictsOnUpdate: "OVERWRITE",
      dependsOn: [...this.roles.values()].flatMap(({ policies }) => policies),
    });
  }

  /** The add-on is created after `prerequisite`, and destroyed before it. */
  dependOn(prerequisite: ITerraformDependable): void {
    this.addOn.dependsOn = [...(this.addOn.dependsOn ?? []), dependable(prerequisite)];
  }
}

/** Creates the add-ons by name. */
export function createOtherAddOns(
  scope: Construct,
  addOns: readonly [name: string, spec: EksAddOnSpec][],
  context: AddOnContext,
): Map<string, OtherAddOn> {
  const parent = new Construct(scope, "other");
  return new Map(
    addOns.map(([name, spec]) => [
      name,
      new OtherAddOn(parent, constructId(name), { ...context, name, spec }),
    ]),
  );
}
