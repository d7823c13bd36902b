import { execFileSync } from "node:child_process";
import * as TOML from "smol-toml";
import { celExpression, shellArgument } from "../../../modules/cluster/encode";
import { createStack } from "../../../stacks";
import { Synthesized } from "../../support/synthesized";
import type { EksClusterSpec } from "../../../modules/eks/spec";
import type { PlatformClusterSpec } from "../../../modules/environment/types";
import { hostileValues } from "./hostile-values";
import { mimeParts } from "./mime";
import { powershellArguments } from "./powershell";
import { hasTerraform, rendered } from "./rendered";

const harmless = "team-a_1.b";

const values = [...hostileValues, harmless];

const group = (family: "al2023" | "bottlerocket" | "windows") => ({
  name: family,
  kind: "self-managed" as const,
  machineTypes: ["m6i.large"],
  size: { min: 1, max: 3 },
  image: family === "windows" ? { family, release: "latest" } : { family },
  labels: { team: "a-${var.team}", whole: "${var.team}" },
  taints: [{ key: "dedicated", value: "${var.team}", effect: "PreferNoSchedule" as const }],
});

const spec: EksClusterSpec = {
  platform: "eks",
  name: "main",
  region: "eu-central-1",
  kubernetesVersion: "1.35",
  access: { admins: ["arn:aws:iam::111122223333:role/Admin"] },
  nodeGroups: [
    { name: "first", machineTypes: ["m6i.large"], size: { min: 3, max: 6 } },
    group("al2023"),
    group("bottlerocket"),
    group("windows"),
  ],
  workloadIdentities: [
    {
      namespace: "shop",
      serviceAccount: "orders",
      statements: [
        {
          actions: ["s3:GetObject"],
          resources: ["arn:aws:s3:::${var.team}/*", "${var.team}"],
          conditions: { StringEquals: { "aws:PrincipalTag/team": ["${var.team}"] } },
        },
      ],
    },
  ],
  eks: {
    addOns: { coredns: { configuration: { tolerations: [{ key: "a", value: "x ${var.team}" }] } } },
  },
};

const suite = hasTerraform ? describe : describe.skip;
if (!hasTerraform) {
  process.stderr.write(`\n${values.length} hostile values of variables are SKIPPED: no Terraform\n\n`);
}

suite("values of variables are data", () => {
  const { resource } = Synthesized.from((app) =>
    createStack(app, spec as PlatformClusterSpec, { variables: { team: { type: "string" } } }),
  ).terraform;
  type Block = Readonly<Record<string, never>>;
  const of = (type: string, name: string) => (resource[type] as Record<string, Block>)[name];
  const template = (family: string) => of("aws_launch_template", `node_groups_${family}_launch_template`);

  // Once: each value in each argument.
  const output = rendered(
    {
      policy: of("aws_iam_role_policy", "identity_shop_orders_role_statements").policy,
      configuration: of("aws_eks_addon", "add_ons_coredns").configuration_values,
      ...Object.fromEntries(
        ["al2023", "bottlerocket", "windows"].flatMap((family) => [
          [family, template(family).user_data],
          [
            `${family}_condition`,
            (template(family).lifecycle as { precondition: { condition: string }[] }).precondition[0]
              .condition,
          ],
        ]),
      ),
      argument: shellArgument("a ${var.team}"),
      // A value that is refused makes the function fail.
      condition: celExpression('resource.name == "x/${var.team}"').replace(
        /\$\{(regex\(.*\))\}/,
        '${try($1, "REFUSED")}',
      ),
      whole_argument: shellArgument("${var.team}"),
    },
    "team",
    values,
  );
  const text = (family: string, i: number) => Buffer.from(output[family][i], "base64").toString("utf8");
  const flagsOf = (value: string) => [
    `--node-labels=team=a-${value},whole=${value}`,
    `--register-with-taints=dedicated=${value}:PreferNoSchedule`,
  ];

  test.each(values.map((value, i) => [JSON.stringify(value), value, i] as const))("%s", (_, value, i) => {
    expect(JSON.parse(output.policy[i])).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["s3:GetObject"],
          Resource: [`arn:aws:s3:::${value}/*`, value],
          Condition: { StringEquals: { "aws:PrincipalTag/team": [value] } },
        },
      ],
    });
    expect(JSON.parse(output.configuration[i])).toEqual({
      tolerations: [{ key: "a", value: `x ${value}` }],
    });

    const parts = mimeParts(text("al2023", i));
    expect(parts.map(({ type }) => type)).toEqual(["application/node.eks.aws"]);
    expect(JSON.parse(parts[0].body)).toMatchObject({ spec: { kubelet: { flags: flagsOf(value) } } });

    const { settings } = TOML.parse(text("bottlerocket", i)) as never as {
      settings: { kubernetes: Record<string, unknown> };
    };
    expect(settings.kubernetes["node-labels"]).toEqual({ team: `a-${value}`, whole: value });
    expect(settings.kubernetes["node-taints"]).toEqual({ dedicated: [`${value}:PreferNoSchedule`] });

    const script = text("windows", i);
    const call = script.slice(
      script.indexOf("& $EKSBootstrapScriptFile"),
      script.lastIndexOf("\n</powershell>"),
    );
    expect(powershellArguments(call)).toEqual([
      "&",
      "$EKSBootstrapScriptFile",
      "-EKSClusterName",
      "main",
      "-APIServerEndpoint",
      expect.any(String),
      "-Base64ClusterCA",
      expect.any(String),
      "-ServiceCIDR",
      expect.any(String),
      "-DNSClusterIP",
      expect.any(String),
      "-KubeletExtraArgs",
      flagsOf(value).join(" "),
      "3>&1",
      "4>&1",
      "5>&1",
      "6>&1",
    ]);

    const isSafe = /^[A-Za-z0-9_./:@+-]*$/.test(value);
    expect(output.condition[i]).toBe(`resource.name == "x/${isSafe ? value : "REFUSED"}"`);

    for (const [argument, expected] of [
      [output.argument[i], `a ${value}`],
      [output.whole_argument[i], value],
    ]) {
      const shell = `set -- ${argument}; printf '%s|%s' "$#" "$1"`;
      expect(execFileSync("sh", ["-c", shell], { encoding: "utf8" })).toBe(`1|${expected}`);
    }
  });

  afterAll(() => void process.stdout.write(`${values.length} values of a variable in 9 arguments\n`));

  test.each(["al2023", "bottlerocket", "windows"])("a label that is none is refused: %s", (family) => {
    const isLabel = (value: string) => /^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$/.test(value);
    expect(output[`${family}_condition`]).toEqual(
      values.map((value) => isLabel(`a-${value}`) && (value === "" || isLabel(value))),
    );
  });
});
