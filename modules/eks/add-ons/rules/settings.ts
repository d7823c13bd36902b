import { error, type Finding, warning } from "../../../cluster/problem";
import { defineRules, entries, isKnown, knownEntries, shown } from "../../../cluster/rules/rule";
import { isUnresolved } from "../../../cluster/tokens";
import { driverAccounts, vpcCniAccount } from "../../identity/service-accounts";
import { computeOf } from "../../node-groups/compute";
import { coreDnsLabels, selects } from "../../node-groups/fargate-selectors";
import { hasTrunkInterface, typesNamed } from "../../../aws/machine-types";
import { isLinux } from "../../node-groups/placement";
import type { EksAddOnName, EksClusterProps, EksNodeGroupSpec } from "../../spec";
import { isOn, neededBySettings, settingOf, settingPath } from "../settings";

/** A setting that has an effect only with another field. */
interface Requirement {
  readonly addOn: EksAddOnName;
  readonly at: readonly string[];
  readonly when: (value: unknown) => boolean;
  readonly isMet: (cluster: EksClusterProps) => boolean;
  readonly message: string;
}

const isFargate = (value: unknown) => /^fargate$/i.test(String(value));

/**
 * Sources:
 * - https://docs.aws.amazon.com/eks/latest/userguide/fargate-getting-started.html (CoreDNS)
 * - https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-add-ons.html (agent of Pod Identity)
 * - https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/install.md (snapshots)
 * - https://github.com/aws/amazon-vpc-cni-k8s#enable_v6_egress-v1130
 */
const requirements: readonly Requirement[] = [
  {
    addOn: "coredns",
    at: ["computeType"],
    when: isFargate,
    isMet: selectsCoreDns,
    message: "CoreDNS would run nowhere: no profile of eks.fargateProfiles selects its pods in kube-system",
  },
  {
    addOn: "coredns",
    at: ["computeType"],
    when: (value) => !isFargate(value),
    isMet: (cluster) => computeOf(cluster).coreDns !== "fargate",
    message: 'CoreDNS would run nowhere: it runs on Fargate here, which needs "Fargate"; omit the setting',
  },
  ...["hybrid", "hybrid-bottlerocket"].map((daemonSet): Requirement => ({
    addOn: "eks-pod-identity-agent",
    at: ["daemonsets", daemonSet, "create"],
    when: isOn,
    isMet: ({ eks }) => eks?.remoteNetworks !== undefined,
    message: "has no effect without hybrid nodes: set eks.remoteNetworks, or omit the setting",
  })),
  {
    addOn: "aws-ebs-csi-driver",
    at: ["sidecars", "snapshotter", "forceEnable"],
    when: isOn,
    isMet: ({ storage }) => storage?.snapshots === true,
    message:
      "needs storage.snapshots, which installs the definitions that the snapshotter reads at its start",
  },
  {
    addOn: "vpc-cni",
    at: ["env", "ENABLE_V6_EGRESS"],
    when: isOn,
    isMet: ({ network }) => network?.ipFamily === "ipv6" || network?.existing !== undefined,
    message: "has no effect: nodes of a new IPv4 network have no IPv6 addresses; omit the setting",
  },
];

/** The service account of each add-on that has a role, by the place of its name in the configuration. */
const accounts: readonly { addOn: EksAddOnName; at: readonly string[]; account: string }[] = [
  { addOn: "vpc-cni", at: ["serviceAccount"], account: vpcCniAccount.serviceAccount },
  ...(Object.keys(driverAccounts) as (keyof typeof driverAccounts)[]).map((addOn) => ({
    addOn,
    at:
      addOn === "aws-mountpoint-s3-csi-driver"
        ? ["node", "serviceAccount"]
        : ["controller", "serviceAccount"],
    account: driverAccounts[addOn],
  })),
];

export const rules = defineRules<EksClusterProps>("eks/add-ons", {
  /**
   * With security groups for pods, nodes have machine types with a trunk interface. Others run no pods that have a security group.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/security-groups-for-pods.html
   */
  "setting-machine-types"(cluster) {
    if (!isKnown(cluster.nodeGroups)) return [];
    const { karpenter } = computeOf(cluster);
    const groups = entries(cluster.nodeGroups).filter(([, group]) => isLinux(group));
    const all = groups.flatMap(([i, { machineTypes }]) =>
      knownEntries(machineTypes).flatMap(([j, name]) =>
        typesOf(name).map((type) => ({ path: ["nodeGroups", i, "machineTypes", j], name, type })),
      ),
    );
    const without = all.filter(({ type }) => !hasTrunkInterface(type));
    const first = [...new Map(without.map((one) => [one.path.join(), one])).values()];
    const othersPossible = karpenter || groups.some(([, group]) => !listsMachineTypes(group));
    return neededBySettings(cluster)
      .filter(
        ({ trunkInterfaces, addOn, at }) => trunkInterfaces && !isUnresolved(settingOf(cluster, addOn, at)),
      )
      .flatMap(({ addOn, at }) => {
        if (all.length > 0 && all.length === without.length && !othersPossible) {
          return [
            error(
              settingPath({ addOn, at }),
              "pods with a security group would run nowhere: no node group has a machine type with a trunk interface, such as " +
                "m7i.large; types of the families t3, t3a and t4g have none",
            ),
          ];
        }
        return first.map(({ path, name }) =>
          warning(
            path,
            `${name} has no trunk interface: pods with a security group (${at.at(-1)}) do not run on its nodes`,
          ),
        );
      });
  },

  /**
   * An existing role of the control plane has the policies that settings of add-ons need.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/security-groups-pods-deployment.html
   */
  "setting-cluster-role"(cluster) {
    if (cluster.eks?.clusterRoleArn === undefined) return [];
    return neededBySettings(cluster).flatMap(({ addOn, at, controlPlanePolicy }) =>
      controlPlanePolicy
        ? [
            warning(
              settingPath({ addOn, at }),
              `needs the policy ${controlPlanePolicy} on the role of eks.clusterRoleArn, which is not changed`,
            ),
          ]
        : [],
    );
  },

  /**
   * A setting of an add-on that depends on another field is used together with it.
   *
   * @remarks Decision of this project: settings without effect are refused.
   */
  "setting-other-field"(cluster) {
    if (!isKnown(cluster.nodeGroups)) return [];
    return requirements.flatMap(({ addOn, at, when, isMet, message }) => {
      const value = settingOf(cluster, addOn, at);
      if (!isKnown(value) || !when(value) || isMet(cluster)) return [];
      return [error(settingPath({ addOn, at }), message)];
    });
  },

  /**
   * Settings do not rename the service account of an add-on, or give it another role: the role of the add-on trusts one service
   * account.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html
   */
  "setting-service-account"(cluster) {
    return accounts.flatMap(({ addOn, at, account }): Finding[] => {
      const name = settingOf(cluster, addOn, [...at, "name"]);
      const create = settingOf(cluster, addOn, [...at, "create"]);
      const role = settingOf(cluster, addOn, [...at, "annotations", "eks.amazonaws.com/role-arn"]);
      return [
        ...(isKnown(name) && name !== account
          ? [
              error(
                settingPath({ addOn, at: [...at, "name"] }),
                `must be ${account}, whose pods get the role of the add-on, got ${shown(name)}; omit it`,
              ),
            ]
          : []),
        ...(isKnown(create) && !isOn(create)
          ? [
              error(
                settingPath({ addOn, at: [...at, "create"] }),
                `must be true: the add-on creates ${account}, whose pods get its role; omit it`,
              ),
            ]
          : []),
        ...(role === undefined
          ? []
          : [
              error(
                settingPath({ addOn, at: [...at, "annotations", "eks.amazonaws.com/role-arn"] }),
                `is a second role for ${account}, which already gets the role of the add-on; omit it`,
              ),
            ]),
      ];
    });
  },
});

/** Whether all machine types of a group are known: it lists them, without references and without requirements. */
function listsMachineTypes({ machineTypes, machines }: EksNodeGroupSpec): boolean {
  return machines === undefined && isKnown(machineTypes) && machineTypes.every(isKnown);
}

/** The types of a name; of a family that the table does not have, one type. */
function typesOf(name: string): string[] {
  const types = typesNamed(name);
  return types.length > 0 ? types : [name];
}

function selectsCoreDns({ eks }: EksClusterProps): boolean {
  return entries(eks?.fargateProfiles).some(([, profile]) => selects(profile, "kube-system", coreDnsLabels));
}
