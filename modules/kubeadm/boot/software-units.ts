import { defaults } from "../fields.generated";
import { settingsFolder } from "./paths";
import type { MachineSettings, SoftwareSettings } from "./settings";
import { unit } from "./unit";

/**
 * The files that a machine downloads, one in each line: kind, checksum, path and place, none of which contains a space. Not in the
 * settings, whose base64 needs more of the limited user data.
 */
export function softwareList({ cluster, machine }: MachineSettings): Readonly<Record<string, string>> {
  const lines = cluster.software.files
    .filter(({ role = machine.role }) => role === machine.role)
    .filter(({ architecture = machine.architecture }) => architecture === machine.architecture)
    .map(({ kind, sha256, path, to = "" }) => `${[kind, sha256, path, to].join(" ").trimEnd()}\n`);
  return { [`${settingsFolder}/software`]: lines.join("") };
}

/**
 * The units of containerd and the kubelet, of which the files of their projects contain none. An image with the programs has its own.
 *
 * @see https://github.com/containerd/containerd/blob/main/containerd.service
 * @see https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/kubelet-integration/
 */
export function softwareUnits({ source }: SoftwareSettings): Readonly<Record<string, string>> {
  if (source === "image") return {};
  return {
    "containerd.service": unit("Runs containers", {
      Service: {
        ExecStart: "/usr/local/bin/containerd",
        Type: "notify",
        // Containers have separate cgroups, and continue when containerd restarts.
        Delegate: "yes",
        KillMode: "process",
        Restart: "always",
        RestartSec: "5",
        LimitNPROC: "infinity",
        LimitCORE: "infinity",
        TasksMax: "infinity",
        OOMScoreAdjust: "-999",
      },
      Install: { WantedBy: "multi-user.target" },
    }),
    // kubeadm writes these files when the machine becomes a node.
    "kubelet.service": unit("Runs the pods of this node", {
      Service: {
        EnvironmentFile: "-/var/lib/kubelet/kubeadm-flags.env",
        ExecStart:
          "/usr/local/bin/kubelet --bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubelet.conf --kubeconfig=/etc/kubernetes/kubelet.conf --config=/var/lib/kubelet/config.yaml $KUBELET_KUBEADM_ARGS",
        Restart: "always",
        RestartSec: "10",
      },
      Install: { WantedBy: "multi-user.target" },
    }),
  };
}

/**
 * The configuration of containerd by path, unless the image has its own: cgroups by systemd like the kubelet, and the sandbox image of the
 * Kubernetes minor.
 *
 * @see https://github.com/containerd/containerd/blob/main/docs/cri/config.md
 */
export function containerdConfig({
  source,
  sandboxVersion,
  imageRepository = defaults["kubeadm.software.imageRepository"],
}: SoftwareSettings): Readonly<Record<string, string>> {
  if (source === "image") return {};
  const lines = [
    "version = 3",
    "[plugins.'io.containerd.cri.v1.images'.pinned_images]",
    `sandbox = '${imageRepository}/pause:${sandboxVersion}'`,
    "[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc]",
    "runtime_type = 'io.containerd.runc.v2'",
    "[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc.options]",
    "SystemdCgroup = true",
    "",
  ];
  return { "/etc/containerd/config.toml": lines.join("\n") };
}
