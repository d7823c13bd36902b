import { parseArn } from "../../aws/arns";
import { partitionOf } from "../../aws/regions";
import { shown } from "../../cluster/rules/rule";

/**
 * What is wrong with an administrator: the ARN of an IAM role or user. The authenticator compares roles without their path, and knows no
 * sessions.
 *
 * @see https://github.com/kubernetes-sigs/aws-iam-authenticator#full-configuration-format
 */
export function principalProblem(text: string, region: string | undefined): string | undefined {
  const partition = region === undefined ? "aws" : partitionOf(region);
  const example = `arn:${partition}:iam::111122223333:role/PlatformAdmin`;
  const arn = parseArn(text);
  const [kind, ...names] = arn?.resource.split("/") ?? [];
  const isPrincipal =
    arn?.service === "iam" && arn.account.length === 12 && (kind === "role" || kind === "user");
  if (!isPrincipal || names.length === 0 || names.some((name) => !/^[\w+=,.@-]+$/.test(name))) {
    return `must be the ARN of an IAM role or user such as ${example}, got ${shown(text)}`;
  }
  if (arn.partition !== partition) {
    return `must be in the partition of ${region}, ${partition}; got ${shown(text)}`;
  }
  if (kind === "role" && names.length > 1) {
    const short = `arn:${arn.partition}:iam::${arn.account}:role/${names.at(-1)}`;
    return `the authenticator compares roles without their path; use ${short}`;
  }
  return undefined;
}
