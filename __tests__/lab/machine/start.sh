#!/usr/bin/env bash
# The first process of a machine: start.sh FOLDER NAME PROGRAMS|none CGROUP. Runs in new mount, UTS and PID namespaces and in the network namespace of
# the machine. When it ends, the kernel ends all processes of the machine.
set -euo pipefail
folder=$1 name=$2 programs=$3 cgroup=$4

mount --make-rprivate /
mount -t proc proc /proc
hostname "$name"

# Each machine has its own folder in place of those that a machine writes to.
own() {
  mkdir -p "$folder/root$1" "$1"
  mount --bind "$folder/root$1" "$1"
}
for path in /etc/kubernetes /etc/kubernetes-boot /etc/cni /etc/containerd /etc/systemd/system /opt/cni /usr/local/bin /usr/local/sbin /usr/local/lib/kubernetes-boot \
  /var/lib/kubelet /var/lib/containerd /var/lib/kubernetes-boot /var/lib/cni /var/log/pods /var/log/containers \
  /var/log/kubernetes /run /tmp; do
  own "$path"
done
# No separate mount: the boot program mounts the etcd disk only where nothing is mounted.
mkdir -p /var/lib/etcd
mount --make-shared /run
mount --make-shared /var/lib/kubelet
mkdir -p /dev/disk
mount --bind "$folder/disks" /dev/disk
for file in hosts resolv.conf; do mount --bind "$folder/$file" "/etc/$file"; done
mount --bind "$folder/ca-certificates.crt" /etc/ssl/certs/ca-certificates.crt
mkdir -p /run/lab
echo "/lab/$cgroup" >/run/lab/cgroup

# The image of the machine: the configuration of the CNI and of containerd, and, unless the machine downloads them, programs and CNI plugins.
cp -a "$folder/image/." /
if [ "$programs" != none ]; then
  for program in "$programs"/*; do ln -sf "$program" "/usr/local/bin/${program##*/}"; done
  mkdir -p /opt/cni/bin
  mount --bind /usr/lib/cni /opt/cni/bin
fi

# What cloud-init does with the user data.
tail -n +2 "$folder/user-data" >/run/lab/cloud-config.json
count=$(jq '.write_files | length' /run/lab/cloud-config.json)
for ((i = 0; i < count; i++)); do
  file() { jq -r ".write_files[$i].$1 // \"\"" /run/lab/cloud-config.json; }
  path=$(file path)
  mkdir -p "${path%/*}"
  case $(file encoding) in
    gz+b64) file content | base64 -d | gunzip >"$path" ;;
    b64) file content | base64 -d >"$path" ;;
    *) jq -j ".write_files[$i].content" /run/lab/cloud-config.json >"$path" ;;
  esac
  chmod "$(file permissions)" "$path"
done
# The user data of machines that download programs have the configuration of containerd, for cgroups of version 2 and a machine that has all rights.
if [ "$programs" = none ]; then
  sed -i 's/^SystemdCgroup = true$/SystemdCgroup = false/' /etc/containerd/config.toml
  printf '%s\n' "[plugins.'io.containerd.cri.v1.runtime']" 'restrict_oom_score_adj = true' >>/etc/containerd/config.toml
fi
jq -r '.runcmd[] | @sh' /run/lab/cloud-config.json | while read -r command; do eval "$command" || true; done
echo "$$" >"$folder/ready"
while :; do sleep 3600 & wait $!; done
