import { type Json } from "../rest/json";

/** How a service answers that it creates, changes or deletes. */
export type Operation = "none" | "long-running" | "compute";

/** A collection of a service. */
export interface Kind {
  readonly service: string;

  /** Its path, in which `*` is any name. */
  readonly collection: string;

  /** The parameter of the query with the name of a new resource. If omitted, the body has the name. */
  readonly idParameter?: string;

  /** Whether answers have the path as the name. */
  readonly fullName?: true;

  readonly operation: Operation;

  /** The values that the cloud fills in. */
  readonly defaults?: (item: Json, context: Context) => Json;

  /** What the cloud changes in a resource after a request that changes it. */
  readonly changed?: (item: Json, before: Json) => void;

  /** Whether other resources may keep a reference to a deleted one. */
  readonly deletable?: "always";
}

/** What default values depend on. */
export interface Context {
  readonly project: string;

  /** The path, without the service. */
  readonly name: string;

  /** A number that is different for each resource. */
  readonly number: number;
}

const compute = "https://www.googleapis.com/compute/v1/";

/** The URL of a resource of Compute Engine, with which its API answers also for a path. */
export const computeUrl = (reference: string): string =>
  /^projects\/[^/]+\/(global|regions|zones)\//.test(reference) ? compute + reference : reference;

/** The same for all references in a value. Names of keys stay, which are not resources of Compute Engine. */
export function withComputeUrls<T>(value: T): T {
  if (typeof value === "string") return computeUrl(value) as T;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withComputeUrls) as T;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withComputeUrls(one)])) as T;
}

export const computeItem = ({ name, number }: Context): Json => ({
  id: String(number),
  selfLink: compute + name,
  creationTimestamp: "2026-11-29T00:00:00.000-08:00",
  fingerprint: `f${number}=`,
});

export const regional = (context: Context): Json => ({
  ...computeItem(context),
  region: compute + context.name.split("/").slice(0, 4).join("/"),
});
