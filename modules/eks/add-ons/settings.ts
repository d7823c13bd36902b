import type { Path } from "../../cluster/problem";
import { isUnresolved } from "../../cluster/tokens";
import type { Statement } from "../identity/spec";
import { partitionOf } from "../../aws/regions";
import type { EksAddOnName, EksClusterProps, EksEndpoint } from "../spec";

/** The props of a cluster that set add-ons. */
type Cluster = Pick<EksClusterProps, "eks">;

/** A setting of an add-on that works only with something outside the add-on. */
export interface SettingNeeds {
  readonly addOn: EksAddOnName;

  /** Where the configuration has the setting. */
  readonly at: readonly string[];

  /** A policy of AWS for the role of the control plane. */
  readonly controlPlanePolicy?: "AmazonEKSVPCResourceController";

  /** Permissions of the pods of the add-on, in addition to its own. */
  readonly statements?: (scope: { readonly clusterName: string; readonly region: string }) => Statement[];

  /** Services of AWS that the pods of the add-on call. */
  readonly services?: readonly EksEndpoint[];

  /** The controller mounts the file system. */
  readonly mountsFileSystem?: true;

  /** Nodes need a network interface of EC2 that has branch interfaces. */
  readonly trunkInterfaces?: true;
}

/**
 * What settings of add-ons bring with them. A setting that only needs another field is in `rules/settings.ts`.
 *
 * Sources:
 * - security groups for pods: https://docs.aws.amazon.com/eks/latest/userguide/security-groups-pods-deployment.html
 * - addresses of Windows pods: https://docs.aws.amazon.com/eks/latest/userguide/windows-support.html
 * - deletion of directories: https://github.com/kubernetes-sigs/aws-efs-csi-driver/tree/master/docs#container-arguments-for-efs-plugin-of-efs-csi-driver
 * - logs of network policies: https://docs.aws.amazon.com/eks/latest/userguide/network-policies-troubleshooting.html
 */
export const settingNeeds: readonly SettingNeeds[] = [
  {
    addOn: "vpc-cni",
    at: ["env", "ENABLE_POD_ENI"],
    controlPlanePolicy: "AmazonEKSVPCResourceController",
    trunkInterfaces: true,
  },
  {
    addOn: "vpc-cni",
    at: ["enableWindowsIpam"],
    controlPlanePolicy: "AmazonEKSVPCResourceController",
  },
  {
    addOn: "vpc-cni",
    at: ["enableWindowsPrefixDelegation"],
    controlPlanePolicy: "AmazonEKSVPCResourceController",
  },
  {
    addOn: "vpc-cni",
    at: ["nodeAgent", "enableCloudWatchLogs"],
    services: ["logs"],
    statements: ({ clusterName, region }) => {
      const group = `arn:${partitionOf(region)}:logs:${region}:*:log-group:/aws/eks/${clusterName}/cluster`;
      return [
        // The action supports no resources: the agent looks for the group before it writes.
        { sid: "FindLogGroup", actions: ["logs:DescribeLogGroups"], resources: ["*"] },
        {
          sid: "WriteLogs",
          actions: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
          resources: [group, `${group}:*`],
        },
      ];
    },
  },
  { addOn: "aws-efs-csi-driver", at: ["controller", "deleteAccessPointRootDir"], mountsFileSystem: true },
];

/** The value of a setting; undefined if the file does not set it. */
export function settingOf({ eks }: Cluster, addOn: EksAddOnName, at: readonly string[]): unknown {
  return at.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string, unknown>)[step]
        : undefined,
    eks?.addOns?.[addOn]?.configuration,
  );
}

/** Whether a setting is on. Add-ons read text as well as booleans. */
export function isOn(value: unknown): boolean {
  return /^(true|t|1)$/i.test(String(value));
}

/** The needs of the settings that are on, or that a reference may turn on. */
export function neededBySettings(cluster: Cluster): SettingNeeds[] {
  return settingNeeds.filter(({ addOn, at }) => {
    const value = settingOf(cluster, addOn, at);
    return value !== undefined && (isUnresolved(value) || isOn(value));
  });
}

/** The field of a setting. */
export const settingPath = ({ addOn, at }: Pick<SettingNeeds, "addOn" | "at">): Path => [
  "eks",
  "addOns",
  addOn,
  "configuration",
  ...at,
];
