import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { authenticatorConfiguration } from "../../../modules/kubeadm/aws/authenticator";
import { synthesizeKubeadm } from "../../support/kubeadm";
import { onGoogle } from "../rule-support";

const role = "arn:aws:iam::111122223333:role/PlatformAdmin";
const user = "arn:aws:iam::111122223333:user/ops/anna";

/** What EC2 gives the machine of slot 0, as Terraform's expression. */
const userData = (admins: readonly string[]) =>
  String(
    synthesizeKubeadm({ access: { admins } }).resource(LaunchTemplate, "control_plane_slot_0_launch_template")
      .user_data,
  );

test("each administrator has the group that rbac.yaml binds to cluster-admin, and the role of nodes is not mapped", () => {
  const object = synthesizeKubeadm({ access: { admins: [role, user] } }).resource(
    S3Object,
    "control_plane_authenticator",
  );
  const groups = ["kubernetes-boot:administrators"];
  expect(object.key).toBe("control-plane/authenticator.json");
  expect(JSON.parse(String(object.content))).toEqual({
    clusterID: "shop",
    server: {
      address: "127.0.0.1",
      partition: "aws",
      stateDir: "/var/lib/kubernetes-boot/authenticator",
      kubeconfigPregenerated: true,
      mapRoles: [{ roleARN: role, username: "admin:{{AccountID}}:{{SessionName}}", groups }],
      mapUsers: [{ userARN: user, username: "admin:ops/anna", groups }],
    },
  });
  const text = userData([role, user]);
  for (const part of [
    "authentication-token-webhook-config-file",
    "kubernetes-authenticator.service",
    ...groups,
  ]) {
    expect(text).toContain(part);
  }
});

test.each([
  ["cn-north-1", "aws-cn"],
  ["us-gov-west-1", "aws-us-gov"],
])("the authenticator in %s accepts tokens of the partition %s", (region, partition) => {
  const admins = [role.replace("arn:aws:", `arn:${partition}:`)];
  const configuration = authenticatorConfiguration({ clusterName: "shop", region, admins });
  expect(configuration).toMatchObject({ server: { partition } });
});

test("another administrator changes no machine", () => {
  expect(userData([role, user])).toBe(userData([role]));
});

test("a cluster without administrators has no authenticator", () => {
  const stack = synthesizeKubeadm({ access: { admins: [] } });
  expect(stack.resources(S3Object)).not.toHaveProperty("control_plane_authenticator");
  expect(userData([])).not.toContain("authentication-token-webhook");
  expect(userData([])).not.toContain("kubernetes-authenticator");
});

test("people get a token for this cluster from the AWS CLI", () => {
  const command = String(synthesizeKubeadm().terraform.output?.kubeconfig_command.value);
  expect(command).toContain("--exec-command=aws");
  expect(command).toContain("--exec-arg=get-token --exec-arg=--cluster-name --exec-arg=shop");
});

test("people get new tokens from the Google Cloud CLI", () => {
  const command = String(synthesizeKubeadm(onGoogle()).terraform.output?.kubeconfig_command.value);
  expect(command).toContain("--exec-command=sh --exec-arg=-c --exec-arg='\"token=");
  expect(command).not.toContain("--token");
});
