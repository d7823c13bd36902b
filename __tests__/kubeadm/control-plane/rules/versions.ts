import { cluster, type KubeadmRuleCases, variable } from "../../rule-support";

export const cases: readonly KubeadmRuleCases[] = [
  {
    rule: "kubeadm/control-plane/version-format",
    passes: [
      ["a release", cluster({ kubernetesVersion: "1.35.4" })],
      ["a reference, which is reported as such", cluster({ kubernetesVersion: variable })],
    ],
    fails: [
      [
        "a minor",
        cluster({ kubernetesVersion: "1.35" }),
        'error kubernetesVersion: must be a full release such as "1.35.8", got "1.35"',
      ],
      [
        "a prefix",
        cluster({ kubernetesVersion: "v1.36.3" }),
        'error kubernetesVersion: must be a full release such as "1.36.4", got "v1.36.3"',
      ],
      [
        "other text",
        cluster({ kubernetesVersion: "latest" }),
        'error kubernetesVersion: must be a full release such as "1.37.1", got "latest"',
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/version-supported",
    passes: [
      ["a known minor", cluster({ kubernetesVersion: "1.37.0" })],
      ["a version of another format, which is reported as such", cluster({ kubernetesVersion: "1.35" })],
    ],
    fails: [
      [
        "an old minor",
        cluster({ kubernetesVersion: "1.34.2" }),
        "error kubernetesVersion: 1.34 is not supported by kubeadm clusters; use a release of 1.35, 1.36, 1.37",
      ],
      [
        "a minor after the table",
        cluster({ kubernetesVersion: "1.38.0" }),
        "error kubernetesVersion: 1.38 is not supported by kubeadm clusters; use a release of 1.35, 1.36, 1.37",
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/containerd-version",
    passes: [
      ["programs with pinned versions", cluster({ kubernetesVersion: "1.36.3" })],
      [
        "an image for a minor that works with containerd 1.7",
        cluster({ kubernetesVersion: "1.35.4", kubeadm: { software: { source: "image" } } }),
      ],
    ],
    fails: [
      [
        "an image for a minor that warns of containerd 1.x",
        cluster({ kubernetesVersion: "1.36.3", kubeadm: { software: { source: "image" } } }),
        "warning kubeadm.software.source: the image must contain containerd 2.0.0 or later, and none of 2.3.0, 2.3.1, 2.3.2, 2.3.3, for Kubernetes 1.36.3",
      ],
    ],
  },
];
