import { kubeloginArguments } from "../../azure/kubelogin";
import { apiServerPort } from "../boot/settings";
import type { Slot } from "../control-plane/slots";

/** What the commands for access need. */
export interface AccessCommands {
  readonly clusterName: string;
  readonly resourceGroup: string;
  readonly account: string;
  readonly endpoint: string;
  readonly certificateAuthority: string;
}

/** The commands that set up kubectl. kubelogin gets tokens with the identity of the Azure CLI. */
export function kubeconfigCommand({ clusterName, endpoint, certificateAuthority }: AccessCommands): string {
  return [
    `kubectl config set-cluster ${clusterName} --server=https://${endpoint}:${apiServerPort}`,
    `kubectl config set clusters.${clusterName}.certificate-authority-data ${certificateAuthority}`,
    `kubectl config set-credentials ${clusterName} --exec-api-version=client.authentication.k8s.io/v1 --exec-interactive-mode=Never --exec-command=kubelogin ${kubeloginArguments.map((one) => `--exec-arg=${one}`).join(" ")}`,
    `kubectl config set-context ${clusterName} --cluster=${clusterName} --user=${clusterName}`,
    `kubectl config use-context ${clusterName}`,
  ].join(" && ");
}

/** The command that fetches the certificate of an administrator, for emergencies. */
export const emergencyKubeconfigCommand = ({ clusterName, account }: AccessCommands): string =>
  `az storage blob download --auth-mode login --account-name ${account} --container-name control-plane --name admin/kubeconfig --file ${clusterName}.kubeconfig`;

/** The command that prints what a control-plane machine reported on its serial port. */
export const logCommand = ({ resourceGroup }: AccessCommands, { name }: Slot): string =>
  `az vm boot-diagnostics get-boot-log --resource-group ${resourceGroup} --name ${name}`;

/** A machine of the control plane. */
export interface ReplaceableMachine {
  readonly name: string;

  /** Its Terraform address. */
  readonly address: string;

  /** Terraform address of the resource that ends when the machine works. */
  readonly last: string;
}

/**
 * The commands that replace the machines of the control plane, one after the other: a changed image, type or user data reaches a machine only
 * when it is replaced. A check is before each replacement, and after the last one: all machines are nodes that are Ready, and all members of
 * etcd answer. Each apply changes only the slot; the last one changes the rest, such as nodes. Stop if a command fails.
 */
export function replacementCommands(machines: readonly ReplaceableMachine[]): string[] {
  const names = machines.map(({ name }) => name);
  const members = names.map((name) => `etcd-${name}`);
  const check = [
    `kubectl wait --for=condition=Ready --timeout=10m node ${names.join(" ")}`,
    `kubectl -n kube-system wait --for=condition=Ready --timeout=10m pod ${members.join(" ")}`,
    "kubectl get --raw /readyz/etcd",
  ].join(" && ");
  return [
    ...machines.flatMap(({ name, address, last }) => [
      check,
      `kubectl drain ${name} --ignore-daemonsets --delete-emptydir-data --timeout=10m`,
      `terraform apply -replace=${address} -target=${last}`,
      `kubectl uncordon ${name}`,
    ]),
    check,
    "terraform apply",
  ];
}
