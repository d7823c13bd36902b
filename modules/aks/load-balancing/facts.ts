import type { Fact } from "../../cluster/facts";

/** End of support of the NGINX ingress of the application routing add-on. Azure states the month; this is its last day. */
export const nginxRouting: Fact & { readonly supportedUntil: string } = {
  supportedUntil: "2026-11-30",
  asOf: "2026-11-28",
  source: "https://learn.microsoft.com/azure/aks/app-routing",
};

/** Age and source of the table of Istio revisions. */
export const istioFact: Fact = {
  asOf: "2026-11-28",
  source: "https://github.com/Azure/AKS/releases",
};

/** The oldest minor of an Istio revision that AKS supports: `asm-1-27` and older are deprecated since the release of 2026-05-29. */
export const oldestIstioMinor = 28;
