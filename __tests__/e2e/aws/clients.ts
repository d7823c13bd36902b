import { AutoScalingClient } from "@aws-sdk/client-auto-scaling";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { EC2Client } from "@aws-sdk/client-ec2";
import { EKSClient } from "@aws-sdk/client-eks";
import { IAMClient } from "@aws-sdk/client-iam";
import { KMSClient } from "@aws-sdk/client-kms";
import { type Endpoint } from "./raw";

/** SDK clients of the AWS services that a cluster uses. */
export interface AwsClients {
  readonly autoScaling: AutoScalingClient;
  readonly ec2: EC2Client;
  readonly eks: EKSClient;
  readonly iam: IAMClient;
  readonly kms: KMSClient;
  readonly logs: CloudWatchLogsClient;
  /** For services with few calls. */
  readonly endpoint: Endpoint;
}

/** The emulator does not check signatures, so any pair of keys works. */
export const DUMMY_CREDENTIALS = { accessKeyId: "test", secretAccessKey: "test" } as const;

export function awsClients(endpoint: string, region: string): AwsClients {
  const config = { endpoint, region, credentials: DUMMY_CREDENTIALS };
  return {
    autoScaling: new AutoScalingClient(config),
    ec2: new EC2Client(config),
    eks: new EKSClient(config),
    iam: new IAMClient(config),
    kms: new KMSClient(config),
    logs: new CloudWatchLogsClient(config),
    endpoint: { url: endpoint, region },
  };
}
