import { partitionOf } from "../../aws/regions";
import { asSet } from "../../cluster/sets";
import { administrators } from "../boot/documents";
import { stateFolder } from "../boot/paths";

/** See {@link authenticatorConfiguration}. */
export interface AuthenticatorProps {
  readonly clusterName: string;
  readonly region: string;
  /** ARNs of IAM roles and users. */
  readonly admins: readonly string[];
}

/** Key of the configuration in the store. */
export const authenticatorKey = "control-plane/authenticator.json";

/**
 * The configuration of aws-iam-authenticator, which runs on control-plane machines: which roles and users of IAM are administrators. Tokens
 * are those of `aws eks get-token`, and valid for this cluster only.
 *
 * @see https://github.com/kubernetes-sigs/aws-iam-authenticator#full-configuration-format
 */
export function authenticatorConfiguration({ clusterName, region, admins }: AuthenticatorProps): object {
  const isUser = (arn: string) => /^arn:[^:]+:iam::\d+:user\//.test(arn);
  const groups = [administrators];
  const people = asSet(admins);
  return {
    clusterID: clusterName,
    server: {
      address: "127.0.0.1",
      // Tokens of another partition than its own are refused.
      partition: partitionOf(region),
      // The boot program makes certificate and kubeconfig.
      stateDir: `${stateFolder}/authenticator`,
      kubeconfigPregenerated: true,
      mapRoles: people
        .filter((arn) => !isUser(arn))
        .map((roleARN) => ({ roleARN, username: "admin:{{AccountID}}:{{SessionName}}", groups })),
      mapUsers: people
        .filter(isUser)
        .map((userARN) => ({ userARN, username: `admin:${userARN.split("/").slice(1).join("/")}`, groups })),
    },
  };
}
