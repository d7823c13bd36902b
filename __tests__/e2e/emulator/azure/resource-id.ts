/** A path of Azure Resource Manager, taken apart. */
export interface ResourceId {
  /** The path as it was sent. */
  readonly id: string;

  /** The same for every spelling of the path. */
  readonly key: string;

  /** `microsoft.network/virtualnetworks/subnets`, in lower case. */
  readonly type: string;

  /** The last name. */
  readonly name: string;

  /** The path of the resource around it in lower case; a scope for extensions. */
  readonly parent: string;

  /** The scope of an extension as it was sent. */
  readonly scope: string;
}

/** The type of resource groups. */
export const RESOURCE_GROUP = "microsoft.resources/resourcegroups";

/** The parts of a resource's path; undefined for the path of a collection or an action. */
export function resourceId(path: string): ResourceId | undefined {
  const parts = path.split("/").filter((part) => part !== "");
  const key = `/${parts.join("/").toLowerCase()}`;
  const name = parts.at(-1)!;
  const parent = `/${parts.slice(0, -2).join("/").toLowerCase()}`;
  const at = parts.map((part) => part.toLowerCase()).lastIndexOf("providers");
  if (at < 0) {
    const isGroup = parts.length === 4 && parts[2].toLowerCase() === "resourcegroups";
    return isGroup ? { id: path, key, type: RESOURCE_GROUP, name, parent, scope: parent } : undefined;
  }
  const [namespace, ...rest] = parts.slice(at + 1);
  if (namespace === undefined || rest.length === 0 || rest.length % 2 === 1) return undefined;
  const types = rest.filter((_, index) => index % 2 === 0);
  const scope = `/${parts.slice(0, at).join("/")}`;
  const around = rest.length === 2 ? scope.toLowerCase() : parent;
  return { id: path, key, type: [namespace, ...types].join("/").toLowerCase(), name, parent: around, scope };
}
