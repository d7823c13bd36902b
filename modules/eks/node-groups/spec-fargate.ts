/** Pods that run on Fargate in the private subnets: those that a selector matches. */
export interface EksFargateProfileSpec {
  /**
   * Name of the profile, unique in its cluster: lower-case letters, digits and `-`, starting with a letter, but not with `eks-`; at
   * most 54 characters. In EKS the name also has a hash of the fields that cannot be changed.
   *
   * @literal
   */
  readonly name: string;

  /** Selectors of pods, one to five. */
  readonly selectors: readonly EksFargateSelector[];

  /**
   * Pods at the same time for the capacity plan. Each takes an address of the private subnets. They are counted evenly distributed
   * over the zones; no resource depends on the number. If omitted, the plan does not count these pods, and `validate --plan` reports
   * that.
   *
   * @literal
   * @checksOnly the capacity plan reads it
   */
  readonly plannedPods?: number;
}

/** Pods of a namespace, or of namespaces that a pattern matches. */
export interface EksFargateSelector {
  /** A namespace, or a pattern: `*` matches any characters, `?` one character. */
  readonly namespace: string;

  /** Labels that the pods must have, all of them. If omitted, all pods of the namespace. */
  readonly labels?: Readonly<Record<string, string>>;
}
