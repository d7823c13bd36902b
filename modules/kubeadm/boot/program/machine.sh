# ---------------------------------------------------------------------------------------------------------------------------------------
# Files

# The checksum of a file, or of the input.
sha256() { sha256sum "$1" | cut -d ' ' -f 1; }

# Writes the input to a file at once, so that no crash leaves a part of it.
write() {
  mkdir -p "${1%/*}"
  cat >"$1.part"
  mv "$1.part" "$1"
}

# Whether the store has an object; fails if the store does not answer.
stored() {
  local status=0
  store_get "$1" "$state/object" || status=$?
  [ "$status" -lt 2 ] || retry "the store does not give $1"
  return "$status"
}

# Writes a document with the values of this machine to the folder of the program, and prints its path.
document() {
  local text
  text=$(<"$settings/$1")
  text=${text//@NODE_NAME@/$node_name}
  text=${text//@NODE_ADDRESS@/$node_address}
  text=${text//@PROVIDER_ID@/$provider_id}
  text=${text//@SERVICE_ACCOUNT_ISSUER@/$SERVICE_ACCOUNT_ISSUER}
  text=${text//@TENANT@/$TENANT}
  write "$state/$1" <<<"$text"
  echo "$state/$1"
}

# Points the name of the API server to an address. Load balancers do not send a machine's requests back to it.
point_endpoint_to() {
  local others
  others=$(grep -v ' # kubernetes-boot$' "$root/etc/hosts" || true)
  printf '%s\n%s %s # kubernetes-boot\n' "$others" "$1" "$ENDPOINT" >"$state/hosts"
  # Containers can have the file mounted, so that it is not replaced.
  cat "$state/hosts" >"$root/etc/hosts"
}

# ---------------------------------------------------------------------------------------------------------------------------------------
# Software

install_software() {
  local kind sum path to file mark
  while read -r -u 3 kind sum path to; do
    mark=$state/software/$sum${to//\//.}
    [ ! -e "$mark" ] || [ ! -e "$root/$to" ] || continue
    file=$state/download
    case $SOFTWARE_SOURCE in
      store) store_get "assets/$path" "$file" || retry "the store does not give assets/$path" ;;
      *) curl -sS -f -L -m 600 -o "$file" "$SOFTWARE_MIRROR/$path" || retry "$SOFTWARE_MIRROR/$path is not available" ;;
    esac
    [ "$(sha256 "$file")" = "$sum" ] || refuse "$path must have the SHA-256 $sum, got $(sha256 "$file")"
    case $kind in
      program) install -D -m 0755 "$file" "$root$to" ;;
      archive)
        install -d -m 0755 "$root$to"
        # Archives have the users of the machines that made them.
        tar --no-same-owner -xzf "$file" -C "$root$to"
        ;;
      images)
        systemctl start containerd
        ctr -n k8s.io images import "$file" >/dev/null
        ;;
    esac
    rm -f "$file"
    write "$mark" <<<"$path"
  done 3<"$settings/software"
  [ "$(kubeadm version -o short)" = "v$KUBERNETES_VERSION" ] ||
    refuse "kubeadm must have version $KUBERNETES_VERSION, got $(kubeadm version -o short)"
  [ "$(kubelet --version)" = "Kubernetes v$KUBERNETES_VERSION" ] ||
    refuse "kubelet must have version $KUBERNETES_VERSION, got $(kubelet --version)"
}

prepare() {
  # Kernels with these built in have no modules to load.
  modprobe -a overlay br_netfilter 2>/dev/null || true
  sysctl -q -w net.ipv4.ip_forward=1
  swapoff -a || true
  cloud prepare
  install_software
  systemctl enable --now containerd
  # Only this program starts the kubelet: with an etcd disk that is not mounted, etcd would start without data.
  systemctl disable kubelet 2>/dev/null || true
}

# Talks to containerd. On a busy machine the end of a pod takes longer than the two seconds for which crictl waits by default.
container_runtime() { crictl --runtime-endpoint unix:///run/containerd/containerd.sock --timeout 120s "$@"; }

# ---------------------------------------------------------------------------------------------------------------------------------------
# The etcd disk

device=

attach_disk() {
  until device=$(cloud disk "$DISK_ID") && [ -e "$device" ]; do
    cloud attach_disk "$DISK_ID" || wait_for "disk $DISK_ID cannot be attached yet: another machine has it"
    [ -e "$device" ] || wait_for "disk $DISK_ID does not appear as $device"
  done
}

# Prints what the disk is: blank, own or foreign.
disk_state() {
  local label status=0
  label=$(blkid -p -o value -s LABEL "$device") || status=$?
  # 2: no file system, no partitions.
  if [ "$status" = 2 ]; then
    echo blank
  elif [ "$status" = 0 ] && [ "$label" = "etcd-$SLOT" ]; then
    echo own
  else
    echo foreign
  fi
}

# Mounts the disk, which has a file system of this slot.
mount_disk() {
  mkdir -p "$mount"
  mountpoint -q "$mount" || mount "$device" "$mount"
  if [ ! -e "$mount/owner" ]; then
    # Only a disk that was just formatted has no owner.
    [ -z "$(find "$mount" -mindepth 1 -maxdepth 1 ! -name lost+found ! -name owner.part)" ] ||
      refuse "disk $DISK_ID has files, but no file that names its owner"
    write "$mount/owner" <<<"$CLUSTER $SLOT_NAME"
  fi
  [ "$(<"$mount/owner")" = "$CLUSTER $SLOT_NAME" ] || refuse "disk $DISK_ID belongs to $(<"$mount/owner")"
}

# Makes the disk empty for INIT, JOIN, REPLACE and RESTORE.
empty_disk() {
  if [ "$(disk_state)" = blank ]; then
    mkfs.ext4 -q -L "etcd-$SLOT" "$device"
    mount_disk
  fi
  rm -f "$mount/sentinel" "$mount/joining"
  rm -rf "$data"
}
