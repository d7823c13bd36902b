/** Whether a resource type belongs to Terraform, so that it is in the state and in no cloud: `terraform_data`. */
export const isOfTerraform = (type: string): boolean => type.startsWith("terraform_");

/** The resources of clouds, by type. */
export const cloudResources = <Blocks extends object>(resources: Blocks): Blocks =>
  Object.fromEntries(Object.entries(resources).filter(([type]) => !isOfTerraform(type))) as Blocks;
