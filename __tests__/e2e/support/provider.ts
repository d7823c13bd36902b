/** The AWS provider that the deploy tests run: older than the bindings, and chosen because it can be had offline. */
export const PROVIDER = { name: "aws", source: "hashicorp/aws", version: "5.100.0" } as const;

/** `required_providers` with that version, as Terraform JSON. */
export const REQUIRED_PROVIDER = {
  terraform: {
    required_providers: { [PROVIDER.name]: { source: PROVIDER.source, version: PROVIDER.version } },
  },
};
