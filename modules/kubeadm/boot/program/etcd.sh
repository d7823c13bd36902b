# ---------------------------------------------------------------------------------------------------------------------------------------
# Certificates of the cluster

# Gets the certificate authorities, the key of service accounts and the key of secrets from the store: one object, so that the set is complete.
fetch_pki() {
  mkdir -p "$kubernetes/pki"
  store_get pki/bundle.tar "$state/bundle" || retry "the store does not give pki/bundle.tar"
  tar -xf "$state/bundle" -C "$kubernetes/pki" --no-same-owner
  rm -f "$state/bundle"
}

# Creates them. The store accepts one object only: if two machines create them at once, both get the same.
create_pki() {
  local folder=$state/pki phase
  rm -rf "$folder"
  mkdir -p "$folder"
  for phase in ca etcd-ca front-proxy-ca sa; do
    kubeadm init phase certs "$phase" --kubernetes-version "v$KUBERNETES_VERSION" --cert-dir "$folder" >/dev/null
  done
  sed "s|@KEY@|$(head -c 32 /dev/urandom | base64)|" "$settings/encryption.yaml" | write "$folder/encryption.yaml"
  tar -cf "$state/bundle" -C "$folder" .
  store_put_once pki/bundle.tar "$state/bundle" || retry "the store does not accept pki/bundle.tar"
  rm -rf "$folder" "$state/bundle"
}

# A client of the API server that needs no running machine but this one.
kube() { kubectl --kubeconfig "$state/admin.conf" --request-timeout 20s "$@"; }

# Prepares kube and etcd for a machine that has no control plane yet.
fetch_clients() {
  kubeadm init phase certs etcd-healthcheck-client --config "$1" >/dev/null
  kubeadm kubeconfig user --config "$1" --client-name kubernetes-boot --org system:masters >"$state/admin.part"
  chmod 600 "$state/admin.part"
  mv "$state/admin.part" "$state/admin.conf"
}

# Whether the API server at an address works, by our certificate authority.
ready_at() {
  curl -sS -o /dev/null -f -m 5 --cacert "$kubernetes/pki/ca.crt" --resolve "$ENDPOINT:$PORT:$1" "https://$ENDPOINT:$PORT/readyz" 2>/dev/null
}

# Sets peer to the address of another slot whose API server works.
find_peer() {
  local address
  peer=
  for address in "${slot_addresses[@]}"; do
    [ "$address" = "$SLOT_ADDRESS" ] || ! ready_at "$address" || {
      peer=$address
      return 0
    }
  done
  return 1
}

# ---------------------------------------------------------------------------------------------------------------------------------------
# etcd

etcd_image() { kubeadm config images list --config "$state/init.yaml" 2>/dev/null | grep '/etcd:'; }

# Runs etcdctl or etcdutl of etcd's image: etcd_tool TOOL ARGUMENT... It needs no running kubelet.
etcd_tool() {
  local image
  image=$(etcd_image)
  [ -n "$(ctr -n k8s.io images list -q "name==$image")" ] || container_runtime pull "$image" >/dev/null
  ctr -n k8s.io run --rm --net-host --mount "type=bind,src=$kubernetes/pki,dst=/etc/kubernetes/pki,options=rbind:ro" \
    --mount "type=bind,src=$mount,dst=/var/lib/etcd,options=rbind:rw" "$image" "boot-$$-$RANDOM" "$@"
}

# Runs etcdctl: etcdctl_at ADDRESSES ARGUMENT...
etcdctl_at() {
  local endpoints
  # shellcheck disable=SC2086
  endpoints=$(printf ',https://%s:2379' $1)
  shift
  etcd_tool etcdctl --endpoints "${endpoints#,}" --cacert /etc/kubernetes/pki/etcd/ca.crt \
    --cert /etc/kubernetes/pki/etcd/healthcheck-client.crt --key /etc/kubernetes/pki/etcd/healthcheck-client.key "$@"
}

# Reads the members: one "id status name peer-URL client-URL learner" per line. A member that never started has no name.
read_members() {
  members=$(etcdctl_at "$peer" member list -w simple | sed 's/, /,/g' | tr ',' ' ' | awk 'NF > 3') || return 1
  [ -n "$members" ]
}

# The line of the member at an address.
member_at() { grep -F "https://$1:2380" <<<"$members"; }

# Sets others to the number of members except this slot's, and healthy to the number of those that work.
count_members() {
  local addresses=() line
  while read -r line; do
    line=${line#*https://}
    line=${line%%:*}
    [ "$line" = "$SLOT_ADDRESS" ] || addresses+=("$line")
  done <<<"$members"
  others=${#addresses[@]}
  healthy=$(etcdctl_at "${addresses[*]}" endpoint health 2>&1 | grep -c ' is healthy' || true)
}
