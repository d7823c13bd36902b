import type { Fact } from "../../cluster/facts";

/** Age and source of the table of images. */
export const imagesFact: Fact = {
  asOf: "2026-11-28",
  source: "https://github.com/kubernetes/kubernetes/tree/master/cmd/kubeadm/app/constants",
};

/** A minor version of Kubernetes that kubeadm clusters support. */
export type KubernetesMinor = "1.35" | "1.36" | "1.37";

/** Versions of programs that belong to a minor version of Kubernetes. */
export interface MinorVersions {
  /** Version of the etcd image that kubeadm starts. Its minor changes by one at most from one Kubernetes minor to the next. */
  readonly etcd: string;

  /** Version of the CoreDNS image that kubeadm installs. */
  readonly coreDns: string;

  /** Version of the sandbox image that containerd has to use. */
  readonly pause: string;

  /** Oldest major version of containerd that this project accepts; kubeadm warns about 1.x from 1.36. */
  readonly containerdMajor: 1 | 2;

  /** The file from which the versions were read. */
  readonly source: string;
}

const constants = (tag: string) =>
  `https://github.com/kubernetes/kubernetes/blob/${tag}/cmd/kubeadm/app/constants/constants.go`;

/**
 * The images that kubeadm of each minor version starts: `DefaultEtcdVersion`, `CoreDNSVersion` and `PauseVersion` of its source. The newest
 * patch of a minor that the Go module proxy had was read.
 */
export const minorVersions: Readonly<Record<KubernetesMinor, MinorVersions>> = {
  "1.35": {
    etcd: "3.6.6-0",
    coreDns: "v1.13.1",
    pause: "3.10.1",
    containerdMajor: 1,
    source: constants("v1.35.4"),
  },
  "1.36": {
    etcd: "3.6.8-0",
    coreDns: "v1.14.2",
    pause: "3.10.2",
    containerdMajor: 2,
    source: constants("v1.36.3"),
  },
  "1.37": {
    etcd: "3.7.0-0",
    coreDns: "v1.14.6",
    pause: "3.10.2",
    containerdMajor: 2,
    source: constants("v1.37.2"),
  },
};
