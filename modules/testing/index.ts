/**
 * For tests of stacks, with any test runner: a stack is synthesized once and answers questions.
 *
 * @packageDocumentation
 */
export type { Allocatable } from "./allocatable";
export { Graph } from "./graph";
export type {
  Offer,
  OfferedClass,
  OfferedGroup,
  OfferedProvisioner,
  OfferedSelector,
  OfferedTaint,
} from "./offer";
export { offerOf } from "./offers";
export { type KubernetesObject, unmetRequirements } from "./requirements";
export { type Arguments, type SynthesisOptions, Synthesized, type TerraformClass } from "./synthesized";
