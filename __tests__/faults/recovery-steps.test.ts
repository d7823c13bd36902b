import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argumentsOf, fill } from "../../modules/recover/commands";
import { derivedOf, eksResources } from "../../modules/recover/eks-resources";
import { type AwsClients } from "../e2e/aws/clients";
import { runAws, select } from "../e2e/faults/aws-command";
import {
  OTHER_ERRORS,
  errorsIn,
  FORGET,
  idsOf,
  RECOVERY_STEPS,
  unexpectedIn,
  UNLOCK,
  UNTAINT,
} from "../e2e/faults/recovery-steps";
import { restoreStateFile } from "../e2e/faults/state-file";

const ROOT = join(__dirname, "../..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

// --- The documentation has the steps of the tests ----------------------------------------------------------------

const [, section] =
  /^## Recovery after an interrupted apply$([^]*?)(?=^## )/m.exec(read("docs/deploy.md")) ?? [];

/** The cells of the table rows whose first cell is a resource type. */
const rows = [...(section ?? "").matchAll(/^\| `(aws_\w+)` +\|(.*)\|$/gm)].map(([, type, cells]) => [
  type,
  ...cells.split(/ \| /).map((cell) => cell.trim().replace(/\\\|/g, "|")),
]);

const code = (text: string) => `\`${text}\``;

/** A template with the arguments of an IPv4 route, as the documentation shows it. */
const asDocumented = (template: string) => {
  const derived = derivedOf({ destination_cidr_block: "{destination_cidr_block}" });
  return code(template.replace(/\{derived\.(\w+)\}/g, (_, name: string) => String(derived[name])));
};

test("docs/deploy.md has the error, the import id and the command for every type that may need an import", () => {
  const wanted = RECOVERY_STEPS.map(({ type, error, find, importId }) => [
    type,
    error ? code(error) : "no error; creates a duplicate",
    asDocumented(importId),
    asDocumented(find),
  ]);
  expect(rows.filter((row) => row.length === 4)).toEqual(wanted);
});

test("docs/deploy.md has the command that deletes a duplicate for every type that may have one", () => {
  const wanted = RECOVERY_STEPS.flatMap(({ type, findDuplicates, remove }) =>
    remove
      ? [[type, remove.map(code).join(", then "), findDuplicates ? code(findDuplicates) : "as above"]]
      : [],
  );
  expect(rows.filter((row) => row.length === 3)).toEqual(wanted);
});

test.each([UNLOCK, UNTAINT, FORGET])("docs/deploy.md has %s in a step", (command) => {
  expect(section).toMatch(new RegExp(`^\\d\\. [^]*?${code(command)}`, "m"));
});

test("docs/deploy.md imports first after every incomplete state, with or without a previous state", () => {
  const steps = (section ?? "").split(/^(?=\d\. )/m).map((step) => step.replace(/\s+/g, " "));
  expect(steps[2]).toMatch(/`cp [^`]*\.backup .*`rm [^`]*`\. In both cases .* continues with step 5\./);
  expect(steps[4]).toMatch(/^4\. \*\*Apply again, if the state is a local file and was complete\.\*\*/);
  expect(steps[5]).toMatch(/^5\. \*\*Import first, if the state is remote or was incomplete\.\*\*/);
});

test("docs/deploy.md does not import with an apply in step 5", () => {
  const text = (section ?? "").replace(/\s+/g, " ");
  expect(text).toContain("In step 4 you can import many resources at once, with a file");
  expect(text).toContain("In step 5 import them one at a time");
});

test("docs/deploy.md names the types that must not be untainted", () => {
  const failing = RECOVERY_STEPS.filter(({ fails }) => fails).map(({ type }) => code(type));
  const [, named] = /^Never untaint (.*?):/m.exec(section ?? "") ?? [];
  expect(named).toBe(failing.join(", "));
});

const addresses = read("__tests__/stacks/golden/production-main.addresses.txt").trim().split("\n");
const types = [...new Set(addresses.map((address) => address.split(".")[0]))].sort();
const repeatable = types.filter((type) => "repeatable" in eksResources[type]);

test("docs/deploy.md names the types of the reference stack that need no recovery", () => {
  const [, named] = /\n\n([^|]*?)need no recovery:/.exec(section ?? "") ?? [];
  expect([...named.matchAll(/`(\w+)`/g)].map(([, type]) => type)).toEqual(repeatable);
});

test("exactly the other types of the reference stack have a recovery step", () => {
  const steps = RECOVERY_STEPS.map(({ type }) => type);
  expect(steps.sort()).toEqual(types.filter((type) => !repeatable.includes(type)));
});

test("every type with silent duplicates has a command that deletes them", () => {
  for (const { type, error, remove } of RECOVERY_STEPS) {
    if (error === undefined) expect([type, remove]).toEqual([type, expect.any(Array)]);
  }
});

// --- Errors of Terraform ------------------------------------------------------------------------------------------

const OUTPUT = `aws_vpc.network: Creating...

Error: creating EC2 Internet Gateway: Network vpc-1
already has an internet gateway attached

  with aws_internet_gateway.network,
  on cdk.tf.json line 1, in resource.aws_internet_gateway.network:

Error: reading EC2 VPC (vpc-1): not found

  with aws_vpc.network,
  on cdk.tf.json line 2, in resource.aws_vpc.network:

Error: out of memory
`;

test("each error is read, with its address if it has one", () => {
  expect(errorsIn(OUTPUT)).toEqual([
    {
      address: "aws_internet_gateway.network",
      text: expect.stringContaining("Network vpc-1 already has an"),
    },
    { address: "aws_vpc.network", text: expect.stringContaining("reading EC2 VPC (vpc-1): not found") },
    { text: "out of memory" },
  ]);
});

test("an error is unexpected unless the table has it for its type", () => {
  expect(unexpectedIn(errorsIn(OUTPUT))).toEqual([
    expect.stringMatching(/^aws_vpc.network: reading/),
    "no address: out of memory",
  ]);
});

test("other errors are expected only of their type", () => {
  for (const { type, error } of OTHER_ERRORS) {
    expect(unexpectedIn([{ address: `${type}.a`, text: error }])).toEqual([]);
    expect(unexpectedIn([{ address: "aws_vpc.a", text: error }])).toEqual([`aws_vpc.a: ${error}`]);
  }
});

// --- Commands ------------------------------------------------------------------------------------------------------

/** AWS clients that record the commands. */
function recordingClients() {
  const asked: [name: string, input: unknown][] = [];
  const client = {
    send: (command: { constructor: { name: string }; input: unknown }) => {
      asked.push([command.constructor.name, command.input]);
      return Promise.resolve(ANSWERS[command.constructor.name] ?? {});
    },
  };
  const names = ["autoScaling", "ec2", "eks", "iam", "kms", "logs"];
  return { asked, aws: Object.fromEntries(names.map((name) => [name, client])) as unknown as AwsClients };
}

const ANSWERS: Readonly<Record<string, unknown>> = {
  ListKeysCommand: { Keys: [{ KeyId: "k1" }, { KeyId: "k2" }] },
  DescribeKeyCommand: { KeyMetadata: { KeyId: "k1", Description: "of production", KeyState: "Enabled" } },
};

test("a command of the AWS CLI sends the right request", async () => {
  const { asked, aws } = recordingClients();
  await runAws(
    aws,
    'aws ec2 describe-subnets --filters Name=tag:Name,Values=a,b Name=vpc-id,Values=v --query "Subnets[].SubnetId"',
  );
  await runAws(aws, "aws eks describe-nodegroup --cluster-name a --nodegroup-name b");
  await runAws(aws, "aws ec2 describe-launch-templates --launch-template-names a/b");
  expect(asked).toEqual([
    [
      "DescribeSubnetsCommand",
      {
        Filters: [
          { Name: "tag:Name", Values: ["a", "b"] },
          { Name: "vpc-id", Values: ["v"] },
        ],
      },
    ],
    ["DescribeNodegroupCommand", { clusterName: "a", nodegroupName: "b" }],
    ["DescribeLaunchTemplatesCommand", { LaunchTemplateNames: ["a/b"] }],
  ]);
});

test("xargs runs the command once for each result", async () => {
  const { asked, aws } = recordingClients();
  const { find } = RECOVERY_STEPS.find(({ type }) => type === "aws_kms_key")!;
  expect(await runAws(aws, fill(find, { description: "of production" })!)).toEqual(["k1", "k1"]);
  expect(asked.slice(1).map(([, input]) => input)).toEqual([{ KeyId: "k1" }, { KeyId: "k2" }]);
});

test("without --output text the output is not a list for xargs", async () => {
  const { asked, aws } = recordingClients();
  await runAws(aws, 'aws kms list-keys --query "Keys[].KeyId" | xargs -n1 aws kms describe-key --key-id');
  const keys = asked.slice(1).map(([, input]) => (input as { KeyId: string }).KeyId);
  expect(keys).toEqual(["[", "k1,", "k2", "]"]);
});

test("an unknown --output is refused", () =>
  expect(runAws(recordingClients().aws, "aws kms list-keys --output csv")).rejects.toThrow(
    "--output must be json or text, got csv",
  ));

test.each(["aws ec2 describe-moons", "aws moon describe-vpcs", "terraform plan"])(
  "%s is refused",
  (command) =>
    expect(runAws(recordingClients().aws, command)).rejects.toThrow(/^(unknown operation|not a command)/),
);

const everyCommand = RECOVERY_STEPS.flatMap(({ find, findDuplicates = find, remove = [] }) => [
  ...new Set([find, findDuplicates, ...remove]),
]);

test.each(everyCommand)("%s exists", async (template) => {
  const { asked, aws } = recordingClients();
  await runAws(aws, template.replace(/\{[\w.]+\}/g, "x"));
  expect(asked.length).toBeGreaterThan(0);
});

test.each([
  ["A[].B", ["1", "2"]],
  ["A[?C=='x'].B", ["1"]],
  ["A[?C=='x' && D=='z'].B", []],
  ["A[?C=='x' && D!='z'].B", ["1"]],
  ["A[?C!='x' || D=='y'].B", ["1", "2"]],
  ["E.F", ["3"]],
  ["[E][?F=='3'].F", ["3"]],
])("%s selects the same as JMESPath", (query, wanted) => {
  const output = { A: [{ B: "1", C: "x", D: "y" }, { B: "2" }], E: { F: "3" } };
  expect(select(output, query)).toEqual(wanted);
});

test("a NAT gateway is found while AWS creates it, and not while AWS deletes it", () => {
  const states = ["pending", "failed", "available", "deleting", "deleted"];
  const NatGateways = states.map((State) => ({ State, NatGatewayId: State }));
  const { find } = RECOVERY_STEPS.find(({ type }) => type === "aws_nat_gateway")!;
  expect(select({ NatGateways }, argumentsOf(find).at(-1)!)).toEqual(["pending", "available"]);
});

test("the ids in a state are those of its resources, not those that they refer to", () => {
  const table = { id: "rtb-1", vpc_id: "vpc-1", route: [{ gateway_id: "igw-1" }] };
  expect([...idsOf([{ attributes: table }, { attributes: { id: "sg-1" } }])]).toEqual(["rtb-1", "sg-1"]);
});

test("braces are replaced by arguments, unless one is unknown", () => {
  expect(fill("{a}:{tags.Name}", { a: "1", tags: { Name: "2" } })).toBe("1:2");
  expect(fill("{a}:{tags.Name}", { a: "1" })).toBeUndefined();
});

// --- State files ---------------------------------------------------------------------------------------------------

test.each([
  ["complete", { s: "{}", "s.backup": '{"old":1}' }, { s: "{}", "s.backup": '{"old":1}' }],
  ["restored", { s: "", "s.backup": '{"old":1}' }, { s: '{"old":1}', "s.backup": '{"old":1}' }],
  ["restored", { s: '{"version": 4,', "s.backup": '{"old":1}' }, { s: '{"old":1}', "s.backup": '{"old":1}' }],
  ["lost", { s: "" }, {}],
  ["complete", {}, {}],
])("a state file is %s: %j", async (outcome, before, after) => {
  const dir = mkdtempSync(join(tmpdir(), "cdktf-clusters-e2e-state-file-"));
  try {
    for (const [name, text] of Object.entries(before)) writeFileSync(join(dir, name), text);
    expect(await restoreStateFile(join(dir, "s"))).toBe(outcome);
    const files = readdirSync(dir).map((name) => [name, readFileSync(join(dir, name), "utf8")]);
    expect(Object.fromEntries(files)).toEqual(after);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
