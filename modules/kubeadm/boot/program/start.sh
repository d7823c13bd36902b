#!/usr/bin/env bash
# Makes a machine a node of a kubeadm cluster, and keeps it one. Needs bash 5, curl 7.88 or newer,
# openssl and systemd, on Azure and Google Cloud also nft.
#
#   boot.sh boot      after the start of the machine: decides by evidence what to do, does it, and completes the launching hook
#   boot.sh approve   approves certificates of nodes after a check of their identity
#   boot.sh token     renews the token with which workers may ask for certificates
#   boot.sh backup    saves a snapshot of etcd in the store
#   boot.sh renew     renews the certificates of this control-plane machine
#   boot.sh addons    applies the manifests of the store
#   boot.sh manifests applies the manifests that Terraform gave this machine
#   boot.sh leave     lets the cloud replace this machine when its pods have moved, and the control plane works without it
#
# Every step can be repeated after a crash at any line. Timers start all commands except boot. In functions that a condition calls, bash
# ignores errors: these return their status explicitly.
set -euo pipefail
umask 077

root=${BOOT_ROOT-} # Prefix of all paths; empty except in tests.
settings=$root/etc/kubernetes-boot
state=$root/var/lib/kubernetes-boot
kubernetes=$root/etc/kubernetes
mount=$root/var/lib/etcd
data=$mount/data
pause=${BOOT_PAUSE:-5} # Seconds between two tries.

# shellcheck source=/dev/null
. "$settings/settings"
# The settings that shellcheck does not see, because Terraform writes them.
: "${CLOUD:?}" "${CLUSTER:?}" "${REGION:?}" "${KUBERNETES_VERSION:?}" "${ENDPOINT:?}" "${PORT:?}" "${BUCKET:?}" "${ROLE:?}"
: "${SLOT_NAMES:?}" "${SLOT_ADDRESSES:?}" "${SLOT=}" "${SLOT_NAME=}" "${SLOT_ADDRESS=}" "${DISK_ID=}" "${RESTORE=}"
: "${NETWORK=}" "${IDENTITY=}" "${TENANT=}" "${WORKER_ROLE=}" "${AUTHENTICATOR=}" "${ADMINISTRATORS=}" "${SERVICE_ACCOUNT_ISSUER=}" "${HOOK_NAME=}" "${HOOK_GROUP=}" "${SOFTWARE_SOURCE=image}" "${SOFTWARE_MIRROR=}"
read -ra slot_names <<<"$SLOT_NAMES"
read -ra slot_addresses <<<"$SLOT_ADDRESSES"

# ---------------------------------------------------------------------------------------------------------------------------------------
# Reports

# Reports a fact on the console.
report() { echo "kubernetes-boot: $*"; }

# Ends this try; systemd starts the next one.
retry() {
  report "trying again: $*"
  exit 1
}

# Ends for good: no other try can succeed. The cloud replaces the machine, and the apply reports that the machine did not become ready.
refuse() {
  report "refused: $*"
  signal ABANDON || report "the launching hook could not be completed"
  exit 1
}

# Waits, and reports each reason once.
waiting=
wait_for() {
  [ "$waiting" = "$*" ] || report "WAIT: $*"
  waiting=$*
  sleep "$pause"
}
