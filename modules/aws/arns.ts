import { error, type Path, type Finding } from "../cluster/problem";
import { isKnown, shown } from "../cluster/rules/rule";
import { partitionOf } from "./regions";

/** `arn:partition:service:region:account:resource`. Only the resource can have colons. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/**
 * The parts of an ARN; undefined if the text is not an ARN.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function parseArn(text: string): Arn | undefined {
  const match = /^arn:(aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]*):(\d{12}|aws|):(\S+)$/.exec(text);
  if (!match) return undefined;
  const [, partition, service, region, account, resource] = match;
  return { partition, service, region, account, resource };
}

/**
 * Characters in paths and names.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
 */
const iamName = /^[\w+=,.@/-]+$/;

/** Problems of the ARN of an IAM principal, with the correct value. */
export function principalProblems(
  path: Path,
  text: string,
  region: string,
  kinds: readonly ("role" | "user")[],
): Finding[] {
  if (!isKnown(text)) return [];
  const what = kinds.join(" or ");
  const example = `arn:${isKnown(region) ? partitionOf(region) : "aws"}:iam::111122223333:role/PlatformAdmin`;
  const fault = (message: string) => [error(path, message)];

  if (text.includes("*")) return fault(`must name one IAM ${what}, got ${shown(text)} with a wildcard`);
  const arn = parseArn(text);
  if (!arn) return fault(`must be the ARN of an IAM ${what} such as ${example}, got ${shown(text)}`);

  const [kind, ...names] = arn.resource.split("/");
  if (arn.service === "sts" && kind === "assumed-role") {
    return fault(
      `${text} is a session of a role; use arn:${arn.partition}:iam::${arn.account}:role/${names[0]}, with the role's ` +
        "path before its name if it has one",
    );
  }
  if (arn.service === "iam" && arn.resource === "root") {
    return fault(`${text} is a whole account; use an IAM ${what} in it`);
  }
  if (
    arn.service !== "iam" ||
    arn.account.length !== 12 ||
    !kinds.some((one) => one === kind) ||
    !iamName.test(names.join("/"))
  ) {
    return fault(`must be the ARN of an IAM ${what} such as ${example}, got ${shown(text)}`);
  }
  if (kind === "role" && names.length === 1 && /^AWSReservedSSO_/.test(names[0])) {
    const place = isKnown(region) ? region : "eu-central-1";
    return fault(
      `${text} is a role of IAM Identity Center without its path, which EKS does not find; use arn:${arn.partition}:iam::` +
        `${arn.account}:role/aws-reserved/sso.amazonaws.com/${place}/${names[0]}, with the region of IAM Identity Center (without ` +
        "a region for us-east-1)",
    );
  }
  return isKnown(region) && arn.partition !== partitionOf(region)
    ? fault(`must be in the partition of ${region}, ${partitionOf(region)}; got ${shown(text)}`)
    : [];
}

/**
 * Problems of the ARN of a KMS key.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/find-cmk-id-arn.html
 */
export function keyProblems(path: Path, text: string | undefined, region: string): Finding[] {
  if (!isKnown(text)) return [];
  const arn = parseArn(text);
  const partition = isKnown(region) ? partitionOf(region) : (arn?.partition ?? "aws");
  const place = isKnown(region) ? region : (arn?.region ?? "us-east-1");
  const example = `arn:${partition}:kms:${place}:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

  if (arn?.service === "kms" && arn.resource.startsWith("alias/")) {
    return [
      error(
        path,
        `must be the ARN of the key itself, got the alias ${shown(text)}; permissions are granted on keys`,
      ),
    ];
  }
  const isKey =
    arn?.service === "kms" &&
    arn.account.length === 12 &&
    /^key\/([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/.test(arn.resource);
  if (!isKey) return [error(path, `must be the ARN of a KMS key such as ${example}, got ${shown(text)}`)];
  if (arn.region !== place || arn.partition !== partition) {
    return [error(path, `must be a key in ${place} (${partition}), got ${shown(text)}`)];
  }
  return [];
}
