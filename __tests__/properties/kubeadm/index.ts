import type fc from "fast-check";
import type { ProgramName } from "../../../modules/workloads/chart";
import { planOf } from "../../../modules/kubeadm/capacity/plan";
import type { KubeadmClusterSpec } from "../../../modules/kubeadm/spec";
import { knownMinors, newestRelease } from "../../../modules/kubeadm/versions";
import { programs } from "../../../modules/kubeadm/workloads/programs";
import { rules } from "../../../modules/kubeadm/workloads/rules/workloads";
import { blocks, fitting, ownName, rangesIn, tags, type Fallback } from "../common";
import { type Draw, defined, drawn } from "../draw";
import { podNetwork, podNetworkWithRelay } from "../../kubeadm/rule-support";
import { always, anyValue, except, fields, trueIf } from "../vocabulary";
import { withWorkloads } from "../workloads";
import { clouds, type DrawnCloud } from "./clouds";
import { controlPlaneOf, machinesOf } from "./control-plane";
import { type Frame, kubeadm, type Part } from "./frame";
import { networkOf } from "./network";
import { groupsOf } from "./node-groups";

/** Valid kubeadm clusters on one cloud, with all fields of the vocabulary that have an effect there. */
export const kubeadmClustersOn: Readonly<Record<DrawnCloud["name"], fc.Arbitrary<KubeadmClusterSpec>>> = {
  aws: drawn((draw) => fitting(cluster(draw, clouds.aws), fallback)),
  azure: drawn((draw) => fitting(cluster(draw, clouds.azure), fallback)),
  google: drawn((draw) => fitting(cluster(draw, clouds.google), fallback)),
};

/** Valid kubeadm clusters, with all fields of the vocabulary. */
export const kubeadmClusters: fc.Arbitrary<KubeadmClusterSpec> = drawn((draw) =>
  fitting(cluster(draw, clouds[draw.one(["aws", "azure", "google"] as const)]), fallback),
);

const fallback: Fallback<KubeadmClusterSpec> = {
  planOf,
  widest: { cidr: "10.0.0.0/16", podCidr: "100.64.0.0/11" },
  smaller: () => ({ upgrade: undefined }),
};

/** A label of a DNS name, without what is appended for machines: `-control-plane-0`. */
const longestName = 63 - "-control-plane-0".length;

function cluster(draw: Draw, cloud: DrawnCloud): KubeadmClusterSpec {
  const { regions } = cloud.adapter;
  const region = draw.one(regions.names().filter((name) => regions.zonesOf(name)!.length >= 3));
  const { network, zones, hasEgress, hasZonalNat } = networkOf(draw, cloud, region);
  const autoscaling = kubeadm.maybe(draw, "autoscaling");
  const machineTypes = cloud.machineTypes(draw);
  // Without egress, machines get programs from the store or the image only.
  const source = hasEgress
    ? kubeadm.maybe(draw, "kubeadm.software.source")
    : draw.one(["store", "image"] as const);
  const frame: Frame = { cloud, region, zones, autoscaling, hasEgress, hasZonalNat, machineTypes, source };
  const machines = machinesOf(draw, zones.length);
  const spec = defined(
    kubeadm.map(draw, "", {
      name: draw.label(ownName(longestName)),
      cloud: cloud.name,
      region,
      kubernetesVersion: newestRelease(draw.one(knownMinors()))!,
      network,
      controlPlane: controlPlaneOf(draw, frame, machines),
      access: accessOf(draw, frame),
      nodeGroups: groupsOf(draw, frame),
      autoscaling,
      storage: storageOf(draw),
      loadBalancing: fields({ controller: trueIf(cloud.isAws) }),
      tags: () => tags(draw),
      kubeadm:
        source === undefined && !needsNewProvider(frame, network)
          ? kubeadmOf(draw, frame, network)
          : always(kubeadmOf(draw, frame, network)),
      workloads: undefined, // added last
    }),
  );
  return withWorkloads(draw, spec, Object.keys(programs) as ProgramName[], rules);
}

const needsNewProvider = ({ cloud }: Frame, network: KubeadmClusterSpec["network"]): boolean =>
  cloud.name === "azure" && network?.nat === "regional";

function kubeadmOf(draw: Draw, frame: Frame, network: KubeadmClusterSpec["network"]): Part<"kubeadm"> {
  return fields({
    software: frame.source === undefined ? () => softwareOf(draw, frame) : always(softwareOf(draw, frame)),
    sessionManager: trueIf(frame.cloud.isAws),
    // The first version with gateways over all zones.
    providerMinimum: needsNewProvider(frame, network) ? always("4.67.0") : undefined,
  });
}

function storageOf(draw: Draw): Part<"storage"> {
  const { block } = kubeadm.map(draw, "storage", {});
  return fields({
    block,
    snapshots: block === false ? undefined : anyValue,
  });
}

function accessOf(draw: Draw, { cloud, region, hasEgress }: Frame): Part<"access"> {
  // Without egress the API server cannot read the keys that sign tokens of Google.
  const most = hasEgress || cloud.adapter.administratorsNeedEgress === undefined ? 5 : 0;
  return fields({
    admins: draw.list(0, most, () => cloud.admin(draw, region)),
    privateFrom: () => rangesIn(draw, blocks.other[0], draw.int(16, 28), draw.int(1, 5)),
  });
}

function softwareOf(draw: Draw, { hasEgress, source }: Frame): Part<"kubeadm.software"> {
  return fields({
    source: source && always(source),
    mirror: source === "mirror" ? always("https://mirror.example.com/kubernetes") : undefined,
    // Their architecture and role are drawn from the schema.
    files:
      source === "image"
        ? undefined
        : () =>
            Array.from({ length: draw.int(1, 3) }, (_, i) => {
              const kind = draw.one(["program", "archive", "images"] as const);
              const ending = { program: "", archive: ".tgz", images: ".tar" }[kind];
              return fields({
                url: `https://files${i}.example.com/programs/one${ending}`,
                sha256: draw.one(["0", "1"]).repeat(64),
                kind: kind === "program" ? except("archive", "images") : always(kind),
                to:
                  kind === "images" ? undefined : always(draw.one([`/opt/one-${i}`, `/usr/local/one-${i}`])),
              });
            }),
    imageRepository:
      !hasEgress && source === "store"
        ? always("registry.example.com:5000/k8s")
        : () => draw.one(["registry.k8s.io", "registry.example.com:5000/k8s"]),
    manifests: () => draw.one([podNetwork, podNetworkWithRelay]),
  });
}
