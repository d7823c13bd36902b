import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { phases, type Phase } from "../../../modules/permissions";
import { type RawRequest } from "../faults/calls";
import { PROVIDER } from "../support/provider";
import { operationOf } from "./operations";

/**
 * Actions whose names differ from those of the operations of S3.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
const actionsOfS3: Readonly<Record<string, string>> = {
  DeleteBucketEncryption: "PutEncryptionConfiguration",
  DeleteBucketLifecycle: "PutLifecycleConfiguration",
  DeleteBucketOwnershipControls: "PutBucketOwnershipControls",
  DeleteBucketTagging: "PutBucketTagging",
  DeleteObjects: "DeleteObject",
  DeletePublicAccessBlock: "PutBucketPublicAccessBlock",
  GetBucketAccelerateConfiguration: "GetAccelerateConfiguration",
  GetBucketCors: "GetBucketCORS",
  GetBucketEncryption: "GetEncryptionConfiguration",
  GetBucketLifecycleConfiguration: "GetLifecycleConfiguration",
  GetBucketReplication: "GetReplicationConfiguration",
  GetObjectLockConfiguration: "GetBucketObjectLockConfiguration",
  GetPublicAccessBlock: "GetBucketPublicAccessBlock",
  HeadBucket: "ListBucket",
  HeadObject: "GetObject",
  ListBuckets: "ListAllMyBuckets",
  ListObjectVersions: "ListBucketVersions",
  ListObjects: "ListBucket",
  ListObjectsV2: "ListBucket",
  PutBucketEncryption: "PutEncryptionConfiguration",
  PutBucketLifecycleConfiguration: "PutLifecycleConfiguration",
  PutPublicAccessBlock: "PutBucketPublicAccessBlock",
};

/** The IAM actions of the calls of a stack, by phase. */
export class RecordedActions {
  private readonly actions: Record<Phase, Set<string>> = {
    plan: new Set(),
    apply: new Set(),
    destroy: new Set(),
  };
  private taken = new Set<string>();

  /** For `observe` of {@link Deployment.begin}. */
  readonly observe = (request: RawRequest): void => {
    for (const action of actionsOf(request)) this.taken.add(action);
  };

  /** The calls since the last time are those of a phase. Without a phase, they are dropped. */
  record(phase?: Phase): void {
    if (phase !== undefined) for (const action of this.taken) this.actions[phase].add(action);
    this.taken = new Set();
  }

  /** The actions of each phase, sorted. */
  get found(): Readonly<Record<Phase, readonly string[]>> {
    return Object.fromEntries(phases.map((phase) => [phase, [...this.actions[phase]].sort()])) as Record<
      Phase,
      string[]
    >;
  }
}

/** The actions of this provider that the unit tests of `permissions` use. With `UPDATE_CALLS=1`, they become those of a run. */
export function kubeadmActions(
  recorded: RecordedActions,
): Readonly<Record<Phase, readonly string[]>> | undefined {
  const file = join(__dirname, "../../permissions/kubeadm-actions.json");
  const content = JSON.parse(readFileSync(file, "utf8")) as {
    providers: Record<string, Readonly<Record<Phase, readonly string[]>>>;
  };
  const provider = `${PROVIDER.name} ${PROVIDER.version}`;
  if (process.env.UPDATE_CALLS !== undefined) {
    content.providers[provider] = recorded.found;
    writeFileSync(file, `${JSON.stringify(content, undefined, 2)}\n`);
  }
  return content.providers[provider];
}

/** The actions that IAM checks for a call. No policy can deny the question for the own identity. */
function actionsOf(request: RawRequest): readonly string[] {
  const { service, name, parameters } = operationOf(request);
  if (service === "sts") return [];
  if (service !== "s3") return [`${service}:${name}`];
  const isOfVersion = parameters.has("versionId") || request.body.includes("<VersionId>");
  const action = `s3:${actionsOfS3[name] ?? name}`;
  if (isOfVersion) return [action, `${action}Version`];
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
  return name === "CreateBucket" && request.body.includes("<Tags>") ? [action, "s3:TagResource"] : [action];
}
