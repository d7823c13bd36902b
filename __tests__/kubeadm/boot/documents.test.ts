import { documentsOf } from "../../../modules/kubeadm/boot/documents";
import { slotSettings, workerSettings } from "./settings";

interface Document {
  readonly kind: string;
  readonly [field: string]: unknown;
}

function documents(settings: Parameters<typeof documentsOf>[0], name: string): Map<string, Document> {
  const text = documentsOf(settings)[`/etc/kubernetes-boot/${name}`];
  return new Map(
    text.split("\n---\n").map((part) => {
      const document = JSON.parse(part) as Document;
      return [document.kind, document];
    }),
  );
}

describe("documents of kubeadm", () => {
  const init = () => documents(slotSettings(1), "init.yaml");

  test("use one name of the API server, one port, and a folder below the etcd disk", () => {
    expect(init().get("ClusterConfiguration")).toMatchObject({
      apiVersion: "kubeadm.k8s.io/v1beta4",
      kubernetesVersion: "v1.35.4",
      controlPlaneEndpoint: "api.production-main.internal:6443",
      etcd: { local: { dataDir: "/var/lib/etcd/data" } },
      networking: { podSubnet: "10.244.0.0/16", serviceSubnet: "10.96.0.0/16" },
    });
    expect(init().get("InitConfiguration")).toMatchObject({
      localAPIEndpoint: { advertiseAddress: "@NODE_ADDRESS@", bindPort: 6443 },
    });
  });

  test("never create tokens or permissions that approve requests by themselves", () => {
    expect(init().get("InitConfiguration")).toMatchObject({
      skipPhases: expect.arrayContaining(["bootstrap-token"]) as unknown,
    });
    const roles = documentsOf(slotSettings(0))["/etc/kubernetes-boot/rbac.yaml"];
    expect(roles).not.toContain("certificatesigningrequests:nodeclient");
  });

  test("leave only the paths of health checks open", () => {
    expect(documents(slotSettings(0), "authentication.yaml").get("AuthenticationConfiguration")).toEqual({
      apiVersion: "apiserver.config.k8s.io/v1",
      kind: "AuthenticationConfiguration",
      anonymous: {
        enabled: true,
        conditions: [{ path: "/livez" }, { path: "/readyz" }, { path: "/healthz" }],
      },
    });
  });

  test("ask the authenticator who people are, and give its administrators all permissions, if the cluster has one", () => {
    const [without, withOne] = [undefined, "control-plane/authenticator.json"].map((authenticator) =>
      documentsOf(slotSettings(0, {}, { authenticator })),
    );
    const argument =
      '{"name":"authentication-token-webhook-config-file","value":"/etc/kubernetes/api-server/webhook.yaml"}';
    expect(withOne["/etc/kubernetes-boot/init.yaml"]).toContain(argument);
    expect(without["/etc/kubernetes-boot/init.yaml"]).not.toContain("webhook");
    const bindings = (documents: Readonly<Record<string, string>>) =>
      documents["/etc/kubernetes-boot/rbac.yaml"]
        .split("\n---\n")
        .map((text) => JSON.parse(text) as { roleRef: { name: string }; subjects: { name: string }[] })
        .filter(({ roleRef }) => roleRef.name === "cluster-admin")
        .map(({ subjects }) => subjects.map(({ name }) => name));
    expect(bindings(withOne)).toEqual([["kubernetes-boot:administrators"]]);
    expect(bindings(without)).toEqual([]);
  });

  test("encrypt secrets, and audit", () => {
    const text = JSON.stringify(init().get("ClusterConfiguration"));
    for (const name of ["encryption-provider-config", "audit-policy-file", "authentication-config"]) {
      expect(text).toContain(`{"name":"${name}"`);
    }
    expect(documentsOf(slotSettings(0))["/etc/kubernetes-boot/encryption.yaml"]).toMatch(/"secret":"@KEY@"/);
  });

  test("request serving certificates from the cluster, which the API server checks", () => {
    expect(init().get("KubeletConfiguration")).toMatchObject({
      serverTLSBootstrap: true,
      rotateCertificates: true,
    });
    expect(JSON.stringify(init().get("ClusterConfiguration"))).toContain(
      '{"name":"kubelet-certificate-authority","value":"/etc/kubernetes/pki/ca.crt"}',
    );
  });

  test("of a worker have its labels and taints, and no control plane", () => {
    const settings = workerSettings({
      labels: { team: "a", tier: "b" },
      taints: [{ key: "gpu", effect: "NoSchedule" }],
      maxPods: 50,
    });
    expect(Object.keys(documentsOf(settings))).toEqual(["/etc/kubernetes-boot/join.yaml"]);
    const join = documents(settings, "join.yaml").get("JoinConfiguration")!;
    expect(join.controlPlane).toBeUndefined();
    expect(join.nodeRegistration).toMatchObject({
      taints: [{ key: "gpu", value: "", effect: "NoSchedule" }],
      kubeletExtraArgs: [
        { name: "node-labels", value: "team=a,tier=b" },
        { name: "node-ip", value: "@NODE_ADDRESS@" },
        { name: "provider-id", value: "@PROVIDER_ID@" },
        { name: "max-pods", value: "50" },
      ],
    });
  });

  test.each([
    [true, ["cloud-provider"]],
    [false, []],
  ])("with a cloud controller manager: %j", (cloudControllerManager, expected) => {
    const text = documentsOf(workerSettings({}, { cloudControllerManager }))[
      "/etc/kubernetes-boot/join.yaml"
    ];
    expect(text.match(/cloud-provider/g) ?? []).toEqual(expected);
  });
});
