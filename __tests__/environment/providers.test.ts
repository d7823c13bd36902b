import { parse, stringify } from "yaml";
import aws from "@cdktf/provider-aws/package.json";
import azurerm from "@cdktf/provider-azurerm/package.json";
import google from "@cdktf/provider-google/package.json";
import { narrowed, supportedVersions } from "../../modules/environment/providers/version-range";
import { isAtLeast } from "../../modules/cluster/releases";
import { problemsOf, rightText, useEmptyDirectory } from "./directory";

useEmptyDirectory();

/** The problems of the right environment with these provider settings, without their places. */
function problems(providers: string): string[] {
  const settings = stringify({
    variables: { id: { type: "string" }, accounts: { type: "list(string)" } },
    providers: parse(`{ ${providers} }`) as object,
  });
  return problemsOf(`${settings}${rightText}`)
    .map((problem) => problem.replace(/^\d+:\d+ providers\./, ""))
    .filter((problem) => !problem.includes("is never used"));
}

const role = "arn:aws:iam::111122223333:role/Deploy";
const account = '"111122223333"';

test.each([
  `aws: { version: ~> 6.30, allowedAccountIds: [${account}], assumeRole: { roleArn: "${role}", sessionName: ci, externalId: a-b, duration: 1h30m }, defaultTags: { cost-center: a } }`,
  `aws: { forbiddenAccountIds: [${account}] }`,
  'aws: { assumeRole: { roleArn: "${var.id}", externalId: "x-${var.id}" }, allowedAccountIds: ["${var.id}"], defaultTags: { a: "${var.id}" } }',
  'aws: { allowedAccountIds: "${var.accounts}" }',
  'azurerm: { version: ">= 4.56", subscriptionId: 00000000-0000-0000-0000-000000000000, tenantId: "${var.id}", clientId: 00000000-0000-0000-0000-000000000000, useOidc: true, environment: china, resourceProviderRegistrations: none, storageUseAzuread: true }',
  "google: { project: acme-prod, impersonateServiceAccount: tf@acme-prod.iam.gserviceaccount.com, billingProject: acme-bill, userProjectOverride: true, defaultLabels: { cost-center: a } }",
])("{ %s } is right", (providers) => {
  expect(problems(providers)).toEqual([]);
});

test.each([
  [
    "aws: { allowedAccountIds: ['123'] }",
    'aws.allowedAccountIds[0]: must be the 12 digits of an account, got "123"',
  ],
  [
    `aws: { allowedAccountIds: [${account}], forbiddenAccountIds: [${account}] }`,
    "aws.forbiddenAccountIds: excludes allowedAccountIds: set one of the two",
  ],
  [
    "aws: { allowedAccountIds: [111122223333] }",
    "aws.allowedAccountIds[0]: must be a string, got the number 111122223333 (write it in quotes)",
  ],
  [
    "aws: { assumeRole: { roleArn: Deploy } }",
    'aws.assumeRole.roleArn: must be the ARN of a role, got "Deploy"',
  ],
  [
    `aws: { assumeRole: { roleArn: "${role}", sessionName: a b } }`,
    'aws.assumeRole.sessionName: must be 2 to 64 letters, digits and +=,.@_-, got "a b"',
  ],
  [
    `aws: { assumeRole: { roleArn: "${role}", duration: 10m } }`,
    'aws.assumeRole.duration: must be 15 minutes to 12 hours, such as 1h or 90m, got "10m"',
  ],
  [
    "aws: { defaultTags: { 'aws:a': b } }",
    'aws.defaultTags["aws:a"]: keys that start with "aws:" are reserved for AWS',
  ],
  [
    "aws: { defaultTags: { 'kubernetes.io/cluster/a': owned } }",
    'aws.defaultTags["kubernetes.io/cluster/a"]: is read by controllers of Kubernetes, and the constructs set it; remove it',
  ],
  [
    "aws: { defaultTags: { a: 'b;c' } }",
    'aws.defaultTags.a: must be at most 256 letters, digits, blanks and _.:/=+-@, got "b;c"',
  ],
  [
    "aws: { accessKey: AKIA }",
    "aws.accessKey: secrets are not supported in files: set AWS_ACCESS_KEY_ID where Terraform runs",
  ],
  [
    'aws: { version: "${var.id}" }',
    'aws.version: must be a literal, got "${var.id}": Terraform installs providers before it knows any variable',
  ],
  [
    "aws: { version: '>= 6.0' }",
    "aws.version: must not allow versions below 6.25.0: the constructs are written for >= 6.25.0, < 7.0.0",
  ],
  ["azurerm: { subscriptionId: prod }", 'azurerm.subscriptionId: must be a UUID, got "prod"'],
  [
    "azurerm: { clientSecret: x }",
    "azurerm.clientSecret: secrets are not supported in files: set ARM_CLIENT_SECRET where Terraform runs",
  ],
  [
    "azurerm: { version: '~> 6.0' }",
    "azurerm.version: must not allow versions from 6.0.0 on: the constructs are written for >= 4.55.0, < 6.0.0",
  ],
  [
    "google: { project: P }",
    'google.project: must be the id of a project: 6 to 30 lower-case letters, digits and -, got "P"',
  ],
  [
    "google: { impersonateServiceAccount: me@acme.com }",
    'google.impersonateServiceAccount: must be the e-mail address of a service account, got "me@acme.com"',
  ],
  ["google: { billingProject: acme-bill }", "google.billingProject: needs userProjectOverride: true"],
  [
    "google: { defaultLabels: { Team: a } }",
    "google.defaultLabels.Team: keys must be 1 to 63 lower-case letters, digits, _ and -, with a letter first",
  ],
  [
    "google: { defaultLabels: { team: A } }",
    'google.defaultLabels.team: must be at most 63 lower-case letters, digits, _ and -, got "A"',
  ],
  [
    "google: { credentials: key.json }",
    "google.credentials: secrets are not supported in files: set GOOGLE_APPLICATION_CREDENTIALS where Terraform runs",
  ],
  ["aks: {}", 'aks: unknown field "aks"; did you mean "aws"?'],
])("{ %s } is refused", (providers, message) => {
  expect(problems(providers)).toEqual([message]);
});

describe("a range of versions", () => {
  const range = { minimum: "6.25.0", below: "7.0.0" };

  test.each([
    ["~> 6.30", "~> 6.30"],
    ["~> 6.30.1", "~> 6.30.1"],
    ["6.31.0", "6.31.0"],
    ["= 6.31", "= 6.31"],
    [">= 6.30", ">= 6.30, < 7.0.0"],
    ["> 6.30,<= 6.40", "> 6.30, <= 6.40"],
    ["!= 6.31.0", ">= 6.25.0, != 6.31.0, < 7.0.0"],
    ["< 6.40", ">= 6.25.0, < 6.40"],
    [">= 6.25.0, < 7", ">= 6.25.0, < 7"],
  ])("%s is asked for as %s", (wanted, result) => {
    expect(narrowed(wanted, range)).toMatchObject({ range: result });
  });

  test.each([
    ["latest", /must be a version constraint such as "~> 6\.25"/],
    ["", /must be a version constraint/],
    ["^6.30", /must be a version constraint/],
    ["6.30.0-beta", /must be a version constraint/],
    ["~> 6.20", /below 6\.25\.0/],
    // With one part only, ~> has no upper end for Terraform.
    ["~> 6", /below 6\.25\.0/],
    [">= 5", /below 6\.25\.0/],
    ["~> 7.0", /from 7\.0\.0 on/],
    ["<= 7.0.0", /from 7\.0\.0 on/],
    [">= 6.40, < 6.30", /no version is in/],
    ["> 7.0", /no version is in/],
  ])("%j is refused", (wanted, fault) => {
    expect(narrowed(wanted, range)).toEqual({ fault: expect.stringMatching(fault) });
  });

  describe("of a provider whose majors have different arguments", () => {
    const range = { minimum: "4.55.0", below: "6.0.0", majorsDiffer: true } as const;

    test.each([
      [">= 4.60", ">= 4.60, < 5.0.0", "4.60.0"],
      ["!= 4.61.0", ">= 4.55.0, != 4.61.0, < 5.0.0", "4.55.0"],
      ["~> 4.70", "~> 4.70", "4.70.0"],
      [">= 5", ">= 5, < 6.0.0", "5.0.0"],
      ["> 5.1.0", "> 5.1.0, < 6.0.0", "5.1.1"],
      ["~> 5.2", "~> 5.2", "5.2.0"],
    ])("%s is asked for as %s", (wanted, result, minimum) => {
      expect(narrowed(wanted, range)).toEqual({ range: result, minimum });
    });

    test.each([">= 4.60, < 6", ">= 4.55, < 5.1", "< 6", ">= 4.80, <= 5.0.0"])("%s is refused", (wanted) => {
      expect(narrowed(wanted, range)).toEqual({
        fault: expect.stringMatching(
          /^allows the majors 4 and 5, which require different arguments, got .*; choose "~> 4\.\d+" or "~> 5\.0"$/,
        ),
      });
    });
  });

  test("begins with the bindings' version, for every provider", () => {
    const bindings = { aws, azurerm, google };
    for (const [name, { minimum, below }] of Object.entries(supportedVersions)) {
      const { version } = bindings[name as keyof typeof bindings].cdktf.provider;
      expect([name, minimum]).toEqual([name, version]);
      expect([name, isAtLeast(below, `${Number(version.split(".")[0]) + 1}.0.0`)]).toEqual([name, true]);
    }
  });
});
