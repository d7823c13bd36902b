/** Pods that run on Fargate: those that any selector matches, in the private subnets. A change replaces the profile. */
export interface EksFargateProfileSpec {
  /**
   * Name of the profile, unique in its cluster: lower-case letters, digits and `-`, starting with a letter, but not with
   * `eks-`; at most 54 characters. EKS sees it with a hash of what can't be changed after it.
   *
   * @literal
   */
  readonly name: string;

  /** Which pods; one to five selectors. */
  readonly selectors: readonly EksFargateSelector[];

  /**
   * Pods to find room for at the same time, each of which takes an address of the private subnets. They are counted evenly
   * spread over the zones; nothing is made of it. Left out: these pods are in no sum, as `validate --plan` says.
   *
   * @literal
   */
  readonly roomForPods?: number;
}

/** Pods of a namespace, or of one that a pattern matches. */
export interface EksFargateSelector {
  /** A namespace, or a pattern: `*` stands for any run of characters, `?` for one. */
  readonly namespace: string;

  /** Labels that the pods must have, all of them; left out: all pods of the namespace. */
  readonly labels?: Readonly<Record<string, string>>;
}
