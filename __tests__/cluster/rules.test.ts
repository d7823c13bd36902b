import { fieldRules } from "../../modules/cluster/fields";
import { clusterRules } from "../../modules/cluster/rules";
import type { ClusterSpec } from "../../modules/cluster/vocabulary";
import { fields } from "../../modules/eks/fields.generated";
import { testRules } from "./rule-cases";
import { tables } from "./rules/cases";

testRules([...fieldRules<ClusterSpec>("EKS", fields), ...clusterRules], tables, () => ({
  today: new Date("2026-11-23"),
  zones: ["zone-a", "zone-b", "zone-c"],
}));
