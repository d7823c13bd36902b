/** The provider range that the constructs support: from the version of the bindings to the next major. */
export const helmProvider = { source: "hashicorp/helm", minimum: "3.1.1", below: "4.0.0" } as const;
