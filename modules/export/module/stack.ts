import type { ClusterSpec } from "../../cluster/vocabulary";
import type { Configuration } from "../configuration";

/** What is asked of a stack while its inputs are looked for. */
export interface Stack<Cluster extends ClusterSpec> {
  readonly cluster: Cluster;

  /** Whether the rules of its platform find no error in a cluster. */
  readonly accepts: (cluster: Cluster) => boolean;

  /** The stack of a cluster that the rules accept. */
  readonly synthesize: (cluster: Cluster) => Configuration;
}
