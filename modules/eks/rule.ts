import type { Rule } from "../cluster/rules/rule";
import type { EksClusterProps } from "./props";

/** A rule about clusters on EKS. */
export type EksRule = Rule<EksClusterProps>;
