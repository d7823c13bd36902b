# ---------------------------------------------------------------------------------------------------------------------------------------
# People

# Starts aws-iam-authenticator, which the API server of this machine asks which person of the cloud sent a request. Its service
# needs no container, so that people can look at a cluster whose containers do not start.
start_authenticator() {
  local folder=$state/authenticator
  [ -n "$AUTHENTICATOR" ] || return 0
  command -v aws-iam-authenticator >/dev/null ||
    refuse "the machine must have the program aws-iam-authenticator, because the cluster has administrators"
  mkdir -p "$folder" "$kubernetes/api-server"
  if [ ! -s "$folder/key.pem" ]; then
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj /CN=aws-iam-authenticator \
      -addext subjectAltName=IP:127.0.0.1 -keyout "$folder/key.part" -out "$folder/cert.pem" 2>/dev/null
    mv "$folder/key.part" "$folder/key.pem"
  fi
  write "$kubernetes/api-server/webhook.yaml" <<END
apiVersion: v1
kind: Config
clusters:
  - name: authenticator
    cluster: { server: "https://127.0.0.1:21362/authenticate", certificate-authority-data: $(base64 -w 0 "$folder/cert.pem") }
contexts:
  - name: authenticator
    context: { cluster: authenticator, user: api-server }
current-context: authenticator
users:
  - name: api-server
END
  update_authenticator
  systemctl enable --now kubernetes-authenticator.service
}

# Takes over the list of administrators from the store.
update_authenticator() {
  local folder=$state/authenticator
  [ -n "$AUTHENTICATOR" ] || return 0
  store_get "$AUTHENTICATOR" "$folder/new.json" || retry "the store does not give $AUTHENTICATOR"
  ! cmp -s "$folder/new.json" "$folder/applied.json" || return 0
  cp "$folder/new.json" "$folder/config.json"
  systemctl try-restart kubernetes-authenticator.service
  mv "$folder/new.json" "$folder/applied.json"
  report "took over the list of administrators"
}

# Takes over the list of administrators whom the API server knows by tokens of OpenID Connect.
update_administrators() {
  [ -n "$ADMINISTRATORS" ] || return 0
  store_get "$ADMINISTRATORS" "$state/administrators.json" || retry "the store does not give $ADMINISTRATORS"
  kube apply -f "$state/administrators.json" >/dev/null || retry "the API server does not accept $ADMINISTRATORS"
}

# ---------------------------------------------------------------------------------------------------------------------------------------
# The control plane

# Removes what an earlier try left: pods, manifests and configurations, which are all made again. Data of etcd stays.
clear_node() {
  systemctl stop kubelet || true
  local pods
  pods=$(container_runtime pods -q)
  # shellcheck disable=SC2086
  [ -z "$pods" ] || container_runtime rmp -f $pods >/dev/null
  rm -rf "$kubernetes"/{manifests,*.conf} "$root/var/lib/kubelet"/{pki,config.yaml,kubeadm-flags.env,instance-config.yaml}
}

# The number that changes when the cluster is restored: data of an earlier one is not used any more.
generation() { if stored pki/generation; then cat "$state/object"; else echo 0; fi; }

# Sets the decision, and reports why.
silent=0
decide() {
  local own_data=no reason line
  [ "$(disk_state)" != foreign ] || refuse "disk $DISK_ID must have the label etcd-$SLOT"
  if [ "$(disk_state)" = own ]; then
    mount_disk
    if [ ! -e "$data/member/snap/db" ]; then
      :
    elif [ -e "$mount/sentinel" ]; then
      own_data=yes
      [ "$(<"$mount/sentinel")" = "$generation" ] || own_data=old
    elif [ "$(cat "$mount/joining" 2>/dev/null)" = "$generation" ]; then
      own_data=joining
    fi
  fi
  if [ -n "$RESTORE" ] && [ "$SLOT" = 0 ] && [ "$initialized" = yes ] && [ "${generation%% *}" != "$RESTORE" ] && [ -z "$peer" ]; then
    decision=RESTORE reason="the setting asks for $RESTORE, and no other API server answers"
  elif [ "$own_data" = yes ]; then
    decision=RESUME reason="the disk has the data of this slot" members=https://$SLOT_ADDRESS:2380
    if [ -n "$peer" ]; then
      read_members || retry "etcd at $peer does not give its members"
      [ -n "$(member_at "$SLOT_ADDRESS")" ] ||
        decision=REPLACE reason="the disk has data, but the cluster has no such member"
    fi
  elif [ "$initialized" = yes ] && [ -n "$peer" ]; then
    read_members || retry "etcd at $peer does not give its members"
    if [ -n "$(member_at "$SLOT_ADDRESS")" ] || kube get node "$node_name" >/dev/null 2>&1; then
      decision=REPLACE reason="the cluster has a member or node of this slot, the disk has no data"
    else
      decision=JOIN reason="the cluster works and has no member of this slot"
    fi
  elif [ "$initialized" = yes ] && [ "$own_data" = joining ]; then
    # This machine was lost after it got its vote in etcd: with two members, the other one cannot work without it.
    decision=RESUME reason="the disk has the data of a join that did not end" members=https://$SLOT_ADDRESS:2380
    [ "$((++silent))" -ge 6 ] || decision=WAIT reason="no other API server answers: try $silent of 6 before the data of the join is used"
  elif [ "$initialized" = yes ]; then
    decision=WAIT reason="no other API server answers, and the disk has no data: start a machine with data, or set restore"
  elif [ "$SLOT" = 0 ]; then
    decision=INIT reason="there is no cluster"
  else
    decision=WAIT reason="slot 0 has not created the cluster"
  fi
  if [ "$decision" = JOIN ]; then
    for line in "${slot_addresses[@]:0:$SLOT}"; do
      if [ -z "$(member_at "$line")" ]; then
        decision=WAIT reason="the slot at $line joins first"
      fi
    done
  fi
  case $decision in
    JOIN | REPLACE)
      if grep -v -F "https://$SLOT_ADDRESS:2380" <<<"$members" | grep -q ' true$'; then
        decision=WAIT reason="another member is joining"
      else
        count_members
        if [ "$decision" = JOIN ] && [ "$healthy" -lt "$others" ]; then
          decision=WAIT reason="$healthy of $others members of etcd are healthy, and all must be"
        elif [ "$((healthy * 2))" -le "$others" ]; then
          decision=WAIT reason="$healthy of $others members of etcd are healthy, no majority"
        fi
      fi
      ;;
  esac
  [ "$decision" != WAIT ] || wait_for "$reason"
  [ "$decision" = WAIT ] || report "$decision: $reason"
}

control_plane() {
  local init join line
  node_name=$SLOT_NAME
  [ "$node_address" = "$SLOT_ADDRESS" ] || refuse "the address of slot $SLOT must be $SLOT_ADDRESS, got $node_address"
  attach_disk
  init=$(document init.yaml)
  join=$(document join.yaml)
  # Those of an earlier try may be incomplete, or of an earlier cluster.
  rm -f "$state/admin.conf"
  decision=WAIT
  while [ "$decision" = WAIT ]; do
    initialized=no
    ! stored initialized || initialized=yes
    generation=$(generation)
    peer=
    members=
    if [ "$SLOT" = 0 ] && ! stored pki/bundle.tar; then
      [ "$initialized" = no ] || refuse "the store has a cluster, but no pki/bundle.tar"
      create_pki
    fi
    if stored pki/bundle.tar; then
      [ -e "$state/admin.conf" ] || {
        fetch_pki
        fetch_clients "$init"
      }
      if find_peer; then
        silent=0
        point_endpoint_to "$peer"
      fi
    fi
    decide
  done
  # Neither API servers nor data skip a minor. The store keeps the versions of slots that are no members any more. Nothing has been changed yet:
  # a machine with another version takes over the data.
  for line in "${!slot_names[@]}"; do
    member_at "${slot_addresses[line]}" >/dev/null || continue
    stored "node/version-$line" || continue
    [[ $((${KUBERNETES_VERSION:2:2} - $(cut -c 3-4 "$state/object"))) =~ ^-?[01]$ ]] ||
      refuse "$KUBERNETES_VERSION must be within a minor of slot $line"
  done
  # Before the slot is a member again, so that no other slot reads an older version.
  write "$state/version" <<<"$KUBERNETES_VERSION"
  store_put "node/version-$SLOT" "$state/version" || retry "the store does not accept node/version-$SLOT"
  # Before the member stops, if it works: two members cannot remove one without it.
  [ "$decision" != REPLACE ] || remove_own
  clear_node
  mkdir -p "$kubernetes/api-server"
  cp "$settings/audit.yaml" "$(document authentication.yaml)" "$kubernetes/pki/encryption.yaml" "$kubernetes/api-server/"
  start_authenticator
  case $decision in
    INIT)
      empty_disk
      start_alone "$init"
      ;;
    RESUME)
      mkdir -p "$data"
      start_alone "$init"
      ;;
    RESTORE)
      empty_disk
      restore
      start_alone "$init"
      ;;
    JOIN | REPLACE)
      empty_disk
      write "$mount/joining" <<<"$generation"
      kubeadm join --config "$join"
      ;;
  esac
  point_endpoint_to "$node_address"
  write "$mount/sentinel" <<<"$generation"
  rm -f "$mount/joining"
  until ready_at "$node_address"; do wait_for "the API server of this machine does not work yet"; done
  renew_node "$init"
  publish
}

# Starts a control plane on this machine: a new cluster, or the member whose data is on the disk.
start_alone() {
  point_endpoint_to "$node_address"
  kubeadm init --config "$1" --ignore-preflight-errors=DirAvailable--var-lib-etcd-data
}

# Removes the member and the node of this slot, and no others.
remove_own() {
  local id _
  # It would register the node again.
  systemctl stop kubelet || true
  read -r id _ < <(member_at "$SLOT_ADDRESS" || true) || true
  [ -z "${id:-}" ] || etcdctl_at "$peer" member remove "$id" >/dev/null
  kube delete node "$node_name" --ignore-not-found >/dev/null
}

# Replaces the data by that of a snapshot. This slot is then the only member, and the others join it.
restore() {
  local key=$RESTORE
  if [[ $RESTORE == newest* ]]; then
    stored backups/etcd/newest || refuse "the store has no snapshot"
    key=$(<"$state/object")
  fi
  store_get "$key" "$mount/snapshot.db" || refuse "the store has no snapshot $key"
  # With the default token the cluster would have the id of the one before. A machine that still has its data would then lead this member,
  # and write that data back. Revisions become higher than those that clients know.
  etcd_tool etcdutl snapshot restore /var/lib/etcd/snapshot.db --data-dir /var/lib/etcd/data --name "$SLOT_NAME" \
    --initial-cluster "$SLOT_NAME=https://$SLOT_ADDRESS:2380" --initial-advertise-peer-urls "https://$SLOT_ADDRESS:2380" \
    --initial-cluster-token "$CLUSTER-$(date -u +%Y%m%dT%H%M%SZ)" --bump-revision 1000000000 --mark-compacted >/dev/null
  rm -f "$mount/snapshot.db"
  generation="$RESTORE $key $(date -u +%Y%m%dT%H%M%SZ)"
  write "$mount/sentinel" <<<"$generation"
  write "$state/generation" <<<"$generation"
  store_put pki/generation "$state/generation" || retry "the store does not accept pki/generation"
  report "restored $key"
}

# Registers the node again if it has the id of the machine before: Kubernetes does not change it.
renew_node() {
  local id
  id=$(kube get node "$node_name" --ignore-not-found -o 'jsonpath={.spec.providerID}')
  [ "$id" = "$provider_id" ] && return
  [ -z "$id" ] || kube delete node "$node_name" >/dev/null
  systemctl restart kubelet
  until kube get node "$node_name" >/dev/null 2>&1; do wait_for "the node is not registered yet"; done
  kubeadm init phase mark-control-plane --config "$1" >/dev/null
}

# Writes to the store what others need. Each slot does it, so that nothing is missing if a slot died midway.
publish() {
  until kube apply -f "$settings/rbac.yaml" >/dev/null; do wait_for "the API server does not accept the permissions of nodes"; done
  update_administrators
  store_put node/ca.crt "$kubernetes/pki/ca.crt" || retry "the store does not accept node/ca.crt"
  write_token
  # kubeadm join reads it with the certificate of an administrator. Anonymous requests cannot read it.
  # Its cluster has no name.
  sed 's/^  - name: cluster$/  - name: ""/' "$state/cluster" | write "$state/kubeconfig"
  kube -n kube-public create configmap cluster-info --from-file="$state/kubeconfig" --dry-run=client -o yaml | kube apply -f - >/dev/null
  store_put admin/kubeconfig "$kubernetes/admin.conf" || retry "the store does not accept admin/kubeconfig"
  # A manifest that needs workers, or that the API server refuses, must not keep the machine from working.
  (apply_addons) || report "the timer applies the manifests again"
  local holder
  until holder=$(turn); do wait_for "the API server does not answer"; done
  # The replacement of this slot's machine has ended.
  [ "$holder" != "$SLOT_NAME" ] || kube -n kube-system delete configmap kubernetes-boot-turn >/dev/null
  write "$state/initialized" <<<"$CLUSTER"
  store_put_once initialized "$state/initialized" || retry "the store does not accept initialized"
  systemctl enable --now kubernetes-{approve,token,backup,renew,addons}.timer
}
