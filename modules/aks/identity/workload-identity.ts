import { FederatedIdentityCredential } from "@cdktf/provider-azurerm/lib/federated-identity-credential";
import type { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Construct } from "constructs";
import { addressPart, boundedName, replaceableName } from "../../cluster/names";
import { idOf } from "../../cluster/references";
import { limits } from "../limits";
import { forAzurerm } from "../../azure/provider-arguments";
import type { ResourceGroupRef } from "../../azure/resource-group";
import { placeIn } from "../../azure/resource-ids";
import type { AksGrant } from "../spec";
import { grantToIdentity } from "../../azure/grants";

/** Props of `AksWorkloadIdentity`. */
export interface AksWorkloadIdentityProps {
  readonly namespace: string;
  readonly serviceAccount: string;

  /**
   * Roles on scopes.
   *
   * @default []
   */
  readonly grants?: readonly AksGrant[];
}

/** The cluster of a workload identity. */
export interface WorkloadContext {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  readonly place: ResourceGroupRef;

  /** Issuer of the cluster's service account tokens. */
  readonly issuer: string;
}

/** An identity that only pods of one service account of one cluster can use, with their token. */
export class AksWorkloadIdentity extends Construct {
  readonly identity: UserAssignedIdentity;
  readonly credential: FederatedIdentityCredential;
  readonly grants: readonly RoleAssignment[];

  constructor(scope: Construct, id: string, props: AksWorkloadIdentityProps & WorkloadContext) {
    super(scope, id);
    const { clusterName, place, issuer, namespace, serviceAccount, grants = [] } = props;
    this.identity = new UserAssignedIdentity(this, "Resource", {
      ...place,
      name: replaceableName(
        [clusterName, serviceAccount],
        [clusterName, namespace, serviceAccount],
        limits.identityName,
      ),
    });
    this.credential = new FederatedIdentityCredential(this, "credential", {
      name: boundedName([namespace, serviceAccount], limits.credentialName),
      resourceGroupName: place.resourceGroupName,
      parentId: this.identity.id,
      issuer,
      subject: `system:serviceaccount:${namespace}:${serviceAccount}`,
      // The audience of workload tokens of AKS.
      audience: ["api://AzureADTokenExchange"],
    });
    forAzurerm(this.credential, { user_assigned_identity_id: this.identity.id });
    this.grants = grants.map(({ role, scope: on }) =>
      grantToIdentity(this, `grant_${addressPart(role)}_${idOf(this, placeIn(on))}`, {
        role,
        scope: on,
        principalId: this.identity.principalId,
      }),
    );
  }
}
