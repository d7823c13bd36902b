import { cluster, type EksRuleCases, group, withGroups } from "../../rule-support";

const system = { name: "system", selectors: [{ namespace: "kube-system" }] };
const coreDns = { name: "dns", selectors: [{ namespace: "kube-system", labels: { "k8s-app": "kube-dns" } }] };
const tainted = group({ taints: [{ key: "team", value: "a", effect: "NoSchedule" }] });
const noNode = (name: string) =>
  `${name} would have no node to run on, and the deployment would fail after a timeout: add a Linux node group with min of at ` +
  "least 1";

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/add-ons/add-on-has-node",
    passes: [
      ["nodes", cluster({ storage: { file: true, snapshots: true } })],
      [
        "nodes with the taint of add-ons",
        {
          ...withGroups({ taints: [{ key: "CriticalAddonsOnly", effect: "NoSchedule" }] }),
          storage: { file: true },
        },
      ],
      [
        "tolerations in the settings of the add-on",
        cluster({
          nodeGroups: [tainted, group({ name: "free" })],
          storage: { file: true },
        }),
      ],
      [
        "the snapshot controller on Fargate",
        cluster({
          nodeGroups: [],
          autoscaling: "none",
          storage: { block: false, snapshots: true },
          eks: { fargateProfiles: [system] },
        }),
      ],
      [
        "pools of Auto Mode",
        cluster({
          nodeGroups: [],
          autoscaling: "auto-provisioning",
          storage: { file: true },
          eks: { autoProvisioning: { by: "auto-mode", pools: ["system", "general-purpose"] } },
        }),
      ],
    ],
    fails: [
      [
        "the EFS driver with Fargate alone",
        cluster({
          nodeGroups: [],
          autoscaling: "none",
          storage: { block: false, file: true },
          eks: { fargateProfiles: [coreDns] },
        }),
        `error storage.file: ${noNode("the EFS CSI driver")}`,
      ],
      [
        "Auto Mode without pools",
        cluster({
          nodeGroups: [],
          autoscaling: "auto-provisioning",
          storage: { file: true, snapshots: true },
          eks: { autoProvisioning: { by: "auto-mode", pools: [] } },
        }),
        `error storage.file: ${noNode("the EFS CSI driver")}`,
        `error storage.snapshots: ${noNode("the snapshot controller")}`,
      ],
      [
        "only tainted nodes",
        cluster({ nodeGroups: [tainted], storage: { file: true } }),
        "error storage.file: the EFS CSI driver would have no node to run on, and the deployment would fail after a timeout: one " +
          "Linux group must have min of at least 1 and no taint NoSchedule or NoExecute other than CriticalAddonsOnly",
      ],
    ],
  },
  {
    rule: "eks/add-ons/add-on-not-on-fargate",
    passes: [
      ["a profile for other pods", cluster({ storage: { file: true }, eks: { fargateProfiles: [coreDns] } })],
    ],
    fails: [
      [
        "a profile for all pods of kube-system",
        cluster({ storage: { file: true }, eks: { fargateProfiles: [system] } }),
        "error storage.file: the EFS CSI driver does not run on Fargate, but a profile of eks.fargateProfiles selects its pods in " +
          "kube-system; give the profile labels that select only other pods",
      ],
    ],
  },
];
