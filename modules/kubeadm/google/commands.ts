import { apiServerPort } from "../boot/settings";
import type { Slot } from "../control-plane/slots";

/** What the commands for access need. */
export interface AccessCommands {
  readonly clusterName: string;
  readonly project: string;
  readonly bucket: string;
  readonly endpoint: string;
}

/** The commands that let kubectl talk to the cluster with the identity of the user for an hour. */
export function kubeconfigCommand({ clusterName, bucket, endpoint }: AccessCommands): string {
  const authority = `${clusterName}-ca.crt`;
  return [
    `gcloud storage cp gs://${bucket}/node/ca.crt ${authority}`,
    `kubectl config set-cluster ${clusterName} --server=https://${endpoint}:${apiServerPort} --certificate-authority=${authority} --embed-certs`,
    `kubectl config set-credentials ${clusterName} --token="$(gcloud auth print-identity-token)"`,
    `kubectl config set-context ${clusterName} --cluster=${clusterName} --user=${clusterName}`,
    `kubectl config use-context ${clusterName}`,
  ].join(" && ");
}

/** The command that fetches the certificate of an administrator, for emergencies. */
export const emergencyKubeconfigCommand = ({ clusterName, bucket }: AccessCommands): string =>
  `gcloud storage cp gs://${bucket}/admin/kubeconfig ${clusterName}.kubeconfig`;

/** The command that prints what a control-plane machine reported on its serial port. */
export const logCommand = ({ project }: AccessCommands, { name, zone }: Slot): string =>
  `gcloud compute instances get-serial-port-output --project ${project} --zone ${zone}` +
  ` "$(gcloud compute instances list --project ${project} --zones ${zone} --filter 'name~^${name}-' --format 'value(name)')"`;
