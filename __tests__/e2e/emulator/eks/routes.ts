import {
  associateAccessPolicy,
  createAccessEntry,
  deleteAccessEntry,
  describeAccessEntry,
  disassociateAccessPolicy,
  listAccessEntries,
  listAccessPolicies,
  listAssociatedAccessPolicies,
  updateAccessEntry,
} from "./access-entries";
import {
  createAddOn,
  deleteAddOn,
  describeAddOn,
  describeAddOnVersions,
  listAddOns,
  updateAddOn,
} from "./add-ons";
import {
  createCapability,
  deleteCapability,
  describeCapability,
  listCapabilities,
  updateCapability,
} from "./capabilities";
import { type Call } from "./call";
import {
  createCluster,
  deleteCluster,
  describeCluster,
  describeUpdate,
  listClusters,
  listUpdates,
  updateClusterConfig,
  updateClusterVersion,
} from "./clusters";
import {
  createFargateProfile,
  deleteFargateProfile,
  describeFargateProfile,
  listFargateProfiles,
} from "./fargate-profiles";
import {
  createNodeGroup,
  deleteNodeGroup,
  describeNodeGroup,
  listNodeGroups,
  updateNodeGroupConfig,
  updateNodeGroupVersion,
} from "./node-groups";
import {
  createPodIdentityAssociation,
  deletePodIdentityAssociation,
  describePodIdentityAssociation,
  listPodIdentityAssociations,
  updatePodIdentityAssociation,
} from "./pod-identities";
import { listTagsForResource, tagResource, untagResource } from "./tags";

// Each handler types its body; the actual body is what the client sent.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Handler = (call: Call<any>) => unknown;

/** The EKS API: https://docs.aws.amazon.com/eks/latest/APIReference/API_Operations.html */
const ROUTES: Readonly<Record<string, Handler>> = {
  "POST /clusters": createCluster,
  "GET /clusters": listClusters,
  "GET /clusters/{cluster}": describeCluster,
  "DELETE /clusters/{cluster}": deleteCluster,
  "POST /clusters/{cluster}/update-config": updateClusterConfig,
  "POST /clusters/{cluster}/updates": updateClusterVersion,
  "GET /clusters/{cluster}/updates": listUpdates,
  "GET /clusters/{cluster}/updates/{update}": describeUpdate,

  "POST /clusters/{cluster}/node-groups": createNodeGroup,
  "GET /clusters/{cluster}/node-groups": listNodeGroups,
  "GET /clusters/{cluster}/node-groups/{nodeGroup}": describeNodeGroup,
  "DELETE /clusters/{cluster}/node-groups/{nodeGroup}": deleteNodeGroup,
  "POST /clusters/{cluster}/node-groups/{nodeGroup}/update-config": updateNodeGroupConfig,
  "POST /clusters/{cluster}/node-groups/{nodeGroup}/update-version": updateNodeGroupVersion,

  "POST /clusters/{cluster}/fargate-profiles": createFargateProfile,
  "GET /clusters/{cluster}/fargate-profiles": listFargateProfiles,
  "GET /clusters/{cluster}/fargate-profiles/{profile}": describeFargateProfile,
  "DELETE /clusters/{cluster}/fargate-profiles/{profile}": deleteFargateProfile,

  "POST /clusters/{cluster}/addons": createAddOn,
  "GET /clusters/{cluster}/addons": listAddOns,
  "GET /clusters/{cluster}/addons/{addOn}": describeAddOn,
  "DELETE /clusters/{cluster}/addons/{addOn}": deleteAddOn,
  "POST /clusters/{cluster}/addons/{addOn}/update": updateAddOn,
  "GET /addons/supported-versions": describeAddOnVersions,

  "POST /clusters/{cluster}/access-entries": createAccessEntry,
  "GET /clusters/{cluster}/access-entries": listAccessEntries,
  "GET /clusters/{cluster}/access-entries/{principal}": describeAccessEntry,
  "POST /clusters/{cluster}/access-entries/{principal}": updateAccessEntry,
  "DELETE /clusters/{cluster}/access-entries/{principal}": deleteAccessEntry,
  "POST /clusters/{cluster}/access-entries/{principal}/access-policies": associateAccessPolicy,
  "GET /clusters/{cluster}/access-entries/{principal}/access-policies": listAssociatedAccessPolicies,
  "DELETE /clusters/{cluster}/access-entries/{principal}/access-policies/{policy}": disassociateAccessPolicy,
  "GET /access-policies": listAccessPolicies,

  "POST /clusters/{cluster}/pod-identity-associations": createPodIdentityAssociation,
  "GET /clusters/{cluster}/pod-identity-associations": listPodIdentityAssociations,
  "GET /clusters/{cluster}/pod-identity-associations/{association}": describePodIdentityAssociation,
  "POST /clusters/{cluster}/pod-identity-associations/{association}": updatePodIdentityAssociation,
  "DELETE /clusters/{cluster}/pod-identity-associations/{association}": deletePodIdentityAssociation,

  "POST /clusters/{cluster}/capabilities": createCapability,
  "GET /clusters/{cluster}/capabilities": listCapabilities,
  "GET /clusters/{cluster}/capabilities/{capability}": describeCapability,
  "POST /clusters/{cluster}/capabilities/{capability}": updateCapability,
  "DELETE /clusters/{cluster}/capabilities/{capability}": deleteCapability,

  "POST /tags/{arn}": tagResource,
  "DELETE /tags/{arn}": untagResource,
  "GET /tags/{arn}": listTagsForResource,
};

/** The handler of a call and the variables in its path. ARNs are percent-encoded, so a slash is always a separator. */
export function findRoute(
  method: string,
  pathname: string,
): { handler: Handler; path: Record<string, string> } | undefined {
  const given = pathname.split("/");
  for (const [route, handler] of Object.entries(ROUTES)) {
    const [routeMethod, pattern] = route.split(" ");
    const wanted = pattern.split("/");
    if (routeMethod !== method || wanted.length !== given.length) continue;
    const isVariable = (part: string) => part.startsWith("{");
    if (!wanted.every((part, index) => isVariable(part) || part === given[index])) continue;
    const variables = wanted.flatMap((part, index) =>
      isVariable(part) ? [[part.slice(1, -1), decodeURIComponent(given[index])]] : [],
    );
    return { handler, path: Object.fromEntries(variables) };
  }
  return undefined;
}
