import { InputError } from "../cluster/problem";
import { awsPolicies, type Phase, type Policies } from "./aws/policy";

export { phases, type Phase, type Policies } from "./aws/policy";

/** A stack for which policies are derived. */
export interface PermissionsSource {
  readonly name: string;
  readonly platform: string;
  readonly region: string;

  /** The synthesized stack. */
  readonly configuration: object;
}

/** Whether the permissions of a platform are known. */
export function isSupported(platform: string): boolean {
  return platform === "eks";
}

/**
 * The permissions of the identity that runs Terraform.
 *
 * @throws InputError if the platform is not supported
 */
export function policiesFor({ platform, ...stack }: PermissionsSource, phase: Phase): Policies {
  if (!isSupported(platform)) {
    throw new InputError(
      `${stack.name} is on ${platform}, and permissions supports only eks; select stacks of eks`,
    );
  }
  return awsPolicies(stack, phase);
}
