import { createHash } from "node:crypto";
import { type Answer } from "../rest/server";
import { copy, fill, type Json, merge } from "../rest/json";
import { PROJECT_NUMBER } from "./projects";
import { type GoogleCall } from "./resources";
import { failure, ok, type Store } from "./store";

/**
 * Cloud Storage: buckets and their objects.
 *
 * @see https://cloud.google.com/storage/docs/json_api/v1/buckets
 * @see https://cloud.google.com/storage/docs/json_api/v1/objects
 */
export class Buckets {
  constructor(private readonly store: Store) {}

  answer(call: GoogleCall): Answer | undefined {
    if (call.service === "upload") return this.upload(call);
    if (call.service !== "storage") return undefined;
    // No bucket has a cache: https://cloud.google.com/storage/docs/json_api/v1/anywhereCaches/list
    if (/^b\/[^/]+\/anywhereCaches\/$/.test(call.name) && call.method === "GET") return ok({});
    const [, bucket, objects, object] = /^b(?:\/([^/]+)(?:\/(o)(?:\/(.+))?)?)?$/.exec(call.name) ?? [];
    if (bucket === undefined)
      return call.name === "b" && call.method === "POST" ? this.create(call) : undefined;
    if (object !== undefined) return this.object(bucket, object, call);
    return objects === undefined ? this.bucket(bucket, call) : this.list(bucket, call);
  }

  /** Writes an object, as a machine does. */
  write(bucket: string, name: string, text: string, contentType = "text/plain"): Json {
    const generation = String(1_700_000_000_000_000 + this.store.next());
    return this.store.set(`storage/b/${bucket}/o/${name}`, {
      kind: "storage#object",
      id: `${bucket}/${name}/${generation}`,
      selfLink: `https://www.googleapis.com/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}`,
      mediaLink: `https://storage.googleapis.com/download/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}?alt=media`,
      ...{ name, bucket, generation, contentType, metageneration: "1", storageClass: "STANDARD" },
      size: String(Buffer.byteLength(text)),
      md5Hash: createHash("md5").update(text).digest("base64"),
      crc32c: "AAAAAA==",
      text,
    });
  }

  read(bucket: string, name: string): string | undefined {
    return this.store.get(`storage/b/${bucket}/o/${name}`)?.text as string | undefined;
  }

  private create({ body, query }: GoogleCall): Answer {
    const name = body.name as string;
    const key = `storage/b/${name}`;
    if (this.store.get(key)) return failure(409, `The bucket ${name} already exists`, "conflict");
    const bucket = fill(copy(body), {
      kind: "storage#bucket",
      id: name,
      selfLink: `https://www.googleapis.com/storage/v1/b/${name}`,
      projectNumber: PROJECT_NUMBER,
      location: "US",
      locationType: "region",
      storageClass: "STANDARD",
      metageneration: "1",
      etag: "CAE=",
      timeCreated: "2026-11-29T00:00:00.000Z",
      updated: "2026-11-29T00:00:00.000Z",
      iamConfiguration: { publicAccessPrevention: "inherited", uniformBucketLevelAccess: { enabled: false } },
      // 7 days: https://cloud.google.com/storage/docs/soft-delete
      softDeletePolicy: { retentionDurationSeconds: "604800", effectiveTime: "2026-11-29T00:00:00.000Z" },
    });
    this.store.set(key, bucket);
    this.store.policy(key, "setIamPolicy", { bindings: convenience(query.get("project")!) });
    return ok(bucket);
  }

  private bucket(name: string, { method, body }: GoogleCall): Answer | undefined {
    const key = `storage/b/${name}`;
    const found = this.store.get(key);
    if (!found) return failure(404, `The bucket ${name} was not found`, "notFound");
    if (method === "GET") return ok(found);
    if (method === "PATCH") return ok(merge(found, body));
    if (method !== "DELETE") return undefined;
    if (this.store.below(`${key}/o`).length > 0)
      return failure(409, "The bucket you tried to delete is not empty.", "conflict");
    this.store.delete(key);
    return { status: 204 };
  }

  private list(bucket: string, { method }: GoogleCall): Answer | undefined {
    return method === "GET" ? ok({ items: this.store.below(`storage/b/${bucket}/o`).map(shown) }) : undefined;
  }

  private object(bucket: string, name: string, { method, query }: GoogleCall): Answer | undefined {
    const key = `storage/b/${bucket}/o/${name}`;
    const found = this.store.get(key);
    if (!found) return failure(404, `No such object: ${bucket}/${name}`, "notFound");
    if (method === "DELETE") this.store.delete(key);
    if (method === "DELETE") return { status: 204 };
    if (method !== "GET") return undefined;
    if (query.get("alt") !== "media") return ok(shown(found));
    const headers = { "content-type": found.contentType as string };
    return { status: 200, content: found.text as string, headers };
  }

  /** Two parts: the metadata as JSON, and the content. */
  private upload({ name, query, text = "" }: GoogleCall): Answer | undefined {
    const bucket = /^b\/([^/]+)\/o$/.exec(name)?.[1];
    if (bucket === undefined || query.get("uploadType") !== "multipart") return undefined;
    const [metadata, content] = parts(text);
    const { contentType } = JSON.parse(metadata) as { contentType?: string };
    return ok(shown(this.write(bucket, query.get("name")!, content, contentType)));
  }
}

/** The bodies of the parts of a multipart message. */
function parts(message: string): string[] {
  const [boundary] = message.split("\r\n", 1);
  return message
    .split(`${boundary}`)
    .slice(1, -1)
    .map((part) => part.replace(/^[^]*?\r\n\r\n/, "").replace(/\r\n$/, ""));
}

const shown = ({ text: _, ...object }: Json): Json => object;

/** The rights of owners, editors and viewers of the project: https://cloud.google.com/storage/docs/access-control/iam-roles#convenience-values */
const convenience = (project: string): Json[] => [
  {
    role: "roles/storage.legacyBucketOwner",
    members: [`projectEditor:${project}`, `projectOwner:${project}`],
  },
  { role: "roles/storage.legacyBucketReader", members: [`projectViewer:${project}`] },
  {
    role: "roles/storage.legacyObjectOwner",
    members: [`projectEditor:${project}`, `projectOwner:${project}`],
  },
  { role: "roles/storage.legacyObjectReader", members: [`projectViewer:${project}`] },
];
