/** An object as JSON. */
export interface Json {
  [name: string]: unknown;
}

/** Whether a value is an object. */
export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A copy. */
export const copy = <T>(value: T): T => structuredClone(value);

/** Removes fields and items that are null, at every depth: in JSON of Google's APIs they are not set. google 6.50 sends such items. */
export function withoutNulls(object: Json): Json {
  for (const [name, value] of Object.entries(object)) {
    if (value === null) delete object[name];
    else if (isJson(value)) withoutNulls(value);
    else if (Array.isArray(value)) {
      object[name] = value.filter((item) => item !== null);
      (object[name] as unknown[]).filter(isJson).forEach(withoutNulls);
    }
  }
  return object;
}

/** The object at a name; an empty one that is added if there is none. */
export function at(object: Json, name: string): Json {
  const found = object[name];
  if (isJson(found)) return found;
  const added: Json = {};
  object[name] = added;
  return added;
}

/** Adds the values that `object` lacks, at every depth. Lists are not merged. */
export function fill(object: Json, defaults: Json): Json {
  for (const [name, value] of Object.entries(defaults)) {
    const found = object[name];
    if (found === undefined || found === null) object[name] = copy(value);
    else if (isJson(found) && isJson(value)) fill(found, value);
  }
  return object;
}

/**
 * Adds the values that `object` lacks. Objects are not merged, because a field that is false is not in the requests for Google's APIs,
 * except those that are named: they are only containers of others.
 */
export function addMissing(object: Json, defaults: Json, containers: readonly string[] = []): Json {
  for (const [name, value] of Object.entries(defaults)) {
    const found = object[name];
    if (found === undefined || found === null) object[name] = copy(value);
    else if (containers.includes(name) && isJson(found) && isJson(value))
      addMissing(found, value, containers);
  }
  return object;
}

/** Replaces the values that `changes` names, at every depth. Lists are replaced as a whole; null removes. */
export function merge(object: Json, changes: Json): Json {
  for (const [name, value] of Object.entries(changes)) {
    const found = object[name];
    if (value === null) delete object[name];
    else if (isJson(found) && isJson(value)) merge(found, value);
    else object[name] = copy(value);
  }
  return object;
}

/** Replaces the field at a path such as `retentionPolicy.locked`; undefined removes it. */
export function replaceAt(object: Json, path: string, value: unknown): void {
  const names = path.split(".");
  const last = names.pop()!;
  const owner = names.reduce(at, object);
  if (value === undefined) delete owner[last];
  else owner[last] = copy(value);
}

/** The value at a path such as `retentionPolicy.locked`. */
export const valueAt = (object: Json, path: string): unknown =>
  path.split(".").reduce<unknown>((value, name) => (isJson(value) ? value[name] : undefined), object);
