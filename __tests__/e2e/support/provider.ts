/** The AWS provider of the deploy tests. It is older than the bindings, because it must be available offline. */
export const PROVIDER = { name: "aws", source: "hashicorp/aws", version: "5.100.0" } as const;

/** `required_providers` with that version, as Terraform JSON. */
export const REQUIRED_PROVIDER = {
  terraform: {
    required_providers: { [PROVIDER.name]: { source: PROVIDER.source, version: PROVIDER.version } },
  },
};
