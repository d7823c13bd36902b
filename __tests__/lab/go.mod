// Kubernetes as the lab builds it (build.sh, which puts another version in place of this one for upgrades). Nothing of it is in the npm
// package.
module cdktf-clusters/lab

go 1.25.0

require k8s.io/kubernetes v1.35.4
