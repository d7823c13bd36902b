#!/usr/bin/env bash
# Packages the charts of the catalogue, and those whose objects are manifests of kubeadm clusters, from Git repositories of their source, at
# the tag of each version:
#
#   package.sh REPOSITORIES OUT
#
# REPOSITORIES has the folders OWNER/NAME, bare or not, with their tags. OUT gets the files that `helm pull` downloads. Charts whose
# repository is missing are skipped. HELM is the path of Helm.
set -euo pipefail

repositories=$1
mkdir -p "$2"
out=$(cd "$2" && pwd)
helm=${HELM:-helm}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# chart repository tag version path [more paths, to which the chart has links or that its release includes]
package() {
  local chart=$1 repository=$repositories/$2 tag=$3 version=$4 path=$5 folder
  [ -d "$repository" ] || return 0
  [ ! -e "$out/$chart-$version.tgz" ] || return 0
  folder=$scratch/$chart-$version
  mkdir -p "$folder/source"
  git -C "$repository" archive "$tag" "${@:5}" | tar -x -C "$folder/source"
  cp -rL "$folder/source/$path" "$folder/$chart"
  cd "$folder/$chart"
  # cert-manager up to 1.20 writes it at the release.
  [ -e Chart.yaml ] || mv Chart.template.yaml Chart.yaml
  # Dependencies that are off by default are in other repositories.
  rm -f Chart.lock
  sed -i '/^dependencies:/,$ { /^dependencies:/d; /^[ -]/d }' Chart.yaml
  if [ "$chart" = external-secrets ]; then
    { echo '{{- if .Values.installCRDs }}'; cat "$folder/source/deploy/crds/bundle.yaml"; echo '{{- end }}'; } >templates/crds/bundle.yaml
  fi
  # Without the conversion of group snapshots, whose webhook the catalogue does not install.
  if [ "$chart" = snapshot-controller ]; then
    for type in snapshot.storage.k8s.io_volumesnapshot{classes,contents,s} groupsnapshot.storage.k8s.io_volumegroupsnapshot{classes,contents,s}; do
      git -C "$repositories/kubernetes-csi/external-snapshotter" show "v$snapshotter:client/config/crd/$type.yaml"
    done >crds.yaml
  fi
  # The release of Karpenter writes the tag and the digest of its image.
  if [ "$chart" = karpenter ]; then sed -i -E "s/^( +tag:) .*/\1 $version/; s/^( +digest:) .*/\1 \"\"/" values.yaml; fi
  "$helm" package . --version "$version" ${application:+--app-version "$application"} --destination "$out" >/dev/null
}

for version in 9.59.0 9.58.0; do
  package cluster-autoscaler kubernetes/autoscaler "cluster-autoscaler-chart-$version" "$version" cluster-autoscaler/charts/cluster-autoscaler
done
for version in 1.14.1 1.14.0; do
  application=$version package karpenter aws/karpenter-provider-aws "v$version" "$version" charts/karpenter pkg/apis/crds
done
for version in 3.5.0 3.4.2; do
  package aws-load-balancer-controller kubernetes-sigs/aws-load-balancer-controller "v$version" "$version" helm/aws-load-balancer-controller
done
for patch in 6 5; do
  package aws-node-termination-handler aws/aws-node-termination-handler "v1.25.$patch" "0.27.$patch" config/helm/aws-node-termination-handler
done
for version in 1.21.1 1.20.0; do
  package external-dns kubernetes-sigs/external-dns "external-dns-helm-chart-$version" "$version" charts/external-dns
done
for version in 3.13.1 3.13.0; do
  package metrics-server kubernetes-sigs/metrics-server "metrics-server-helm-chart-$version" "$version" charts/metrics-server
done
for version in v1.21.1 v1.20.3; do
  application=$version package cert-manager cert-manager/cert-manager "$version" "$version" deploy/charts/cert-manager
done
for version in 2.9.0 2.8.0; do
  package external-secrets external-secrets/external-secrets "helm-chart-$version" "$version" deploy/charts/external-secrets deploy/crds
done
for version in 5.2.0 5.1.1; do
  snapshotter=8.6.0 package snapshot-controller piraeusdatastore/helm-charts "snapshot-controller-$version" "$version" charts/snapshot-controller
done
package cilium cilium/cilium v1.20.2 1.20.2 install/kubernetes/cilium
package aws-ebs-csi-driver kubernetes-sigs/aws-ebs-csi-driver helm-chart-aws-ebs-csi-driver-2.64.0 2.64.0 charts/aws-ebs-csi-driver
package azuredisk-csi-driver kubernetes-sigs/azuredisk-csi-driver v1.34.5 1.34.5 charts/v1.34.5/azuredisk-csi-driver
