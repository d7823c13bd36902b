import type { Rule } from "../cluster/rules/rule";
import type { AnyGkeClusterProps } from "./spec";

/** A rule about clusters on GKE, of either mode. */
export type GkeRule = Rule<AnyGkeClusterProps>;
