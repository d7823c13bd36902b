import type { Rule } from "../cluster/rules/rule";
import type { AksClusterProps } from "./spec";

/** A rule about clusters on AKS. */
export type AksRule = Rule<AksClusterProps>;
