import { mkdtempSync, writeFileSync } from "node:fs";
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

/** Text that cannot be compressed. */
const dense = (bytes: number): string =>
  Array.from({ length: bytes }, (_, i) =>
    String.fromCharCode(33 + (((i * i * 7919 + i * 104_729) >>> 3) % 90)),
  ).join("");

const at = "kubeadm.software.manifests";

export const cases: readonly KubeadmRuleCases[] = [
  {
    rule: "kubeadm/software/manifests-readable",
    passes: [
      ["a folder with a manifest", cluster()],
      ["no folder", cluster({ kubeadm: {} })],
      ["a reference", cluster({ kubeadm: { software: { manifests: variable } } })],
    ],
    fails: [
      [
        "a folder that does not exist",
        cluster({ kubeadm: { software: { manifests: "missing" } } }),
        `error ${at}: missing: no such folder`,
      ],
      [
        "a folder without manifests",
        cluster({ kubeadm: { software: { manifests: "__tests__/kubeadm/software/rules" } } }),
        `error ${at}: __tests__/kubeadm/software/rules has no .yaml or .yml file`,
      ],
      [
        "a file that is no YAML",
        having({ "one.yaml": "a: [" }),
        `error ${at}: one.yaml is no YAML: Flow sequence in block collection must be sufficiently indented and end with a ] at line 1, column 5:`,
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
      ["another network", withNetwork({ cni: "none" })],
      ["no folder and another network", cluster({ network: { cni: "none" }, kubeadm: {} })],
    ],
    fails: [
      [
        "no manifests",
        cluster({ kubeadm: {} }),
        `warning ${at}: no manifest has the DaemonSet cilium: until you install it, no node is ready (docs/kubeadm.md, Own manifests)`,
      ],
      [
        "manifests of another network",
        cluster({ network: { cni: "calico" }, kubeadm: { software: { manifests: podNetwork } } }),
        `warning ${at}: no manifest has the DaemonSet calico-node: until you install it, no node is ready (docs/kubeadm.md, Own manifests)`,
      ],
    ],
  },
];
