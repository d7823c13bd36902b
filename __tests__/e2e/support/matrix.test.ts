import { readFileSync } from "node:fs";
import { withRows } from "./matrix";

const page = (...rows: string[]) =>
  [
    "text",
    "<!-- begin: applied stacks -->",
    "| stack | valid | applied | second plan empty | edits | destroyed | provider | date |",
    "| ----- | ----- | --- | --- | --- | --- | --- | --- |",
    ...rows,
    "<!-- end: applied stacks -->",
    "more",
  ].join("\n");
const row = (stack: string, edits: string, version: string) =>
  `| ${stack} | yes | yes | yes | ${edits} | yes | ${version} | 2026-11-29 |`;

test("the rows of a run replace those of the same major, and keep steps that the run did not have", () => {
  const before = page(row("dev-gke", "12", "google 7.45.0"), row("dev-gke", "–", "google 6.50.0"));
  const after = withRows(before, [
    row("dev-gke", "–", "google 7.46.0"),
    row("dev-aks", "–", "azurerm 5.2.0"),
  ]);
  const rows = after.split("\n").filter((line) => line.startsWith("| dev"));
  expect(rows.map((line) => line.replace(/ +/g, " "))).toEqual([
    row("dev-aks", "–", "azurerm 5.2.0"),
    row("dev-gke", "–", "google 6.50.0"),
    row("dev-gke", "12", "google 7.46.0"),
  ]);
  expect(after.match(/^\| -/gm)).toHaveLength(1);
  expect(after).toMatch(/^text\n[^]*more$/);
});

test("the table of the documentation is formatted as a run writes it", () => {
  const document = readFileSync("docs/verification.md", "utf8");
  expect(withRows(document, [])).toBe(document);
});
