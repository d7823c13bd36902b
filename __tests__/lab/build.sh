#!/usr/bin/env bash
# Builds the real programs of the lab from Go modules into a folder of the user's cache, keyed by version: build.sh PROGRAM VERSION prints
# the folder. A second call finds the programs and builds nothing. The Go module proxy and its checksum database vouch for the sources.
set -euo pipefail

program=$1 version=$2
here=$(cd "$(dirname "$0")" && pwd)
folder=${LAB_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/cdktf-clusters-lab}/$program-$version
if [ -e "$folder/complete" ]; then
  echo "$folder"
  exit 0
fi
mkdir -p "$folder"
exec 9>"$folder.lock"
flock 9
if [ -e "$folder/complete" ]; then
  echo "$folder"
  exit 0
fi
scratch=$(mktemp -d "$folder/build.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
export CGO_ENABLED=0 GOFLAGS="-buildvcs=false -trimpath" GOTOOLCHAIN=local

# k8s.io/kubernetes requires its own staging modules at v0.0.0, so that they are replaced by the published ones of the same version.
kubernetes() { kubernetes_commands kubeadm kubelet kubectl kube-apiserver kube-controller-manager kube-scheduler kube-proxy; }

# Only what reads documents of a version.
kubeadm() { kubernetes_commands kubeadm; }

kubernetes_commands() {
  local minor=${version%.*} staging=v0.${version#1.} module=k8s.io/kubernetes@v$version name
  sed "s/v1\.35\.4/v$version/" "$here/go.mod" >"$scratch/go.mod"
  cd "$scratch"
  go mod download "$module"
  while read -r name; do
    go mod edit -replace "$name=$name@$staging"
  done < <(sed -n 's/^\t\(k8s\.io\/[a-z-]*\) v0\.0\.0$/\1/p' "$(go env GOMODCACHE)/$module/go.mod")
  local flags="-s -w" package
  for package in k8s.io/component-base/version k8s.io/client-go/pkg/version; do
    flags="$flags -X $package.gitVersion=v$version -X $package.gitMajor=1 -X $package.gitMinor=${minor#1.} -X $package.gitTreeState=clean"
  done
  # At once, so that the programs are linked in parallel.
  go build -mod=mod -ldflags "$flags" -o "$folder/" "${@/#/k8s.io/kubernetes/cmd/}"
}

containerd() {
  local command
  for command in containerd containerd-shim-runc-v2 ctr; do
    GOBIN=$scratch/bin go install -tags no_btrfs,no_devmapper,no_zfs -ldflags "-s -w" \
      "github.com/containerd/containerd/v2/cmd/$command@v$version"
    mv "$scratch/bin/$command" "$folder/$command"
  done
}

# Its go.mod has a replace directive, with which `go install` does not work.
etcd() {
  cd "$scratch"
  go mod init lab 2>/dev/null
  local command
  for command in server etcdctl etcdutl; do
    go get "go.etcd.io/etcd/$command/v3@v$version"
  done
  for command in server etcdctl etcdutl; do
    go build -mod=mod -ldflags "-s -w" -o "$folder/${command/server/etcd}" "go.etcd.io/etcd/$command/v3"
  done
}

crictl() {
  GOBIN=$scratch/bin go install -ldflags "-s -w -X sigs.k8s.io/cri-tools/pkg/version.Version=v$version" \
    "sigs.k8s.io/cri-tools/cmd/crictl@v$version"
  mv "$scratch/bin/crictl" "$folder/crictl"
}

authenticator() {
  GOBIN=$scratch/bin go install -ldflags "-s -w" "sigs.k8s.io/aws-iam-authenticator/cmd/aws-iam-authenticator@v$version"
  mv "$scratch/bin/aws-iam-authenticator" "$folder/aws-iam-authenticator"
}

# That of AWS. Its go.mod replaces a library by a copy under another name, so that `go install` does not work; the original is enough.
cloud-controller-manager() {
  cd "$scratch"
  go mod init lab 2>/dev/null
  go get "k8s.io/cloud-provider-aws@v$version"
  go build -mod=mod -ldflags "-s -w" -o "$folder/$program" k8s.io/cloud-provider-aws/cmd/aws-cloud-controller-manager
}

# Its go.mod has a replace directive, with which `go install` does not work. The version is that of the module, so no flag sets it.
tofu() {
  cd "$scratch"
  go mod init lab 2>/dev/null
  local module=github.com/opentofu/opentofu from to
  go mod download "$module@v$version"
  # JSON of go.mod: each replaced module, and what replaces it.
  while read -r from to; do
    go mod edit -replace "$from=$to"
  done < <(go mod edit -json "$(go env GOMODCACHE)/$module@v$version/go.mod" | node -e '
    const name = ({ Path, Version }) => [Path, Version].filter(Boolean).join("@");
    for (const { Old, New } of JSON.parse(require("node:fs").readFileSync(0, "utf8")).Replace ?? [])
      console.log(name(Old), name(New));')
  go get "$module@v$version"
  go build -mod=mod -ldflags "-s -w" -o "$folder/tofu" "$module/cmd/tofu"
}

"$program" >&2
touch "$folder/complete"
echo "$folder"
