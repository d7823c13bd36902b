import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AwsClients } from "../e2e/aws/clients";
import { runAws, select } from "../e2e/faults/aws-command";
import {
  ALSO_SAID,
  errorsIn,
  fill,
  FORGET,
  idsOf,
  MADE_AGAIN,
  MENDINGS,
  unforeseenIn,
  UNLOCK,
  UNTAINT,
} from "../e2e/faults/mending";
import { restoreStateFile } from "../e2e/faults/state-file";

const ROOT = join(__dirname, "../..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

// --- What the documentation says is what the tests do ------------------------------------------------------------

const [, section] = /^## When an apply is cut off$([^]*?)(?=^## )/m.exec(read("docs/deploy.md")) ?? [];

/** The rows of the tables whose first cell is a type of resource, as texts of their cells. */
const rows = [...(section ?? "").matchAll(/^\| `(aws_\w+)` +\|(.*)\|$/gm)].map(([, type, cells]) => [
  type,
  ...cells.split(/ \| /).map((cell) => cell.trim().replace(/\\\|/g, "|")),
]);

const code = (text: string) => `\`${text}\``;

test("docs/deploy.md has the error, the id and the way to find it for every type that may need an import", () => {
  const wanted = MENDINGS.map(({ type, says, find, importId }) => [
    type,
    says ? code(says) : "nothing, and makes another",
    code(importId),
    code(find),
  ]);
  expect(rows.filter((row) => row.length === 4)).toEqual(wanted);
});

test("docs/deploy.md has the command for every type of which a second one may have to go", () => {
  const wanted = MENDINGS.flatMap(({ type, findOthers, remove }) =>
    remove ? [[type, remove.map(code).join(", then "), findOthers ? code(findOthers) : "as above"]] : [],
  );
  expect(rows.filter((row) => row.length === 3)).toEqual(wanted);
});

test.each([UNLOCK, UNTAINT, FORGET])("docs/deploy.md has %s in a step", (command) => {
  expect(section).toMatch(new RegExp(`^\\d\\. [^]*?${code(command)}`, "m"));
});

test("docs/deploy.md imports first after every state that was cut off, whether there is an older one or not", () => {
  const steps = (section ?? "").split(/^(?=\d\. )/m).map((step) => step.replace(/\s+/g, " "));
  expect(steps[2]).toMatch(/`cp [^`]*\.backup .*`rm [^`]*`\. Either way .* goes on with step 5\./);
  expect(steps[4]).toMatch(/^4\. \*\*Apply again, where state is a local file and was whole\.\*\*/);
  expect(steps[5]).toMatch(/^5\. \*\*Import first, where state is kept elsewhere or was cut off\.\*\*/);
});

test("docs/deploy.md lets no apply import in step 5", () => {
  const text = (section ?? "").replace(/\s+/g, " ");
  expect(text).toContain("In step 4 many things are imported at once by a file");
  expect(text).toContain("In step 5 they are imported one by one");
});

test("docs/deploy.md says what is replaced, and not untainted", () => {
  const failing = MENDINGS.filter(({ fails }) => fails).map(({ type }) => code(type));
  const [, named] = /^Never untaint (.*?):/m.exec(section ?? "") ?? [];
  expect(named).toBe(failing.join(", "));
});

test("docs/deploy.md names what is made again", () => {
  for (const type of MADE_AGAIN) expect(section).toContain(code(type));
});

test("every type of the reference stack is foreseen, and no other", () => {
  const addresses = read("__tests__/stacks/golden/production-main.addresses.txt").trim().split("\n");
  const types = new Set(addresses.map((address) => address.split(".")[0]));
  expect([...MENDINGS.map(({ type }) => type), ...MADE_AGAIN].sort()).toEqual([...types].sort());
});

test("what Terraform makes twice without a word has a command that takes the second away", () => {
  for (const { type, says, remove } of MENDINGS) {
    if (says === undefined) expect([type, remove]).toEqual([type, expect.any(Array)]);
  }
});

// --- What Terraform says ------------------------------------------------------------------------------------------

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

test("each error is read, with its address where it has one", () => {
  expect(errorsIn(OUTPUT)).toEqual([
    {
      address: "aws_internet_gateway.network",
      text: expect.stringContaining("Network vpc-1 already has an"),
    },
    { address: "aws_vpc.network", text: expect.stringContaining("reading EC2 VPC (vpc-1): not found") },
    { text: "out of memory" },
  ]);
});

test("an error is unforeseen unless the table has it for its type", () => {
  expect(unforeseenIn(errorsIn(OUTPUT))).toEqual([
    expect.stringMatching(/^aws_vpc.network: reading/),
    "no address: out of memory",
  ]);
});

test("what is said besides is foreseen of its own type alone", () => {
  for (const { type, says } of ALSO_SAID) {
    expect(unforeseenIn([{ address: `${type}.a`, text: says }])).toEqual([]);
    expect(unforeseenIn([{ address: "aws_vpc.a", text: says }])).toEqual([`aws_vpc.a: ${says}`]);
  }
});

// --- Commands ------------------------------------------------------------------------------------------------------

/** An AWS that answers nothing, and says what it was asked. */
function listening() {
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

test("a command of the AWS command line asks what it says", async () => {
  const { asked, aws } = listening();
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

test("xargs asks once for each that was found", async () => {
  const { asked, aws } = listening();
  const { find } = MENDINGS.find(({ type }) => type === "aws_kms_key")!;
  expect(await runAws(aws, fill(find, { description: "of production" })!)).toEqual(["k1", "k1"]);
  expect(asked.slice(1).map(([, input]) => input)).toEqual([{ KeyId: "k1" }, { KeyId: "k2" }]);
});

test("what the command line prints without --output text is no list of words to xargs", async () => {
  const { asked, aws } = listening();
  await runAws(aws, 'aws kms list-keys --query "Keys[].KeyId" | xargs -n1 aws kms describe-key --key-id');
  const keys = asked.slice(1).map(([, input]) => (input as { KeyId: string }).KeyId);
  expect(keys).toEqual(["[", "k1,", "k2", "]"]);
});

test("a command has an --output that the AWS command line has", () =>
  expect(runAws(listening().aws, "aws kms list-keys --output words")).rejects.toThrow(
    "no --output words, but json and text",
  ));

test.each(["aws ec2 describe-moons", "aws moon describe-vpcs", "terraform plan"])(
  "there is no %s",
  (command) => expect(runAws(listening().aws, command)).rejects.toThrow(/no|No/),
);

const everyCommand = MENDINGS.flatMap(({ find, findOthers = find, remove = [] }) => [
  ...new Set([find, findOthers, ...remove]),
]);

test.each(everyCommand)("AWS has %s", async (template) => {
  const { asked, aws } = listening();
  await runAws(aws, template.replace(/\{[\w.]+\}/g, "x"));
  expect(asked.length).toBeGreaterThan(0);
});

test.each([
  ["A[].B", ["1", "2"]],
  ["A[?C=='x'].B", ["1"]],
  ["A[?C=='x' && D=='z'].B", []],
  ["E.F", ["3"]],
  ["[E][?F=='3'].F", ["3"]],
])("%s is selected as JMESPath has it", (query, wanted) => {
  const output = { A: [{ B: "1", C: "x", D: "y" }, { B: "2" }], E: { F: "3" } };
  expect(select(output, query)).toEqual(wanted);
});

test("the ids in a state are those of things in it, and none of which they speak", () => {
  const table = { id: "rtb-1", vpc_id: "vpc-1", route: [{ gateway_id: "igw-1" }] };
  expect([...idsOf([{ attributes: table }, { attributes: { id: "sg-1" } }])]).toEqual(["rtb-1", "sg-1"]);
});

test("braces are filled with arguments, or not at all while one is not known", () => {
  expect(fill("{a}:{tags.Name}", { a: "1", tags: { Name: "2" } })).toBe("1:2");
  expect(fill("{a}:{tags.Name}", { a: "1" })).toBeUndefined();
});

// --- State files ---------------------------------------------------------------------------------------------------

test.each([
  ["whole", { s: "{}", "s.backup": '{"old":1}' }, { s: "{}", "s.backup": '{"old":1}' }],
  ["restored", { s: "", "s.backup": '{"old":1}' }, { s: '{"old":1}', "s.backup": '{"old":1}' }],
  ["restored", { s: '{"version": 4,', "s.backup": '{"old":1}' }, { s: '{"old":1}', "s.backup": '{"old":1}' }],
  ["lost", { s: "" }, {}],
  ["whole", {}, {}],
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
