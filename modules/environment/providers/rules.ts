import { error, type Path, type Problem, under } from "../../cluster/problem";
import { shown } from "../../cluster/rules/rule";
import { accountProblems, roleProblems } from "../backend/rules";
import type {
  AwsProviderSpec,
  AzurermProviderSpec,
  GoogleProviderSpec,
  ProviderName,
  ProvidersSpec,
} from "./types";
import { narrowed, supportedVersions } from "./version-range";

/** What is wrong with provider settings of right structure; paths start at `providers`. */
export function providerProblems({ aws, azurerm, google }: ProvidersSpec): Problem[] {
  return [
    ...under(["aws"], aws ? [...versionProblems("aws", aws.version), ...awsProblems(aws)] : []),
    ...under(
      ["azurerm"],
      azurerm ? [...versionProblems("azurerm", azurerm.version), ...azurermProblems(azurerm)] : [],
    ),
    ...under(
      ["google"],
      google ? [...versionProblems("google", google.version), ...googleProblems(google)] : [],
    ),
  ];
}

/** [Terraform: required_providers] takes no named values. */
function versionProblems(name: ProviderName, version: string | undefined): Problem[] {
  if (version === undefined) return [];
  if (version.includes("${")) {
    return [
      error(
        ["version"],
        `must be a literal, got ${shown(version)}: Terraform installs providers before it knows any variable`,
      ),
    ];
  }
  const result = narrowed(version, supportedVersions[name]);
  return "fault" in result ? [error(["version"], result.fault)] : [];
}

/** A value that can be judged: given, and no reference to a variable. */
const isLiteral = (value: string | undefined): value is string =>
  value !== undefined && !value.includes("${");

// --- aws --------------------------------------------------------------------------------------------------------

function awsProblems(aws: AwsProviderSpec): Problem[] {
  return [
    ...accountProblems(aws),
    ...(aws.assumeRole ? roleProblems(aws.assumeRole, ["assumeRole"]) : []),
    ...durationProblems(aws.assumeRole?.duration),
    ...under(
      ["defaultTags"],
      Object.entries(aws.defaultTags ?? {}).flatMap(([key, value]) => tagProblems(key, value)),
    ),
  ];
}

/** [AWS: STS] AssumeRole: 15 minutes to 12 hours; Go's way to write durations. */
function durationProblems(duration: string | undefined): Problem[] {
  if (!isLiteral(duration)) return [];
  const [, hours = "0", minutes = "0", seconds = "0"] =
    /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(duration) ?? [];
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (total >= 900 && total <= 43_200) return [];
  return [
    error(
      ["assumeRole", "duration"],
      `must be 15 minutes to 12 hours, such as 1h or 90m, got ${shown(duration)}`,
    ),
  ];
}

/** [AWS: tagging], and what controllers in the cluster read, which is put where it belongs. */
function tagProblems(key: string, value: string): Problem[] {
  if (/^aws:/i.test(key)) return [error([key], 'keys that begin with "aws:" are reserved for AWS')];
  if (/^(kubernetes\.io\/|k8s\.io\/|karpenter\.sh\/|eks:)/.test(key)) {
    return [error([key], "steers Kubernetes' controllers, and is put where it belongs; leave it out")];
  }
  if (!/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u.test(key)) {
    return [error([key], "keys must be 1 to 128 letters, digits, blanks and _.:/=+-@")];
  }
  if (!isLiteral(value) || /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u.test(value)) return [];
  return [error([key], `must be at most 256 letters, digits, blanks and _.:/=+-@, got ${shown(value)}`)];
}

// --- azurerm ----------------------------------------------------------------------------------------------------

function azurermProblems(azurerm: AzurermProviderSpec): Problem[] {
  return (["subscriptionId", "tenantId", "clientId", "partnerId"] as const).flatMap((field) =>
    formProblem([field], azurerm[field], /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, "must be a UUID"),
  );
}

// --- google -----------------------------------------------------------------------------------------------------

/** [Google: projects], [Google: labels]. */
function googleProblems(google: GoogleProviderSpec): Problem[] {
  const project = /^([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/;
  return [
    ...(["project", "billingProject"] as const).flatMap((field) =>
      formProblem(
        [field],
        google[field],
        project,
        "must be the id of a project: 6 to 30 lower-case letters, digits and -",
      ),
    ),
    ...formProblem(
      ["impersonateServiceAccount"],
      google.impersonateServiceAccount,
      /^[a-z0-9-]+@[a-z0-9.:-]+\.gserviceaccount\.com$/,
      "must be the e-mail address of a service account",
    ),
    ...(google.billingProject !== undefined && google.userProjectOverride !== true
      ? [error(["billingProject"], "is used with userProjectOverride: true alone")]
      : []),
    ...Object.entries(google.defaultLabels ?? {}).flatMap(([key, value]) => [
      ...(/^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{N}_-]{0,62}$/u.test(key)
        ? []
        : [
            error(
              ["defaultLabels", key],
              "keys must be 1 to 63 lower-case letters, digits, _ and -, with a letter first",
            ),
          ]),
      ...formProblem(
        ["defaultLabels", key],
        value,
        /^[\p{Ll}\p{Lo}\p{N}_-]{0,63}$/u,
        "must be at most 63 lower-case letters, digits, _ and -",
      ),
    ]),
  ];
}

function formProblem(path: Path, value: string | undefined, pattern: RegExp, rule: string): Problem[] {
  return isLiteral(value) && !pattern.test(value) ? [error(path, `${rule}, got ${shown(value)}`)] : [];
}
