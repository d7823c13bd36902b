import type { ProgramName } from "../../../modules/workloads/chart";
import { rules } from "../../../modules/gke/workloads/rules/workloads";
import { programs } from "../../../modules/gke/workloads/programs";
import { planOf } from "../../../modules/gke/capacity/plan";
import type { GkeClusterSpec } from "../../../modules/gke/spec";
import { region as regionFacts, regionNames } from "../../../modules/google/regions";
import { knownMinors, supportStatus } from "../../../modules/gke/versions";
import { fitting, ownName, rangeIn, type Fallback, today } from "../common";
import { type Draw, drawn, defined } from "../draw";
import { withWorkloads } from "../workloads";
import { always, fields, trueIf } from "../vocabulary";
import { accessOf, workloadsOf } from "./access";
import { type Frame, gke, tagsOf } from "./frame";
import { networkOf } from "./network";
import { groupsOf } from "./node-groups";
import { optionsOf } from "./options";
import { observabilityOf, upgradesOf } from "./services";
import { encryptionOf, storageOf } from "./storage";

/** Valid clusters on GKE, with all fields of the vocabulary. */
export const gkeClusters = drawn((draw) => fitting(cluster(draw), fallback));

const fallback: Fallback<GkeClusterSpec> = {
  planOf,
  widest: { cidr: "10.0.0.0/9", podCidr: "100.64.0.0/11" },
  smaller: () => ({ maxPods: 10, podRange: undefined }),
};

function cluster(draw: Draw): GkeClusterSpec {
  const region = draw.one(regionNames().filter((name) => regionFacts(name)!.zoneLetters.length >= 3));
  const version = draw.one(knownMinors().filter((minor) => supportStatus(minor, today) !== "unsupported"));
  const isAutopilot = draw.chance(20);
  const isAlpha = !isAutopilot && draw.chance(5);
  const autoscaling = isAutopilot
    ? draw.maybe(() => "cluster-autoscaler" as const)
    : draw.one([undefined, ...gke.values("autoscaling")]);
  const { network, zones } = networkOf(draw, region, isAutopilot);
  const channel = isAlpha ? "none" : gke.maybe(draw, "upgrades.channel", isAutopilot && "none");
  const disks = gke.maybe(draw, "encryption.disks");
  const frame: Frame = {
    region,
    minor: Number(version.slice(2)),
    isAutopilot,
    isAlpha,
    autoscaling,
    network,
    zones,
    isV2: (network?.dataplane ?? gke.default("network.dataplane")) === "v2",
    disksKey: disks === "customer-key",
    channel,
    isNewer: draw.bool(),
  };
  const controller = isAutopilot ? draw.maybe(() => true) : gke.maybe(draw, "loadBalancing.controller");
  const options = optionsOf(draw, frame);
  const gitops = options.fleetProject !== undefined && draw.bool() ? "config-sync" : undefined;
  const nodeGroups = isAutopilot ? [] : groupsOf(draw, frame);
  const spec = defined(
    gke.map(draw, "", {
      name: draw.label(ownName(40)),
      region,
      kubernetesVersion: draw.one([version, `${version}.2`, `${version}.2-gke.1001000`]),
      network,
      access: accessOf(draw, frame),
      nodeGroups,
      autoscaling,
      storage: always(storageOf(draw, frame, nodeGroups)),
      encryption: always(encryptionOf(draw, frame, disks)),
      loadBalancing: fields({
        controller,
        gateway: trueIf(controller !== false),
        proxyCidr: network?.existing ? undefined : () => rangeIn(draw, ["172.24.0.0/16"], 20, 26),
      }),
      dns: fields({ zones: () => draw.list(1, 3, () => draw.label(40)) }),
      workloadIdentities: () => workloadsOf(draw, frame),
      observability: () => observabilityOf(draw, frame),
      upgrades: always(upgradesOf(draw, frame)),
      tags: () => tagsOf(draw),
      workloads: undefined, // added last
      gitops,
      gke: { ...options, ...featuresOf(draw, options.fleetProject, gitops) },
    }),
  );
  return withWorkloads(draw, spec, Object.keys(programs) as ProgramName[], rules);
}

/** The features of a fleet that a member uses. */
function featuresOf(draw: Draw, fleetProject: string | undefined, gitops: string | undefined) {
  if (fleetProject === undefined) return {};
  const policyController = draw.maybe(() => draw.bool());
  const serviceMesh = draw.maybe(() => draw.bool());
  const isUsed = gitops !== undefined || policyController === true || serviceMesh === true;
  return {
    policyController,
    serviceMesh,
    fleetFeature: isUsed ? draw.one([undefined, "new", "existing"] as const) : undefined,
  };
}
