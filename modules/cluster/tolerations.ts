import type { Taint } from "./vocabulary";

/** A toleration of a pod. Without a key it tolerates each taint, without an effect each effect; also if they are empty. */
export interface Toleration {
  readonly key?: string | null;
  readonly operator?: string | null;
  readonly value?: string | null;
  readonly effect?: string | null;
}

/**
 * Whether a pod can run on nodes with a taint. `PreferNoSchedule` repels no pod.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
export const toleratesTaint = (
  tolerations: readonly Toleration[],
  { key, value = "", effect }: Pick<Taint, "key" | "value"> & { readonly effect: string },
): boolean =>
  effect === "PreferNoSchedule" ||
  tolerations.some(
    (toleration) =>
      (!toleration.key || toleration.key === key) &&
      (!toleration.effect || toleration.effect === effect) &&
      (toleration.operator === "Exists" || (toleration.value ?? "") === value),
  );
