import { testAnswers } from "../support/answers";

testAnswers(
  "docs/aks.md",
  ["AksClusterSpec", "AksNodeGroupSpec", "AksAccessSpec"],
  ["storage_manifests", "kubeconfig_command"],
);
