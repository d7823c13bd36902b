# ---------------------------------------------------------------------------------------------------------------------------------------
# Workers

# Whether all control-plane machines have the minor version of this one or a newer one: no kubelet may be newer than an API server.
control_plane_is_as_new() {
  local i version
  for i in "${!slot_names[@]}"; do
    store_get "node/version-$i" "$state/object" || return 1
    version=$(<"$state/object")
    [[ $version =~ ^1\.([0-9]+)\. ]] || return 1
    version=${BASH_REMATCH[1]}
    [[ $KUBERNETES_VERSION =~ ^1\.([0-9]+)\. ]] && [ "$version" -ge "${BASH_REMATCH[1]}" ] || return 1
  done
}

worker() {
  local join certificate=$state/node.pem
  join=$(document join.yaml)
  until store_get node/ca.crt "$state/ca.crt" && store_get node/join.conf "$state/join.conf"; do
    wait_for "the store has no node/join.conf: the cluster does not work yet"
  done
  until control_plane_is_as_new; do wait_for "not all control-plane machines have version $KUBERNETES_VERSION or a newer one"; done
  mkdir -p "$kubernetes/pki"
  cp "$state/ca.crt" "$kubernetes/pki/ca.crt"
  until [ -s "$certificate" ]; do request_certificate "$certificate" || wait_for "no certificate for $node_name yet: $denied"; done
  # The machine joins as the node that it has proved to be.
  kubectl config view --kubeconfig "$state/join.conf" --raw -o 'jsonpath={.clusters[0].cluster.server}' >"$state/server"
  write "$state/discovery.conf" <<<"$(node_kubeconfig "$certificate")"
  systemctl stop kubelet || true
  rm -f "$kubernetes/kubelet.conf" "$kubernetes/bootstrap-kubelet.conf"
  kubeadm join --config "$join" --ignore-preflight-errors=FileAvailable--etc-kubernetes-pki-ca.crt
  # Without a known network of pods, another program can install one when the machines work.
  until [ -z "$NETWORK" ] || [ "$(node_ready)" = True ]; do
    wait_for "the node is not ready: the network of pods ($NETWORK) does not work on it yet"
  done
}

# A kubeconfig whose identity is the node.
node_kubeconfig() {
  cat <<END
apiVersion: v1
kind: Config
clusters:
  - name: cluster
    cluster:
      server: $(<"$state/server")
      certificate-authority-data: $(base64 -w 0 "$kubernetes/pki/ca.crt")
users:
  - name: node
    user:
      client-certificate-data: $(base64 -w 0 "$1")
      client-key-data: $(base64 -w 0 "$1")
contexts:
  - name: node
    context: { cluster: cluster, user: node }
current-context: node
END
}

# Asks for the certificate of this node, with a proof of the machine's identity: request_certificate FILE
request_certificate() {
  local key=$state/node.key request name hash answer
  denied="no answer"
  [ -s "$key" ] || openssl ecparam -genkey -name prime256v1 -noout | write "$key"
  request=$(openssl req -new -key "$key" -subj "/O=system:nodes/CN=system:node:$node_name" | base64 -w 0)
  hash=$(printf %s "$request" | sha256 -)
  name=node-$instance-${hash:0:10}
  # The token may have been renewed.
  store_get node/join.conf "$state/join.conf" || return 1
  kubectl --kubeconfig "$state/join.conf" --request-timeout 20s create -f - >/dev/null <<END || return 1
{
  "apiVersion": "certificates.k8s.io/v1",
  "kind": "CertificateSigningRequest",
  "metadata": { "name": "$name", "annotations": { "kubernetes-boot/proof": "$(cloud proof "$hash" | base64 -w 0)" } },
  "spec": { "request": "$request", "signerName": "kubernetes.io/kube-apiserver-client-kubelet", "usages": ["digital signature", "client auth"] }
}
END
  local try
  for try in {1..24}; do
    sleep "$pause"
    answer=$(kubectl --kubeconfig "$state/join.conf" --request-timeout 20s get csr "$name" \
      -o 'go-template={{range .status.conditions}}{{.type}} {{.message}}{{end}}|{{.status.certificate}}') || continue
    case $answer in
      Denied*)
        denied=${answer%|*}
        return 1
        ;;
      *'|'[A-Za-z0-9]*)
        { base64 -d <<<"${answer##*|}" && cat "$key"; } | write "$1"
        return 0
        ;;
      *) denied="try $try of 24: no control-plane machine has approved it" ;;
    esac
  done
  return 1
}
