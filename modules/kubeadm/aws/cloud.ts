import { architectureOf, instanceType, unknownType } from "../../aws/machine-types";
import { defaultZones, isRegionName, region as knownRegion, regionNames } from "../../aws/regions";
import { planSubnets, slotOf, vpcPrefix } from "../../networks/aws/address-plan";
import type { Cloud } from "../cloud";
import { principalProblem } from "./principals";
import { quotaCapacities } from "./quotas";

/** Facts of AWS for rules and plans. */
export const aws: Cloud = {
  title: "AWS",
  regions: {
    example: "eu-central-1",
    names: regionNames,
    isName: isRegionName,
    zonesOf: (region) => knownRegion(region)?.zoneLetters.map((letter) => region + letter),
    defaultZones,
    isZone: (region, zone) => slotOf(region, zone) !== undefined,
    exampleZone: (region) => `${region}a`,
  },
  machines: {
    format: "an EC2 instance type such as m7i.large",
    // A pattern selects types; a machine has one.
    isType: (type) => architectureOf(type) !== undefined && !type.endsWith("*"),
    unknown: unknownType,
    architectureOf,
    vcpusOf: (type) => instanceType(type)?.vcpus,
    // A type that a user adds without memory has 0.
    memoryGiBOf: (type) => instanceType(type)?.memoryGiB || undefined,
    quotas: "EC2 quotas of the account",
  },
  images: {
    format: "an id such as ami-0123456789abcdef0",
    isImage: (id) => /^ami-[0-9a-f]{8,17}$/.test(id),
  },
  network: {
    // AWS allows no larger VPC than /16, and the subnets of one below /22 are too small.
    prefix: vpcPrefix,
    // The first four addresses of a subnet and the last one.
    reserved: 5,
    balancerAddresses: 1,
    subnets: (range, region, zones) =>
      planSubnets(region, range, zones).map(({ zone, private: subnet }) => ({
        name: `private ${zone}`,
        range: subnet,
        zones: [zone],
      })),
  },
  // A lifecycle hook lasts at most two hours.
  longestTimeout: 120,
  adminProblem: principalProblem,
  quotas: quotaCapacities,
  // Groups are found by their tags.
  // https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md
  autoscalerValues: ({ name, region }) => ({
    cloudProvider: "aws",
    awsRegion: region,
    autoDiscovery: { clusterName: name },
  }),
  refused: {
    "kubeadm.providerMinimum": "all supported versions of the provider aws have the same arguments",
  },
};
