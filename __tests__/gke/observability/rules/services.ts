import type { GkeAutoProvisioningSpec } from "../../../../modules/gke/spec";
import {
  autopilot,
  cluster,
  type GkeRuleCases,
  group,
  key,
  keyElsewhere,
  withEncryption,
  withObservability,
  withOptions,
  withUpgrades,
} from "../../rule-support";

const freeze = { name: "holidays", from: "2026-12-20T00:00:00Z", until: "2027-01-04T00:00:00Z" };

const provisioning = (patch: Partial<GkeAutoProvisioningSpec> = {}) =>
  cluster({
    autoscaling: "auto-provisioning",
    gke: { autoProvisioning: { cpu: { max: 100 }, memoryGiB: { max: 400 }, ...patch } },
  });

export const services: readonly GkeRuleCases[] = [
  {
    rule: "gke/control-plane/maintenance-window",
    passes: [
      ["every night", withUpgrades({ window: { start: "02:00", hours: 4 } })],
      ["half of a Sunday", withUpgrades({ window: { days: ["sunday"], start: "00:00", hours: 12 } })],
    ],
    fails: [
      [
        "too short",
        withUpgrades({ window: { start: "02:00", hours: 3 } }),
        "error upgrades.window.hours: must be a whole number from 4 to 24, got 3",
      ],
      [
        "too seldom",
        withUpgrades({ window: { days: ["saturday", "sunday"], start: "02:00", hours: 5 } }),
        "error upgrades.window.hours: must be at least 6 on 2 days a week: GKE wants 48 hours in 32 days, got 5",
      ],
      [
        "no time, and a day twice",
        withUpgrades({ window: { days: ["sunday", "sunday"], start: "2 am", hours: 24 } }),
        'error upgrades.window.start: must be a time such as "02:00", got "2 am"',
        'error upgrades.window.days[1]: "sunday" is there already, at position 0',
      ],
      [
        "no day",
        withUpgrades({ window: { days: [], start: "24:00", hours: 24 } }),
        'error upgrades.window.start: must be a time such as "02:00", got "24:00"',
        "error upgrades.window.days: must name at least one day; left out, it is every day",
      ],
    ],
  },
  {
    rule: "gke/control-plane/pauses",
    passes: [["one", withUpgrades({ pauses: [freeze] })]],
    fails: [
      [
        "one twice, out of order",
        withUpgrades({ pauses: [freeze, { ...freeze, from: freeze.until, until: freeze.from }] }),
        'error upgrades.pauses[1].name: "holidays" is there already, at position 0',
        "error upgrades.pauses[1].until: must be after from (2027-01-04T00:00:00Z), got 2026-12-20T00:00:00Z",
      ],
      [
        "days, and no name",
        withUpgrades({
          pauses: [{ name: "Holidays", from: "2026-12-20", until: "2027-01-04T00:00:00+01:00" }],
        }),
        'error upgrades.pauses[0].name: must start with a lower-case letter and hold lower-case letters, digits and "-", got "Holidays"',
        'error upgrades.pauses[0].from: must be an instant in UTC such as "2026-12-20T00:00:00Z", got "2026-12-20"',
        'error upgrades.pauses[0].until: must be an instant in UTC such as "2026-12-20T00:00:00Z", got "2027-01-04T00:00:00+01:00"',
      ],
      [
        "21",
        withUpgrades({ pauses: Array.from({ length: 21 }, (_, i) => ({ ...freeze, name: `p${i}` })) }),
        "error upgrades.pauses: GKE takes at most 20 pauses, got 21",
      ],
    ],
  },
  {
    rule: "gke/control-plane/pause-lengths",
    passes: [
      ["two weeks", withUpgrades({ pauses: [freeze] })],
      [
        "half a year without a new minor",
        withUpgrades({ pauses: [{ ...freeze, scope: "minor", until: "2027-06-18T00:00:00Z" }] }),
      ],
    ],
    fails: [
      [
        "31 days",
        withUpgrades({ pauses: [{ ...freeze, until: "2027-01-20T00:00:00Z" }] }),
        'error upgrades.pauses[0].until: a pause of scope "all" lasts 30 days at most, this one 31',
      ],
      [
        "four of all",
        withUpgrades({ pauses: ["a", "b", "c", "d"].map((name) => ({ ...freeze, name })) }),
        'error upgrades.pauses: GKE takes at most 3 pauses of all upgrades, got 4; give others the scope "minor"',
      ],
    ],
  },
  {
    rule: "gke/control-plane/channel-matters",
    passes: [
      ["a channel", withUpgrades({ acceleratedPatches: true, pauses: [{ ...freeze, scope: "minor" }] })],
      ["none", cluster({ upgrades: { channel: "none", pauses: [freeze] }, gke: { alphaFeatures: true } })],
    ],
    fails: [
      [
        "words of a channel without one",
        withUpgrades({ channel: "none", acceleratedPatches: true, pauses: [{ ...freeze, scope: "minor" }] }),
        'error upgrades.acceleratedPatches: needs a release channel, got channel "none"',
        'error upgrades.pauses[0].scope: "minor" needs a release channel, got channel "none"',
      ],
      [
        "alpha features in one",
        withOptions({ alphaFeatures: true }),
        'error upgrades.channel: must be "none" with gke.alphaFeatures: such clusters can\'t be upgraded, got "regular"',
      ],
    ],
  },
  {
    rule: "gke/observability/log-retention",
    passes: [["ten years", withObservability({ retentionDays: 3650 })]],
    fails: [
      [
        "none",
        withObservability({ retentionDays: 0 }),
        "error observability.retentionDays: must be a whole number from 1 to 3650, got 0",
      ],
    ],
  },
  {
    rule: "gke/observability/components-of-system",
    passes: [
      [
        "the system's and others",
        withObservability({ logTypes: ["SYSTEM_COMPONENTS", "APISERVER"], metrics: [] }),
      ],
    ],
    fails: [
      [
        "others alone, and one twice",
        withObservability({ logTypes: ["WORKLOADS"], metrics: ["SYSTEM_COMPONENTS", "POD", "POD"] }),
        'error observability.logTypes: must name "SYSTEM_COMPONENTS" too: GKE has no others without',
        'error observability.metrics[2]: "POD" is there already, at position 1',
      ],
    ],
  },
  {
    rule: "gke/observability/metrics-are-collected",
    passes: [
      ["with Prometheus", withObservability({ metrics: ["SYSTEM_COMPONENTS", "POD"], autoMonitoring: true })],
      [
        "those of the system",
        withObservability({ managedPrometheus: false, metrics: ["SYSTEM_COMPONENTS", "APISERVER"] }),
      ],
    ],
    fails: [
      [
        "without",
        withObservability({
          managedPrometheus: false,
          metrics: ["SYSTEM_COMPONENTS", "POD", "KUBELET"],
          autoMonitoring: true,
        }),
        "error observability.metrics: POD, KUBELET need managedPrometheus, which is off",
        "error observability.autoMonitoring: needs managedPrometheus, which is off",
      ],
    ],
  },
  {
    rule: "gke/observability/existing-sinks",
    passes: [
      [
        "full names",
        withObservability({
          notifications: { topic: "projects/shop/topics/gke" },
          usageMetering: { dataset: "gke_usage" },
        }),
      ],
    ],
    fails: [
      [
        "others",
        withObservability({
          notifications: { topic: "gke", events: [] },
          usageMetering: { dataset: "gke-usage" },
        }),
        'error observability.notifications.topic: must be the full name of a topic such as projects/shop/topics/gke, got "gke"',
        "error observability.notifications.events: must name at least one kind; left out, it is all of them",
        'error observability.usageMetering.dataset: must be the id of a dataset such as gke_usage, got "gke-usage"',
      ],
    ],
  },
  {
    rule: "gke/control-plane/beta-apis",
    passes: [["an API", withOptions({ betaApis: ["resource.k8s.io/v1beta1/deviceclasses"] })]],
    fails: [
      [
        "a kind",
        withOptions({ betaApis: ["DeviceClass"] }),
        'error gke.betaApis[0]: must be an API such as resource.k8s.io/v1beta1/deviceclasses, got "DeviceClass"',
      ],
    ],
  },
  {
    rule: "gke/control-plane/control-plane-keys",
    passes: [
      [
        "full names",
        withOptions({
          controlPlaneKeys: {
            clusterCa: "projects/shop/locations/europe-west3/caPools/gke",
            serviceAccountSigningKeys: [`${key}/cryptoKeyVersions/1`],
            controlPlaneDisksKeyId: key,
          },
        }),
      ],
    ],
    fails: [
      [
        "others",
        withOptions({
          controlPlaneKeys: {
            etcdApiCa: "gke",
            serviceAccountVerificationKeys: [key],
            etcdBackupKeyId: keyElsewhere,
          },
        }),
        'error gke.controlPlaneKeys.etcdApiCa: must be the full name of a pool of authorities such as projects/shop/locations/europe-west3/caPools/gke, got "gke"',
        'error gke.controlPlaneKeys.serviceAccountVerificationKeys[0]: must be the full name of a key\'s version, …/cryptoKeyVersions/1, got "projects/shop/locations/europe-west3/keyRings/gke/cryptoKeys/secrets"',
        "error gke.controlPlaneKeys.etcdBackupKeyId: must be a key in the cluster's region, europe-west3, this one is in europe-west1",
      ],
    ],
  },
  {
    rule: "gke/control-plane/key-ring",
    passes: [["a name", withEncryption({ keyRing: "shop_2" })]],
    fails: [
      [
        "a path",
        withEncryption({ keyRing: "shop/2" }),
        'error encryption.keyRing: must hold up to 63 letters, digits, "-" and "_", got "shop/2"',
      ],
    ],
  },
  {
    rule: "gke/control-plane/dns-zones",
    passes: [["names", cluster({ dns: { zones: ["shop-example-com"] } })]],
    fails: [
      [
        "none",
        cluster({ dns: { zones: [] } }),
        "error dns.zones: must name at least one managed zone, got none; without ExternalDNS leave dns out",
      ],
      [
        "a domain, and one twice",
        cluster({ dns: { zones: ["shop.example.com", "a", "a"] } }),
        'error dns.zones[2]: "a" is there already, at position 1',
        'error dns.zones[0]: must be the name of a managed zone such as "shop-example-com", not its domain, got "shop.example.com"',
      ],
    ],
  },
  {
    rule: "gke/autoscaling/auto-provisioning-is-used",
    passes: [
      ["limits", provisioning()],
      ["none of it", cluster()],
      ["Autopilot, which another rule looks at", autopilot({ autoscaling: "auto-provisioning" })],
    ],
    fails: [
      [
        "no limits",
        cluster({ autoscaling: "auto-provisioning" }),
        "error gke.autoProvisioning: must say how far it may go: limits of cpu and memoryGiB for the whole cluster",
      ],
      [
        "limits of nothing",
        withOptions({ autoProvisioning: { cpu: { max: 1 }, memoryGiB: { max: 1 } } }),
        'error gke.autoProvisioning: has no effect without autoscaling "auto-provisioning"; say that, or leave it out',
      ],
    ],
  },
  {
    rule: "gke/autoscaling/auto-provisioning-bounds",
    passes: [["bounds", provisioning({ cpu: { min: 4, max: 4 }, gpus: { "nvidia-l4": { max: 8 } } })]],
    fails: [
      [
        "others",
        provisioning({ cpu: { min: 5, max: 4 }, memoryGiB: { min: -1, max: 0 }, gpus: { l4: { max: 8 } } }),
        "error gke.autoProvisioning.cpu.max: must be at least min (5), got 4",
        "error gke.autoProvisioning.memoryGiB.min: must be a whole number of at least 0, got -1",
        "error gke.autoProvisioning.memoryGiB.max: must be a whole number of at least 1, got 0",
        'error at key gke.autoProvisioning.gpus.l4: must be a type of GPU such as nvidia-l4, got "l4"',
      ],
    ],
  },
  {
    rule: "gke/autoscaling/auto-provisioning-zones",
    passes: [["zones", provisioning({ zones: ["europe-west3-a"] })]],
    fails: [
      [
        "none",
        provisioning({ zones: [] }),
        "error gke.autoProvisioning.zones: must name at least one zone; left out, it is all of the network's",
      ],
      [
        "one twice, and one elsewhere",
        provisioning({ zones: ["europe-west3-a", "europe-west3-a", "us-east1-b"] }),
        'error gke.autoProvisioning.zones[1]: "europe-west3-a" is there already, at position 0',
        'error gke.autoProvisioning.zones[2]: must be a zone of europe-west3 such as europe-west3-a, got "us-east1-b"',
      ],
    ],
  },
  {
    rule: "gke/autoscaling/auto-provisioning-platform",
    passes: [["a generation", provisioning({ minCpuPlatform: "Intel Ice Lake" })]],
    fails: [
      [
        "none",
        provisioning({ minCpuPlatform: "newest" }),
        'error gke.autoProvisioning.minCpuPlatform: must be a processor generation such as "Intel Ice Lake", got "newest"',
      ],
    ],
  },
  {
    rule: "gke/control-plane/autopilot-decides",
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
            dns: { by: "kube-dns", nodeCache: false },
          },
          storage: { block: false, statefulHa: true },
          loadBalancing: { controller: false },
          observability: { managedPrometheus: false },
          upgrades: { channel: "none" },
        }),
        'error autoscaling: is Autopilot\'s to decide, got "none"; leave it out',
        'error gke.controlPlane: is Autopilot\'s to decide, got "zonal"; leave it out',
        "error gke.configConnector: is Autopilot's to decide, got true; leave it out",
        "error gke.verticalPodAutoscaling: is Autopilot's to decide, got false; leave it out",
        'error gke.autoscalingProfile: is Autopilot\'s to decide, got "balanced"; leave it out',
        "error gke.autoProvisioning: is Autopilot's to decide, got a map; leave it out",
        "error gke.alphaFeatures: is Autopilot's to decide, got true; leave it out",
        'error network.dataplane: is Autopilot\'s to decide, got "calico"; leave it out',
        "error network.intranodeVisibility: is Autopilot's to decide, got false; leave it out",
        "error network.multiNetworking: is Autopilot's to decide, got true; leave it out",
        'error network.dns.by: is Autopilot\'s to decide, got "kube-dns"; leave it out',
        "error network.dns.nodeCache: is Autopilot's to decide, got false; leave it out",
        "error storage.block: is Autopilot's to decide, got false; leave it out",
        "error storage.statefulHa: is Autopilot's to decide, got true; leave it out",
        "error loadBalancing.controller: is Autopilot's to decide, got false; leave it out",
        "error observability.managedPrometheus: is Autopilot's to decide, got false; leave it out",
        'error upgrades.channel: is Autopilot\'s to decide, got "none"; leave it out',
      ],
    ],
  },
  {
    rule: "gke/control-plane/autopilot-makes-nodes",
    passes: [
      ["none", autopilot()],
      ["some of a Standard cluster", cluster()],
    ],
    fails: [
      [
        "some",
        autopilot({ nodeGroups: [group()] }),
        "error nodeGroups: must be [] in Autopilot, which makes nodes itself, got 1",
      ],
    ],
  },
  {
    rule: "gke/control-plane/autopilot-is-observed",
    passes: [
      [
        "all that it has",
        autopilot({ observability: { logTypes: ["SYSTEM_COMPONENTS", "WORKLOADS", "APISERVER"] } }),
      ],
      ["a Standard cluster", withObservability({ logTypes: [] })],
    ],
    fails: [
      [
        "less",
        autopilot({ observability: { logTypes: ["SYSTEM_COMPONENTS"], metrics: [] } }),
        "error observability.logTypes: must name WORKLOADS, which Autopilot always logs",
        "error observability.metrics: must name SYSTEM_COMPONENTS, which Autopilot always measures",
      ],
    ],
  },
  {
    rule: "gke/control-plane/net-admin-is-autopilot",
    passes: [["Autopilot", autopilot({ gke: { mode: "autopilot", allowNetAdmin: true } })]],
    fails: [
      [
        "a Standard cluster",
        withOptions({ allowNetAdmin: true }),
        "error gke.allowNetAdmin: belongs to mode autopilot; elsewhere such workloads are let in anyway",
      ],
    ],
  },
  {
    rule: "gke/control-plane/add-ons-have-ground",
    passes: [
      ["Gateways and their controller", cluster({ loadBalancing: { gateway: true } })],
      [
        "alpha features without repair",
        cluster({ gke: { alphaFeatures: true }, nodeGroups: [group({ repair: false })] }),
      ],
    ],
    fails: [
      [
        "Gateways alone",
        cluster({ loadBalancing: { gateway: true, controller: false } }),
        "error loadBalancing.gateway: needs loadBalancing.controller, which makes the load balancers of Gateways too",
      ],
      [
        "alpha features with repair",
        withOptions({ alphaFeatures: true }),
        "error nodeGroups[0].repair: must be false with gke.alphaFeatures: GKE repairs no such nodes",
      ],
    ],
  },
];
