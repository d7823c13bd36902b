import { problemsOf, useEmptyDirectory } from "./directory";

useEmptyDirectory();

const role = (account: string) => `arn:aws:iam::${account}:role/eks`;

function problems(allowedAccountIds: readonly string[] | undefined, eks: object): string[] {
  const cluster = {
    platform: "eks",
    name: "a",
    region: "eu-central-1",
    kubernetesVersion: "1.35",
    access: { admins: [role("999999999999")], privateFrom: ["10.8.0.0/16"] },
    nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size: 3 }],
    eks,
  };
  const providers = allowedAccountIds && { aws: { allowedAccountIds } };
  return problemsOf(JSON.stringify({ providers, clusters: [cluster] }, null, 1), {
    today: new Date("2026-11-23"),
  })
    .map((problem) => problem.replace(/^[\d:]+ /, ""))
    .filter((problem) => problem.includes("account of the cluster"));
}

test.each(["clusterRoleArn", "nodeRoleArn", "permissionsBoundaryArn"])(
  "%s of another account is refused",
  (field) => {
    const arn =
      field === "permissionsBoundaryArn" ? "arn:aws:iam::444455556666:policy/boundary" : role("444455556666");
    expect(problems(["111122223333"], { [field]: arn })).toEqual([
      `clusters[0].eks.${field}: must be in the account of the cluster, which providers.aws.allowedAccountIds limits to 111122223333; got 444455556666`,
    ]);
  },
);

test("roles of an allowed account, policies of AWS, references and files without a guard are accepted", () => {
  expect(problems(["111122223333", "444455556666"], { clusterRoleArn: role("444455556666") })).toEqual([]);
  expect(
    problems(["111122223333"], { permissionsBoundaryArn: "arn:aws:iam::aws:policy/PowerUserAccess" }),
  ).toEqual([]);
  expect(problems(["111122223333"], { clusterRoleArn: "${var.role}" })).toEqual([]);
  expect(problems(undefined, { clusterRoleArn: role("444455556666") })).toEqual([]);
});
