# ---------------------------------------------------------------------------------------------------------------------------------------
# Timers of the control plane

# Whether this machine does the work that one machine of the control plane does: the one whose controller manager is the leader.
leads() {
  local holder
  holder=$(kube -n kube-system get lease kube-controller-manager -o 'jsonpath={.spec.holderIdentity}')
  [[ $holder == "${SLOT_NAME}_"* ]]
}

token() { ! leads || write_token; }
addons() {
  update_authenticator
  leads || return 0
  update_administrators
  apply_addons
}

# Writes a token to the store that lives for one hour. It only allows to ask for a certificate, which needs a proof of identity.
write_token() {
  local value
  value=$(kubeadm token create --kubeconfig "$state/admin.conf" --ttl 1h --usages authentication \
    --groups system:bootstrappers:kubeadm:default-node-token --description "asks for certificates of nodes")
  write "$state/cluster" <<END
apiVersion: v1
kind: Config
clusters:
  - name: cluster
    cluster:
      server: https://$ENDPOINT:$PORT
      certificate-authority-data: $(base64 -w 0 "$kubernetes/pki/ca.crt")
END
  {
    cat "$state/cluster"
    cat <<END
users:
  - name: token
    user: { token: "$value" }
contexts:
  - name: token
    context: { cluster: cluster, user: token }
current-context: token
END
  } | write "$state/join.part"
  store_put node/join.conf "$state/join.part" || retry "the store does not accept node/join.conf"
}

# Approves or denies every request for a certificate of a node that waits. Without an answer of the cloud, the request waits for the next time.
approve() {
  local name signer user request proof reason status
  # shellcheck disable=SC2016
  while IFS='|' read -r name signer user request proof; do
    status=0
    case $signer in
      kubernetes.io/kube-apiserver-client-kubelet)
        [[ $user == system:bootstrap:* ]] || continue
        reason="no proof that the machine is the node"
        client_allowed "$request" "$proof" || status=$?
        ;;
      kubernetes.io/kubelet-serving)
        reason="a name or address does not belong to the machine of $user"
        serving_allowed "$request" "$user" || status=$?
        ;;
      *) continue ;;
    esac
    if [ "$status" = 0 ]; then
      kube certificate approve "$name" >/dev/null
      report "approved $name"
    elif [ "$status" = 2 ]; then
      report "no decision about $name: the cloud does not answer"
    else
      kube certificate deny "$name" >/dev/null
      report "denied $name: $reason"
    fi
  done < <(kube get csr -o 'go-template={{range .items}}{{if not .status.conditions}}{{.metadata.name}}|{{.spec.signerName}}|{{.spec.username}}|{{.spec.request}}|{{with .metadata.annotations}}{{index . "kubernetes-boot/proof"}}{{end}}{{"\n"}}{{end}}{{end}}')
}

# The subject of a certificate request, and its names and addresses, one per line.
request_text() { base64 -d <<<"$1" | openssl req -noout -subject -nameopt RFC2253,sep_comma_plus -text; }

# Whether a request for a client certificate comes from the machine whose node it names.
client_allowed() {
  local text name
  text=$(request_text "$1") || return 1
  ! grep -q 'Subject Alternative Name' <<<"$text" || return 1
  name=$(base64 -d <<<"$2" | cloud proven "$(printf %s "$1" | sha256 -)") || return
  [ -n "$name" ] && [ "$(grep "^subject=" <<<"$text")" = "subject=CN=system:node:$name,O=system:nodes" ]
}

# Whether a request for a serving certificate has names and addresses of the node's machine only.
serving_allowed() {
  local text name=${2#system:node:} i allowed entry
  text=$(request_text "$1") || return 1
  [ "$(grep "^subject=" <<<"$text")" = "subject=CN=system:node:$name,O=system:nodes" ] || return 1
  allowed=
  for i in "${!slot_names[@]}"; do
    [ "${slot_names[i]}" != "$name" ] || allowed="$name"$'\n'$(cloud machine private-ip-address "${slot_addresses[i]}") || return
  done
  [ -n "$allowed" ] || allowed=$(cloud machine private-dns-name "$name") || return
  text=$(grep -A 1 'Subject Alternative Name' <<<"$text" | tail -n 1)
  [ -n "$text" ] || return 1
  while read -r entry; do
    entry=${entry#DNS:}
    grep -q -x -F -- "${entry#IP Address:}" <<<"$allowed" || return 1
  done < <(tr ',' '\n' <<<"$text" | sed 's/^ *//; s/ *$//')
}

# Saves a snapshot of etcd. Rules of the store remove old ones.
backup() {
  leads || return 0
  local key
  key=backups/etcd/$(date -u +%Y%m%dT%H%M%SZ)-$SLOT.db
  etcdctl_at "$SLOT_ADDRESS" snapshot save /var/lib/etcd/backup.db >/dev/null
  store_put "$key" "$mount/backup.db" || retry "the store does not accept $key"
  write "$state/newest" <<<"$key"
  store_put backups/etcd/newest "$state/newest" || retry "the store does not accept backups/etcd/newest"
  rm -f "$mount/backup.db"
  report "saved $key"
}

# Renews the certificates of this machine's control plane, and restarts its parts one after another. Timers of the slots have different days.
renew() {
  local name pod
  kubeadm certs renew all >/dev/null
  for name in etcd kube-apiserver kube-controller-manager kube-scheduler; do
    pod=$(container_runtime pods -q --namespace kube-system --name "^$name-" --state ready)
    # shellcheck disable=SC2086
    [ -z "$pod" ] || container_runtime stopp $pod >/dev/null
    sleep "$pause"
    until ready_at "$SLOT_ADDRESS"; do wait_for "the API server does not work after the restart of $name"; done
  done
  fetch_clients "$state/init.yaml"
  store_put admin/kubeconfig "$kubernetes/admin.conf" || retry "the store does not accept admin/kubeconfig"
  report "renewed certificates"
}

# Applies the manifests of the store, and removes the objects of manifests that the store does not list any more.
apply_addons() {
  local key sum folder=$state/addons
  stored assets/manifests/index || return 0
  [ "$(sha256 "$state/object")" != "$(cat "$state/applied" 2>/dev/null)" ] || return 0
  cp "$state/object" "$state/index"
  rm -rf "$folder"
  mkdir -p "$folder"
  # Each line: file name and checksum, so that a changed manifest changes the list. A comment has the version of Kubernetes.
  while read -r key sum; do
    if [ "$key" = "#" ]; then
      at_least "$sum" || return 0
      continue
    fi
    [ -z "$key" ] || store_get "assets/manifests/$key" "$folder/$key" || retry "the store does not give assets/manifests/$key"
  done <"$state/index"
  # kubectl refuses a set without objects.
  [ -z "$(ls "$folder")" ] || apply_set store "$folder" || retry "manifests were not applied"
  sha256 "$state/index" | write "$state/applied"
  report "applied manifests"
}

# Whether this machine has a version of Kubernetes or a newer one. Programs must not be newer than the API server, so that a machine of the new
# version applies them.
at_least() { [ "$(printf '%s\n' "$1" "$KUBERNETES_VERSION" | sort -V | tail -n 1)" = "$KUBERNETES_VERSION" ]; }

# Applies a folder of manifests, and removes the objects that an earlier folder of the same name had. The owner of the objects is not in a
# namespace: it could only have objects of the same one.
apply_set() {
  local kind=manifestsets.kubernetes-boot.internal id
  id=$(printf %s "$1..ManifestSet.kubernetes-boot.internal" | openssl dgst -sha256 -binary | base64 -w 0 | tr '+/' '-_' | tr -d '=')
  kube apply --server-side -f - >/dev/null <<END
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: $kind
  labels: { applyset.kubernetes.io/is-parent-type: "true" }
spec:
  group: kubernetes-boot.internal
  scope: Cluster
  names: { kind: ManifestSet, plural: manifestsets, singular: manifestset }
  versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }]
END
  kube wait --for condition=Established "crd/$kind" >/dev/null
  kube get "$kind/$1" >/dev/null 2>&1 || kube create -f - >/dev/null <<END
apiVersion: kubernetes-boot.internal/v1
kind: ManifestSet
metadata:
  name: $1
  labels: { applyset.kubernetes.io/id: applyset-$id-v1 }
  annotations: { applyset.kubernetes.io/tooling: kubectl/v1, applyset.kubernetes.io/contains-group-kinds: "" }
END
  # A second time for objects whose kind another manifest defines.
  for _ in 1 2; do
    if KUBECTL_APPLYSET=true kube apply --server-side --force-conflicts --prune "--applyset=$kind/$1" -f "$2" >/dev/null; then return; fi
    sleep "$pause"
  done
  return 1
}
