import { type Account } from "../../e2e/iam/account";
import { ec2Access } from "../../e2e/iam/ec2";
import { eksAccess } from "../../e2e/iam/eks";
import { iamAccess } from "../../e2e/iam/identities";
import { operationOf, Parameters } from "../../e2e/iam/operations";
import { type Access, type Caller } from "../../e2e/iam/request";
import { serviceAccess } from "../../e2e/iam/services";

const account: Partial<Account> = {
  ec2Tags: async (id) => ({ Name: `name of ${id}` }),
  associated: async () => ["rtb-1", "subnet-1"],
  template: async () => ({ tagged: new Map([["instance", { team: "a" }]]) }),
  roleArn: async (name) => (name === "absent" ? undefined : `arn:aws:iam::1:role/path/${name}`),
  keyTags: async () => ({ environment: "dev" }),
};
const caller: Caller = {
  region: "eu-central-1",
  account: account as Account,
  arn: (service, rest) => `arn:aws:${service}:eu-central-1:1:${rest}`,
};
const ec2 = (rest: string) => `arn:aws:ec2:eu-central-1:1:${rest}`;

/** What a call needs, as `action resource {context}`. */
async function neededBy(access: Access, service: string, name: string, values: object): Promise<string[]> {
  const parameters = new Parameters(values as Record<string, unknown>);
  const all = await access({ service, name, region: caller.region, parameters }, caller);
  return all.map(({ action, resource, context }) => `${action} ${resource} ${JSON.stringify(context)}`);
}

test("a request of EC2 is read with its region and parameters", () => {
  const request = {
    method: "POST",
    url: "/",
    headers: {
      authorization: "AWS4-HMAC-SHA256 Credential=id/20260101/eu-central-1/ec2/aws4_request",
      "content-type": "application/x-www-form-urlencoded",
    },
    body: "Action=CreateTags&Version=2016-11-15&ResourceId.1=vpc-1&ResourceId.2=vpc-2&Tag.1.Key=a&Tag.1.Value=b",
  };
  const { service, region, name, parameters } = operationOf(request);
  expect([service, region, name]).toEqual(["ec2", "eu-central-1", "CreateTags"]);
  expect(parameters.all("ResourceId")).toEqual(["vpc-1", "vpc-2"]);
  expect(parameters.tags("Tag")).toEqual({ a: "b" });
});

test("a creation of EC2 needs the new resource, its tags, and what it uses", async () => {
  const found = await neededBy(ec2Access, "ec2", "CreateSubnet", {
    VpcId: "vpc-1",
    "TagSpecification.1.ResourceType": "subnet",
    "TagSpecification.1.Tag.1.Key": "Name",
    "TagSpecification.1.Tag.1.Value": "dev-main",
  });
  expect(found).toEqual([
    `ec2:CreateSubnet ${ec2("subnet/*")} {"aws:RequestTag/Name":"dev-main"}`,
    `ec2:CreateTags ${ec2("subnet/*")} {"aws:RequestTag/Name":"dev-main","ec2:CreateAction":"CreateSubnet"}`,
    `ec2:CreateSubnet ${ec2("vpc/vpc-1")} {"aws:ResourceTag/Name":"name of vpc-1"}`,
  ]);
});

test("the end of an association needs both of its resources", async () => {
  const found = await neededBy(ec2Access, "ec2", "DisassociateRouteTable", { AssociationId: "rtbassoc-1" });
  expect(found).toEqual([
    `ec2:DisassociateRouteTable ${ec2("route-table/rtb-1")} {"aws:ResourceTag/Name":"name of rtb-1"}`,
    `ec2:DisassociateRouteTable ${ec2("subnet/subnet-1")} {"aws:ResourceTag/Name":"name of subnet-1"}`,
  ]);
});

test("a node group needs its role, service-linked roles and the machines of its launch template", async () => {
  const found = await neededBy(eksAccess, "eks", "CreateNodegroup", {
    name: "dev-main",
    nodegroupName: "general",
    nodeRole: "arn:aws:iam::1:role/dev-main-node",
    subnets: ["subnet-1"],
    launchTemplate: { id: "lt-1", version: "1" },
    tags: { team: "a" },
  });
  const role = "arn:aws:iam::1:role/dev-main-node";
  const from = `{"ec2:LaunchTemplate":"${ec2("launch-template/lt-1")}"}`;
  expect(found).toEqual(
    expect.arrayContaining([
      'eks:CreateNodegroup arn:aws:eks:eu-central-1:1:cluster/dev-main {"aws:RequestTag/team":"a"}',
      'eks:TagResource arn:aws:eks:eu-central-1:1:nodegroup/dev-main/general/id {"aws:RequestTag/team":"a"}',
      `iam:PassRole ${role} {"iam:PassedToService":"eks.amazonaws.com"}`,
      `iam:GetRole ${role} {}`,
      `ec2:RunInstances ${ec2("instance/*")} ${from}`,
      `ec2:RunInstances ${ec2("subnet/subnet-1")} ${from}`,
      `ec2:CreateTags ${ec2("instance/*")} {"aws:RequestTag/team":"a","ec2:CreateAction":"RunInstances"}`,
    ]),
  );
  expect(found.filter((one) => one.includes('"spot.amazonaws.com"'))).toEqual([]);
});

test("IAM decides on the role with its path, and on the policy that is attached", async () => {
  const attach = { RoleName: "node", PolicyArn: "arn:aws:iam::aws:policy/A" };
  expect(await neededBy(iamAccess, "iam", "AttachRolePolicy", attach)).toEqual([
    'iam:AttachRolePolicy arn:aws:iam::1:role/path/node {"iam:PolicyARN":"arn:aws:iam::aws:policy/A"}',
  ]);
});

test("an alias needs the key with its tags, and the alias", async () => {
  const values = { AliasName: "alias/dev-main", TargetKeyId: "1f" };
  expect(await neededBy(serviceAccess.kms, "kms", "CreateAlias", values)).toEqual([
    'kms:CreateAlias arn:aws:kms:eu-central-1:1:key/1f {"aws:ResourceTag/environment":"dev"}',
    "kms:CreateAlias arn:aws:kms:eu-central-1:1:alias/dev-main {}",
  ]);
});

test.each([
  ["ec2", "StartInstances", ec2Access],
  ["eks", "RegisterCluster", eksAccess],
] as const)("a call without a row is an error: %s:%s", async (service, name, access) => {
  await expect(neededBy(access, service, name, {})).rejects.toThrow(`no row for ${service}:${name}`);
});
