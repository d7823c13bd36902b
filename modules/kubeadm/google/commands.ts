import { apiServerPort } from "../boot/settings";
import type { Slot } from "../control-plane/slots";

/** What the commands for access need. */
export interface AccessCommands {
  readonly clusterName: string;
  readonly project: string;
  readonly bucket: string;
  readonly endpoint: string;
}

/**
 * The program for `sh -c` that prints a new token of the user, in the form of a plugin for credentials. kubectl and the Helm provider run it
 * whenever they need a token: one is valid for an hour. It has no single quotes, so that a command can quote it with them.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/authentication/#input-and-output-formats
 */
export function tokenProgram(apiVersion: string): string {
  const answer = JSON.stringify({ apiVersion, kind: "ExecCredential", status: { token: "%s" } });
  return `token="$(gcloud auth print-identity-token)" && printf "${answer.replaceAll('"', '\\"')}" "$token"`;
}

/** An argument of kubectl that is a list: it reads the text as a record of CSV. */
const asRecord = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Its plugins may ask for a login if a terminal is there. */
const execApiVersion = "client.authentication.k8s.io/v1beta1";

/** The commands that let kubectl talk to the cluster with the identity of the user. */
export function kubeconfigCommand({ clusterName, bucket, endpoint }: AccessCommands): string {
  const authority = `${clusterName}-ca.crt`;
  return [
    `gcloud storage cp gs://${bucket}/node/ca.crt ${authority}`,
    `kubectl config set-cluster ${clusterName} --server=https://${endpoint}:${apiServerPort} --certificate-authority=${authority} --embed-certs`,
    `kubectl config set-credentials ${clusterName} --exec-api-version=${execApiVersion} --exec-command=sh` +
      ` --exec-arg=-c --exec-arg='${asRecord(tokenProgram(execApiVersion))}'`,
    // kubectl prefers a token to the plugin. The command had one before.
    `kubectl config unset users.${clusterName}.token`,
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
