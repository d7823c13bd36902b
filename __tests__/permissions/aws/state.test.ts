import { awsPolicies, type Phase } from "../../../modules/permissions";
import { evaluate } from "../../../modules/permissions/iam";
import { shippedClusters } from "../../support/shipped";

const region = "eu-central-1";
const account = "111122223333";

const { cluster, stack } = shippedClusters().find(({ name }) => name === "production-main")!;

/** The cluster with another backend. */
const withBackend = (s3: object) => ({
  name: "production-main",
  platform: cluster.platform,
  region: String(cluster.region),
  configuration: { ...stack.terraform, terraform: { backend: { s3 } } },
});

describe("the state in a bucket", () => {
  const backend = { bucket: "states", key: "production-main/terraform.tfstate", region, use_lockfile: true };
  const documents = (phase: Phase, more: object = {}) =>
    awsPolicies(withBackend({ ...backend, ...more }), phase).documents;
  const decide = (phase: Phase, action: string, resource: string, more?: object) =>
    evaluate(documents(phase, more), { action, resource }).decision;
  const state = "arn:aws:s3:::states/production-main/terraform.tfstate";

  test.each([
    ["plan", "s3:GetObject", state, "allowed"],
    ["plan", "s3:PutObject", state, "implicitly denied"],
    ["plan", "s3:PutObject", `${state}.tflock`, "allowed"],
    ["apply", "s3:PutObject", state, "allowed"],
    ["apply", "s3:DeleteObject", state, "implicitly denied"],
    ["destroy", "s3:PutObject", state, "allowed"],
    ["apply", "s3:GetObject", "arn:aws:s3:::states/production-other/terraform.tfstate", "implicitly denied"],
  ] as const)("%s: %s on %s is %s", (phase, action, resource, expected) => {
    expect(decide(phase, action, resource)).toBe(expected);
  });

  test("without a lock file, only the state is written", () => {
    expect(decide("apply", "s3:PutObject", `${state}.tflock`, { use_lockfile: false })).toBe(
      "implicitly denied",
    );
  });

  test("a key of the state can be used, and no other", () => {
    const key = `arn:aws:kms:eu-west-1:${account}:key/5b1f`;
    expect(decide("apply", "kms:GenerateDataKey", key, { kms_key_id: key })).toBe("allowed");
    expect(decide("apply", "kms:GenerateDataKey", `${key}0`, { kms_key_id: key })).toBe("implicitly denied");
  });

  test("a role of the state is assumed, and needs no other permission", () => {
    const roleArn = `arn:aws:iam::${account}:role/states`;
    expect(decide("plan", "sts:AssumeRole", roleArn, { assume_role: { role_arn: roleArn } })).toBe("allowed");
    expect(decide("plan", "s3:GetObject", state, { assume_role: { role_arn: roleArn } })).toBe(
      "implicitly denied",
    );
  });
});
