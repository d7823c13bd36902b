import { buildLimit, inLab, LabCluster, timed } from "./cluster";
import type { LabMachine } from "./lab";
import { cluster as settings } from "./settings";

const metadata = "http://169.254.169.254/latest";
const askToken = ["curl", "-sf", "-m", "3", "-X", "PUT", `${metadata}/api/token`];

inLab("identities and certificates in the lab", () => {
  const cluster = new LabCluster();
  const { lab } = cluster;

  beforeAll(async () => {
    await timed("creation of three slots and a worker", () => cluster.start().create(1));
  }, buildLimit);
  afterAll(cluster.stop);

  test("a worker that claims the name of another node is refused", async () => {
    const [honest] = cluster.workers;
    const liar = cluster.startWorker({}, honest.name);
    const refusal = `no certificate for ${honest.name} yet: Denied`;
    await timed("refusal of the worker", () =>
      lab.until(() => lab.log(liar).includes(refusal), 120, "refusal", liar),
    );
    const reasons = cluster.slots.flatMap((machine) => lab.log(machine, "kubernetes-approve").split("\n"));
    const isReason = (line: string) =>
      line.includes(`denied node-${liar.id}-`) && line.endsWith(": no proof that the machine is the node");
    expect(reasons.some(isReason)).toBe(true);
    expect(lab.isReady(liar)).toBe(false);
    await lab.lose(liar);
    cluster.workers.pop();
    expect(cluster.readyNodes()).toHaveLength(4);
  });

  test("a pod gets no answer of the metadata service", async () => {
    for (const machine of [cluster.slots[1], cluster.workers[0]]) {
      const process = await podOn(machine);
      expect(lab.on(machine, ...askToken)).toBe("TOKEN");
      expect(() => lab.on(machine, "nsenter", "--target", process, "--net", ...askToken)).toThrow();
    }
  });

  test("a pod in the network of a worker gets no secret of the cluster from the store", () => {
    const [machine] = cluster.workers;
    const read = (key: string) =>
      lab.on(
        machine,
        "bash",
        "-c",
        `set -euo pipefail
        meta() { curl -sf -H 'X-aws-ec2-metadata-token: TOKEN' ${metadata}/meta-data/iam/security-credentials/\${1-}; }
        answer=$(meta "$(meta)")
        curl -s --aws-sigv4 aws:amz:${settings.region}:s3 -o /dev/null -w '%{http_code}' \
          --user "$(jq -r .AccessKeyId <<<"$answer"):$(jq -r .SecretAccessKey <<<"$answer")" \
          -H "x-amz-security-token: $(jq -r .Token <<<"$answer")" -H "x-amz-content-sha256: $(sha256sum </dev/null | cut -d ' ' -f 1)" \
          https://s3.${settings.region}.amazonaws.com/${settings.store.bucket}/${key}`,
      );
    expect(read("node/ca.crt")).toBe("200");
    for (const key of ["pki/bundle.tar", "admin/kubeconfig", "backups/etcd/newest"])
      expect(read(key)).toBe("403");
  });

  test.each(settings.slots.map((_, i) => i))("certificates of slot %d are renewed", async (index) => {
    const serial = () =>
      ["apiserver", "apiserver-kubelet-client", "etcd/server", "etcd/peer", "front-proxy-client"].map(
        (name) =>
          lab.on(
            cluster.slots[index],
            ...["openssl", "x509", "-noout", "-serial", "-in", `/etc/kubernetes/pki/${name}.crt`],
          ),
      );
    const used = () =>
      lab.on(
        cluster.slots[index],
        ...[
          "bash",
          "-c",
          "openssl s_client -connect 127.0.0.1:6443 </dev/null | openssl x509 -noout -serial",
        ],
      );
    const before = serial();
    await timed(`renewal of the certificates of slot ${index}`, async () => {
      lab.on(cluster.slots[index], "/usr/local/lib/kubernetes-boot/boot.sh", "renew");
    });
    const after = serial();
    expect(after.filter((one) => before.includes(one))).toEqual([]);
    expect(used()).toBe(after[0]);
    await cluster.allReady(cluster.slots[index]);
    expect(cluster.members(cluster.slots[index])).toHaveLength(3);
  });

  /** Starts a pod on a machine, and returns the id of its process. */
  async function podOn(machine: LabMachine): Promise<string> {
    const name = `pod-${machine.index}`;
    const image = lab.imageOfPause(machine);
    const spec = {
      nodeName: machine.name,
      automountServiceAccountToken: false,
      tolerations: [{ operator: "Exists" }],
      containers: [{ name: "pod", image, imagePullPolicy: "Never" }],
    };
    const overrides = JSON.stringify({ apiVersion: "v1", spec });
    lab.kubectl(cluster.slots[0], "run", name, "--image", image, "--overrides", overrides);
    const crictl = (...args: string[]) => lab.crictl(machine, ...args);
    await lab.until(
      () => crictl("pods", "-q", "--name", name, "--state", "ready") !== "",
      60,
      `pod on ${machine.name}`,
    );
    const pod = crictl("pods", "-q", "--name", name, "--state", "ready");
    return String((JSON.parse(crictl("inspectp", pod)) as { info: { pid: number } }).info.pid);
  }
});
