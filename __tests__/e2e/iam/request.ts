import { type AccessRequest } from "../../../modules/permissions/iam";
import { type Account, type Tags } from "./account";
import { type Operation } from "./operations";

/** What the tables of the services need to name the resources of a call. */
export interface Caller {
  readonly region: string;
  readonly account: Account;
  arn(service: string, rest: string): string;
}

/** The accesses that one call needs. */
export type Access = (call: Operation, caller: Caller) => Promise<AccessRequest[]> | AccessRequest[];

/** Condition keys of the tags of a request. */
export const requestTags = (tags: Tags): Record<string, string> => keysOf("RequestTag", tags);

/** Condition keys of the tags of a resource. */
export const resourceTags = (tags: Tags): Record<string, string> => keysOf("ResourceTag", tags);

const keysOf = (kind: string, tags: Tags) =>
  Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:${kind}/${key}`, value]));

export const allowed = (
  action: string,
  resource: string,
  context: AccessRequest["context"] = {},
): AccessRequest => ({ action, resource, context });

/** The access to a role that a service receives. */
export const passed = (role: string, service: string): AccessRequest =>
  allowed("iam:PassRole", role, { "iam:PassedToService": `${service}.amazonaws.com` });

/** The service-linked role of a service, which the first call of an account creates. */
export const linked = ({ arn }: Caller, service: string): AccessRequest =>
  allowed("iam:CreateServiceLinkedRole", arn("iam", `role/aws-service-role/${service}.amazonaws.com/any`), {
    "iam:AWSServiceName": `${service}.amazonaws.com`,
  });
