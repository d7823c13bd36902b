/** What Terraform does with the permissions. */
export const phases = ["plan", "apply", "destroy"] as const;
export type Phase = (typeof phases)[number];
