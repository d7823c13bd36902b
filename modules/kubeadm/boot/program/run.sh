# ---------------------------------------------------------------------------------------------------------------------------------------

boot() {
  mkdir -p "$state"
  cloud identity
  prepare
  if [ "$(cat "$state/complete" 2>/dev/null)" = "$instance $KUBERNETES_VERSION" ]; then
    # The machine restarted, or this program did.
    if [ "$ROLE" = control-plane ]; then
      attach_disk
      mount_disk
    fi
    systemctl start kubelet
    report "nothing to do: this machine is a node"
    return
  fi
  case $ROLE in
    control-plane) control_plane ;;
    worker) worker ;;
  esac
  [ ! -e "$root/etc/systemd/system/kubernetes-leave.timer" ] || systemctl enable --now kubernetes-leave.timer
  signal CONTINUE || retry "the launching hook could not be completed"
  write "$state/complete" <<<"$instance $KUBERNETES_VERSION"
  report "this machine is a node"
}

case ${1-} in
  boot | approve | backup | renew | token | addons | manifests | leave) "$@" ;;
  *)
    echo "usage: boot.sh boot | approve | backup | renew | token | addons | manifests | leave" >&2
    exit 2
    ;;
esac
