import { awsPolicies, permissionsFor, type Phase } from "../../../modules/permissions";
import { evaluate } from "../../../modules/permissions/iam";
import { statementsOf } from "../../../modules/permissions/iam/policy";
import { shippedClusters } from "../../support/shipped";

const region = "eu-central-1";

/** The source of a shipped stack, with other resources. */
function sourceOf(name: string, change: (resources: Resources) => Resources = (all) => all) {
  const { cluster, stack } = shippedClusters().find((one) => one.name === name)!;
  const configuration = { ...stack.terraform, resource: change(stack.terraform.resource as Resources) };
  return { name, platform: "eks", region: String(cluster.region), configuration };
}

type Resources = Readonly<Record<string, Readonly<Record<string, object>>>>;

const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:111122223333:${rest}`;
const tagsOf = (key: "RequestTag" | "ResourceTag", tags: object) =>
  Object.fromEntries(Object.entries(tags).map(([name, value]) => [`aws:${key}/${name}`, String(value)]));
const storage = { environment: "storage", "managed-by": "terraform" };

test.each([
  [
    "back up",
    "backup:CreateBackupSelection",
    arn("backup", "backup-plan:1"),
    tagsOf("ResourceTag", { ...storage, Name: "storage-main" }),
  ],
  ["create a key", "kms:CreateKey", "*", tagsOf("RequestTag", { ...storage, Name: "storage-main-disks" })],
  [
    "delete a key",
    "kms:ScheduleKeyDeletion",
    arn("kms", "key/1"),
    tagsOf("ResourceTag", { ...storage, Name: "storage-main" }),
  ],
  [
    "tag a new access point",
    "elasticfilesystem:TagResource",
    arn("elasticfilesystem", "access-point/*"),
    tagsOf("RequestTag", { ...storage, Name: "storage-main-shop" }),
  ],
] as const)("the policies of storage-main allow to %s", (_, action, resource, context) => {
  const { documents } = awsPolicies(sourceOf("storage-main"), "apply");
  expect(evaluate(documents, { action, resource, context }).decision).toBe("allowed");
  const other = Object.fromEntries(Object.keys(context).map((key) => [key, "other"]));
  expect(evaluate(documents, { action, resource, context: other }).decision).toBe("implicitly denied");
});

test("a destroy reads the recovery points of a vault that it empties, and of no other", () => {
  const withForce = (force_destroy: boolean) =>
    sourceOf("storage-main", (all) => ({
      ...all,
      aws_backup_vault: { main: { name: "storage-main", force_destroy } },
    }));
  const request = {
    action: "backup:ListRecoveryPointsByBackupVault",
    resource: arn("backup", "backup-vault:storage-main"),
  };
  const decisions = [true, false].map((force) =>
    evaluate(awsPolicies(withForce(force), "destroy").documents, request),
  );
  expect(decisions.map(({ decision }) => decision)).toEqual(["allowed", "implicitly denied"]);
});

/** Actions of the policies of a stack. */
const actionsOf = (source: ReturnType<typeof sourceOf>, phase: Phase): string[] =>
  awsPolicies(source, phase).documents.flatMap((document) =>
    statementsOf(document).flatMap(({ Action }) => [Action ?? []].flat()),
  );

test("arguments that no resource has need no action", () => {
  const actions = (warm_pool: object | undefined) =>
    actionsOf(
      sourceOf("self-managed-main", (all) => ({
        ...all,
        aws_autoscaling_group: { main: { name: "a", warm_pool } },
      })),
      "plan",
    );
  expect(actions({})).toContain("autoscaling:DescribeWarmPool");
  expect(actions(undefined)).not.toContain("autoscaling:DescribeWarmPool");
  const ofAddOn = (pod_identity_association: object | undefined) =>
    actionsOf(
      sourceOf("fargate-main", () => ({ aws_eks_addon: { main: { pod_identity_association } } })),
      "destroy",
    );
  expect(ofAddOn({})).toContain("eks:DeletePodIdentityAssociation");
  expect(ofAddOn(undefined)).not.toContain("eks:DeletePodIdentityAssociation");
});

describe("a file without tags", () => {
  test("needs no action that sets them, except for names, also in an existing network", () => {
    const source = sourceOf("existing-vpc-shop");
    const setting = actionsOf(source, "apply").filter((action) => /:Tag/.test(action));
    expect([...new Set(setting)]).toEqual(["kms:TagResource"]);
    const decide = (phase: Phase, action: string, resource: string) =>
      evaluate(awsPolicies(source, phase).documents, { action, resource }).decision;
    const [vpc] = /vpc-[0-9a-f]+/.exec(JSON.stringify(source.configuration))!;
    expect(decide("apply", "ec2:CreateSecurityGroup", `arn:aws:ec2:${source.region}:1:vpc/${vpc}`)).toBe(
      "allowed",
    );
    expect(decide("destroy", "ec2:DeleteTags", `arn:aws:ec2:${source.region}:1:launch-template/lt-1`)).toBe(
      "implicitly denied",
    );
  });

  test("limits launch templates to those of node groups", () => {
    const source = sourceOf("existing-vpc-shop");
    const decide = (context: Readonly<Record<string, string>>) =>
      evaluate(awsPolicies(source, "destroy").documents, {
        action: "ec2:DeleteLaunchTemplate",
        resource: `arn:aws:ec2:${source.region}:1:launch-template/lt-1`,
        context,
      }).decision;
    expect(decide({ "aws:ResourceTag/cdktf-clusters/node-pools": "managed/spanning" })).toBe("allowed");
    expect(decide({})).toBe("implicitly denied");
  });

  const ofAws = shippedClusters().filter(
    ({ cluster }) =>
      cluster.platform === "eks" || (cluster.platform === "kubeadm" && cluster.cloud === "aws"),
  );
  test.each(ofAws.map(({ name }) => name))("limits all resources of %s to those of the cluster", (name) => {
    const source = sourceOf(name, withoutTagsOfFile);
    for (const phase of ["plan", "apply", "destroy"] as const) {
      expect(permissionsFor(source, phase).warnings).toEqual([]);
    }
  });

  test("warns about code that removes the names", () => {
    const source = sourceOf("production-main", (all) => ({ ...all, aws_kms_key: { main: {} } }));
    expect(permissionsFor(source, "destroy").warnings.join("\n")).toMatch(
      /no tags that limit arn:aws:kms:.*key\/\*/,
    );
  });
});

/** Resources with the tags that the constructs set. */
function withoutTagsOfFile(all: Resources): Resources {
  const own = (key: string) => key === "Name" || key.includes("/");
  return Object.fromEntries(
    Object.entries(all).map(([type, resources]) => [
      type,
      Object.fromEntries(
        Object.entries(resources as Readonly<Record<string, { readonly tags?: object }>>).map(
          ([name, { tags, ...config }]) => [
            name,
            tags === undefined
              ? config
              : { ...config, tags: Object.fromEntries(Object.entries(tags).filter(([key]) => own(key))) },
          ],
        ),
      ),
    ]),
  );
}
