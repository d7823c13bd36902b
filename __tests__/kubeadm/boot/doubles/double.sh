#!/bin/sh
# Doubles of the programs that boot.sh starts, in one file: the name under which it is called decides. They share a folder, $WORLD, with the
# members of etcd, the nodes, the running API servers and the disks, and refuse what the real programs refuse. The machine is $BOOT_ROOT.
set -eu
name=${0##*/}
echo "$name $*" >>"$BOOT_ROOT/calls"
kubernetes=$BOOT_ROOT/etc/kubernetes
fail() {
  echo "$name: $*" >&2
  exit 1
}
last() { for argument; do :; done; echo "$argument"; }
value() { grep -o "\"$1\":\"[^\"]*\"" "$2" | head -n 1 | cut -d '"' -f 4; }
provider() { grep -o '"name":"provider-id","value":"[^"]*"' "$1" | cut -d '"' -f 8; }
# The argument after an option.
option() {
  wanted=$1
  shift
  while [ $# -gt 1 ]; do
    [ "$1" != "$wanted" ] || { echo "$2"; return; }
    shift
  done
}
register() {
  node=$BOOT_ROOT/var/lib/kubelet/node
  [ -e "$node" ] || return 0
  read -r node_name node_provider <"$node"
  [ -e "$WORLD/nodes/$node_name" ] || echo "$node_provider" >"$WORLD/nodes/$node_name"
}
start_node() {
  mkdir -p "$BOOT_ROOT/var/lib/kubelet"
  echo "$(value name "$1") $(provider "$1")" >"$BOOT_ROOT/var/lib/kubelet/node"
  echo config >"$BOOT_ROOT/var/lib/kubelet/config.yaml"
  echo conf >"$kubernetes/kubelet.conf"
  register
}
start_control_plane() {
  mkdir -p "$kubernetes/manifests"
  echo etcd >"$kubernetes/manifests/etcd.yaml"
  for file in ca.crt ca.key etcd/ca.crt etcd/ca.key sa.key encryption.yaml; do
    [ -s "$kubernetes/pki/$file" ] || fail "$file is missing"
  done
  for file in audit authentication encryption; do
    [ -s "$kubernetes/api-server/$file.yaml" ] || fail "$file.yaml is missing"
  done
  ! grep -q webhook.yaml "$BOOT_ROOT/var/lib/kubernetes-boot/init.yaml" || [ -s "$kubernetes/api-server/webhook.yaml" ] || fail "webhook.yaml is missing"
  echo admin >"$kubernetes/admin.conf"
  : >"$WORLD/up/$1"
}
free_ports() { [ ! -e "$kubernetes/manifests/etcd.yaml" ] || fail "[ERROR Port-10259]: Port 10259 is in use"; }

case $name in
  kubeadm)
    case "$*" in
      'version -o short') echo "v$(cat "$BOOT_ROOT/version")" ;;
      'init phase certs etcd-healthcheck-client'*) [ -s "$kubernetes/pki/etcd/ca.key" ] || fail "no CA" ;;
      'init phase certs'*)
        folder=$(last "$@")
        mkdir -p "$folder/etcd"
        case $4 in
          ca) files="ca.crt ca.key" ;;
          etcd-ca) files="etcd/ca.crt etcd/ca.key" ;;
          front-proxy-ca) files="front-proxy-ca.crt front-proxy-ca.key" ;;
          sa) files="sa.key sa.pub" ;;
        esac
        for file in $files; do echo "$file $$" >"$folder/$file"; done
        ;;
      'init phase mark-control-plane'*) ;;
      'kubeconfig user'*) echo kubeconfig ;;
      'config images list'*) printf 'registry.k8s.io/pause:3.10.1\nregistry.k8s.io/etcd:3.6.6-0\n' ;;
      'token create'*) echo abcdef.0123456789abcdef ;;
      'certs renew all') ;;
      'init --config'*)
        free_ports
        address=$(value advertiseAddress "$3")
        mount=$BOOT_ROOT/var/lib/etcd
        [ -L "$mount" ] || fail "the etcd disk is not mounted"
        if [ ! -e "$mount/data/member/snap/db" ]; then
          [ ! -s "$WORLD/members" ] || echo "$address started a second cluster" >>"$WORLD/split"
          mkdir -p "$mount/data/member/snap"
          echo "$address $$" >"$mount/data/member/snap/db"
          cp "$mount/data/member/snap/db" "$WORLD/members"
        elif [ -e "$mount/data/restored" ]; then
          rm -f "$WORLD"/up/*
          echo "$address $$" >"$mount/data/member/snap/db"
          cp "$mount/data/member/snap/db" "$WORLD/members"
          rm "$mount/data/restored"
        elif ! grep -q -x -F "$(cat "$mount/data/member/snap/db")" "$WORLD/members"; then
          fail "the member has been permanently removed from the cluster"
        fi
        start_control_plane "$address"
        start_node "$3"
        ;;
      'join --config'*)
        free_ports
        if grep -q controlPlane "$3"; then
          address=$(value advertiseAddress "$3")
          [ ! -e "$BOOT_ROOT/var/lib/etcd/data" ] || fail "[ERROR DirAvailable--var-lib-etcd-data]"
          ! grep -q "^$address " "$WORLD/members" || fail "etcdserver: Peer URLs already exists"
          [ ! -e "$WORLD/nodes/$(value name "$3")" ] || fail "a Node with this name and status Ready already exists"
          ! grep -q learner "$WORLD/members" || fail "etcdserver: too many learner members in cluster"
          [ -s "$BOOT_ROOT/var/lib/kubernetes-boot/admin.conf" ] || fail "no discovery file"
          [ -e "$WORLD/cluster-info" ] || fail "[discovery] configmaps cluster-info not found"
          mkdir -p "$BOOT_ROOT/var/lib/etcd/data/member/snap"
          echo "$address $$ learner" >>"$WORLD/members"
          echo "$address $$" >"$BOOT_ROOT/var/lib/etcd/data/member/snap/db"
          sed -i "s/^\($address .*\) learner/\1/" "$WORLD/members"
          [ ! -s "$WORLD/join" ] || { echo joined; sleep 60; }
          start_control_plane "$address"
        else
          grep -q client-certificate-data "$BOOT_ROOT/var/lib/kubernetes-boot/discovery.conf" || fail "no identity"
          [ ! -e "$kubernetes/kubelet.conf" ] || fail "[ERROR FileAvailable--etc-kubernetes-kubelet.conf]"
        fi
        start_node "$3"
        ;;
      *) fail "unknown: $*" ;;
    esac
    ;;
  kubelet) echo "Kubernetes v$(cat "$BOOT_ROOT/version")" ;;
  kubectl)
    while [ $# -gt 0 ]; do
      case $1 in
        --kubeconfig | --request-timeout) shift 2 ;;
        *) break ;;
      esac
    done
    case "$*" in
      'get node '*'"Ready"'*) [ ! -e "$WORLD/nodes/$3" ] || cat "$WORLD/ready" ;;
      'get node '*)
        if [ -e "$WORLD/nodes/$3" ]; then
          cat "$WORLD/nodes/$3"
        else
          case "$*" in *--ignore-not-found*) ;; *) fail "not found" ;; esac
        fi
        ;;
      'delete node '*) rm -f "$WORLD/nodes/$3" ;;
      'apply --server-side -f -') cat >>"$WORLD/definitions" ;;
      'wait --for condition=Established crd/manifestsets.kubernetes-boot.internal') ;;
      'get manifestsets.kubernetes-boot.internal/'*) grep -q "^  name: ${2#*/}$" "$WORLD/sets" 2>/dev/null ;;
      'apply --server-side --force-conflicts --prune --applyset=manifestsets.kubernetes-boot.internal/'*)
        [ "${KUBECTL_APPLYSET-}" = true ] || fail "unknown flag: --applyset"
        [ -n "$(ls "$7")" ] || fail "no objects passed to apply"
        if [ -s "$WORLD/refused" ]; then
          sed -i 1d "$WORLD/refused"
          fail "no endpoints available for service"
        fi
        find "$7" -type f -printf '%f\n' | sort >>"$WORLD/manifests"
        ;;
      'create -f -')
        request=$(cat)
        case $request in *'kind: ManifestSet'*)
          echo "$request" >>"$WORLD/sets"
          exit
          ;;
        esac
        csr=$(echo "$request" | sed -n 's/.*"name": "\(node-[^"]*\)".*/\1/p')
        echo "$request" >"$WORLD/requests/$csr"
        ;;
      'get csr '*'conditions'*'certificate'*) cat "$WORLD/answer" ;;
      'get csr '*) cat "$WORLD/pending" ;;
      'cordon '*) [ -e "$WORLD/nodes/$2" ] && echo "$2" >>"$WORLD/cordoned" ;;
      'uncordon '*) [ -e "$WORLD/nodes/$2" ] && echo "$2" >>"$WORLD/uncordoned" ;;
      'get pods --all-namespaces --field-selector spec.nodeName='*)
        node=${5#spec.nodeName=}
        sed -n "s/^$node //p" "$WORLD/pods"
        ;;
      'create --raw '*'/eviction -f -')
        pod=$(sed -n 's/.*"Eviction","metadata":{"namespace":"\([^"]*\)","name":"\([^"]*\)"}}$/\1 \2/p')
        [ "$3" = "/api/v1/namespaces/${pod% *}/pods/${pod#* }/eviction" ] || fail "the body names $pod"
        ! grep -q -x "$pod" "$WORLD/budgets" || fail "Cannot evict pod as it would violate the pod's disruption budget."
        sed -i "/^[^ ]* $pod\$/d" "$WORLD/pods"
        ;;
      'certificate '*) echo "$2 $3" >>"$WORLD/decisions" ;;
      '-n kube-system get lease'*) cat "$WORLD/leader" ;;
      'config view'*) printf https://api.production-main.internal:6443 ;;
      '-n kube-system get configmap kubernetes-boot-turn'*) cat "$WORLD/turn" ;;
      '-n kube-system create configmap kubernetes-boot-turn'*)
        [ ! -s "$WORLD/turn" ] || fail "already exists"
        last "$@" | sed 's/^slot=//' | tr -d '\n' >"$WORLD/turn"
        ;;
      '-n kube-system delete configmap kubernetes-boot-turn'*) : >"$WORLD/turn" ;;
      '-n kube-public create configmap'*) : >"$WORLD/cluster-info" ;;
      'apply '*) ;;
      *) fail "unknown: $*" ;;
    esac
    ;;
  systemctl)
    case "$*" in
      'restart kubelet' | 'start kubelet') register ;;
    esac
    ;;
  crictl)
    case "$*" in
      *' pods -q'*) [ ! -e "$kubernetes/manifests/etcd.yaml" ] || echo pod1 ;;
    esac
    ;;
  ctr)
    case "$*" in
      *'images list'*) echo image ;;
      *'member list'*)
        while read -r address id learner; do
          echo "$id, started, name-$address, https://$address:2380, https://$address:2379, $([ "$learner" = learner ] && echo true || echo false)"
        done <"$WORLD/members"
        ;;
      *'endpoint health'*)
        for endpoint in $(option --endpoints "$@" | tr , ' '); do
          address=${endpoint#https://}
          [ -e "$WORLD/up/${address%:*}" ] && echo "$endpoint is healthy" || echo "$endpoint is unhealthy"
        done
        ;;
      *'member remove'*) sed -i "/ $(last "$@")\( \|$\)/d" "$WORLD/members" ;;
      *'snapshot restore'*)
        mount=$BOOT_ROOT/var/lib/etcd
        [ -s "$mount/snapshot.db" ] || fail "no snapshot"
        [ -n "$(option --initial-cluster-token "$@")" ] || fail "members of the cluster before would lead the restored one"
        [ ! -e "$mount/data" ] || fail "data-dir not empty"
        mkdir -p "$mount/data/member/snap"
        cp "$mount/snapshot.db" "$mount/data/restored"
        cp "$mount/snapshot.db" "$mount/data/member/snap/db"
        ;;
      *'snapshot save'*) cat "$WORLD/members" >"$BOOT_ROOT/var/lib/etcd/backup.db" ;;
      *) fail "unknown: $*" ;;
    esac
    ;;
  blkid)
    device=$(last "$@")
    [ -e "$device/label" ] || exit 2
    cat "$device/label"
    ;;
  mkfs.ext4)
    device=$(last "$@")
    [ ! -e "$device/label" ] || fail "the disk has a file system"
    mkdir -p "$device/files/lost+found"
    echo "$3" >"$device/label"
    ;;
  mountpoint) [ -L "$2" ] ;;
  mount)
    rmdir "$2"
    ln -s "$1/files" "$2"
    ;;
  nft) cat >"$BOOT_ROOT/nft" ;;
  sysctl | modprobe | swapoff | aws-iam-authenticator) ;;
  *) fail "no double" ;;
esac
