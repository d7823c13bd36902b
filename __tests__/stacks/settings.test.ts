import { TerraformOutput } from "cdktf";
import type { EnvironmentSettings } from "../../modules/environment/settings";
import type { EksClusterProps } from "../../modules/eks/spec";
import { EksStack } from "../../stacks/eks-stack";
import { minimal } from "../support/eks";
import { Synthesized } from "../support/synthesized";

const synthesize = (
  settings: EnvironmentSettings,
  props: object = {},
  change: (stack: EksStack) => void = () => {},
) =>
  Synthesized.from((app) => {
    const spec = { platform: "eks", ...minimal, ...props } as EksClusterProps & { platform: "eks" };
    const stack = new EksStack(app, spec, settings);
    change(stack);
    return stack;
  });

describe("the AWS provider of an environment", () => {
  const { terraform } = synthesize({
    providers: {
      aws: {
        version: "~> 6.30",
        allowedAccountIds: ["111122223333"],
        assumeRole: { roleArn: "arn:aws:iam::111122223333:role/Deploy", duration: "1h" },
        defaultTags: { "Cost-Center": "42" },
      },
      google: { project: "another-platform" },
    },
  });

  test("has the accounts, the role and the tags of the file, with unchanged keys", () => {
    expect(terraform.provider).toEqual({
      aws: [
        {
          region: "eu-central-1",
          allowed_account_ids: ["111122223333"],
          assume_role: [{ role_arn: "arn:aws:iam::111122223333:role/Deploy", duration: "1h" }],
          default_tags: [{ tags: { "Cost-Center": "42" } }],
        },
      ],
    });
  });

  test("accepts variables for them, and for lists", () => {
    const { provider } = synthesize({
      variables: { accounts: { type: "list(string)" }, id: { type: "string", sensitive: true } },
      providers: {
        aws: {
          allowedAccountIds: "${var.accounts}" as unknown as string[],
          assumeRole: { roleArn: "arn:aws:iam::111122223333:role/Deploy", externalId: "${var.id}" },
        },
      },
    }).terraform;
    expect(provider.aws[0]).toMatchObject({
      allowed_account_ids: "${var.accounts}",
      assume_role: [{ external_id: "${var.id}" }],
    });
  });

  test("has the version constraint of the environment", () => {
    expect(terraform.terraform.required_providers).toEqual({
      aws: { source: "hashicorp/aws", version: "~> 6.30" },
    });
  });

  test("refuses versions that the constructs do not support", () => {
    expect(() => synthesize({ providers: { aws: { version: "~> 5.0" } } })).toThrow(
      "providers.aws.version: must not allow versions below 6.25.0",
    );
  });
});

describe("the variables of an environment", () => {
  const { terraform, addresses } = synthesize(
    {
      variables: {
        team: { type: "string", description: "Who pays", sensitive: true },
        aws: { type: "string", default: "the name of another construct" },
        days: {
          type: "number",
          default: 30,
          validation: [{ condition: "var.days >= 7", errorMessage: "must be at least 7" }],
        },
      },
    },
    {
      tags: { team: "${var.team}", owner: "team ${var.team}, ${var.aws}" },
      observability: { retentionDays: "${var.days}" },
    },
  );

  test("are declared with their names, used or not", () => {
    expect(terraform.variable).toEqual({
      team: { type: "string", description: "Who pays", sensitive: true, nullable: false },
      aws: { type: "string", default: "the name of another construct", nullable: false },
      days: {
        type: "number",
        default: 30,
        nullable: false,
        validation: [{ condition: "${var.days >= 7}", error_message: "must be at least 7" }],
      },
    });
  });

  test("are referred to in the same places as in the file", () => {
    expect(terraform.resource.aws_eks_cluster.control_plane.tags).toEqual({
      team: "${var.team}",
      owner: "team ${var.team}, ${var.aws}",
    });
    expect(terraform.resource.aws_cloudwatch_log_group.control_plane_log_group.retention_in_days).toBe(
      "${var.days}",
    );
  });

  test("change no address", () => {
    expect(addresses).toEqual(synthesize({}).addresses);
  });
});

describe("an output is sensitive", () => {
  const secret: EnvironmentSettings = {
    variables: { team: { type: "string", sensitive: true }, open: { type: "string" } },
  };
  const isSensitive = (value: (stack: EksStack) => unknown, tags: object) =>
    synthesize(secret, { tags }, (stack) => void new TerraformOutput(stack, "probe", { value: value(stack) }))
      .terraform.output.probe.sensitive as boolean | undefined;
  const cluster = (stack: EksStack) => stack.cluster.controlPlane.cluster;

  test.each<[string, (stack: EksStack) => unknown]>([
    ["it shows a sensitive variable", () => "${var.team}"],
    ["it shows one in a text, in a list, in a map", () => ({ a: ["x-${var.team}"] })],
    ["it shows an argument that has one", (stack) => cluster(stack).tags],
    ["it shows a resource that has one", (stack) => `\${${cluster(stack).fqn}}`],
  ])("when %s", (_, value) => {
    expect(isSensitive(value, { team: "${var.team}" })).toBe(true);
  });

  test.each<[string, (stack: EksStack) => unknown]>([
    ["another variable", () => "${var.open}"],
    ["what the cloud makes of a resource that has one", (stack) => cluster(stack).arn],
    ["another argument", (stack) => cluster(stack).version],
  ])("but not when it shows %s", (_, value) => {
    expect(isSensitive(value, { team: "${var.team}" })).toBeUndefined();
  });

  test("with an existing network whose id is sensitive", () => {
    const { output } = synthesize(secret, {
      network: {
        existing: {
          vpcId: "${var.team}",
          nodeSubnets: [
            { id: "subnet-0aaaaaaaaaaaaaaa1", zone: "eu-central-1a" },
            { id: "subnet-0aaaaaaaaaaaaaaa2", zone: "eu-central-1b" },
          ],
        },
      },
    }).terraform;
    const hidden = Object.keys(output).filter((name) => output[name].sensitive);
    expect(hidden.sort()).toEqual(["cluster_ca_certificate", "network_id"]);
  });
});
