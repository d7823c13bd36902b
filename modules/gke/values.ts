import { isNamespace } from "../cluster/workload-names";
import { Cidr } from "../cluster/addresses";
import { error, type Path, type Finding } from "../cluster/problem";
import { isKnown, isWhole, knownEntries, repeated, shown } from "../cluster/rules/rule";

/** Syntax of names in Google Cloud. Each function checks one value, and skips references. */

/** Names of Compute Engine. [RFC 1035] */
const label = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * Full name of a key, with its location.
 *
 * @see https://cloud.google.com/kms/docs/reference/rest/v1/projects.locations.keyRings.cryptoKeys
 */
const keyName = /^projects\/[^/]+\/locations\/([^/]+)\/keyRings\/[\w-]{1,63}\/cryptoKeys\/[\w-]{1,63}$/;

/**
 * Id of a project; older ids have a domain prefix.
 *
 * @see https://cloud.google.com/resource-manager/reference/rest/v3/projects
 */
const projectId = /^([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/;

const email = /^[^@\s:]+@[^@\s:][^@\s:.]*\.[^@\s:]+$/;
const serviceAccount = /^[a-z0-9-]+@([a-z0-9-]+\.)+gserviceaccount\.com$/;

/** A symmetric key in the cluster's region, by its full name. Disks and secrets need a key in their region. @see https://cloud.google.com/kms/docs/locations */
export function keyProblems(path: Path, key: string | undefined, region: string): Finding[] {
  if (!isKnown(key)) return [];
  const location = keyName.exec(key)?.[1];
  if (location === undefined) {
    return [
      error(
        path,
        `must be the full name of a key such as projects/shop/locations/${isKnown(region) ? region : "europe-west3"}/keyRings/gke/cryptoKeys/secrets, ` +
          `got ${shown(key)}`,
      ),
    ];
  }
  if (!isKnown(region) || location === region) return [];
  return [error(path, `must be a key in the cluster's region, ${region}, got one in ${location}`)];
}

/**
 * Errors of an e-mail of a service account. The default one of Compute Engine may edit the whole project.
 *
 * @see https://cloud.google.com/iam/docs/service-account-types
 */
export function serviceAccountProblems(path: Path, account: string | undefined): Finding[] {
  if (!isKnown(account)) return [];
  if (!serviceAccount.test(account)) {
    return [
      error(
        path,
        `must be the e-mail of a service account such as nodes@shop.iam.gserviceaccount.com, got ${shown(account)}`,
      ),
    ];
  }
  return account.endsWith("-compute@developer.gserviceaccount.com")
    ? [
        error(
          path,
          `${account} is the default account of Compute Engine, which may edit the whole project; use a separate account`,
        ),
      ]
    : [];
}

/**
 * Errors of the id of a project, which is neither its name nor its number.
 *
 * @see https://cloud.google.com/resource-manager/reference/rest/v3/projects
 */
export function projectProblems(path: Path, project: string | undefined): Finding[] {
  if (!isKnown(project) || projectId.test(project)) return [];
  return [error(path, `must be the id of a project such as shop-production, got ${shown(project)}`)];
}

/**
 * A name of a resource: a label of RFC 1035.
 *
 * @see https://cloud.google.com/compute/docs/naming-resources
 */
export function nameProblems(path: Path, name: string | undefined, what: string): Finding[] {
  if (!isKnown(name) || label.test(name)) return [];
  return [
    error(
      path,
      `must be ${what}: at most 63 lower-case letters, digits and "-", starting with a letter, got ${shown(name)}`,
    ),
  ];
}

export const isName = (text: string): boolean => label.test(text);
export const isEmail = (text: string): boolean => email.test(text);
export const isServiceAccount = (text: string): boolean => serviceAccount.test(text);

/** Whether a text is a valid name of a bucket. */
export const isBucket = (text: string): boolean => /^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/.test(text);

/** A list of namespaces is not empty and has no duplicates. */
export function namespaceProblems(path: Path, namespaces: readonly string[] | undefined): Finding[] {
  if (!isKnown(namespaces)) return [];
  if (namespaces.length === 0) {
    return [error(path, "must name at least one namespace; if omitted, all namespaces apply")];
  }
  return [
    ...uniqueProblems(path, namespaces),
    ...knownEntries(namespaces)
      .filter(([, namespace]) => !isNamespace(namespace))
      .map(([i, namespace]) =>
        error([...path, i], `must be the name of a namespace such as "shop", got ${shown(namespace)}`),
      ),
  ];
}

/** Each item occurs once in a list. */
export function uniqueProblems(path: Path, list: readonly unknown[] | undefined): Finding[] {
  return repeated(knownEntries(list)).map(({ index, value, first }) =>
    error([...path, index], `${shown(value)} is a duplicate of [${first}]`),
  );
}

/** A whole number between two others. */
export function wholeProblems(path: Path, value: number | undefined, least: number, most: number): Finding[] {
  if (!isKnown(value) || isWhole(value, least, most)) return [];
  return [error(path, `must be a whole number from ${least} to ${most}, got ${shown(value)}`)];
}

/** A range whose prefix lies between two others. */
export function prefixProblems(
  path: Path,
  text: string | undefined,
  { shortest, longest }: { readonly shortest: number; readonly longest: number },
): Finding[] {
  const range = rangeOf(text);
  if (!range || (range.prefix >= shortest && range.prefix <= longest)) return [];
  const right = shortest === longest ? `a /${shortest}` : `a /${shortest} to /${longest}`;
  return [error(path, `must be ${right}, got ${range}`)];
}

/** A range that is known and well-formed. */
export function rangeOf(text: string | undefined): Cidr | undefined {
  return isKnown(text) ? Cidr.parse(text) : undefined;
}

/** Reports fields that have no effect because of another field. */
export function refused(fields: readonly (readonly [path: Path, value: unknown])[], why: string): Finding[] {
  return fields.filter(([, value]) => value !== undefined).map(([path]) => error(path, why));
}

/** Known keys of a map. */
export function keysOf(map: Readonly<Record<string, string>> | undefined): string[] {
  return isKnown(map) ? Object.keys(map).filter(isKnown) : [];
}
