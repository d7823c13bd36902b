import { cluster, type KubeadmRuleCases, withSoftware } from "../../rule-support";

const mirror = "https://mirror.example.com/kubernetes";

export const cases: readonly KubeadmRuleCases[] = [
  {
    rule: "kubeadm/control-plane/software-mirror",
    passes: [
      ["a mirror", withSoftware({ source: "mirror", mirror })],
      ["the store", cluster()],
    ],
    fails: [
      [
        "a mirror that is not used",
        withSoftware({ mirror }),
        "error kubeadm.software.mirror: is used with source: mirror only, got source: store",
      ],
      [
        "a mirror without URL",
        withSoftware({ source: "mirror" }),
        "error kubeadm.software.source: mirror needs the URL of the mirror in software.mirror",
      ],
      [
        "a mirror without TLS",
        withSoftware({ source: "mirror", mirror: "http://mirror.example.com" }),
        'error kubeadm.software.mirror: must be an https URL without final "/" such as https://mirror.example.com/kubernetes, got "http://mirror.example.com"',
      ],
      [
        "a final /",
        withSoftware({ source: "mirror", mirror: `${mirror}/` }),
        `error kubeadm.software.mirror: must be an https URL without final "/" such as https://mirror.example.com/kubernetes, got "${mirror}/"`,
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/software-reachable",
    passes: [
      ["a mirror and NAT gateways", withSoftware({ source: "mirror", mirror })],
      ["the store in a private network", withSoftware({ source: "store" }, { private: true })],
    ],
    fails: [
      [
        "a mirror in a private network",
        withSoftware({ source: "mirror", mirror }, { private: true }),
        "error kubeadm.software.source: a network without egress reaches no mirror; use store, whose bucket has an endpoint, or image",
      ],
      [
        "a mirror without NAT gateways",
        withSoftware({ source: "mirror", mirror }, { nat: "none" }),
        "error kubeadm.software.source: a network without egress reaches no mirror; use store, whose bucket has an endpoint, or image",
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/image-repository",
    passes: [
      [
        "a registry with a port and a path",
        withSoftware({ imageRepository: "registry.example.com:5000/k8s" }),
      ],
    ],
    fails: [
      [
        "a URL",
        withSoftware({ imageRepository: "https://registry.example.com" }),
        'error kubeadm.software.imageRepository: must be a registry such as registry.example.com/k8s, got "https://registry.example.com"',
      ],
    ],
  },
];
