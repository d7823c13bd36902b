import { bootDisksOf, isMachineType, machineFamily, unknownType, vcpusOf } from "../../google/machine-types";
import { memoryGiBOf } from "../../google/machine-memory";
import {
  defaultZones,
  isRegionName,
  isZoneOf,
  region as knownRegion,
  regionNames,
} from "../../google/regions";
import { labelsProblems } from "../../google/labels";
import { shown } from "../../cluster/rules/rule";
import { placements } from "../../cluster/scaling";
import type { Cloud } from "../cloud";
import { groupName } from "./group-names";

/** @see https://cloud.google.com/nat/docs/overview */
const natIsRegional = "Cloud NAT is one gateway that Google distributes over the zones; use regional";

/** Facts of Google Cloud for rules and plans. */
export const google: Cloud = {
  title: "Google Cloud",
  regions: {
    example: "europe-west1",
    names: regionNames,
    isName: isRegionName,
    zonesOf: (region) => knownRegion(region)?.zoneLetters.map((letter) => `${region}-${letter}`),
    defaultZones,
    isZone: isZoneOf,
    exampleZone: (region) => `${region}-${knownRegion(region)?.zoneLetters[0] ?? "a"}`,
  },
  machines: {
    format: "a machine type of Compute Engine such as n2-standard-2",
    isType: isMachineType,
    unknown: unknownType,
    architectureOf: (type) => machineFamily(type)?.architecture,
    disksOf: bootDisksOf,
    vcpusOf,
    memoryGiBOf,
    quotas: "CPU quotas of the project",
  },
  images: {
    format: "an image such as projects/my-project/global/images/family/kubernetes",
    isImage: (id) => /^projects\/[a-z][a-z0-9:.-]+\/global\/images\/(family\/)?[a-z][a-z0-9-]*$/.test(id),
  },
  network: {
    // One subnet has the whole range, for all zones.
    prefix: { shortest: 9, longest: 24 },
    // The first two addresses of a subnet and the last two, https://cloud.google.com/vpc/docs/subnets
    reserved: 4,
    balancerAddresses: 1,
    subnets: (range, region, zones) => [{ name: `subnet ${region}`, range, zones }],
  },
  // The initial delay of a health check for repairs is at most an hour.
  longestTimeout: 60,
  adminProblem(text) {
    const example = "user:ann@example.com";
    if (/^(user|serviceAccount):[^\s@:]+@[^\s@:]+$/.test(text)) return undefined;
    return text.startsWith("group:")
      ? `the API server knows no groups of Google; list their members, such as ${example}`
      : `must be a user or a service account such as ${example}, got ${shown(text)}`;
  },
  // They differ between projects.
  quotas: () => [],
  tagProblems: labelsProblems,
  groupProblem(group, zones, { autoscaling }) {
    if (group.machineTypes.length > 1) {
      return {
        field: "machineTypes",
        text: `a group on Google Cloud has one machine type, got ${group.machineTypes.length}; use a group for each`,
      };
    }
    const pools = placements(group, zones);
    const isRegional = pools.some((pool) => pool.zones.length > 1 && pool.size.owner === "autoscaler");
    return autoscaling === "cluster-autoscaler" && isRegional
      ? {
          field: "spread",
          text: "the Cluster Autoscaler changes groups of one zone only; use per-zone, one zone, a fixed size or autoscaling: none",
        }
      : undefined;
  },
  administratorsNeedEgress:
    "the API server reads the public keys of accounts.google.com, which has no private address",
  // Google refuses fewer than one for each zone of a regional group.
  leastSurge: ({ zones }) => zones.length,
  // Discovery is by prefixes of names, and the name of one group can begin with that of another.
  // https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/gce/README.md
  autoscalerValues: ({ name, region, nodeGroups }, zones, networkPart) => ({
    cloudProvider: "gce",
    autoscalingGroups: nodeGroups.flatMap((group) =>
      placements(group, zones)
        .filter(({ size }) => size.owner === "autoscaler")
        .map((placement) => ({
          // projects/NAME/global/…
          name: `https://www.googleapis.com/compute/v1/projects/${networkPart(1)}/zones/${placement.zones[0]}/instanceGroups/${groupName(name, region, group, placement)}`,
          minSize: placement.size.min,
          maxSize: placement.size.max,
        })),
    ),
  }),
  refused: {
    "kubeadm.providerMinimum": "all supported versions of the provider google have the same arguments",
    "kubeadm.sessionManager":
      "Session Manager is a service of AWS; the serial port shows what a machine reports",
    "controlPlane.etcd.iops": "the operations of a disk come from its size; use a larger sizeGiB",
    "controlPlane.etcd.throughputMiBps": "the throughput of a disk comes from its size; use a larger sizeGiB",
    "loadBalancing.controller":
      "its permissions on Google Cloud are not limited to one cluster yet; create load balancers with Terraform",
  },
  refusedValues: { "network.nat": { single: natIsRegional, "per-zone": natIsRegional } },
};
