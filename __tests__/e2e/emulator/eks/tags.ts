import { type TagResourceRequest } from "@aws-sdk/client-eks";
import { type EksBackend } from "./backend";
import { type Call } from "./call";
import { notFound } from "./errors";

interface Tagged {
  tags?: Record<string, string>;
}

export function tagResource({ eks, path, body }: Call<TagResourceRequest>) {
  const resource = findByArn(eks, path.arn);
  resource.tags = { ...resource.tags, ...body.tags };
  return {};
}

export function untagResource({ eks, path, query }: Call) {
  const resource = findByArn(eks, path.arn);
  for (const key of query.getAll("tagKeys")) delete resource.tags?.[key];
  return {};
}

export function listTagsForResource({ eks, path }: Call) {
  return { tags: findByArn(eks, path.arn).tags ?? {} };
}

function findByArn(eks: EksBackend, arn: string): Tagged {
  for (const record of eks.clusters.values()) {
    if (record.cluster.arn === arn) return record.cluster;
    for (const { nodeGroup } of record.nodeGroups.values())
      if (nodeGroup.nodegroupArn === arn) return nodeGroup;
    for (const profile of record.fargateProfiles.values())
      if (profile.fargateProfileArn === arn) return profile;
    for (const addOn of record.addOns.values()) if (addOn.addonArn === arn) return addOn;
    for (const { entry } of record.accessEntries.values()) if (entry.accessEntryArn === arn) return entry;
    for (const capability of record.capabilities.values()) if (capability.arn === arn) return capability;
    for (const identity of record.podIdentities.values())
      if (identity.associationArn === arn) return identity;
  }
  throw notFound(`The resource ${arn} was not found.`);
}
