import { type AccessRequest } from "../../../modules/permissions/iam";
import { type Access, allowed, type Caller, passed, requestTags } from "./request";
import { type Operation } from "./operations";

/** Creations with tags need a second action. */
const tagging: Readonly<Record<string, string>> = {
  CreateInstanceProfile: "TagInstanceProfile",
  CreateOpenIDConnectProvider: "TagOpenIDConnectProvider",
  CreateRole: "TagRole",
};

/**
 * IAM decides on the role, the instance profile or the provider in the parameters.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
export const iamAccess: Access = async (call, caller) => {
  const { name, parameters } = call;
  const resource = await resourceOf(call, caller);
  const tags = requestTags(parameters.tags("Tags"));
  const policy = parameters.one("PolicyArn");
  const boundary = parameters.one("PermissionsBoundary");
  const context = {
    ...tags,
    ...(policy === undefined ? {} : { "iam:PolicyARN": policy }),
    ...(boundary === undefined ? {} : { "iam:PermissionsBoundary": boundary }),
  };
  return [
    allowed(`iam:${name}`, resource, context),
    ...(tagging[name] !== undefined && Object.keys(tags).length > 0
      ? [allowed(`iam:${tagging[name]}`, resource, tags)]
      : []),
    ...(await roleOfProfile(call, caller)),
  ];
};

async function resourceOf({ name, parameters }: Operation, { account, arn }: Caller): Promise<string> {
  const [profile, provider, url, role] = [
    "InstanceProfileName",
    "OpenIDConnectProviderArn",
    "Url",
    "RoleName",
  ].map((one) => parameters.one(one));
  const path = parameters.one("Path") ?? "/";
  if (profile !== undefined) return arn("iam", `instance-profile${path}${profile}`);
  if (provider !== undefined) return provider;
  if (url !== undefined) return arn("iam", `oidc-provider/${url.replace(/^https:\/\//, "")}`);
  if (role === undefined) throw new Error(`no resource for iam:${name}`);
  return (await account.roleArn(role)) ?? arn("iam", `role${path}${role}`);
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html */
async function roleOfProfile({ name, parameters }: Operation, { account }: Caller): Promise<AccessRequest[]> {
  if (name !== "AddRoleToInstanceProfile") return [];
  const role = await account.roleArn(parameters.one("RoleName")!);
  return role === undefined ? [] : [passed(role, "ec2")];
}
