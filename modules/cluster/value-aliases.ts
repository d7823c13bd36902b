import { nearest, plain } from "./nearest";

/** Names of values in other tools, and names of products instead of platforms and clouds. Spelling conventions do not matter. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  eks: ["aws", "amazon", "eks-auto", "eks-auto-mode", "eks-fargate", "fargate"],
  aks: ["azure", "azurerm", "microsoft", "aks-automatic"],
  gke: ["gcp", "google", "googleCloud", "gke-autopilot", "autopilot", "gke-standard"],
  kubeadm: ["k8s", "kubernetes", "vanilla", "self-managed", "self-hosted", "on-premises"],
  aws: ["amazon", "amazonWebServices", "eks", "ec2"],
  azure: ["azurerm", "microsoft", "microsoftAzure", "aks"],
  google: ["gcp", "googleCloud", "googleCloudPlatform", "gke", "gce"],
  single: ["one", "1"],
  spot: ["preemptible", "lowPriority"],
  "on-demand": ["regular"],
  "auto-provisioning": ["karpenter", "autoMode"],
};

/** The allowed value that other tools call `name`; undefined if there is none. */
function valueFor(name: string, allowed: readonly string[]): string | undefined {
  return allowed.find(
    (value) => Object.hasOwn(aliases, value) && aliases[value].some((other) => plain(other) === plain(name)),
  );
}

/** `; did you mean "google"?` for a value that is not allowed. Empty if only one value is allowed: the message names it. */
export function suggestion(value: unknown, values: readonly unknown[]): string {
  const allowed = values.filter((one) => typeof one === "string");
  const meant =
    typeof value === "string" && allowed.length > 1
      ? (valueFor(value, allowed) ?? nearest(value, allowed))
      : undefined;
  return meant === undefined ? "" : `; did you mean ${JSON.stringify(meant)}?`;
}
