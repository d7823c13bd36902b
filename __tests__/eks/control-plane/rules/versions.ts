import type { EksClusterProps } from "../../../../modules/eks/spec";
import { knownMinors, pinnedAddOn, versionsFact } from "../../../../modules/eks/versions";
import { cluster, type EksRuleCases, group, variable } from "../../rule-support";

/** Without 1.37, which has no pinned add-ons yet: another rule refuses it. */
const pinned = knownMinors().filter((minor) => pinnedAddOn("coredns", minor) !== undefined);
const newest = knownMinors().at(-1);
const inStandardSupport = "1.34 (until 2026-12-02), 1.35, 1.36, 1.37 (no pinned add-ons)";
const proposed = "1.35, 1.36";

const namedAddOns = {
  "vpc-cni": { version: "v9.0.0-eksbuild.1" },
  "kube-proxy": { version: "latest" },
  coredns: { version: "latest" },
  "eks-pod-identity-agent": { version: "latest" },
} as const;

const autoModeAlone = (patch: Partial<EksClusterProps>): EksClusterProps =>
  cluster({
    kubernetesVersion: "1.99",
    autoscaling: "auto-provisioning",
    nodeGroups: [],
    eks: { autoProvisioning: { by: "auto-mode" } },
    ...patch,
  });

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/control-plane/version-format",
    passes: [
      ["a minor", cluster({ kubernetesVersion: "1.30" })],
      ["a reference", cluster({ kubernetesVersion: variable })],
    ],
    fails: [
      [
        "a patch",
        cluster({ kubernetesVersion: "1.35.2" }),
        'error kubernetesVersion: must be a minor version such as "1.35", got "1.35.2"',
      ],
      [
        "a v",
        cluster({ kubernetesVersion: "v1.34" }),
        'error kubernetesVersion: must be a minor version such as "1.34", got "v1.34"',
      ],
      [
        "text",
        cluster({ kubernetesVersion: "latest" }),
        `error kubernetesVersion: must be a minor version such as "${pinned.at(-1)}", got "latest"`,
      ],
    ],
  },
  {
    rule: "eks/control-plane/version-supported",
    passes: [
      ["standard support", cluster({ kubernetesVersion: "1.36" })],
      ["what is no version", cluster({ kubernetesVersion: "latest" })],
    ],
    fails: [
      [
        "standard support, nine days before its end",
        cluster({ kubernetesVersion: "1.34" }),
        "warning kubernetesVersion: standard support of 1.34 ends on 2026-12-02, in 9 days; plan an upgrade, newer minors in " +
          "standard support: 1.35, 1.36, 1.37",
      ],
      [
        "extended support that is not set",
        cluster({ kubernetesVersion: "1.33" }),
        'warning kubernetesVersion: 1.33 left standard support on 2026-07-29: with upgrades.support "standard" AWS ' +
          `upgrades the control plane automatically; in standard support: ${inStandardSupport}, or set "extended" to stay ` +
          "until 2027-07-29 at six times the price",
      ],
      [
        "extended support",
        cluster({ kubernetesVersion: "1.31", upgrades: { support: "extended" } }),
        "warning kubernetesVersion: 1.31 left standard support on 2025-11-26: the control plane costs six times the " +
          `price until it is upgraded, and support ends on 2026-11-26; in standard support: ${inStandardSupport}`,
      ],
      [
        "what is older than the table",
        cluster({ kubernetesVersion: "1.22" }),
        `error kubernetesVersion: 1.22 is not supported by EKS any more; in standard support: ${inStandardSupport}`,
      ],
      [
        "what is newer than the table, with pins to be named",
        cluster({ kubernetesVersion: "1.99" }),
        `error kubernetesVersion: 1.99 is newer than the newest known version (${newest}, as of ${versionsFact.asOf}); use one of ` +
          `${proposed}, or set eks.addOns.*.version and image.release`,
      ],
      [
        "what is newer than the table, with add-ons named and images not",
        cluster({ kubernetesVersion: "1.99", eks: { addOns: namedAddOns }, storage: { block: false } }),
        `error kubernetesVersion: 1.99 is newer than the newest known version (${newest}, as of ${versionsFact.asOf}); use one of ` +
          `${proposed}, or set eks.addOns.*.version and image.release`,
      ],
      [
        "what is newer than the table, with all named",
        autoModeAlone({}),
        `warning kubernetesVersion: 1.99 is newer than the newest known version (${newest}, as of ${versionsFact.asOf}): EKS may not support it yet, ` +
          "and its add-ons and images have no pinned versions",
      ],
    ],
  },
  {
    rule: "eks/control-plane/add-on-versions-pinned",
    passes: [
      ["a version with pins", cluster()],
      ["a version without support, which another rule reports", cluster({ kubernetesVersion: "1.20" })],
      [
        "versions that are named",
        cluster({
          kubernetesVersion: "1.37",
          storage: { block: false },
          eks: { addOns: namedAddOns },
        }),
      ],
      ["a version newer than the table, which another rule reports", cluster({ kubernetesVersion: "1.99" })],
      ["Auto Mode alone, which has no add-ons", autoModeAlone({ kubernetesVersion: "1.37" })],
    ],
    fails: [
      [
        "storage of Auto Mode alone, which has its own add-on",
        autoModeAlone({ kubernetesVersion: "1.37", storage: { lustre: { sizeGiB: 1200 } } }),
        "error eks.addOns.aws-fsx-csi-driver.version: no version of aws-fsx-csi-driver is pinned for Kubernetes 1.37; " +
          'set "latest", or a version that "aws eks describe-addon-versions --addon-name aws-fsx-csi-driver ' +
          '--kubernetes-version 1.37" prints',
      ],
      [
        "a version without pins",
        cluster({ kubernetesVersion: "1.37", eks: { addOns: { coredns: { version: "latest" } } } }),
        "error kubernetesVersion: no versions of add-ons are pinned for Kubernetes 1.37 yet: use one of 1.35, 1.36, or set the " +
          "versions of eks-pod-identity-agent, vpc-cni, kube-proxy, aws-ebs-csi-driver in eks.addOns, and image.release of the " +
          'node groups, for example to "latest"',
      ],
    ],
  },
  {
    rule: "eks/control-plane/image-releases-pinned",
    passes: [
      ["a family with a pin", cluster()],
      ["a version newer than the table, which another rule reports", cluster({ kubernetesVersion: "1.99" })],
      [
        "a release that is named",
        cluster({ nodeGroups: [group({ image: { family: "bottlerocket", release: "latest" } })] }),
      ],
    ],
    fails: [
      [
        "a version without pins, with the versions of add-ons",
        cluster({ kubernetesVersion: "1.37", storage: { block: false }, eks: { addOns: namedAddOns } }),
        'error nodeGroups[0].image.release: no release of al2023 is pinned for Kubernetes 1.37; set one, or "latest"',
      ],
    ],
  },
];
