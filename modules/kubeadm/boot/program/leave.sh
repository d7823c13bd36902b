# ---------------------------------------------------------------------------------------------------------------------------------------
# The end of a machine that the cloud replaces

# The slot whose machine is replaced; empty if none is.
turn() { kube -n kube-system get configmap kubernetes-boot-turn --ignore-not-found -o 'jsonpath={.data.slot}'; }

# Whether the control plane works without this machine, and no other one is replaced. If not, sets reason. The turn ends when the next machine
# of the slot works. A worker needs no turn.
may_leave() {
  local holder address
  [ "$ROLE" = control-plane ] || return 0
  [ "${#slot_names[@]}" -gt 1 ] || return 0
  reason="no other API server works"
  find_peer || return 1
  # A machine that does not work is replaced as well.
  ready_at "$SLOT_ADDRESS" || point_endpoint_to "$peer"
  reason="the API server does not answer"
  holder=$(turn) || return 1
  if [ -z "$holder" ]; then
    # Of several machines that create it, one succeeds.
    kube -n kube-system create configmap kubernetes-boot-turn --from-literal "slot=$SLOT_NAME" >/dev/null || return 1
  elif [ "$holder" != "$SLOT_NAME" ]; then
    reason="the machine of $holder is replaced"
    return 1
  fi
  for address in "${slot_addresses[@]}"; do
    reason="the API server at $address does not work"
    [ "$address" = "$SLOT_ADDRESS" ] || ready_at "$address" || return 1
  done
  reason="etcd does not give its members"
  read_members || return 1
  count_members
  reason="$healthy of $others other members of etcd are healthy, and at least $((${#slot_names[@]} - 1)) must be"
  # There are more if the cluster gets more slots.
  [ "$healthy" = "$others" ] && [ "$healthy" -ge "$((${#slot_names[@]} - 1))" ] || return 1
  reason="a member of etcd is joining"
  ! grep -q ' true$' <<<"$members"
}

# Seconds for which pods can keep this machine, such as those with a PodDisruptionBudget.
drain_limit=900

# A client that reads this node and evicts its pods. A worker has no other identity than that of its node, which may evict its own pods only.
node_client() {
  if [ "$ROLE" = control-plane ]; then
    kube "$@"
  else
    kubectl --kubeconfig "$kubernetes/kubelet.conf" --request-timeout 20s "$@"
  fi
}

# Whether this node is ready: True, False or Unknown; empty without a node.
node_ready() {
  node_client get node "$node_name" --ignore-not-found -o 'jsonpath={.status.conditions[?(@.type=="Ready")].status}'
}

# Pods of this node that do not belong to it: DaemonSets and static pods do. One "namespace name time-of-deletion" per line.
pods_to_evict() {
  # shellcheck disable=SC2016
  node_client get pods --all-namespaces --field-selector "spec.nodeName=$node_name" -o 'go-template={{range .items}}{{$own := false}}{{range .metadata.ownerReferences}}{{if eq .kind "DaemonSet" "Node"}}{{$own = true}}{{end}}{{end}}{{if not (or $own (eq .status.phase "Succeeded" "Failed"))}}{{.metadata.namespace}} {{.metadata.name}}{{with .metadata.deletionTimestamp}} {{.}}{{end}}{{"\n"}}{{end}}{{end}}'
}

# Whether the pods of this node have moved, or had their time to. If not, evicts them, which PodDisruptionBudgets can refuse, and sets reason.
drained() {
  local ready pods namespace name ending
  # Without the only control-plane machine, no pod could move.
  [ "$ROLE" = worker ] || [ "${#slot_names[@]}" -gt 1 ] || return 0
  [ -s "$state/leaving" ] || date +%s | write "$state/leaving"
  if [ "$(($(date +%s) - $(<"$state/leaving")))" -ge "$drain_limit" ]; then
    report "the pods had $drain_limit seconds to move"
    return 0
  fi
  reason="the API server does not answer"
  ready=$(node_ready) || return 1
  [ -n "$ready" ] || return 0
  node_client cordon "$node_name" >/dev/null || return 1
  pods=$(pods_to_evict) || return 1
  reason="pods have not moved:"
  while read -r namespace name ending; do
    [ -n "$name" ] || continue
    reason+=" $namespace/$name"
    [ -n "$ending" ] || node_client create --raw "/api/v1/namespaces/$namespace/pods/$name/eviction" -f - >/dev/null \
      <<<"{\"apiVersion\":\"policy/v1\",\"kind\":\"Eviction\",\"metadata\":{\"namespace\":\"$namespace\",\"name\":\"$name\"}}" ||
      reason+=" (not evicted)"
  done <<<"$pods"
  # A kubelet that does not work ends no pods.
  [ -z "$pods" ] || [ "$ready" != True ]
}

# Lets pods start on this machine again: Azure can withdraw an end that it has announced.
stay() {
  node_client uncordon "$node_name" >/dev/null || retry "the API server does not make this node schedulable"
  rm -f "$state/leaving"
  report "the cloud keeps this machine"
}

# Lets the cloud end this machine when the cluster works without it. Without the heartbeats, as of a dead machine, the cloud does not wait.
leave() {
  cloud identity
  node_name=${SLOT_NAME:-$node_name}
  if ! cloud leaving; then
    [ ! -s "$state/leaving" ] || stay
    return 0
  fi
  local reason
  until may_leave && drained; do
    cloud leave RecordLifecycleActionHeartbeat || report "the cloud does not accept a heartbeat"
    wait_for "$reason"
  done
  cloud leave CompleteLifecycleAction || retry "the cloud does not accept that this machine leaves"
  rm -f "$state/leaving"
  report "this machine leaves"
}
