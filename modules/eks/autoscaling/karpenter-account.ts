/** Where Karpenter runs, as its Helm chart installs it. Apart, since rules load no provider bindings. */
export const karpenterAccount = { namespace: "kube-system", serviceAccount: "karpenter" } as const;
