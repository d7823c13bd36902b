import { type AccessRequest } from "../../../modules/permissions/iam";
import { MOTO_ACCOUNT } from "../emulator/moto";
import { Account } from "./account";
import { ec2Access } from "./ec2";
import { eksAccess } from "./eks";
import { iamAccess } from "./identities";
import { loadBalancerAccess } from "./load-balancers";
import { type Operation } from "./operations";
import { type Access, allowed, type Caller } from "./request";
import { serviceAccess } from "./services";

/** Actions of data that have no resource, in every service. */
const reads: Readonly<Record<string, RegExp>> = {
  ec2: /^Describe/,
  autoscaling: /^Describe/,
  kms: /^ListAliases$/,
  logs: /^DescribeLogGroups$/,
  eks: /^DescribeAddonVersions$/,
  elasticloadbalancing: /^Describe/,
  fsx: /^DescribeFileSystems$/,
};

/**
 * Finds the actions, resources and condition keys on which IAM decides a call, as the Service Authorization Reference lists them.
 *
 * The tables are separate from those of `modules/permissions`, from which the policies are derived.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export class Accesses {
  /** By region. */
  private readonly accounts = new Map<string, Account>();

  constructor(private readonly endpoint: string) {}

  /** @throws Error if the table has no entry for the call */
  async of(call: Operation): Promise<AccessRequest[]> {
    const { service, region, name } = call;
    // No policy can deny it.
    if (service === "sts" && name === "GetCallerIdentity") return [];
    if (reads[service]?.test(name)) return [allowed(`${service}:${name}`, "*")];
    const account = this.accounts.get(region) ?? new Account(this.endpoint, region);
    this.accounts.set(region, account);
    const caller: Caller = {
      region,
      account,
      arn: (of, rest) => `arn:aws:${of}:${of === "iam" ? "" : region}:${MOTO_ACCOUNT}:${rest}`,
    };
    const access = tables[service];
    if (!access) throw new Error(`no table for the service of ${service}:${name}`);
    return access(call, caller);
  }
}

const tables: Readonly<Record<string, Access>> = {
  ...serviceAccess,
  ec2: ec2Access,
  eks: eksAccess,
  elasticloadbalancing: loadBalancerAccess,
  iam: iamAccess,
};
