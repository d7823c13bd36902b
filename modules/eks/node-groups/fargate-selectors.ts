import { matchesGlob } from "../../cluster/glob";
import { isKnown } from "../../cluster/rules/rule";
import type { EksFargateProfileSpec } from "../spec";

/** Labels of CoreDNS pods of the coredns add-on. */
export const coreDnsLabels = { "k8s-app": "kube-dns", "eks.amazonaws.com/component": "coredns" };

/** Whether a profile selects pods of a namespace with these labels. References match. */
export function selects(
  { selectors }: Pick<EksFargateProfileSpec, "selectors">,
  namespace: string,
  labels: Readonly<Record<string, string>>,
): boolean {
  if (!isKnown(selectors)) return true;
  return selectors.some(
    (selector) =>
      (!isKnown(selector.namespace) || matchesGlob(selector.namespace, namespace)) &&
      (!isKnown(selector.labels) ||
        Object.entries(selector.labels).every(([key, value]) => !isKnown(value) || labels[key] === value)),
  );
}
