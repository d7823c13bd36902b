import { error, type Path, type Problem } from "../../cluster/problem";
import { isKnown, shown } from "../../cluster/rules/rule";
import { partitionOf } from "../regions";

/** `arn:partition:service:region:account:resource`; only the last part may hold colons. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** [IAM user guide] ARN format. Undefined for what is none. */
export function parseArn(text: string): Arn | undefined {
  const match = /^arn:(aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]*):(\d{12}|aws|):(\S+)$/.exec(text);
  if (!match) return undefined;
  const [, partition, service, region, account, resource] = match;
  return { partition, service, region, account, resource };
}

/** IAM's characters in paths and names. [IAM API] CreateRole, CreateUser */
const iamName = /^[\w+=,.@/-]+$/;

/** What is wrong with the ARN of an IAM principal, and what to write instead. */
export function principalProblems(
  path: Path,
  text: string,
  region: string,
  kinds: readonly ("role" | "user")[],
): Problem[] {
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
  return isKnown(region) && arn.partition !== partitionOf(region)
    ? fault(`must be in the partition of ${region}, ${partitionOf(region)}; got ${shown(text)}`)
    : [];
}

/** What is wrong with the ARN of a KMS key. [KMS developer guide] key identifiers */
export function keyProblems(path: Path, text: string | undefined, region: string): Problem[] {
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
