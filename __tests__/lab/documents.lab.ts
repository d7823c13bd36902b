import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { documentsOf } from "../../modules/kubeadm/boot/documents";
import { stateFolder } from "../../modules/kubeadm/boot/paths";
import type { ClusterSettings } from "../../modules/kubeadm/boot/settings";
import { type KubernetesMinor, minorVersions } from "../../modules/kubeadm/software/versions";
import { cluster, slotSettings, workerSettings } from "../kubeadm/boot/settings";
import { buildLimit } from "./cluster";
import { builtKubeadm } from "./programs";

/** The release of each minor whose source the Go module proxy has. It needs only Go. */
const releases: Readonly<Record<KubernetesMinor, string>> = {
  "1.35": "1.35.4",
  "1.36": "1.36.3",
  "1.37": "1.37.2",
};

const isInstalled = spawnSync("go", ["version"]).status === 0;
const withGo = isInstalled || process.env.REQUIRE_LAB === "1" ? describe : describe.skip;
if (!isInstalled) console.log("skipped: kubeadm is built with Go");

/** What the boot program puts in place of the marks. */
const values: Readonly<Record<string, string>> = {
  "@NODE_NAME@": "production-main-control-plane-0",
  "@NODE_ADDRESS@": "10.70.10.10",
  "@PROVIDER_ID@": "aws:///eu-central-1a/i-0123456789abcdef0",
  "@SERVICE_ACCOUNT_ISSUER@": "https://kubernetes.default.svc.cluster.local",
  "@TENANT@": "11111111-2222-3333-4444-555555555555",
};

const settings: Readonly<Record<string, Partial<ClusterSettings>>> = {
  AWS: { authenticator: "control-plane/authenticator.json", cloudControllerManager: true },
  "Azure, without kube-proxy": { cloud: "azure", kubeProxy: false, cloudControllerManager: true },
  "Google Cloud, with another registry": {
    cloud: "google",
    software: { source: "image", files: [], imageRepository: "registry.example.com/kubernetes" },
    certificateNames: ["api.example.com"],
  },
};

test("each supported minor has a release", () => {
  expect(Object.keys(releases)).toEqual(Object.keys(minorVersions));
});

withGo.each(Object.entries(releases))("kubeadm of Kubernetes %s", (_, kubernetesVersion) => {
  let kubeadm: string;
  let folder: string;
  beforeAll(() => {
    kubeadm = builtKubeadm(kubernetesVersion);
    folder = mkdtempSync(join(tmpdir(), "documents-"));
    // kubeadm wants that the file exists.
    for (const name of ["admin.conf", "discovery.conf"]) writeFileSync(join(folder, name), "");
  }, buildLimit);
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Checks the text of a document as the boot program writes it. */
  function validate(text: string): void {
    const file = join(folder, "document.yaml");
    const marks = { ...values, [`${stateFolder}/`]: `${folder}/` };
    const known = Object.entries(marks).reduce((all, [mark, value]) => all.replaceAll(mark, value), text);
    writeFileSync(file, known);
    execFileSync(kubeadm, ["config", "validate", "--config", file], { stdio: "pipe" });
  }

  describe.each(Object.entries(settings))("%s", (_, changes) => {
    const all = { ...cluster, ...changes, kubernetesVersion };
    const documents = [
      ...Object.entries(documentsOf({ ...slotSettings(0), cluster: all })),
      ...Object.entries(
        documentsOf({
          ...workerSettings({
            labels: { team: "a" },
            taints: [{ key: "team", effect: "NoSchedule" }],
            maxPods: 50,
          }),
          cluster: all,
        }),
      ).map(([path, text]): [string, string] => [`${path} of a worker`, text]),
    ].filter(([path]) => /\/(init|join)\.yaml/.test(path));

    test.each(documents)("accepts %s", (_, text) => {
      expect(text).toContain("kubeadm.k8s.io/v1beta4");
      expect(() => validate(text)).not.toThrow();
    });

    test("refuses an unknown field", () => {
      const [, text] = documents[0];
      expect(() => validate(text.replace('"bindPort"', '"port"'))).toThrow(/unknown field/);
    });
  });
});
