import type { ProgramName } from "../../../modules/workloads/chart";
import { rules as reachability } from "../../../modules/aks/network/rules/reachability";
import { rules } from "../../../modules/aks/workloads/rules/workloads";
import { programs } from "../../../modules/aks/workloads/programs";
import { planOf } from "../../../modules/aks/capacity/plan";
import type { AksClusterSpec } from "../../../modules/aks/spec";
import { knownMinors, supportStatus } from "../../../modules/aks/versions";
import { account, fitting, ownName, type Fallback, tags, today } from "../common";
import { type Draw, drawn, defined } from "../draw";
import { withWorkloads } from "../workloads";
import { always, except, fields } from "../vocabulary";
import { accessOf } from "./access";
import { aks, type Frame, resource, subscription, vault } from "./frame";
import { networkOf } from "./network";
import { groupsOf } from "./node-groups";
import { optionsOf } from "./options";
import { loadBalancingOf, observabilityOf, upgradesOf } from "./services";
import { encryptionOf, storageOf } from "./storage";

/** Valid clusters on AKS, with all fields of the vocabulary. */
export const aksClusters = drawn((draw) => fitting(cluster(draw), fallback));

const fallback: Fallback<AksClusterSpec> = {
  planOf,
  widest: { cidr: "10.0.0.0/9", podCidr: "100.64.0.0/11" },
  smaller: () => ({ maxPods: undefined }),
};

/** Regions of the public cloud with zones. */
const regions = [
  "westeurope",
  "northeurope",
  "eastus2",
  "germanywestcentral",
  "westus3",
  "japaneast",
  "swedencentral",
];

function cluster(draw: Draw): AksClusterSpec {
  const region = draw.one(regions);
  const minors = knownMinors().filter((minor) => supportStatus(minor, today) !== "unsupported");
  const version = draw.one(minors);
  const minor = Number(version.slice(2));
  const isLongTerm = supportStatus(version, today) === "long-term";
  const support = isLongTerm ? "long-term" : aks.maybe(draw, "upgrades.support");
  const autoscaling = draw.one([undefined, ...aks.values("autoscaling")]);
  const { network, zones } = networkOf(draw, autoscaling === "auto-provisioning");
  const podNetwork = network?.podNetwork ?? aks.default("network.podNetwork");
  const usual = { overlay: "cilium", "pod-subnet": "cilium", flat: "azure", kubenet: "calico", none: "none" };
  const egress = network?.egress?.type ?? (network?.nat === "none" ? "none" : "nat-gateway");
  const access = accessOf(draw, network, egress, region);
  const frame: Frame = {
    region,
    minor,
    network,
    zones,
    autoscaling,
    access,
    podNetwork,
    policy: network?.networkPolicy ?? usual[podNetwork],
    egress,
    natPerZone: network?.nat === "per-zone" && network.existing === undefined,
    support,
    setByPolicy: draw.seldom(
      () => (egress === "none" ? ["tags" as const] : draw.some(aks.values("aks.setByPolicy[]"))),
      20,
    ),
  };
  const channel = aks.maybe(draw, "upgrades.channel");
  const options = optionsOf(draw, frame);
  const nodeGroups = groupsOf(draw, frame);
  const spec = defined(
    aks.map(draw, "", {
      name: draw.label(ownName(63)),
      region,
      kubernetesVersion: channel === "none" ? draw.one([version, `${version}.2`]) : version,
      network,
      access,
      nodeGroups,
      autoscaling,
      storage: storageOf(draw, frame),
      encryption: () => encryptionOf(draw, frame),
      loadBalancing: () => loadBalancingOf(draw, frame),
      dns:
        egress === "none"
          ? undefined
          : fields({
              zones: () =>
                draw.some([
                  resource("Microsoft.Network/dnsZones", "example.com"),
                  resource("Microsoft.Network/privateDnsZones", "example.internal"),
                ]),
            }),
      workloads: undefined, // added last
      gitops: egress === "none" ? undefined : except("config-sync"),
      workloadIdentities: egress === "none" ? undefined : () => workloadsOf(draw),
      observability:
        egress === "none" ? always(observabilityOf(draw, frame)) : () => observabilityOf(draw, frame),
      upgrades: always(upgradesOf(draw, channel, frame)),
      tags: () => tags(draw),
      aks: { ...options, tier: support === "long-term" ? "premium" : options.tier },
    }),
  );
  // Dapr keeps data in volumes.
  const valid =
    spec.storage?.block === false ? defined({ ...spec, aks: { ...spec.aks, dapr: undefined } }) : spec;
  return withWorkloads(draw, valid, Object.keys(programs) as ProgramName[], [...rules, ...reachability]);
}

const workloadsOf = (draw: Draw) =>
  draw.list(
    0,
    4,
    () => ({
      ...account(draw),
      grants: draw.maybe(() =>
        draw
          .some(["Storage Blob Data Reader", "Key Vault Secrets User", "Reader"], 0)
          .map((role) => ({ role, scope: draw.one([`/subscriptions/${subscription}`, vault("shop")]) })),
      ),
    }),
    ({ namespace, serviceAccount }) => `${namespace}_${serviceAccount}`.replace(/-+/g, "_"),
  );
