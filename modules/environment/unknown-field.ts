import { adviceOnField, placeOf, plain } from "../cluster/nearest";
import { synonymOf } from "./synonyms";

/** The part of a schema that messages refer to. */
export interface Schema {
  readonly description?: string;
  readonly doNotSuggest?: boolean;
  readonly items?: Schema & { readonly type?: string };
  readonly properties?: Readonly<Record<string, Schema>>;

  /** Allowed values of a required field. */
  readonly values?: readonly string[];

  /** Allowed values of the field `type`, in a union that it discriminates. */
  readonly types?: readonly string[];
}

/**
 * The suggestion for an unknown field: a synonym of other tools, a field with a similar name, the field of this name in another map, or all
 * allowed fields.
 *
 * @param paths - all fields of the file, such as `clusters[].network.cidr`
 */
export function adviceFor(
  field: string,
  map: object,
  schema: Schema,
  paths: () => readonly string[] = () => [],
): { readonly meant?: string; readonly advice: string } {
  const allowed = Object.entries(schema.properties ?? {})
    .filter(([, { doNotSuggest }]) => !doNotSuggest)
    .map(([name]) => name);
  const fact = factOf(field, map, allowed);
  if (fact !== undefined) return { advice: fact };
  const synonym = synonymOf(field, allowed);
  if (synonym !== undefined) {
    const example = synonym.example === undefined ? "" : `, as in ${synonym.example}`;
    return {
      meant: synonym.field[0],
      advice: `did you mean ${JSON.stringify(synonym.field.join("."))}${example}?`,
    };
  }
  return adviceOnField(field, allowed, map as Readonly<Record<string, unknown>>, placeOf(field, paths()));
}

/** Fields that are valid on another object, or not supported. */
function factOf(field: string, map: object, allowed: readonly string[]): string | undefined {
  const { platform } = map as { readonly platform?: unknown };
  if (platforms.includes(field) && typeof platform === "string" && allowed.includes("kubernetesVersion")) {
    return `${field} is for platform ${field}; this cluster is on ${platform}`;
  }
  if (field === "backend" && allowed.includes("kubernetesVersion")) {
    return "it is a field of the file: backend for all clusters, or backends with the name of this cluster";
  }
  if (plain(field) === "dynamodbtable" && allowed.includes("useLockfile")) {
    return "remove it: useLockfile, which is true by default, locks the state with an object in the bucket";
  }
  if (/^desired/i.test(field) && allowed.join() === "min,max") {
    return "remove it: the autoscaler owns the number between min and max";
  }
  return undefined;
}

/** Each has a field of its name for its own options. */
const platforms = ["eks", "aks", "gke", "kubeadm"];
