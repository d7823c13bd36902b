import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { askAws } from "../../modules/recover";
import { useEmptyDirectory } from "../environment/directory";

useEmptyDirectory();

const { PATH } = process.env;
afterEach(() => void (process.env.PATH = PATH));

/** Answers with a program that takes the place of the AWS CLI: its output, or its error. */
function ask(answer: { readonly stdout?: string; readonly stderr?: string }, ...argv: string[]) {
  const { stdout = "", stderr } = answer;
  const program = join(process.cwd(), "aws");
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
  return askAws(["aws", ...argv]);
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
  expect(() => askAws(["aws", "iam", "get-role"])).toThrow(
    "the AWS CLI is not installed: recover needs the program aws",
  );
});
