import { type GkeRuleCases, autopilot, cluster, group, withOptions } from "../../rule-support";

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/control-plane/autopilot-settings",
    passes: [
      ["Autopilot", autopilot()],
      [
        "what it has anyway",
        autopilot({ network: { dataplane: "v2", dns: { nodeCache: true } }, storage: { block: true } }),
      ],
      ["a Standard cluster", cluster({ network: { dataplane: "calico" } })],
    ],
    fails: [
      [
        "all that is Standard's",
        cluster({
          autoscaling: "none",
          gke: {
            mode: "autopilot",
            controlPlane: "zonal",
            configConnector: true,
            verticalPodAutoscaling: false,
            autoscalingProfile: "balanced",
            autoProvisioning: { cpu: { max: 1 }, memoryGiB: { max: 1 } },
            alphaFeatures: true,
          },
          network: {
            dataplane: "calico",
            intranodeVisibility: false,
            multiNetworking: true,
            dns: { by: "kube-dns", scope: "vpc", domain: "shop.internal", nodeCache: false },
          },
          storage: { block: false, statefulHa: true },
          loadBalancing: { controller: false },
          observability: { managedPrometheus: false },
          upgrades: { channel: "none" },
        }),
        'error autoscaling: is not configurable in Autopilot mode, got "none"; omit it',
        'error gke.controlPlane: is not configurable in Autopilot mode, got "zonal"; omit it',
        "error gke.configConnector: is not configurable in Autopilot mode, got true; omit it",
        "error gke.verticalPodAutoscaling: is not configurable in Autopilot mode, got false; omit it",
        'error gke.autoscalingProfile: is not configurable in Autopilot mode, got "balanced"; omit it',
        "error gke.autoProvisioning: is not configurable in Autopilot mode, got an object; omit it",
        "error gke.alphaFeatures: is not configurable in Autopilot mode, got true; omit it",
        'error network.dataplane: is not configurable in Autopilot mode, got "calico"; omit it',
        "error network.intranodeVisibility: is not configurable in Autopilot mode, got false; omit it",
        "error network.multiNetworking: is not configurable in Autopilot mode, got true; omit it",
        'error network.dns.by: is not configurable in Autopilot mode, got "kube-dns"; omit it',
        'error network.dns.scope: is not configurable in Autopilot mode, got "vpc"; omit it',
        'error network.dns.domain: is not configurable in Autopilot mode, got "shop.internal"; omit it',
        "error network.dns.nodeCache: is not configurable in Autopilot mode, got false; omit it",
        "error storage.block: is not configurable in Autopilot mode, got false; omit it",
        "error storage.statefulHa: is not configurable in Autopilot mode, got true; omit it",
        "error loadBalancing.controller: is not configurable in Autopilot mode, got false; omit it",
        "error observability.managedPrometheus: is not configurable in Autopilot mode, got false; omit it",
        'error upgrades.channel: is not configurable in Autopilot mode, got "none"; omit it',
      ],
    ],
  },
  {
    rule: "gke/control-plane/autopilot-without-node-groups",
    passes: [
      ["none", autopilot()],
      ["some of a Standard cluster", cluster()],
    ],
    fails: [
      [
        "some",
        autopilot({ nodeGroups: [group()] }),
        "error nodeGroups: must be [] in Autopilot mode: GKE creates the nodes, got 1",
      ],
    ],
  },
  {
    rule: "gke/control-plane/net-admin-needs-autopilot",
    passes: [["Autopilot", autopilot({ gke: { mode: "autopilot", allowNetAdmin: true } })]],
    fails: [
      [
        "a Standard cluster",
        withOptions({ allowNetAdmin: true }),
        "error gke.allowNetAdmin: needs mode autopilot; Standard clusters allow such workloads",
      ],
    ],
  },
];
