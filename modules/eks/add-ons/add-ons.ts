import { DataAwsEksAddonVersion } from "@cdktf/provider-aws/lib/data-aws-eks-addon-version";
import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { dependable, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { json } from "../../cluster/encode";
import { derivedFrom, inputOf } from "../../cluster/inputs";
import { asMap } from "../../cluster/sets";
import { type IssuerOf, PodIdentityRole } from "../identity/workload-identity";
import type { PodSubnet } from "../../networks/aws/cluster-network";
import { type PodNetwork, vpcCniRights, vpcCniSettings } from "../network/pod-network";
import { neededBySettings } from "./settings";
import { vpcCniAccount } from "../identity/service-accounts";
import type { Statement } from "../identity/spec";
import type { EksAddOnName, EksAddOnSpec, EksAddOnsSpec } from "../spec";
import { pinnedAddOn } from "../versions";

/** The cluster of an add-on. */
export interface AddOnContext {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  /** The cluster's name, as a reference to the cluster. */
  readonly cluster: string;
  /** ARN of the cluster. */
  readonly clusterArn: string;
  readonly region: string;
  readonly kubernetesVersion: string;
  readonly issuerOf: IssuerOf;
}

/** See {@link AddOn}. */
export interface AddOnProps extends AddOnContext {
  readonly name: EksAddOnName;
  readonly spec?: EksAddOnSpec;

  /** The service account in `kube-system` with permissions in AWS: an AWS managed policy, or statements. */
  readonly identity?: {
    readonly serviceAccount: string;
    readonly managedPolicy?: string;
    readonly statements?: readonly Statement[];
  };

  /** Settings. Those of the user take precedence. */
  readonly configuration?: Readonly<Record<string, unknown>>;

  readonly dependsOn?: readonly ITerraformDependable[];
}

/** An EKS add-on at a known version, with the role that its pods need. */
export class AddOn extends Construct {
  readonly addOn: EksAddon;

  /** The role of its pods; undefined if they have none. */
  readonly identity?: PodIdentityRole;

  private configuration: Settings;

  constructor(scope: Construct, id: string, props: AddOnProps) {
    super(scope, id);

    const account = props.identity && {
      namespace: "kube-system",
      serviceAccount: props.identity.serviceAccount,
    };
    const issuer = account && props.issuerOf(account);
    this.identity =
      props.identity &&
      new PodIdentityRole(this, "role", {
        clusterName: props.clusterName,
        clusterArn: props.clusterArn,
        region: props.region,
        ...account!,
        issuer,
        managedPolicies: props.identity.managedPolicy ? [props.identity.managedPolicy] : [],
        statements: props.identity.statements,
      });
    this.configuration = { ...props.configuration, ...props.spec?.configuration };

    this.addOn = new EksAddon(this, "Resource", {
      clusterName: props.cluster,
      addonName: props.name,
      addonVersion: this.versionOf(props),
      // Also without settings: the provider keeps the old ones if the argument is omitted.
      configurationValues: json(asMap(this.configuration)),
      serviceAccountRoleArn: issuer && this.identity!.role.arn,
      podIdentityAssociation:
        this.identity && !issuer
          ? [{ serviceAccount: props.identity!.serviceAccount, roleArn: this.identity.role.arn }]
          : undefined,
      // The file takes precedence over changes in the cluster.
      resolveConflictsOnCreate: "OVERWRITE",
      resolveConflictsOnUpdate: "OVERWRITE",
      dependsOn: [...(this.identity?.policies ?? []), ...(props.dependsOn ?? [])],
    });
  }

  /** The add-on is created after `prerequisite`, and destroyed before it. */
  dependOn(prerequisite: ITerraformDependable): void {
    this.addOn.dependsOn = [...(this.addOn.dependsOn ?? []), dependable(prerequisite)];
  }

  /** Adds settings. Maps are merged, and existing settings take precedence. */
  configure(settings: Settings): void {
    this.configuration = merged(settings, this.configuration);
    this.addOn.configurationValues = json(asMap(this.configuration));
  }

  private versionOf({ name, spec, kubernetesVersion: minor }: AddOnProps): string | undefined {
    if (spec?.version !== "latest") {
      return spec?.version ?? derivedFrom(this, "kubernetesVersion", minor, (one) => pinnedAddOn(name, one));
    }
    return newestVersion(this, name, minor);
  }
}

/** The newest version of an add-on for the version of the cluster. Each plan reads it again. */
export function newestVersion(scope: Construct, addonName: string, minor: string): string {
  return new DataAwsEksAddonVersion(scope, "latest", {
    addonName,
    kubernetesVersion: inputOf(scope, "kubernetesVersion", minor),
    mostRecent: true,
  }).version;
}

type Settings = Readonly<Record<string, unknown>>;

function merged(below: Settings, above: Settings): Settings {
  const isMap = (value: unknown): value is Settings =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  const both = Object.entries(above).map(([key, value]) => {
    const under = Object.hasOwn(below, key) ? below[key] : undefined;
    return [key, isMap(under) && isMap(value) ? merged(under, value) : value] as const;
  });
  return { ...below, ...Object.fromEntries(both) };
}

/** See {@link EksAddOns}. */
export interface EksAddOnsProps extends AddOnContext {
  readonly addOns: EksAddOnsSpec;
  /** CoreDNS runs on Fargate, because there are no nodes for it. */
  readonly coreDnsOnFargate: boolean;
  readonly podNetwork: PodNetwork;
  /** Subnets of pods only; empty if pods use the node subnets. */
  readonly podSubnets: readonly PodSubnet[];
}

/**
 * The core add-ons. Nodes depend on some of them, to become ready and to be removed in order. CoreDNS needs nodes to run
 * on:
 *
 * ```text
 *   eks-pod-identity-agent ─┐
 *                  vpc-cni ─┼─▶ node groups ──▶ coredns, CSI drivers
 *               kube-proxy ─┘
 * ```
 *
 * EKS associates a role with a service account before the agent runs. Only nodes need both.
 */
export class EksAddOns extends Construct {
  readonly podIdentityAgent: AddOn;
  readonly vpcCni: AddOn;
  readonly kubeProxy: AddOn;
  readonly coredns: AddOn;

  constructor(
    scope: Construct,
    id: string,
    { addOns, coreDnsOnFargate, podNetwork, podSubnets, ...context }: EksAddOnsProps,
  ) {
    super(scope, id);
    const { region } = context;
    const spec = (name: EksAddOnName) => ({ ...context, name, spec: addOns[name] });

    this.podIdentityAgent = new AddOn(this, "eks-pod-identity-agent", spec("eks-pod-identity-agent"));
    this.vpcCni = new AddOn(this, "vpc-cni", {
      ...spec("vpc-cni"),
      spec: {
        ...addOns["vpc-cni"],
        configuration: vpcCniSettings(region, podNetwork, podSubnets, addOns["vpc-cni"]?.configuration),
      },
      // On this role and not on the role of the nodes, which each pod of a node could use.
      identity: this.withSettings(
        "vpc-cni",
        { addOns, ...context },
        {
          serviceAccount: vpcCniAccount.serviceAccount,
          ...vpcCniRights(region, podNetwork),
        },
      ),
    });
    this.kubeProxy = new AddOn(this, "kube-proxy", spec("kube-proxy"));
    this.coredns = new AddOn(this, "coredns", {
      ...spec("coredns"),
      spec: coreDnsOnFargate ? onFargate(addOns.coredns) : addOns.coredns,
    });
  }

  /** Asks the control plane for the addresses of Windows pods. */
  enableWindows(): void {
    this.vpcCni.configure({ enableWindowsIpam: "true" });
  }

  /** The identity of an add-on, with the permissions that its settings need. */
  private withSettings(
    addOn: EksAddOnName,
    { addOns, clusterName, region }: Pick<EksAddOnsProps, "addOns" | "clusterName" | "region">,
    identity: NonNullable<AddOnProps["identity"]>,
  ): AddOnProps["identity"] {
    const more = neededBySettings({ eks: { addOns } })
      .filter((needs) => needs.addOn === addOn)
      .flatMap(({ statements }) => statements?.({ clusterName, region }) ?? []);
    return { ...identity, statements: [...(identity.statements ?? []), ...more] };
  }

  /** Dependencies of nodes. */
  get nodePrerequisites(): ITerraformDependable[] {
    return [this.podIdentityAgent.addOn, this.vpcCni.addOn, this.kubeProxy.addOn];
  }
}

/**
 * Without this setting, CoreDNS pods run only on EC2 nodes.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-getting-started.html
 */
function onFargate(spec: EksAddOnSpec = {}): EksAddOnSpec {
  return { ...spec, configuration: { computeType: "Fargate", ...spec.configuration } };
}
