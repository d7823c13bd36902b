import { AwsFlows, type Flow, type Party } from "./aws-flows";
import { type Elements, reference } from "./elements";

/** What the security groups of an EKS cluster allow. */
export class EksFlows extends AwsFlows {
  /** The group that EKS creates: control plane, pods on Fargate and in Auto Mode. It allows itself and all egress. */
  readonly controlPlane: Party;

  /** The group of nodes, which has the tag of the cluster; undefined without node groups. */
  readonly nodes?: Party;

  constructor(json: Elements) {
    super(json);
    const [cluster] = json.all("aws_eks_cluster");
    this.controlPlane = reference(cluster, "vpc_config[0].cluster_security_group_id");
    const own = json
      .all("aws_security_group")
      .find(({ args }) => Object.values(args.tags ?? {}).includes("owned"));
    this.nodes = own && reference(own, "id");
  }

  protected override mayEnter(from: Party, to: Party, flow: Flow): boolean {
    return (from === to && to === this.controlPlane) || super.mayEnter(from, to, flow);
  }
}
