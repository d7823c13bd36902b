#!/usr/bin/env bash
# Makes image archives of the programs that build.sh built, and a folder of containerd that has them imported, which each machine copies:
# images.sh KUBERNETES_VERSION ETCD_VERSION CONTAINERD_FOLDER prints the folder. No image registry is reachable.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
version=$1
kubernetes=$("$here/build.sh" kubernetes "$version")
etcd=$("$here/build.sh" etcd "$2")
containerd=$("$here/build.sh" containerd "$3")
folder=${kubernetes%/*}/images-$version-$2-$3
if [ -e "$folder/complete" ]; then
  echo "$folder"
  exit 0
fi
rm -rf "$folder"
mkdir -p "$folder/archives" "$folder/root"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
printf '#include <signal.h>\n#include <unistd.h>\nstatic void end(int s) { (void)s; _exit(0); }\nint main(void) { signal(SIGTERM, end); signal(SIGINT, end); for (;;) pause(); }\n' >"$scratch/pause.c"
gcc -Os -static -o "$scratch/pause" "$scratch/pause.c"

# image TAG PROGRAM...: an archive with one layer.
image() {
  local tag=$1 layer=$scratch/layer program name
  shift
  rm -rf "$layer" "$scratch/archive"
  mkdir -p "$layer/usr/local/bin" "$layer/tmp" "$layer/etc" "$scratch/archive"
  printf 'root:x:0:0:root:/root:/\n' >"$layer/etc/passwd"
  for program in "$@"; do cp "$program" "$layer/usr/local/bin/"; done
  # The sandbox image is started without a command.
  cp "$1" "$layer/${1##*/}"
  tar -cf "$scratch/archive/layer.tar" -C "$layer" .
  name=$(sha256sum "$scratch/archive/layer.tar" | cut -d ' ' -f 1)
  printf '{"architecture":"amd64","os":"linux","config":{"Env":["PATH=/usr/local/bin:/usr/bin:/bin"],"Entrypoint":["/%s"]},"rootfs":{"type":"layers","diff_ids":["sha256:%s"]}}' \
    "${1##*/}" "$name" >"$scratch/archive/config.json"
  printf '[{"Config":"config.json","RepoTags":["%s"],"Layers":["layer.tar"]}]' "$tag" >"$scratch/archive/manifest.json"
  tar -cf "$folder/archives/$(tr '/:' '--' <<<"$tag").tar" -C "$scratch/archive" .
}
while read -r tag; do
  case $tag in
    */etcd:*) image "$tag" "$etcd/etcd" "$etcd/etcdctl" "$etcd/etcdutl" ;;
    */pause:* | */coredns*) image "$tag" "$scratch/pause" ;;
    *)
      name=${tag##*/}
      image "$tag" "$kubernetes/${name%:*}"
      ;;
  esac
done < <("$kubernetes/kubeadm" config images list --kubernetes-version "v$version" 2>/dev/null)

printf 'version = 3\nroot = "%s/root"\nstate = "%s/state"\n[grpc]\naddress = "%s/socket"\n' "$folder" "$scratch" "$scratch" >"$scratch/config.toml"
"$containerd/containerd" --config "$scratch/config.toml" >"$scratch/log" 2>&1 &
pid=$!
for _ in {1..100}; do
  "$containerd/ctr" --address "$scratch/socket" version >/dev/null 2>&1 && break
  sleep 0.2
done
for archive in "$folder"/archives/*.tar; do
  "$containerd/ctr" --address "$scratch/socket" -n k8s.io images import --local "$archive" >&2
done
kill "$pid"
wait "$pid" || true
rm -rf "$folder/archives"
touch "$folder/complete"
echo "$folder"
