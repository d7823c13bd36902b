import { architectureOf, sizePatterns, unknownSize, vmSize } from "../../azure/machine-types";
import { retiredSize } from "../../azure/retired-sizes";
import { minimumProblem } from "../../azure/provider";
import { regionNamed, regionNames } from "../../azure/regions";
import { tagProblems } from "../../azure/tags";
import { zonesOfAzure } from "../../azure/zones";
import { leastBatchPercent, reservedAddresses } from "../../azure/limits";
import { Cidr } from "../../cluster/addresses";
import { shown } from "../../cluster/rules/rule";
import { placements } from "../../cluster/scaling";
import { planSubnets } from "../../networks/azure/address-plan";
import type { Cloud } from "../cloud";

/** @see https://learn.microsoft.com/azure/private-link/availability */
const needsEgress =
  "machines prove their identity to Entra ID and read Azure Resource Manager, which have no private address in the network";

/** Whether a region has zones; unknown regions have. */
const hasZones = (region: string): boolean => regionNamed(region)?.hasZones ?? true;

/** Facts of Azure for rules and plans. Only the public cloud: the boot program has its addresses. */
export const azure: Cloud = {
  title: "Azure",
  regions: {
    example: "westeurope",
    names: () => regionNames().filter((name) => regionNamed(name)?.cloud === "public"),
    isName: (name) => /^[a-z][a-z0-9]*$/.test(name) && (regionNamed(name)?.cloud ?? "public") === "public",
    zonesOf: (region) => {
      const known = regionNamed(region);
      return known?.cloud === "public" ? (known.hasZones ? [...zonesOfAzure] : []) : undefined;
    },
    hasZones,
    defaultZones: (region, count) =>
      hasZones(region) && count <= zonesOfAzure.length ? zonesOfAzure.slice(0, count) : undefined,
    isZone: (region, zone) => hasZones(region) && (zonesOfAzure as readonly string[]).includes(zone),
    exampleZone: () => "1",
  },
  machines: {
    format: "a VM size such as Standard_D2s_v5",
    isType: (type) => new RegExp(sizePatterns.any).test(type),
    unknown: unknownSize,
    retired: retiredSize,
    architectureOf,
    // The image of Ubuntu has 30 GiB, and a system disk at most 4095.
    systemDisk: { least: 30, most: 4095 },
    vcpusOf: (type) => vmSize(type)?.vcpus,
    // A size that a user adds without memory has 0.
    memoryGiBOf: (type) => vmSize(type)?.memoryGiB || undefined,
    quotas: "vCPU quotas of the subscription",
  },
  images: {
    format:
      "the id of an image such as /subscriptions/…/resourceGroups/images/providers/Microsoft.Compute/images/kubernetes",
    isImage: (id) =>
      /^\/(subscriptions|communityGalleries|sharedGalleries)\/[^/]+\/.+\/images\/[^/]+/i.test(id),
  },
  network: {
    prefix: { shortest: 8, longest: 22 },
    reserved: reservedAddresses,
    balancerAddresses: 1,
    // With a NAT gateway in each zone, each zone has a subnet.
    subnets(range, _, zones, nat) {
      const plan = planSubnets(String(range));
      return nat === "per-zone"
        ? zones.map((zone) => ({
            name: `nodes ${zone}`,
            range: Cidr.parse(plan.nodesByZone[zone])!,
            zones: [zone],
          }))
        : [{ name: "nodes", range: Cidr.parse(plan.nodes)!, zones }];
    },
    // The end of a subnet: Azure gives other machines the first free address, so that slots that are added later find theirs free.
    slotRange: (subnet) => subnet.part(27, 2 ** (27 - subnet.prefix) - 1),
  },
  // A run command ends after 90 minutes, and Terraform gives it five more than the machine:
  // https://learn.microsoft.com/azure/virtual-machines/linux/run-command-managed
  longestTimeout: 85,
  adminProblem(text) {
    if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return undefined;
    return `must be an object id of Entra ID such as 11111111-2222-3333-4444-555555555555, got ${shown(text)}`;
  },
  // They differ between subscriptions.
  quotas: () => [],
  tagProblems,
  providerProblem: minimumProblem,
  groupProblem(group, zones, { nat }) {
    const { machineTypes, timeoutHours } = group;
    if (machineTypes.length > 1) {
      return {
        field: "machineTypes",
        text: `a scale set of Azure has one VM size, got ${machineTypes.length}; use a group for each`,
      };
    }
    // https://learn.microsoft.com/azure/nat-gateway/nat-availability-zones
    if (nat === "per-zone" && placements(group, zones).some((pool) => pool.zones.length > 1)) {
      return {
        field: "spread",
        text: `must be "per-zone" with network.nat "per-zone", or the group in one zone: a scale set has one subnet; in a new cluster, network.nat single or regional allows groups over several zones`,
      };
    }
    // https://learn.microsoft.com/azure/virtual-machines/extensions/custom-script-linux
    return timeoutHours === undefined
      ? undefined
      : {
          field: "timeoutHours",
          text: "has no effect on Azure: the extension that waits for a node ends after 90 minutes at the latest; remove the field",
        };
  },
  // The subnets of zones and the subnet of all zones have the same addresses.
  fixedFields: ({ nat }) => ({ "network.nat": nat === "per-zone" ? "per-zone" : "single or regional" }),
  // A batch of a rolling upgrade is at least 5 percent of a scale set.
  leastSurge: ({ size }) => Math.ceil((leastBatchPercent * size.max) / 100),
  // Groups are found by their tags. The machines have one identity, which the metadata service then takes.
  // https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/azure/README.md
  autoscalerValues: ({ name }, _, networkPart) => ({
    cloudProvider: "azure",
    autoDiscovery: { clusterName: name },
    // /subscriptions/ID/resourceGroups/NAME/providers/…
    azureSubscriptionID: networkPart(2),
    azureResourceGroup: networkPart(4),
    azureUseManagedIdentityExtension: true,
  }),
  refused: {
    "kubeadm.sessionManager": "Session Manager is a service of AWS; az vm run-command opens no port",
    "controlPlane.etcd.iops": "the operations of a Premium SSD come from its size; use a larger sizeGiB",
    "controlPlane.etcd.throughputMiBps":
      "the throughput of a Premium SSD comes from its size; use a larger sizeGiB",
    "loadBalancing.controller":
      "its permissions on Azure are not limited to the load balancers of Services yet; create load balancers with Terraform",
    "network.private": `${needsEgress}; use NAT gateways`,
  },
  refusedValues: { "network.nat": { none: `${needsEgress}; use single, per-zone or regional` } },
};
