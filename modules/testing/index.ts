/**
 * For tests of stacks, with any test runner: a stack is synthesized once and answers questions.
 *
 * @packageDocumentation
 */
export { Graph } from "./graph";
export { type Arguments, type SynthesisOptions, Synthesized, type TerraformClass } from "./synthesized";
