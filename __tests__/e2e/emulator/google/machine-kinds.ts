import { fill, isJson, type Json } from "../rest/json";
import { computeItem, computeUrl, type Context, type Kind, regional } from "./kind";

const zoneOf = ({ name }: Context): string => name.split("/").slice(0, 4).join("/");

const zonal = (context: Context): Json => ({ ...computeItem(context), zone: computeUrl(zoneOf(context)) });

/** What the settings of each protocol lack. */
const healthCheck = (item: Json): Json => {
  const name = `${String(item.type).toLowerCase()}HealthCheck`;
  const settings = item[name];
  if (isJson(settings)) fill(settings, { proxyHeader: "NONE" });
  return { logConfig: { enable: false } };
};

/**
 * The collections of Compute Engine for machines in groups, and for their load balancers, with the default values of their APIs.
 *
 * @see https://cloud.google.com/compute/docs/reference/rest/v1/disks
 * @see https://cloud.google.com/compute/docs/reference/rest/v1/instanceTemplates
 * @see https://cloud.google.com/compute/docs/reference/rest/v1/instanceGroupManagers
 * @see https://cloud.google.com/compute/docs/reference/rest/v1/regionInstanceGroupManagers
 * @see https://cloud.google.com/compute/docs/reference/rest/v1/healthChecks
 * @see https://cloud.google.com/compute/docs/reference/rest/v1/regionBackendServices
 * @see https://cloud.google.com/compute/docs/reference/rest/v1/forwardingRules
 */
export const machineKinds: readonly Kind[] = [
  {
    service: "compute",
    collection: "projects/*/zones/*/disks",
    operation: "compute",
    defaults: (_, context) => ({
      ...zonal(context),
      status: "READY",
      type: computeUrl(`${zoneOf(context)}/diskTypes/pd-standard`),
      physicalBlockSizeBytes: "4096",
      accessMode: "READ_WRITE_SINGLE",
      enableConfidentialCompute: false,
      labelFingerprint: `l${context.number}=`,
    }),
  },
  {
    service: "compute",
    collection: "projects/*/global/instanceTemplates",
    operation: "compute",
    defaults: (item, context) => {
      fillTemplate(item.properties as Json, context);
      return computeItem(context);
    },
  },
  managers("zones", (_, context) => zonal(context)),
  managers("regions", ({ distributionPolicy }, context) => {
    // https://cloud.google.com/compute/docs/instance-groups/regional-mig-distribution-shape
    if (isJson(distributionPolicy)) fill(distributionPolicy, { targetShape: "EVEN" });
    return { ...regional(context), updatePolicy: { instanceRedistributionType: "PROACTIVE" } };
  }),
  {
    service: "compute",
    collection: "projects/*/global/healthChecks",
    operation: "compute",
    defaults: (item, context) => ({ ...computeItem(context), ...healthCheck(item) }),
  },
  {
    service: "compute",
    collection: "projects/*/regions/*/healthChecks",
    operation: "compute",
    defaults: (item, context) => ({ ...regional(context), ...healthCheck(item) }),
  },
  {
    service: "compute",
    collection: "projects/*/regions/*/backendServices",
    operation: "compute",
    defaults: (_, context) => ({ ...regional(context), timeoutSec: 30, sessionAffinity: "NONE" }),
  },
  {
    service: "compute",
    collection: "projects/*/regions/*/forwardingRules",
    operation: "compute",
    defaults: (_, context) => ({
      ...regional(context),
      networkTier: "PREMIUM",
      labelFingerprint: `l${context.number}=`,
    }),
  },
];

/** Managed groups of machines in a zone, or over the zones of a region. */
function managers(places: "zones" | "regions", place: NonNullable<Kind["defaults"]>): Kind {
  return {
    service: "compute",
    collection: `projects/*/${places}/*/instanceGroupManagers`,
    operation: "compute",
    defaults: (item, context) => ({
      ...fill(place(item, context), managerDefaults(item)),
      instanceGroup: computeUrl(context.name.replace("/instanceGroupManagers/", "/instanceGroups/")),
    }),
    changed: (item, before) => {
      [{ instanceTemplate: item.instanceTemplate }] = item.versions as Json[];
      const wanted = ["versions", "targetSize", "statefulPolicy", "allInstancesConfig"];
      if (wanted.some((name) => JSON.stringify(item[name]) !== JSON.stringify(before[name])))
        item.status = unstable(item);
    },
  };
}

/** @see https://cloud.google.com/compute/docs/reference/rest/v1/instanceTemplates */
function fillTemplate(properties: Json, { number }: Context): void {
  for (const [index, disk] of ((properties.disks ?? []) as Json[]).entries())
    fill(disk, {
      type: "PERSISTENT",
      mode: "READ_WRITE",
      index,
      // The boot disk has this name: https://cloud.google.com/compute/docs/disks/disk-symlinks
      deviceName: index === 0 ? "persistent-disk-0" : `persistent-disk-${index}`,
    });
  for (const [index, port] of ((properties.networkInterfaces ?? []) as Json[]).entries())
    fill(port, { name: `nic${index}`, stackType: "IPV4_ONLY" });
  fill(properties, {
    scheduling: {
      automaticRestart: true,
      onHostMaintenance: "MIGRATE",
      preemptible: false,
      provisioningModel: "STANDARD",
    },
  });
  if (isJson(properties.metadata)) fill(properties.metadata, { fingerprint: `m${number}=` });
}

/**
 * A group is stable when its machines are. A test that replaces the machines calls {@link settle}.
 *
 * @see https://cloud.google.com/compute/docs/instance-groups/updating-migs-status
 */
export const unstable = (manager: Json): Json => ({
  isStable: false,
  versionTarget: { isReached: false },
  allInstancesConfig: { effective: true },
  stateful: {
    hasStatefulConfig: isJson(manager.statefulPolicy),
    isStateful: isJson(manager.statefulPolicy),
    perInstanceConfigs: { allEffective: false },
  },
});

/** The machines of a group run with the newest template. */
export function settle(manager: Json): void {
  const status = unstable(manager);
  Object.assign(status, { isStable: true, versionTarget: { isReached: true } });
  (status.stateful as Json).perInstanceConfigs = { allEffective: true };
  manager.status = status;
}

function managerDefaults(item: Json): Json {
  // The provider sends empty policies, and its acceptance tests expect none in the answer.
  for (const name of ["statefulPolicy", "resourcePolicies", "instanceFlexibilityPolicy"])
    if (isJson(item[name]) && Object.keys(item[name]).length === 0) delete item[name];
  if (isJson(item.instanceLifecyclePolicy))
    fill(item.instanceLifecyclePolicy, { forceUpdateOnRepair: "NO", defaultActionOnFailure: "REPAIR" });
  const [{ instanceTemplate }] = item.versions as Json[];
  return {
    instanceTemplate,
    listManagedInstancesResults: "PAGELESS",
    targetSize: 0,
    targetSuspendedSize: 0,
    targetStoppedSize: 0,
    standbyPolicy: { initialDelaySec: 0, mode: "MANUAL" },
    instanceLifecyclePolicy: { forceUpdateOnRepair: "NO", defaultActionOnFailure: "REPAIR" },
    updatePolicy: {
      type: "OPPORTUNISTIC",
      minimalAction: "REPLACE",
      replacementMethod: "SUBSTITUTE",
      maxSurge: { fixed: 1, calculated: 1 },
      maxUnavailable: { fixed: 1, calculated: 1 },
    },
    status: unstable(item),
  };
}
