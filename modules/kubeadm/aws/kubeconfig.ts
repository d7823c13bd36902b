import { apiServerPort } from "../boot/settings";

/** What the commands for access need. */
export interface AccessCommands {
  readonly clusterName: string;
  readonly region: string;
  readonly bucket: string;
  readonly endpoint: string;
}

/** The command that lets kubectl talk to the cluster with the IAM identity of the user. */
export function kubeconfigCommand({ clusterName, region, bucket, endpoint }: AccessCommands): string {
  const authority = `${clusterName}-ca.crt`;
  return [
    `aws s3 cp --region ${region} s3://${bucket}/node/ca.crt ${authority}`,
    `kubectl config set-cluster ${clusterName} --server=https://${endpoint}:${apiServerPort} --certificate-authority=${authority} --embed-certs`,
    `kubectl config set-credentials ${clusterName} --exec-api-version=client.authentication.k8s.io/v1beta1 --exec-command=aws` +
      ` --exec-arg=--region --exec-arg=${region} --exec-arg=eks --exec-arg=get-token --exec-arg=--cluster-name --exec-arg=${clusterName}`,
    `kubectl config set-context ${clusterName} --cluster=${clusterName} --user=${clusterName}`,
    `kubectl config use-context ${clusterName}`,
  ].join(" && ");
}

/** The command that fetches the certificate of an administrator, for emergencies. */
export const emergencyKubeconfigCommand = ({ clusterName, region, bucket }: AccessCommands): string =>
  `aws s3 cp --region ${region} s3://${bucket}/admin/kubeconfig ${clusterName}.kubeconfig`;

/** The command that prints the newest lines of the console of a control-plane machine, where the boot program reports its state. */
export const logCommand = ({ clusterName, region }: AccessCommands): string =>
  `aws ec2 get-console-output --region ${region} --latest --output text --instance-id $(aws ec2 describe-instances --region ${region}` +
  ` --filters Name=tag:Name,Values=${clusterName}-control-plane-0 Name=instance-state-name,Values=running` +
  ` --query Reservations[0].Instances[0].InstanceId --output text)`;
