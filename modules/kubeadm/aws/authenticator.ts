/** See {@link authenticatorConfiguration}. */
export interface AuthenticatorProps {
  readonly clusterName: string;
  readonly workerRoleArn: string;
  /** ARNs of IAM roles and users. */
  readonly admins: readonly string[];
}

/**
 * The configuration of the AWS IAM Authenticator, which runs on control-plane machines. A node is the machine that it runs on: it proves its
 * name with the identity of its role, so that no pod can use it for another node.
 *
 * @see https://github.com/kubernetes-sigs/aws-iam-authenticator#full-configuration-format
 */
export function authenticatorConfiguration({
  clusterName,
  workerRoleArn,
  admins,
}: AuthenticatorProps): object {
  const isUser = (arn: string) => /^arn:[^:]+:iam::\d+:user\//.test(arn);
  return {
    clusterID: clusterName,
    server: {
      mapRoles: [
        {
          roleARN: workerRoleArn,
          username: "system:node:{{EC2PrivateDNSName}}",
          groups: ["system:bootstrappers", "system:nodes"],
        },
        ...admins
          .filter((arn) => !isUser(arn))
          .map((roleARN) => ({
            roleARN,
            username: "admin:{{AccountID}}:{{SessionName}}",
            groups: ["system:masters"],
          })),
      ],
      mapUsers: admins
        .filter(isUser)
        .map((userARN) => ({ userARN, username: "admin:{{AccountID}}", groups: ["system:masters"] })),
    },
  };
}
