/**
 * Tags by which load balancer controllers find the subnets for their load balancers.
 * Source: EKS user guide, "View Amazon EKS networking requirements for VPC and subnets".
 */
export const loadBalancerSubnetTags = {
  /** Load balancers that face the internet. */
  public: { "kubernetes.io/role/elb": "1" },
  /** Load balancers inside the network. */
  private: { "kubernetes.io/role/internal-elb": "1" },
} as const;
