import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KubeadmClusterProps } from "../../../../modules/kubeadm/spec";
import { cluster, type KubeadmRuleCases, onAzure, variable } from "../../rule-support";

const folder = (files: Readonly<Record<string, string>>): string => {
  const manifests = mkdtempSync(join(tmpdir(), "values-"));
  mkdirSync(join(manifests, "values"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(manifests, "values", name), text);
  return manifests;
};

/** A cluster with files of values. */
const having = (
  files: Readonly<Record<string, string>>,
  of: (patch: Partial<KubeadmClusterProps>) => KubeadmClusterProps = cluster,
): KubeadmClusterProps => of({ kubeadm: { software: { manifests: folder(files) } } });

const cilium = (...lines: string[]) => having({ "cilium.yaml": lines.join("\n") });

/** A failing case. The problems start with the line. */
const failing = (
  title: string,
  props: KubeadmClusterProps,
  chart: string,
  version: string,
  ...problems: [place: string, advice: string][]
): [string, KubeadmClusterProps, ...string[]] => [
  title,
  props,
  ...problems.map(
    ([place, advice]) =>
      `warning kubeadm.software.manifests: ${props.kubeadm?.software?.manifests}/values/${chart}.yaml:${place} is no value of the chart ${chart} ${version}, and Helm ignores it${advice}`,
  ),
];

export const cases: readonly KubeadmRuleCases[] = [
  {
    rule: "kubeadm/software/values-of-charts",
    passes: [
      ["no values", cluster()],
      ["a reference", cluster({ kubeadm: { software: { manifests: variable } } })],
      [
        "known values",
        cilium(
          "hubble:",
          "  enabled: true",
          "  tls: { auto: { method: cronJob } }",
          "  relay: { enabled: true }",
        ),
      ],
      [
        "free keys of maps",
        cilium(
          "extraConfig: { any-key: 'true' }",
          "podLabels: { team: a }",
          "operator: { nodeSelector: { disk: ssd }, podAnnotations: { a: b }, resources: { limits: { cpu: 1 } } }",
          "global: { any: true }",
        ),
      ],
      ["a key that only a helper reads", cilium("image: { override: a, repository: b, useDigest: false }")],
      [
        "a key that only the schema has",
        having({
          "aws-ebs-csi-driver.yaml": "sidecars: { attacher: { leaderElection: { leaseDuration: 15s } } }",
        }),
      ],
      [
        "a key that only a template reads",
        having({ "azuredisk-csi-driver.yaml": "node: { hostNetwork: true }" }, onAzure),
      ],
      ["a removed default", cilium("hubble: null")],
      ["values of a chart that the cluster does not need", having({ "azuredisk-csi-driver.yaml": "a: 1" })],
      ["a minor without a known version", { ...cilium("a: 1"), kubernetesVersion: "1.37.1" }],
      ["a text that the command refuses", cilium("hubble: [")],
      ["a list", cilium("- hubble")],
      ["an empty text", cilium("")],
    ],
    fails: [
      failing(
        "misspelt keys, with their lines",
        cilium("# Hubble", "hubble:", "  enabeld: true", "hubbel: {}", "unknownProduct: 1"),
        "cilium",
        "1.20.2",
        ["3: hubble.enabeld", '; did you mean "enabled"?'],
        ["4: hubbel", ""],
        ["5: unknownProduct", ""],
      ),
      failing(
        "keys in an alias, and next to merged ones",
        cilium(
          "image: &image",
          "  repositry: a",
          "preflight:",
          "  image: *image",
          "envoy:",
          "  <<: {}",
          "  enabld: 1",
        ),
        "cilium",
        "1.20.2",
        ["2: image.repositry", '; did you mean "repository"?'],
        ["2: preflight.image.repositry", '; did you mean "repository"?'],
        ["7: envoy.enabld", '; did you mean "enabled"?'],
      ),
      failing(
        "a key of a map with few others",
        having({ "azuredisk-csi-driver.yaml": "rbac:\n  clusterRoles: true" }, onAzure),
        "azuredisk-csi-driver",
        "1.34.5",
        ["2: rbac.clusterRoles", "; allowed: create, name"],
      ),
      failing(
        "a key of a map that the schema closes",
        having({ "aws-ebs-csi-driver.yaml": "node:\n  tolerateAllTaint: false" }),
        "aws-ebs-csi-driver",
        "2.64.0",
        ["2: node.tolerateAllTaint", '; did you mean "tolerateAllTaints"?'],
      ),
    ],
  },
];
