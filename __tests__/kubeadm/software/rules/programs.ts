import type { KubeadmSoftwareFile } from "../../../../modules/kubeadm/spec";
import { cluster, group, type KubeadmRuleCases, variable, withSoftware } from "../../rule-support";

const mirror = "https://mirror.example.com/kubernetes";

const sha256 = "0".repeat(64);

const program = (name: string): KubeadmSoftwareFile => ({
  url: `https://files.example.com/${name}`,
  sha256,
  to: `/usr/local/bin/${name}`,
});

const image = { id: "ami-0123456789abcdef0" };

const archive = (name: string): KubeadmSoftwareFile => ({
  url: `https://github.com/example/${name}/releases/download/v1.0.0/${name}.tgz`,
  sha256,
  kind: "archive",
  to: "/usr/local",
});

const images = (name: string): KubeadmSoftwareFile => ({
  url: `https://files.example.com/${name}.tar`,
  sha256,
  kind: "images",
});

const withFiles = (...files: KubeadmSoftwareFile[]) => withSoftware({ files });

export const cases: readonly KubeadmRuleCases[] = [
  {
    rule: "kubeadm/software/mirror",
    passes: [
      ["a mirror", withSoftware({ source: "mirror", mirror })],
      ["the servers of the projects", cluster()],
    ],
    fails: [
      [
        "a mirror that is not used",
        withSoftware({ mirror }),
        "error kubeadm.software.mirror: is used with source: mirror only, got source: upstream",
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
    rule: "kubeadm/software/reachable",
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
      [
        "the servers of the projects without NAT gateways",
        cluster({ network: { nat: "none" } }),
        "error kubeadm.software.source: a network without egress reaches neither dl.k8s.io nor github.com; use store, whose bucket has an endpoint, or image",
      ],
    ],
  },
  {
    rule: "kubeadm/software/image",
    passes: [
      ["programs of their projects", cluster()],
      [
        "own images",
        cluster({
          controlPlane: { machineType: "m7i.large", image },
          nodeGroups: [group({ image })],
          kubeadm: { software: { source: "image" } },
        }),
      ],
    ],
    fails: [
      [
        "a node group without image",
        cluster({
          controlPlane: { machineType: "m7i.large", image },
          nodeGroups: [group({ image }), group({ name: "other" })],
          kubeadm: { software: { source: "image" } },
        }),
        "error kubeadm.software.source: image needs an own image, because the default image has no programs of Kubernetes; set image.id in nodeGroups[1]",
      ],
      [
        "no image",
        withSoftware({ source: "image" }),
        "error kubeadm.software.source: image needs an own image, because the default image has no programs of Kubernetes; set image.id in controlPlane, nodeGroups[0]",
      ],
    ],
  },
  {
    rule: "kubeadm/software/images-reachable",
    passes: [
      ["NAT gateways", withSoftware({ source: "store" })],
      [
        "an own registry",
        withSoftware({ source: "store", imageRepository: "registry.example.com" }, { private: true }),
      ],
      ["images in the store", withSoftware({ source: "store", files: [images("one")] }, { nat: "none" })],
      ["no egress from the registry that it names", withSoftware({ source: "image" }, { private: true })],
    ],
    fails: [
      [
        "the registry of Kubernetes in a private network",
        withSoftware({ source: "store" }, { private: true }),
        "error kubeadm.software.imageRepository: a network without egress does not reach registry.k8s.io; name a registry with a private address, or add archives with kind: images to files",
      ],
    ],
  },
  {
    rule: "kubeadm/software/known",
    passes: [
      ["a known release", cluster({ kubernetesVersion: "1.35.8" })],
      [
        "another release of an image",
        cluster({ kubernetesVersion: "1.36.99", kubeadm: { software: { source: "image" } } }),
      ],
      ["an unknown minor, which another rule reports", cluster({ kubernetesVersion: "1.99.0" })],
      [
        "files of an unknown release",
        cluster({
          kubernetesVersion: "1.36.99",
          kubeadm: { software: { files: ["kubeadm", "kubectl", "kubelet"].map(program) } },
        }),
      ],
      ["a variable", cluster({ kubernetesVersion: variable })],
    ],
    fails: [
      [
        "an unknown release",
        cluster({ kubernetesVersion: "1.36.99" }),
        "error kubernetesVersion: the checksums of kubeadm, kubectl, kubelet 1.36.99 for amd64 are unknown (as of 2026-11-30); use a release of 1.36.0, 1.36.1, 1.36.2, 1.36.3, 1.36.4, add the files to kubeadm.software.files, or use kubeadm.software.source: image",
      ],
      [
        "a program for workers only",
        cluster({
          kubernetesVersion: "1.36.99",
          kubeadm: {
            software: {
              files: [program("kubeadm"), program("kubectl"), { ...program("kubelet"), role: "worker" }],
            },
          },
        }),
        "error kubernetesVersion: the checksums of kubelet 1.36.99 for amd64 are unknown (as of 2026-11-30); use a release of 1.36.0, 1.36.1, 1.36.2, 1.36.3, 1.36.4, add the files to kubeadm.software.files, or use kubeadm.software.source: image",
      ],
      [
        "machines of an unknown type, which are amd64",
        cluster({
          kubernetesVersion: "1.36.99",
          controlPlane: { machineType: "m7g.large" },
          nodeGroups: [group({ machineTypes: ["zz9.large"] })],
          kubeadm: {
            software: {
              files: ["kubeadm", "kubectl", "kubelet"].map((name) => ({
                ...program(name),
                architecture: "arm64",
              })),
            },
          },
        }),
        "error kubernetesVersion: the checksums of kubeadm, kubectl, kubelet 1.36.99 for amd64 are unknown (as of 2026-11-30); use a release of 1.36.0, 1.36.1, 1.36.2, 1.36.3, 1.36.4, add the files to kubeadm.software.files, or use kubeadm.software.source: image",
      ],
      [
        "a file of another release",
        withFiles({
          ...program("kubelet"),
          url: "https://dl.k8s.io/release/v1.35.9/bin/linux/amd64/kubelet",
        }),
        "error kubeadm.software.files[0].url: must be a file of Kubernetes 1.36.3, as kubernetesVersion, got 1.35.9",
      ],
      [
        "files of one architecture",
        cluster({
          kubernetesVersion: "1.37.99",
          nodeGroups: [group(), group({ name: "arm", machineTypes: ["m7g.large"] })],
          kubeadm: {
            software: {
              source: "store",
              files: ["kubeadm", "kubectl", "kubelet"].map((name) => ({
                ...program(name),
                architecture: "amd64",
              })),
            },
          },
        }),
        "error kubernetesVersion: the checksums of kubeadm, kubectl, kubelet 1.37.99 for arm64 are unknown (as of 2026-11-30); use a release of 1.37.0, 1.37.1, add the files to kubeadm.software.files, or use kubeadm.software.source: image",
      ],
    ],
  },
  {
    rule: "kubeadm/software/files",
    passes: [
      [
        "programs, archives and images",
        withFiles(program("kubelet"), archive("nerdctl"), { ...images("one") }, images("two")),
      ],
      [
        "one program for each architecture",
        withFiles(
          { ...program("tool"), architecture: "amd64" },
          { ...program("tool"), architecture: "arm64" },
        ),
      ],
      [
        "one program for each role",
        withFiles({ ...program("tool"), role: "worker" }, { ...program("tool"), role: "control-plane" }),
      ],
      [
        "two archives of another host",
        withFiles(
          { ...archive("one"), url: "https://files.example.com/repository/tools/one.tgz" },
          { ...archive("two"), url: "https://files.example.com/repository/tools/two.tgz" },
        ),
      ],
      ["two archives for one folder", withFiles(archive("one"), archive("two"))],
    ],
    fails: [
      [
        "a URL without TLS",
        withFiles({ ...program("tool"), url: "http://files.example.com/tool" }),
        'error kubeadm.software.files[0].url: must be an https URL with a path such as https://dl.k8s.io/release/v1.35.4/bin/linux/amd64/kubelet, got "http://files.example.com/tool"',
      ],
      [
        "a short checksum",
        withFiles({ ...program("tool"), sha256: "abc" }),
        'error kubeadm.software.files[0].sha256: must have 64 lower case hexadecimal digits, got "abc"',
      ],
      [
        "a program without a path",
        withFiles({ url: "https://files.example.com/tool", sha256 }),
        "error kubeadm.software.files[0].to: is required with kind: program: the path, such as /usr/local/bin/kubelet",
      ],
      [
        "a relative path",
        withFiles({ ...program("tool"), to: "bin/tool" }),
        'error kubeadm.software.files[0].to: must be an absolute path of letters, digits, ".", "-" and "_", without final "/", got "bin/tool"',
      ],
      [
        "an archive without a folder",
        withFiles({ ...archive("tool"), to: undefined }),
        "error kubeadm.software.files[0].to: is required with kind: archive: the folder, such as /opt/cni/bin",
      ],
      [
        "an archive of another format",
        withFiles({ ...archive("tool"), url: "https://files.example.com/tool.zip" }),
        'error kubeadm.software.files[0].url: must end in .tar.gz or .tgz with kind: archive, got "https://files.example.com/tool.zip"',
      ],
      [
        "images with a path",
        withFiles({ ...images("one"), to: "/opt" }),
        "error kubeadm.software.files[0].to: is not used with kind: images, which containerd imports; remove it",
      ],
      [
        "two programs for one path",
        withFiles(program("tool"), { ...program("tool"), architecture: "arm64" }),
        'error kubeadm.software.files[1].to: "/usr/local/bin/tool" is a duplicate of [0]',
      ],
      [
        "two archives of one project",
        withFiles(archive("tool"), { ...archive("tool"), to: "/opt" }),
        'error kubeadm.software.files[1].url: "https://github.com/example/tool/releases/download/v1.0.0/tool.tgz" is of the same project as [0]',
      ],
      [
        "files of an image",
        withSoftware({ source: "image", files: [program("tool")] }),
        "error kubeadm.software.files: has no effect with source: image: machines download nothing; remove it",
      ],
      [
        "URLs that user data has no space for",
        withFiles(program("a"), { ...program("b"), url: `https://files.example.com/${"b".repeat(700)}` }),
        "error kubeadm.software.files: the URLs and paths of all files can have at most 700 characters, because user data is limited, got 785",
      ],
      [
        "more files than user data can have",
        withFiles(...["a", "b", "c", "d", "e", "f"].map(program)),
        "error kubeadm.software.files: can have at most 5 files, because user data is limited, got 6",
      ],
    ],
  },
  {
    rule: "kubeadm/software/image-repository",
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
