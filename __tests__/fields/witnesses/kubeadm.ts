import type { KubeadmClusterProps, KubeadmSoftwareFile } from "../../../modules/kubeadm/spec";
import {
  cluster,
  onAzure,
  onGoogle,
  withControlPlane,
  withEtcd,
  withNetwork,
  withSoftware,
} from "../../kubeadm/rule-support";
import type { Witness } from "./witness";

const mirror = (host: string): KubeadmClusterProps =>
  withSoftware({ source: "mirror", mirror: `https://${host}.example.com/kubernetes` });

const withFile = (file: Partial<KubeadmSoftwareFile>): KubeadmClusterProps =>
  withSoftware({ files: [{ url: "https://files.example.com/tool.tgz", sha256: "0".repeat(64), ...file }] });

/** Each cloud has other regions, machines and people. */
const otherCloud = (
  before: KubeadmClusterProps,
  after: KubeadmClusterProps,
): Witness<KubeadmClusterProps> => ({
  shows: ["cloud", `cloud = "${before.cloud}"`, `cloud = "${after.cloud}"`],
  before,
  after,
  tied: ["region", "controlPlane", "access", "nodeGroups"],
});

export const kubeadmWitnesses: readonly Witness<KubeadmClusterProps>[] = [
  otherCloud(cluster(), onAzure()),
  otherCloud(cluster(), onGoogle()),
  {
    shows: ["network.cni", ...["cilium", "none"].map((cni) => `network.cni = "${cni}"`)],
    before: withNetwork({ cni: "cilium" }),
    after: withNetwork({ cni: "none" }),
  },
  {
    shows: ['network.cni = "calico"'],
    before: withNetwork({ cni: "calico" }),
    after: withNetwork({ cni: "none" }),
  },
  {
    shows: ["kubeadm.providerMinimum"],
    before: onAzure({ kubeadm: { providerMinimum: "4.55.0" } }),
    after: onAzure({ kubeadm: { providerMinimum: "5.0.0" } }),
  },
  {
    shows: ["controlPlane.machines", "controlPlane.machines = 1", "controlPlane.machines = 5"],
    before: withControlPlane({ machines: 1 }),
    after: withControlPlane({ machines: 5 }),
  },
  {
    shows: ["controlPlane.etcd.restore"],
    before: withEtcd({}),
    after: withEtcd({ restore: "newest" }),
  },
  {
    shows: ["kubeadm.software.manifests"],
    before: cluster({ kubeadm: { software: {} } }),
    after: cluster(),
  },
  {
    shows: ["kubeadm.software.mirror"],
    before: mirror("one"),
    after: mirror("two"),
  },
  {
    shows: ['kubeadm.software.source = "mirror"'],
    before: cluster({ kubeadm: { software: { source: "store" } } }),
    after: mirror("one"),
    tied: ["kubeadm.software.mirror"],
  },
  {
    shows: ['kubeadm.software.files[].kind = "program"'],
    before: withFile({ kind: "archive", to: "/opt/tool" }),
    after: withFile({ kind: "program", to: "/opt/tool" }),
  },
  {
    shows: ['kubeadm.software.files[].kind = "images"'],
    before: withFile({ to: "/opt/tool" }),
    after: withFile({ kind: "images" }),
    tied: ["kubeadm.software.files[].to"],
  },
  {
    shows: ["network.private"],
    before: withSoftware({ source: "store", imageRepository: "registry.example.com" }, { private: false }),
    after: withSoftware({ source: "store", imageRepository: "registry.example.com" }, { private: true }),
  },
];
