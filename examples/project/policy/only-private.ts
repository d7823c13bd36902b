import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { Annotations, type IAspect } from "cdktf";
import type { IConstruct } from "constructs";

/** Refuses clusters with a public API server, also those that a stack creates without the module. */
export class OnlyPrivate implements IAspect {
  visit(node: IConstruct): void {
    if (!(node instanceof EksCluster)) return;
    if (node.vpcConfigInput?.endpointPublicAccess !== false) {
      Annotations.of(node).addError("the API server must not be public");
    }
  }
}
