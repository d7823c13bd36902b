import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { askCloud } from "../../modules/recover";
import { useEmptyDirectory } from "../environment/directory";

useEmptyDirectory();

const { PATH } = process.env;
afterEach(() => void (process.env.PATH = PATH));

interface Answer {
  readonly stdout?: string;
  readonly stderr?: string;
}

const ask = (answer: Answer, ...argv: string[]) => askWith("aws", answer, ...argv);

/** Answers with a program that takes the place of a command line tool: its output, or its error. */
function askWith(tool: string, { stdout = "", stderr }: Answer, ...argv: string[]) {
  const program = join(process.cwd(), tool);
  const lines = [
    `#!${process.execPath}`,
    'require("node:fs").writeFileSync("argv.json", JSON.stringify(process.argv.slice(2)));',
    `process.stdout.write(${JSON.stringify(stdout)});`,
    ...(stderr === undefined
      ? []
      : [`process.stderr.write(${JSON.stringify(stderr)}); process.exitCode = 254;`]),
  ];
  writeFileSync(program, lines.join("\n"));
  chmodSync(program, 0o755);
  process.env.PATH = process.cwd();
  return askCloud([tool, ...argv]);
}

const errorOf = (code: string) => `\nAn error occurred (${code}) when calling the operation: text\n`;

test.each([
  ['["a", "b"]', ["a", "b"]],
  ['[["a"], ["b"]]', ["a", "b"]],
  ['"a"', ["a"]],
  ["null", []],
  ["[null]", []],
  ["", []],
])("the ids in %j are %j", (stdout, ids) => {
  expect(ask({ stdout }, "ec2", "describe-vpcs")).toEqual(ids);
});

test("the output is asked for as JSON, and arguments stay whole", () => {
  ask({ stdout: "[]" }, "kms", "list-aliases", "--query", "A[?B=='c d'].E");
  const argv: unknown = JSON.parse(readFileSync("argv.json", "utf8"));
  expect(argv).toEqual(["kms", "list-aliases", "--query", "A[?B=='c d'].E", "--output", "json"]);
});

test.each([
  "NoSuchEntity",
  "NotFoundException",
  "ResourceNotFoundException",
  "InvalidRouteTableID.NotFound",
  "InvalidLaunchTemplateName.NotFoundException",
  "AWS.SimpleQueueService.NonExistentQueue",
  "InvalidPlacementGroup.Unknown",
])("the error %s is an object that does not exist", (code) => {
  expect(ask({ stderr: errorOf(code) }, "iam", "get-role")).toEqual([]);
});

test.each([
  [errorOf("UnauthorizedOperation"), /^aws iam get-role failed: An error occurred \(UnauthorizedOperation\)/],
  [errorOf("ExpiredToken"), /^AWS accepts no credentials of this process: .*ExpiredToken/],
  [
    "Unable to locate credentials. You can configure credentials by running aws configure\n",
    /^AWS accepts no credentials/,
  ],
])("the error %j is reported", (stderr, message) => {
  expect(() => ask({ stderr }, "iam", "get-role")).toThrow(message);
});

test("without the AWS CLI, the message names the program", () => {
  process.env.PATH = process.cwd();
  expect(() => askCloud(["aws", "iam", "get-role"])).toThrow(
    "the AWS CLI is not installed: recover needs the program aws",
  );
});

describe("several commands", () => {
  /** Answers with the largest number of its processes at the time, and its second argument. */
  function write(): void {
    const lines = [
      `#!${process.execPath}`,
      'const fs = require("node:fs");',
      'fs.writeFileSync(`running-${process.pid}`, "");',
      "setTimeout(() => {",
      '  const running = fs.readdirSync(".").filter((file) => file.startsWith("running-")).length;',
      "  fs.unlinkSync(`running-${process.pid}`);",
      "  process.stdout.write(JSON.stringify([process.argv[3], String(running)]));",
      "}, 300);",
    ];
    writeFileSync(join(process.cwd(), "aws"), lines.join("\n"));
    chmodSync(join(process.cwd(), "aws"), 0o755);
    process.env.PATH = process.cwd();
  }

  test("run in parallel, at most six at a time, and have their answers in order", () => {
    write();
    const commands = Array.from({ length: 14 }, (_, index) => ["aws", "x", `id-${index}`]);
    const answers = askCloud.all!(commands);
    expect(answers.map(([id]) => id)).toEqual(commands.map(([, , id]) => id));
    const running = answers.map(([, count]) => Number(count));
    expect(Math.max(...running)).toBeGreaterThan(1);
    expect(Math.max(...running)).toBeLessThanOrEqual(6);
  });

  test("end with the message of the first that fails", () => {
    process.env.PATH = process.cwd();
    expect(() => askCloud.all!([["aws", "x"]])).toThrow("the AWS CLI is not installed");
  });
});

describe("the Azure CLI", () => {
  test.each([
    ['"/subscriptions/s/x"', ["/subscriptions/s/x"]],
    ['["a", "b"]', ["a", "b"]],
    ["null", []],
    ['""', []],
  ])("answers %j with %j", (stdout, ids) => {
    expect(askWith("az", { stdout }, "group", "show")).toEqual(ids);
  });

  test.each([
    "ERROR: (ResourceNotFound) The Resource 'Microsoft.Network/virtualNetworks/x' under resource group 'g' was not found.\nCode: ResourceNotFound\n",
    "ERROR: (ResourceGroupNotFound) Resource group 'g' could not be found.\n",
    "ERROR: (ParentResourceNotFound) Failed to perform 'read' on resource(s) of type 'subnets'.\n",
    "ERROR: (NotFound) The agent pool does not exist.\nCode: NotFound\n",
  ])("has no object after %j", (stderr) => {
    expect(askWith("az", { stderr }, "resource", "show")).toEqual([]);
  });

  test.each([
    [
      "ERROR: (SubscriptionNotFound) The subscription 's' could not be found.\n",
      /^az resource show failed: .*SubscriptionNotFound/,
    ],
    [
      "ERROR: (AuthorizationFailed) The client does not have authorization\n",
      /^az resource show failed: .*AuthorizationFailed/,
    ],
    ["ERROR: Please run 'az login' to setup account.\n", /^Azure accepts no credentials/],
  ])("reports %j", (stderr, message) => {
    expect(() => askWith("az", { stderr }, "resource", "show")).toThrow(message);
  });
});

describe("the Google Cloud CLI", () => {
  test.each([
    ["network-1\n", ["network-1"]],
    ["a\nb\n", ["a", "b"]],
    [
      "https://container.googleapis.com/v1/projects/p/zones/z/clusters/c/nodePools/n\n",
      ["projects/p/locations/z/clusters/c/nodePools/n"],
    ],
    ["\n", []],
    ["", []],
  ])("answers %j with %j", (stdout, ids) => {
    expect(askWith("gcloud", { stdout }, "compute", "networks", "describe")).toEqual(ids);
  });

  test.each([
    "ERROR: (gcloud.compute.networks.describe) Could not fetch resource:\n - The resource 'projects/p/global/networks/x' was not found\n",
    "ERROR: (gcloud.container.clusters.describe) ResponseError: code=404, message=Not found: projects/p/locations/l/clusters/c.\n",
    "ERROR: (gcloud.kms.keyrings.describe) NOT_FOUND: KeyRing projects/p/locations/l/keyRings/k not found.\n",
    "ERROR: (gcloud.filestore.instances.describe) PERMISSION_DENIED: Cloud Filestore API has not been used\n  reason: SERVICE_DISABLED\n",
  ])("has no object after %j", (stderr) => {
    expect(askWith("gcloud", { stderr }, "kms", "keyrings", "describe")).toEqual([]);
  });

  test.each([
    [
      "ERROR: (gcloud.compute.networks.describe) Could not fetch resource:\n - The resource 'projects/p' was not found\n",
      /failed: /,
    ],
    [
      "ERROR: (gcloud.x) PERMISSION_DENIED: The caller does not have permission\n",
      /^gcloud x failed: .*PERMISSION_DENIED/,
    ],
    [
      "ERROR: (gcloud.x) You do not currently have an active account selected. Please run: gcloud auth login\n",
      /^Google Cloud accepts no credentials/,
    ],
  ])("reports %j", (stderr, message) => {
    expect(() => askWith("gcloud", { stderr }, "x")).toThrow(message);
  });
});

test.each([
  ["az", "the Azure CLI is not installed: recover needs the program az"],
  ["gcloud", "the Google Cloud CLI is not installed: recover needs the program gcloud"],
])("without %s, the message names the program", (tool, message) => {
  process.env.PATH = process.cwd();
  expect(() => askCloud([tool, "x"])).toThrow(message);
});
