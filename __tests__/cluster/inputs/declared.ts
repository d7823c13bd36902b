import type { Declared, Input, InputTable } from "../../../modules/cluster/inputs";
import { isError, type Problem } from "../../../modules/cluster/problem";
import type { ClusterSpec } from "../../../modules/cluster/vocabulary";

/** The inputs that a platform declares for a cluster, by name, and what it fixes. */
export function inputsOf<Cluster extends ClusterSpec>(
  declare: (declared: Declared<Cluster>) => InputTable,
  rules: (cluster: Cluster, context: { readonly today: Date }) => readonly Problem[],
  cluster: Cluster,
): { readonly inputs: Readonly<Record<string, Input>>; readonly fixed: readonly string[] } {
  const { inputs, fixed } = declare({
    cluster,
    accepts: (other) => !rules(other, { today: new Date("2026-11-23") }).some(isError),
  });
  return { inputs: Object.fromEntries(inputs.map((input) => [input.name, input])), fixed };
}

/** Messages of an input's validations. */
export const messagesOf = ({ validation }: Input): string[] =>
  validation.map(({ errorMessage }) => errorMessage);
