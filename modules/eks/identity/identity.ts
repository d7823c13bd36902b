import type { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { createAccessEntries } from "../access/access-entries";
import type { EksAccessEntrySpec, EksAccessSpec } from "../access/spec";
import { type EksWorkloadIdentity, TokenIssuer } from "./workload-identity";

/** See {@link EksIdentity}. */
export interface EksIdentityProps {
  /** The cluster's name, as a reference to the cluster. */
  readonly cluster: string;
  readonly region: string;
  readonly access: EksAccessSpec;
  readonly accessEntries: readonly EksAccessEntrySpec[];
  /** Issuer of the cluster's service account tokens, `https://…`. */
  readonly oidcIssuerUrl: string;
}

/** Permissions in the cluster, an access entry for each principal, and the identities of workloads. */
export class EksIdentity extends Construct {
  /** The access entries by principal ARN. */
  readonly accessEntries: ReadonlyMap<string, EksAccessEntry>;

  /** Node groups depend on these: the permissions of admins, who can then look into the cluster if nodes fail. */
  readonly nodePrerequisites: readonly ITerraformDependable[];

  /** The workloads that have an identity, by `namespace/serviceAccount`. */
  readonly workloads = new Map<string, EksWorkloadIdentity>();

  private issuer?: TokenIssuer;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EksIdentityProps,
  ) {
    super(scope, id);
    const { entries, adminPolicies } = createAccessEntries(this, props);
    this.accessEntries = entries;
    this.nodePrerequisites = adminPolicies;
  }

  /** Registers the issuer of the cluster's tokens in IAM, once, when the first workload needs it. */
  trustIssuer(): TokenIssuer {
    return (this.issuer ??= new TokenIssuer(this, "oidc_provider", this.props.oidcIssuerUrl));
  }
}
