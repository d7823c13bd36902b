/**
 * Tags by which load balancer controllers find subnets.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
 */
export const loadBalancerSubnetTags = {
  /** Internet-facing load balancers. */
  public: { "kubernetes.io/role/elb": "1" },
  /** Internal load balancers. */
  private: { "kubernetes.io/role/internal-elb": "1" },
} as const;
