import { stringify } from "yaml";
import { eksCluster as eks, printedProblems, useEmptyDirectory } from "./directory";

useEmptyDirectory();

const variables = { team: { type: "string" }, account: { type: "string" }, size: { type: "number" } };

const group = (fields: object) => ({ ...eks, nodeGroups: [{ ...eks.nodeGroups[0], ...fields }] });

const problemsOf = (cluster: object): string[] =>
  printedProblems(stringify({ variables, clusters: [cluster] }), { today: new Date("2026-11-23") }).filter(
    (problem) => !problem.includes("warning: "),
  );

describe("the literal part of a text with references", () => {
  test.each<[string, object, string]>([
    ["a label", group({ labels: { a: "'; Write-Host x; '${var.team}" } }), "'; Write-Host x; '${var.team}"],
    ["a label with a number", group({ labels: { a: "a b-${var.size}" } }), "a b-${var.size}"],
    [
      "a taint",
      group({ taints: [{ key: "a", value: "${var.team} b", effect: "PreferNoSchedule" }] }),
      "${var.team} b",
    ],
    [
      "a principal",
      { ...eks, access: { admins: ["arn:aws:s3::${var.account}:role/Admin"] } },
      "arn:aws:s3::${var.account}:role/Admin",
    ],
    [
      "a text with two references",
      { ...eks, access: { admins: ["arn:aws:iam::${var.account}:group/${var.team}"] } },
      "arn:aws:iam::${var.account}:group/${var.team}",
    ],
  ])("is refused where it would be refused alone: %s", (_, cluster, text) => {
    expect(problemsOf(cluster)).toEqual([expect.stringContaining(`got ${JSON.stringify(text)}`)]);
  });

  test.each<[string, object]>([
    ["a label", group({ labels: { a: "a-${var.team}.b" } })],
    ["a tag", { ...eks, tags: { a: "Team ${var.team} ${ var.account }: ${var.team}" } }],
    ["a principal", { ...eks, access: { admins: ["arn:aws:iam::${var.account}:role/${var.team}"] } }],
    ["user data", group({ userData: "#!/bin/sh\necho '${HOME} ${var.x}'\n" })],
    ["a whole reference", group({ labels: { a: "${ var.team }" } })],
  ])("is accepted if a value fits: %s", (_, cluster) => {
    expect(problemsOf(cluster)).toEqual([]);
  });
});
