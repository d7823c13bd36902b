import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { KubeadmClusterProps } from "../../modules/kubeadm/spec";
import { run } from "../cli/command";
import { requiredProviders } from "../e2e/support/cloud-providers";
import { useEmptyDirectory } from "../environment/directory";
import { cluster, onAzure, onGoogle } from "../kubeadm/rule-support";
import { chartsFolder, missingHelm } from "../workloads/helm";
import { ApiServer } from "./api-server";

/**
 * A real API server accepts what the command `manifests` writes, in the way in which the boot program applies it: `HELM`, `HELM_CHARTS`. No pod
 * runs.
 */
const isRequired = requiredProviders().includes("helm");
const withHelm = missingHelm === undefined || isRequired ? describe : describe.skip;
if (missingHelm !== undefined) console.log(`skipped: ${missingHelm}`);

const program = join(__dirname, "../../modules/kubeadm/boot/program/timers.sh");

useEmptyDirectory();

withHelm.each([
  ["1.35.4", "1.35.4"],
  ["1.36.3", "1.36.3"],
])("Kubernetes %s", (_, kubernetesVersion) => {
  const server = new ApiServer(kubernetesVersion);
  beforeAll(() => server.start());
  afterAll(() => server.stop());

  /** Renders the manifests of a cluster, and applies them as a control-plane machine does. */
  function apply(create: (patch: Partial<KubeadmClusterProps>) => KubeadmClusterProps): void {
    delete process.env.ENVIRONMENTS;
    mkdirSync("environments", { recursive: true });
    const storage = { snapshots: true };
    const props = create({
      name: "main",
      kubernetesVersion,
      storage,
      kubeadm: { software: { manifests: "manifests" } },
    });
    writeFileSync("environments/dev.yaml", JSON.stringify({ clusters: [{ platform: "kubeadm", ...props }] }));
    expect(run("manifests", "--charts", chartsFolder!)).toMatchObject({ code: 0 });
    const script = `. "$1"; kube() { kubectl --kubeconfig "$KUBE" "$@"; }; pause=1; apply_set store "$2"`;
    execFileSync("bash", ["-ec", script, "bash", program, "environments/manifests"], {
      env: { ...process.env, KUBE: server.kubeconfig },
      stdio: ["ignore", "ignore", "pipe"],
    });
  }

  const namesIn = (namespace: string, ...kinds: string[]) =>
    server
      .kubectl("get", kinds.join(","), "--namespace", namespace, "-o", "name")
      .split("\n")
      .filter(Boolean)
      .sort();
  const workloads = () => namesIn("kube-system", "deployments", "daemonsets");
  const network = ["daemonset.apps/cilium", "daemonset.apps/cilium-envoy", "deployment.apps/cilium-operator"];

  test.each<[string, (patch: Partial<KubeadmClusterProps>) => KubeadmClusterProps, string[], string[]]>([
    [
      "AWS",
      cluster,
      ["daemonset.apps/ebs-csi-node", "deployment.apps/ebs-csi-controller"],
      ["csidriver.storage.k8s.io/ebs.csi.aws.com"],
    ],
    [
      "Azure",
      onAzure,
      ["daemonset.apps/csi-azuredisk-node", "deployment.apps/csi-azuredisk-controller"],
      ["csidriver.storage.k8s.io/disk.csi.azure.com"],
    ],
    ["Google Cloud", onGoogle, [], []],
  ])(
    "%s: the objects are accepted, and those of the other cloud are removed",
    (_, create, driver, drivers) => {
      apply(create);
      expect(workloads()).toEqual([...network, ...driver].sort());
      expect(namesIn("default", "csidrivers")).toEqual(drivers);
      // No field is unknown.
      server.kubectl(
        ...["apply", "--server-side", "--dry-run=server", "--validate=strict", "--field-manager=strict"],
        ...["--force-conflicts", "-f", "environments/manifests"],
      );
      // All objects have a namespace.
      expect(namesIn("default", "all,configmaps,serviceaccounts,roles,rolebindings,pdb")).toEqual([
        "service/kubernetes",
      ]);
    },
  );

  test("a second apply changes nothing", () => {
    apply(cluster);
    const versions = () =>
      server.kubectl(
        ...["get", "deployments,daemonsets,configmaps,clusterroles,csidrivers", "--namespace", "kube-system"],
        ...["-o", "jsonpath={range .items[*]}{.metadata.name}={.metadata.resourceVersion} {end}"],
      );
    const before = versions();
    apply(cluster);
    expect(versions()).toBe(before);
  });
});
