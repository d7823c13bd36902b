import { mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KubeadmClusterProps } from "../../../../modules/kubeadm/spec";
import {
  cluster,
  type KubeadmRuleCases,
  onAzure,
  podNetwork,
  variable,
  withNetwork,
} from "../../rule-support";

/** A cluster with a folder of these files. */
function having(
  files: Readonly<Record<string, string>>,
  of: (patch: Partial<KubeadmClusterProps>) => KubeadmClusterProps = cluster,
): KubeadmClusterProps {
  const manifests = mkdtempSync(join(tmpdir(), "manifests-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(manifests, name), text);
  return of({ kubeadm: { software: { manifests } } });
}

const object = (kind: string, name: string, more = ""): string =>
  `apiVersion: v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: kube-system }\n${more}`;

const daemonSet = (
  name: string,
  image: string,
  more: object = { hostNetwork: true, tolerations: [{ operator: "Exists" }] },
): string => {
  const spec = { containers: [{ name: "a", image }], ...more };
  return object("DaemonSet", name, `spec: { template: { spec: ${JSON.stringify(spec)} } }\n`);
};

/** Manifests with a DaemonSet of Cilium that tolerates these keys. */
const tolerating = (...keys: string[]) => ({
  "one.yaml": daemonSet("cilium", "cilium/cilium", {
    hostNetwork: true,
    tolerations: keys.map((key) => ({ key, operator: "Exists" })),
  }),
});

const [controlPlane, notReady, uninitialized] = [
  "node-role.kubernetes.io/control-plane",
  "node.kubernetes.io/not-ready",
  "node.cloudprovider.kubernetes.io/uninitialized",
];

/** A cluster with a node group that has a taint. */
const tainted = (patch: Partial<KubeadmClusterProps>, value = "gpu"): KubeadmClusterProps =>
  cluster({
    ...patch,
    nodeGroups: [
      {
        name: "gpu",
        machineTypes: ["m7i.xlarge"],
        size: 3,
        taints: [{ key: "dedicated", value, effect: "NoSchedule" }],
      },
    ],
  });

/** Text that cannot be compressed. */
const dense = (bytes: number): string =>
  Array.from({ length: bytes }, (_, i) =>
    String.fromCharCode(33 + (((i * i * 7919 + i * 104_729) >>> 3) % 90)),
  ).join("");

/** A folder with a symbolic link. */
function linked(target: string): string {
  const folder = mkdtempSync(join(tmpdir(), "manifests-"));
  symlinkSync(target, join(folder, "link.yaml"));
  return folder;
}

const comments = mkdtempSync(join(tmpdir(), "manifests-"));
writeFileSync(join(comments, "one.yaml"), "# nothing\n---\n");

const at = "kubeadm.software.manifests";

export const cases: readonly KubeadmRuleCases[] = [
  {
    rule: "kubeadm/software/manifests-readable",
    passes: [
      ["a folder with a manifest", cluster()],
      ["no folder", cluster({ kubeadm: {} })],
      [
        "a symbolic link to a manifest",
        cluster({
          kubeadm: { software: { manifests: linked(join(process.cwd(), podNetwork, "cilium.yaml")) } },
        }),
      ],
      ["a reference", cluster({ kubeadm: { software: { manifests: variable } } })],
    ],
    fails: [
      [
        "a folder that does not exist",
        cluster({ kubeadm: { software: { manifests: "missing" } } }),
        `error ${at}: missing: no such folder: copy your manifests to it, or run npx cdktf-clusters manifests, which writes those that have charts`,
      ],
      [
        "a folder without manifests",
        cluster({ kubeadm: { software: { manifests: "__tests__/kubeadm/software/rules" } } }),
        `error ${at}: __tests__/kubeadm/software/rules has no .yaml or .yml file: copy your manifests to it, or run npx cdktf-clusters manifests, which writes those that have charts`,
      ],
      [
        "an alias that leads to nothing",
        having({ "one.yaml": "a: *missing" }),
        `error ${at}: one.yaml is not YAML: Unresolved alias (the anchor must be set before the alias): missing`,
      ],
      [
        "a symbolic link that leads to nothing",
        cluster({ kubeadm: { software: { manifests: linked("missing") } } }),
        `error ${at}: link.yaml cannot be read: ENOENT`,
      ],
      [
        "a file that is not YAML",
        having({ "one.yaml": "a: [" }),
        `error ${at}: one.yaml is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ] at line 1, column 5:`,
      ],
    ],
  },
  {
    rule: "kubeadm/software/manifests-names",
    passes: [
      ["other names", having({ "a.b.yaml": object("ConfigMap", "a"), "ab-1_c.yml": object("Service", "b") })],
    ],
    fails: [
      ...["my file.yaml", "é.yaml", "a#b.yaml", "a?.yaml", "A.yaml", "-a.yaml"].map(
        (name) =>
          [
            `the name ${name}`,
            having({ [name]: object("ConfigMap", "a") }),
            `error ${at}: the name "${name}" must have lower-case letters, digits, ".", "_" and "-" only, and start with a letter or a digit`,
          ] as const,
      ),
      [
        "names that differ by a sign",
        having({ "a.b.yaml": object("ConfigMap", "a"), "a-b.yaml": object("Service", "b") }),
        `error ${at}: a.b.yaml must differ from a-b.yaml by letters or digits: rename it`,
      ],
    ],
  },
  {
    rule: "kubeadm/software/manifests-not-empty",
    passes: [
      [
        "a file without objects next to another",
        having({ "a.yaml": "# later", "b.yaml": object("Service", "b") }),
      ],
    ],
    fails: [
      [
        "comments only",
        cluster({ kubeadm: { software: { manifests: comments } } }),
        `error ${at}: ${comments} must have at least one object of Kubernetes, got none`,
      ],
    ],
  },
  {
    rule: "kubeadm/software/manifests-objects",
    passes: [["documents and lists", having({ "one.yaml": `---\n${object("ConfigMap", "a")}---\n` })]],
    fails: [
      [
        "an object without a name",
        having({ "one.yaml": `${object("ConfigMap", "a")}---\nkind: ConfigMap\n` }),
        `error ${at}: object 2 of one.yaml must have apiVersion, metadata.name`,
      ],
      [
        "an object of a list",
        having({
          "one.yaml": "apiVersion: v1\nkind: List\nitems: [{ apiVersion: v1, metadata: { name: a } }]\n",
        }),
        `error ${at}: object 1 of one.yaml must have kind`,
      ],
    ],
  },
  {
    rule: "kubeadm/software/manifests-unique",
    passes: [
      ["other kinds", having({ "one.yaml": object("ConfigMap", "a"), "two.yaml": object("Service", "a") })],
    ],
    fails: [
      [
        "the same object in two files",
        having({ "one.yaml": object("ConfigMap", "a"), "two.yaml": object("ConfigMap", "a") }),
        `error ${at}: two.yaml and one.yaml define ConfigMap kube-system/a: remove one of them`,
      ],
    ],
  },
  {
    rule: "kubeadm/software/manifests-without-secrets",
    passes: [["a Secret that another program fills", having({ "one.yaml": object("Secret", "a") })]],
    fails: [
      [
        "a Secret with data",
        having({ "one.yaml": object("Secret", "a", "stringData: { password: secret }") }),
        `error ${at}: the Secret a in one.yaml has data, which the state of Terraform would show; create it in the cluster, for example with External Secrets`,
      ],
    ],
  },
  {
    rule: "kubeadm/software/manifests-size",
    passes: [["a megabyte on AWS", having({ "one.yaml": `# ${dense(1_000_000)}` })]],
    fails: [
      [
        "five megabytes",
        having({ "one.yaml": `# ${"a".repeat(5 * 1024 * 1024)}` }),
        `error ${at}: must have at most 4096 KiB, got 5121 KiB`,
      ],
      [
        "a megabyte that cannot be compressed on Azure",
        having({ "one.yaml": `# ${dense(1_000_000)}` }, onAzure),
        `error ${at}: must have at most 240 KiB on Azure, compressed and in base64, got 809 KiB`,
      ],
    ],
  },
  {
    rule: "kubeadm/software/manifests-network",
    passes: [
      ["the DaemonSet", cluster({ kubeadm: { software: { manifests: podNetwork } } })],
      [
        "an image of another registry",
        having({ "one.yaml": daemonSet("cilium", "registry.example.com/mirror/cilium:v1") }),
      ],
      ["another network", withNetwork({ cni: "none" })],
    ],
    fails: [
      [
        "no manifests",
        cluster({ kubeadm: {} }),
        `warning ${at}: no manifest has the DaemonSet cilium: until you install it, no node is ready, and the apply fails (npx cdktf-clusters manifests writes it)`,
      ],
      [
        "no manifests, and another network",
        cluster({ network: { cni: "none" }, kubeadm: {} }),
        `warning ${at}: network.cni is none, and no manifest has a network of pods: until you install one, no node is ready (section Own manifests of docs/kubeadm.md in the package cdktf-clusters)`,
      ],
      [
        "another DaemonSet of the same name",
        having({ "one.yaml": daemonSet("cilium", "registry.example.com/logs:v1") }),
        `warning ${at}: the DaemonSet cilium in one.yaml has no image whose name contains cilium: until you install it, no node is ready, and the apply fails (npx cdktf-clusters manifests writes it)`,
      ],
      [
        "a DaemonSet without containers",
        having({ "one.yaml": object("DaemonSet", "cilium") }),
        `warning ${at}: the DaemonSet cilium in one.yaml has no image whose name contains cilium: until you install it, no node is ready, and the apply fails (npx cdktf-clusters manifests writes it)`,
      ],
      [
        "manifests of another network",
        cluster({ network: { cni: "calico" }, kubeadm: { software: { manifests: podNetwork } } }),
        `warning ${at}: no manifest has the DaemonSet calico-node: until you install it, no node is ready, and the apply fails (section Own manifests of docs/kubeadm.md in the package cdktf-clusters)`,
      ],
    ],
  },
  {
    rule: "kubeadm/software/manifests-network-everywhere",
    passes: [
      ["all tolerations", tainted({ kubeadm: { software: { manifests: podNetwork } } })],
      ["those of new nodes", having(tolerating(controlPlane, notReady))],
      ["that of a group", having(tolerating(controlPlane, notReady, "dedicated"), (patch) => tainted(patch))],
      ["another DaemonSet", having({ "one.yaml": daemonSet("logs", "registry.example.com/logs", {}) })],
      [
        "empty keys and effects, and what is no toleration",
        having({
          "one.yaml": daemonSet("cilium", "cilium/cilium", {
            hostNetwork: true,
            tolerations: [null, "all", { operator: "Exists", key: "", effect: null }],
          }),
        }),
      ],
      [
        "a taint whose value is a reference",
        having(
          {
            "one.yaml": daemonSet("cilium", "cilium/cilium", {
              hostNetwork: true,
              tolerations: [
                { key: controlPlane, operator: "Exists" },
                { key: notReady, operator: "Exists" },
                { key: "dedicated", value: "team", effect: "NoSchedule" },
              ],
            }),
          },
          (patch) => tainted(patch, variable),
        ),
      ],
    ],
    fails: [
      [
        "pods on the network of pods",
        having({
          "one.yaml": daemonSet("cilium", "cilium/cilium", { tolerations: [{ operator: "Exists" }] }),
        }),
        `error ${at}: the DaemonSet cilium in one.yaml must have hostNetwork: true: other pods need the network that it creates`,
      ],
      [
        "no toleration of control-plane machines",
        having(tolerating(notReady)),
        `error ${at}: the DaemonSet cilium in one.yaml must tolerate the taint ${controlPlane}:NoSchedule of control-plane machines: they get no network of pods otherwise`,
      ],
      [
        "no toleration of the taint of a group, whose value is a reference",
        having(tolerating(controlPlane, notReady), (patch) => tainted(patch, variable)),
        `error ${at}: the DaemonSet cilium in one.yaml must tolerate the taint dedicated:NoSchedule of nodes of the group gpu: they get no network of pods otherwise`,
      ],
      [
        "no toleration of the taint of a group",
        having(tolerating(controlPlane, notReady), (patch) => tainted(patch)),
        `error ${at}: the DaemonSet cilium in one.yaml must tolerate the taint dedicated=gpu:NoSchedule of nodes of the group gpu: they get no network of pods otherwise`,
      ],
      [
        "no toleration of new nodes, which no cloud controller manager of Terraform initializes",
        having(tolerating(controlPlane, notReady), (patch) =>
          cluster({ ...patch, kubeadm: { ...patch.kubeadm, cloudControllerManager: false } }),
        ),
        `error ${at}: the DaemonSet cilium in one.yaml must tolerate the taint ${uninitialized}=true:NoSchedule of new nodes: they get no network of pods otherwise`,
      ],
    ],
  },
];
