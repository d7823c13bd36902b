import { Annotations } from "cdktf";
import { Construct } from "constructs";
import type { FieldTable } from "./fields";
import type { KubernetesCluster } from "./kubernetes-cluster";
import { formatMessage, formatPath, InvalidClusterError, isError, type Problem } from "./problem";
import { propsStructure } from "./props-structure";
import { ifReadable, withUnreadable } from "./rules/unreadable";
import type { RuleContext } from "./rules/rule";
import type { ClusterSpec, NodeGroupSpec, WorkloadIdentitySpec } from "./vocabulary";

/** Applies all rules of a platform to a cluster. */
export type ClusterCheck<Props> = (
  props: Props,
  context: Pick<RuleContext, "today" | "nodeGroupsMayFollow">,
) => Problem[];

/** The component for the identities of workloads. */
export interface WorkloadIdentities<Workload> extends Construct {
  /** The workloads that have an identity, by `namespace/serviceAccount`. */
  readonly workloads: Map<string, Workload>;
}

/**
 * A cluster with a managed control plane: the common part of EKS, AKS and GKE. It checks the props before a resource is
 * created, and again whenever a node group or an identity of a workload is added.
 *
 * @throws InvalidClusterError that lists all errors of the props at once
 */
export abstract class ManagedCluster<
  Props extends ClusterSpec & { readonly nodeGroups: readonly GroupSpec[] },
  GroupSpec extends NodeGroupSpec,
  NodeGroup,
  WorkloadProps extends WorkloadIdentitySpec,
  Workload,
>
  extends Construct
  implements KubernetesCluster<GroupSpec, NodeGroup, WorkloadProps, Workload>
{
  abstract readonly name: string;
  abstract readonly endpoint: string;
  abstract readonly certificateAuthority: string;
  abstract readonly oidcIssuerUrl: string;
  abstract readonly identity: WorkloadIdentities<Workload>;

  private readonly shownWarnings = new Set<string>();

  constructor(
    scope: Construct,
    id: string,
    protected props: Props,
    private readonly problemsOf: ClusterCheck<Props>,
    private readonly fields: FieldTable,
  ) {
    super(scope, id);
    this.check(props);
  }

  get warnings(): readonly string[] {
    return [...this.shownWarnings];
  }

  addNodeGroup(spec: GroupSpec): NodeGroup {
    const props = { ...this.props, nodeGroups: [...this.props.nodeGroups, spec] };
    this.check(props);
    this.props = props;
    return this.createNodeGroup(spec);
  }

  addWorkloadIdentity(props: WorkloadProps): Workload {
    const workloadIdentities = [...(this.props.workloadIdentities ?? []), this.workloadSpec(props)];
    const all = { ...this.props, workloadIdentities };
    this.check(all);
    this.props = all;
    return this.addCheckedIdentity(props);
  }

  /** Adds an identity whose props were checked with those of the cluster. */
  protected addCheckedIdentity(props: WorkloadProps): Workload {
    const { namespace, serviceAccount } = props;
    const workload = this.createWorkloadIdentity(`${namespace}_${serviceAccount}`, props);
    this.identity.workloads.set(`${namespace}/${serviceAccount}`, workload);
    return workload;
  }

  /** The props of an identity as an entry of `workloadIdentities`. */
  protected workloadSpec(props: WorkloadProps): WorkloadIdentitySpec {
    return props;
  }

  protected abstract createNodeGroup(spec: GroupSpec): NodeGroup;

  /** @param id - of the construct, in `identity` */
  protected abstract createWorkloadIdentity(id: string, props: WorkloadProps): Workload;

  /** The component with this id; an empty construct if the platform has not created one. */
  protected component(id: string): Construct {
    return (this.node.tryFindChild(id) as Construct | undefined) ?? new Construct(this, id);
  }

  /** Throws the errors of the props, and adds each of their warnings once as an annotation. */
  private check(props: Props): void {
    // JavaScript can omit the props.
    const given = (props as Props | undefined) ?? ({} as Props);
    const structure = propsStructure(this.fields, given);
    // One missing field would end the check of all others.
    const readable = withUnreadable(given, structure.unreadable);
    const context = { today: new Date(), nodeGroupsMayFollow: true };
    const found = ifReadable(() => this.problemsOf(readable, context));
    const problems = [...structure.problems, ...found];
    const errors = problems.filter(isError);
    if (errors.length > 0) throw new InvalidClusterError(this.node.path, errors);

    for (const problem of problems) {
      const text = `${formatPath(problem.path)}: ${formatMessage(problem)}`;
      if (!this.shownWarnings.has(text)) Annotations.of(this).addWarning(text);
      this.shownWarnings.add(text);
    }
  }
}
