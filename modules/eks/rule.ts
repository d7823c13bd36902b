import type { Rule } from "../cluster/rules/rule";
import type { EksClusterProps } from "./spec";

/** A rule about clusters on EKS. */
export type EksRule = Rule<EksClusterProps>;
