import { authenticatorConfiguration, authenticatorKey } from "../../modules/kubeadm/aws/authenticator";
import { buildLimit, inLab, LabCluster, timed } from "./cluster";
import { cluster as settings } from "./settings";

const account = "111122223333";
const role = (name: string) => `arn:aws:sts::${account}:assumed-role/${name}/ann`;
const configuration = authenticatorConfiguration({
  clusterName: settings.name,
  region: settings.region,
  admins: [`arn:aws:iam::${account}:role/PlatformAdmin`],
});

inLab("people in the lab", () => {
  const cluster = new LabCluster(
    { ...settings, authenticator: authenticatorKey },
    { [authenticatorKey]: JSON.stringify(configuration) },
    {
      KEYOFADMIN: { secret: "secret-of-admin", arn: role("PlatformAdmin") },
      KEYOFOTHER: { secret: "secret-of-other", arn: role("Other") },
    },
  );
  const { lab } = cluster;

  beforeAll(async () => {
    await timed("creation of one slot with aws-iam-authenticator", async () => {
      await cluster.start().complete(cluster.startSlot(0));
    });
  }, buildLimit);
  afterAll(cluster.stop);

  /** The answer of the API server to a person whose token is for a cluster. */
  const ask = (key: string, secret: string, clusterName = settings.name): string =>
    lab.on(
      cluster.slots[0],
      "env",
      ...[`AWS_ACCESS_KEY_ID=${key}`, `AWS_SECRET_ACCESS_KEY=${secret}`, `AWS_REGION=${settings.region}`],
      ...["AWS_STS_REGIONAL_ENDPOINTS=regional", "bash", "-c"],
      `token=$(aws-iam-authenticator token --token-only -i ${clusterName})
      kubectl --kubeconfig /dev/null --server https://${settings.endpoint}:6443 --certificate-authority /etc/kubernetes/pki/ca.crt \
        --token "$token" "$@" 2>&1 || true`,
      "-",
      ...["auth", "whoami", "-o", "jsonpath={.status.userInfo.username} {.status.userInfo.groups}"],
    );

  test("an administrator is known by the token of the role", () => {
    const answer = ask("KEYOFADMIN", "secret-of-admin");
    expect(answer).toContain(`admin:${account}:ann `);
    expect(answer).toContain("kubernetes-boot:administrators");
  });

  test.each([
    ["another role", "KEYOFOTHER", "secret-of-other", settings.name],
    ["another secret", "KEYOFADMIN", "secret-of-other", settings.name],
    ["a token for another cluster", "KEYOFADMIN", "secret-of-admin", "another"],
  ])("%s is refused", (_, key, secret, clusterName) => {
    expect(ask(key, secret, clusterName)).toMatch(/Unauthorized|must be logged in/);
  });
});
