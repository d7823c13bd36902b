import {
  aksTable,
  type Ask,
  type Configuration,
  eksTable,
  gkeTable,
  kubeadmAzureTable,
  kubeadmGoogleTable,
  kubeadmTable,
} from "../../modules/recover";
import { googleGroup, onGoogle } from "../kubeadm/rule-support";
import { synthesizeKubeadm } from "../support/kubeadm";
import { shippedClusters } from "../support/shipped";

/** The stacks of the shipped files. */
export const stacks = shippedClusters().map(({ name, cluster, stack }) => ({
  name,
  platform:
    cluster.platform !== "kubeadm"
      ? cluster.platform
      : cluster.cloud === "aws"
        ? cluster.platform
        : (`kubeadm-${cluster.cloud}` as const),
  json: stack.terraform as Configuration,
}));

export const tables = {
  eks: eksTable,
  aks: aksTable,
  gke: gkeTable,
  kubeadm: kubeadmTable,
  "kubeadm-azure": kubeadmAzureTable,
  "kubeadm-google": kubeadmGoogleTable,
} as const;
/** Stacks with kubeadm clusters: those of examples, and on Google Cloud one with a group over several zones. */
export const kubeadmStacks = {
  kubeadm: stacks.filter((stack) => stack.platform === "kubeadm"),
  "kubeadm-azure": stacks.filter((stack) => stack.platform === "kubeadm-azure"),
  "kubeadm-google": [
    ...stacks.filter((stack) => stack.platform === "kubeadm-google"),
    {
      name: "one-group",
      platform: "kubeadm-google" as const,
      json: synthesizeKubeadm(
        onGoogle({ nodeGroups: [googleGroup({ size: 3, spread: "one-group", capacity: "spot" })] }),
      ).terraform as Configuration,
    },
  ],
} as const;

/** AWS with these answers, by the first of the texts that the command contains. */
export const aws =
  (answers: Readonly<Record<string, readonly string[]>>, asked: string[] = []): Ask =>
  (argv) => {
    const command = argv.join(" ");
    asked.push(command);
    return Object.entries(answers).find(([text]) => command.includes(text))?.[1] ?? [];
  };
