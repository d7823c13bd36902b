import { error, type Finding, type Path, type Problem, under } from "../../cluster/problem";
import { checkRules, defineRules } from "../../cluster/rules/define-rules";
import { shown } from "../../cluster/values";
import { accountProblems, roleProblems } from "../backend/rules";
import type { AzurermProviderSpec, GoogleProviderSpec, ProviderName, ProvidersSpec } from "./types";
import { narrowed, supportedVersions } from "./version-range";

/** All problems of provider settings whose structure is valid; paths start at `providers`. */
export function providerProblems(providers: ProvidersSpec): Problem[] {
  return checkRules(rules, providers, undefined);
}

const names: readonly ProviderName[] = ["aws", "azurerm", "google"];

const rules = defineRules<ProvidersSpec, undefined>("providers", {
  /**
   * `version` is a literal version constraint within the range that the constructs are written for.
   *
   * @see https://developer.hashicorp.com/terraform/language/expressions/version-constraints
   */
  version(providers) {
    return names.flatMap((name) => under([name], versionProblems(name, providers[name]?.version)));
  },

  /**
   * The account guard has ids of 12 digits, and either allows or forbids.
   *
   * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs#allowed_account_ids-1
   */
  accounts({ aws }) {
    return under(["aws"], aws ? accountProblems(aws) : []);
  },

  /**
   * The role to assume, its session name, external id and duration (15 minutes to 12 hours) have the form of the AWS API.
   *
   * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
   */
  "assume-role"({ aws }) {
    if (!aws?.assumeRole) return [];
    return under(
      ["aws"],
      [...roleProblems(aws.assumeRole, ["assumeRole"]), ...durationProblems(aws.assumeRole.duration)],
    );
  },

  /**
   * Default tags have keys and values that AWS accepts, and no tags that controllers of Kubernetes read.
   *
   * @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
   */
  "default-tags"({ aws }) {
    return Object.entries(aws?.defaultTags ?? {}).flatMap(([key, value]) =>
      under(["aws", "defaultTags"], tagProblems(key, value)),
    );
  },

  /**
   * Ids of subscription, tenant, client and partner are UUIDs.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs#argument-reference
   */
  "azure-ids"({ azurerm }) {
    return under(["azurerm"], azurerm ? azurermProblems(azurerm) : []);
  },

  /**
   * Ids of projects have the form that Google Cloud accepts.
   *
   * @see https://cloud.google.com/resource-manager/docs/creating-managing-projects
   */
  "google-projects"({ google }) {
    return under(["google"], google ? projectProblems(google) : []);
  },

  /**
   * `impersonateServiceAccount` is the e-mail address of a service account.
   *
   * @see https://cloud.google.com/iam/docs/service-account-overview
   */
  "google-service-account"({ google }) {
    return under(["google"], google ? serviceAccountProblems(google) : []);
  },

  /**
   * Default labels have keys and values that Google Cloud accepts.
   *
   * @see https://cloud.google.com/compute/docs/labeling-resources#requirements
   */
  "default-labels"({ google }) {
    return under(["google"], google ? labelProblems(google) : []);
  },
});

function versionProblems(name: ProviderName, version: string | undefined): Finding[] {
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

/** Whether a value is set and not a reference to a variable. */
const isLiteral = (value: string | undefined): value is string =>
  value !== undefined && !value.includes("${");

// --- aws --------------------------------------------------------------------------------------------------------

/** The provider takes durations in the form of Go. */
function durationProblems(duration: string | undefined): Finding[] {
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

function tagProblems(key: string, value: string): Finding[] {
  if (/^aws:/i.test(key)) return [error([key], 'keys that start with "aws:" are reserved for AWS')];
  if (/^(kubernetes\.io\/|k8s\.io\/|karpenter\.sh\/|eks:)/.test(key)) {
    return [error([key], "is read by controllers of Kubernetes, and the constructs set it; remove it")];
  }
  if (!/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u.test(key)) {
    return [error([key], "keys must be 1 to 128 letters, digits, blanks and _.:/=+-@")];
  }
  if (!isLiteral(value) || /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u.test(value)) return [];
  return [error([key], `must be at most 256 letters, digits, blanks and _.:/=+-@, got ${shown(value)}`)];
}

// --- azurerm ----------------------------------------------------------------------------------------------------

function azurermProblems(azurerm: AzurermProviderSpec): Finding[] {
  return (["subscriptionId", "tenantId", "clientId", "partnerId"] as const).flatMap((field) =>
    formProblem([field], azurerm[field], /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, "must be a UUID"),
  );
}

// --- google -----------------------------------------------------------------------------------------------------

function projectProblems(google: GoogleProviderSpec): Finding[] {
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
    ...(google.billingProject !== undefined && google.userProjectOverride !== true
      ? [error(["billingProject"], "needs userProjectOverride: true")]
      : []),
  ];
}

function serviceAccountProblems(google: GoogleProviderSpec): Finding[] {
  return formProblem(
    ["impersonateServiceAccount"],
    google.impersonateServiceAccount,
    /^[a-z0-9-]+@[a-z0-9.:-]+\.gserviceaccount\.com$/,
    "must be the e-mail address of a service account",
  );
}

function labelProblems(google: GoogleProviderSpec): Finding[] {
  return Object.entries(google.defaultLabels ?? {}).flatMap(([key, value]) => [
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
  ]);
}

function formProblem(path: Path, value: string | undefined, pattern: RegExp, rule: string): Finding[] {
  return isLiteral(value) && !pattern.test(value) ? [error(path, `${rule}, got ${shown(value)}`)] : [];
}
