import type { AwsNetworkProps } from "../../networks/aws/props";
import type { EksEndpoint } from "../spec";

/** Settings of the new VPC of an EKS cluster. */
export interface EksNetworkProps extends Omit<AwsNetworkProps, "endpointsGroupName" | "subnetTags"> {
  readonly endpoints: readonly EksEndpoint[];
  /** Days for which flow logs are kept. If omitted, there are no flow logs. */
  readonly flowLogDays?: number;
  /** Keeps the flow logs when the network is destroyed. */
  readonly keepLogs: boolean;
  /** ARN of the key of flow logs; undefined with a key of AWS. */
  readonly logsKeyArn?: string;
}
