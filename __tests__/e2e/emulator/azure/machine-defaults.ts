import { fill, isJson, type Json } from "../rest/json";
import { type ResourceId } from "./resource-id";
import { uuid } from "./defaults";

/** The properties that Azure fills in for machines and their networks, by the type of the resource in lower case. */
export const machineProperties: Readonly<Record<string, (id: ResourceId, item: Json) => Json>> = {
  // https://learn.microsoft.com/rest/api/load-balancer/load-balancers/get
  "microsoft.network/loadbalancers": (id, { properties }) => {
    const lists = [
      "frontendIPConfigurations",
      "probes",
      "loadBalancingRules",
      "inboundNatRules",
      "outboundRules",
    ];
    for (const list of lists) withIds(id, list, (properties as Json)[list]);
    return Object.fromEntries(lists.map((list) => [list, []]));
  },
  // https://learn.microsoft.com/rest/api/virtualnetwork/network-interfaces/get
  "microsoft.network/networkinterfaces": (id, { properties }) => {
    withIds(id, "ipConfigurations", (properties as Json).ipConfigurations);
    return { macAddress: "00-0D-3A-00-00-00", dnsSettings: { appliedDnsServers: [], dnsServers: [] } };
  },
  // https://learn.microsoft.com/rest/api/compute/virtual-machines/get
  "microsoft.compute/virtualmachines": (id, { properties }) => {
    withoutEmptyCapabilities(properties as Json);
    const { storageProfile } = properties as { storageProfile: { osDisk: Json } };
    const name = `${id.name}_OsDisk_1`;
    const disk = id.id.replace(/virtualMachines\/[^/]+$/i, `disks/${name}`);
    fill(storageProfile.osDisk, { name, osType: "Linux", managedDisk: { id: disk } });
    fill(storageProfile, { dataDisks: [] });
    return { vmId: uuid(id.key), timeCreated: "2026-01-01T00:00:00Z" };
  },
  // https://learn.microsoft.com/rest/api/compute/virtual-machine-run-commands/get-by-virtual-machine
  "microsoft.compute/virtualmachines/runcommands": () => ({
    instanceView: {
      ...{ executionState: "Succeeded", executionMessage: "", exitCode: 0, output: "done", error: "" },
      ...{ startTime: "2026-01-01T00:00:00Z", endTime: "2026-01-01T00:00:01Z" },
    },
  }),
  // https://learn.microsoft.com/rest/api/compute/virtual-machine-scale-sets/get
  "microsoft.compute/virtualmachinescalesets": ({ key }, { properties }) => {
    withoutEmptyCapabilities(properties as Json);
    return { uniqueId: uuid(key) };
  },
  // https://learn.microsoft.com/rest/api/compute/disks/get
  "microsoft.compute/disks": ({ key }) => ({ uniqueId: uuid(key), diskState: "Unattached" }),
};

/**
 * The provider sends an empty object. Its acceptance tests expect an empty plan after it, so that Azure does not answer it.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/v5.2.0/internal/services/compute/linux_virtual_machine_resource_other_test.go
 */
function withoutEmptyCapabilities(properties: Json): void {
  if (
    isJson(properties.additionalCapabilities) &&
    Object.keys(properties.additionalCapabilities).length === 0
  )
    delete properties.additionalCapabilities;
}

/** Parts of a resource have ids. */
function withIds({ id }: ResourceId, list: string, parts: unknown): void {
  for (const part of (parts ?? []) as Json[]) fill(part, { id: `${id}/${list}/${String(part.name)}` });
}
