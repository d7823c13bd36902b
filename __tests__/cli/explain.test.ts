import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { commandTable } from "../../cli/commands";
import { useEmptyDirectory } from "../environment/directory";
import { run, useEnvironments, writeEnvironment } from "./command";

useEmptyDirectory();

useEnvironments(() => {
  writeEnvironment("dev", "main", "batch");
});

test("without options, the explanation is printed in short", () => {
  const { code, stdout, stderr } = run("explain", "dev-main");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^dev-main\n\ndev-main is a Kubernetes 1\.35 cluster on Amazon EKS/);
  expect(stdout).toMatch(/^\* control plane +0–10/m);
});

test.each(commandTable.explain.options.format.values!)("--format %s prints the stack", (format) => {
  const { code, stdout } = run("explain", "dev-main", "--format", format);
  expect(code).toBe(0);
  expect(stdout).toContain("dev-main");
});

test("with --out, each stack has a page", () => {
  const { code, stdout } = run("explain", "--out", "pages/new");
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: "pages/new/dev-main.html\npages/new/dev-batch.html\n",
  });
  expect(readdirSync("pages/new").sort()).toEqual(["dev-batch.html", "dev-main.html"]);
  const page = readFileSync("pages/new/dev-main.html", "utf8");
  expect(page).toMatch(/^<!doctype html>/);
  expect(page).not.toMatch(/<(script|link|img|iframe)\b|@import|url\((?!#)/);
});

test("JSON on standard output is a list", () => {
  const { stdout } = run("explain", "dev-*", "--format", "json");
  expect((JSON.parse(stdout) as { stack: string }[]).map(({ stack }) => stack)).toEqual([
    "dev-main",
    "dev-batch",
  ]);
});

test("Markdown has a picture in Mermaid", () => {
  expect(run("explain", "dev-main", "--format", "markdown").stdout).toMatch(/```mermaid\nflowchart TB\n/);
});

test.each([
  [
    "an unknown stack",
    ["explain", "dev-man", "--out", "pages"],
    'unknown stack "dev-man"; did you mean "dev-main"?\n',
  ],
  [
    "several pages without a folder",
    ["explain", "--format", "html"],
    "several pages need a folder: give one STACK, or --out DIR\n",
  ],
  [
    "a file in the place of the folder",
    ["explain", "--out", "taken"],
    "taken exists and is not a folder [output/folder]\n",
  ],
])("%s is an error, and nothing is written", (_, argv, stderr) => {
  writeFileSync("taken", "");
  const names = readdirSync(".");
  expect(run(...argv)).toEqual({ code: 1, stdout: "", stderr });
  expect(readdirSync(".")).toEqual(names);
});

test("files with errors are reported, and nothing is written", () => {
  writeFileSync("environments/dev.yaml", "clusters: [{ platform: eks }]");
  const { code, stderr } = run("explain", "--out", "pages");
  expect(code).toBe(1);
  expect(stderr).toMatch(/dev\.yaml:1:12 clusters\[0\]/);
  expect(existsSync("pages")).toBe(false);
});
