/** Permissions of the operations of Terraform on one resource type. */
export interface GoogleRow {
  readonly read: readonly string[];
  readonly create?: readonly string[];

  /** Needed only for a change of an existing resource. */
  readonly update?: readonly string[];
  readonly delete?: readonly string[];

  /** Reads of older supported versions of the provider only. */
  readonly readBefore?: readonly string[];

  /** Reads of the operation that a change starts. */
  readonly waits?: readonly string[];

  /** More permissions for a value of an argument. */
  readonly with?: {
    readonly argument: string;
    readonly value: unknown;
    readonly create?: readonly string[];
    readonly delete?: readonly string[];
  };

  /** The resource of Google that the arguments name, if a role can be granted on it: a path with `{argument}`. */
  readonly on?: string;

  /** The resource is the object `name` in the bucket `bucket`: the permissions are limited to it by a condition. */
  readonly isObject?: true;

  /** Path of the provider's file below `google/services`. */
  readonly source: string;
}

/** Permissions with a common prefix. */
export const of =
  (prefix: string) =>
  (...names: readonly string[]): string[] =>
    names.map((name) => `${prefix}.${name}`);

/** One member or one role of the policy of a resource. */
export const policy = (resource: string) => ({
  read: [`${resource}.getIamPolicy`],
  create: [`${resource}.setIamPolicy`],
  delete: [`${resource}.setIamPolicy`],
});

export const zonal = ["compute.zoneOperations.get"] as const;
export const regional = ["compute.regionOperations.get"] as const;
export const global = ["compute.globalOperations.get"] as const;
