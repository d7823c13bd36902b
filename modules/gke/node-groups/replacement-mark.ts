import type { IConstruct } from "constructs";
import { shortHash } from "../../cluster/names";
import { forHash } from "../../cluster/references";
import { asMap } from "../../cluster/sets";
import type { GkeNodeGroupSpec } from "../spec";

/** Number of hex digits of the mark. */
export const markLength = 4;

/**
 * A part of the name of a node pool that changes with some of its arguments, so that a change of such an argument replaces the node
 * pool. Undefined for a group without them.
 *
 * For these arguments the provider plans no replacement, and does not change the node pool. Most are optional and computed: the
 * provider plans nothing if they are removed. The others are in no update request of the provider, so that every later plan would show
 * the same difference.
 *
 * @see https://github.com/hashicorp/terraform-provider-google/blob/v6.50.0/google/services/container/node_config.go
 */
export function replacementMark(scope: IConstruct, spec: GkeNodeGroupSpec): string | undefined {
  const { machine = {}, disk = {}, kubelet = {} } = spec;
  const inputs: Readonly<Record<string, unknown>> = {
    minCpuPlatform: machine.minCpuPlatform,
    performanceMonitoring: machine.performanceMonitoring,
    confidential: spec.confidential === "none" ? undefined : spec.confidential,
    podRange: spec.podRange,
    additionalNetworks: spec.additionalNetworks?.length ? spec.additionalNetworks.map(asMap) : undefined,
    minNodeCpus: spec.soleTenant?.minNodeCpus,
    tpuTopology: spec.tpu?.topology,
    // GKE does not change a node pool between Linux and Windows.
    windows: spec.image?.family === "windows" || undefined,
    // Changed in place while they are set; only the removal needs a new node pool.
    storagePools: isSet(disk.storagePools),
    iops: isSet(disk.iops),
    throughput: isSet(disk.throughputMiBps),
    registryAuthorities: isSet(spec.registryAuthorities),
    maxParallelImagePulls: isSet(kubelet.maxParallelImagePulls),
    windowsKubelet: spec.image?.family === "windows" ? isSet(spec.kubelet) : undefined,
  };
  const given = Object.entries(inputs).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : shortHash(forHash(scope, given), markLength);
}

const isSet = (value: unknown): true | undefined => (value === undefined ? undefined : true);
