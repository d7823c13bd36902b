import { type Access, allowed, requestTags, resourceTags } from "./request";

/** What a call creates: the type in ARNs. */
const creates: Readonly<Record<string, string>> = {
  CreateLoadBalancer: "loadbalancer",
  CreateTargetGroup: "targetgroup",
};

/** Parameters that name the resource of a call: those of network load balancers, and that of classic ones. */
const resources = ["ListenerArn", "LoadBalancerArn", "TargetGroupArn", "LoadBalancerName"] as const;

/**
 * Load balancers of both generations, whose actions have the same prefix. A creation with tags also needs the permission to tag.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancing.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html
 */
export const loadBalancerAccess: Access = async ({ service, name, parameters }, { account, arn }) => {
  const action = `${service}:${name}`;
  const request = requestTags(parameters.tags("Tags"));
  const tagging = Object.keys(request).length > 0 && name !== "AddTags";
  const tagged = (resource: string) => (tagging ? [allowed(`${service}:AddTags`, resource, request)] : []);
  if (creates[name]) {
    const resource = arn(service, `${creates[name]}/new`);
    return [allowed(action, resource, request), ...tagged(resource)];
  }
  const found = resources.map((one) => parameters.one(one)).find((one) => one !== undefined);
  if (found === undefined) throw new Error(`no load balancer in ${action}`);
  const own = resourceTags(await account.loadBalancerTags(found));
  const resource = found.startsWith("arn:") ? found : arn(service, `loadbalancer/${found}`);
  return [allowed(action, resource, { ...own, ...request }), ...tagged(resource)];
};
