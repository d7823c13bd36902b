import { testAnswers } from "../support/answers";

testAnswers(
  "docs/gke.md",
  ["GkeClusterSpec", "GkeNodeGroupSpec", "GkeAccessSpec"],
  ["storage_manifests", "access_manifests", "kubeconfig_command", "prevent_destroy", "name_prefix"],
);
