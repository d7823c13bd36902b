import type { IConstruct } from "constructs";
import type { AccessGrant, AccessSpec } from "../vocabulary";
import { eachOf, type ListIterator } from "./module-inputs";

/** What people may do in a cluster. */
export type AccessLevel = "admin" | "editor" | "viewer";

/** A right of one principal, or in a module of each principal of an input. */
export interface PrincipalGrant extends AccessGrant {
  readonly level: AccessLevel;

  /** All principals of an input, of which `principal` is the current one; undefined for a single principal. */
  readonly each?: { readonly iterator: ListIterator; readonly id: string };
}

/** Whether a grant is a member of the input: the caller of a module cannot set namespaces, nor replace the file's variables. */
export const isInputGrant = ({ principal, namespaces }: AccessGrant): boolean =>
  namespaces === undefined && !principal.includes("${");

/** The rights that an access description gives, in its order. */
export function grantsOf(
  scope: IConstruct,
  { admins, editors = [], viewers = [] }: AccessSpec,
): PrincipalGrant[] {
  const admin = eachOf(scope, "access.admins");
  const viewer = eachOf(scope, "access.viewers", "access.admins");
  return [
    ...grants(
      "admin",
      admins.map((principal) => ({ principal })),
      admin,
    ),
    ...grants("editor", editors),
    ...grants("viewer", viewers, viewer),
  ];
}

function grants(level: AccessLevel, list: readonly AccessGrant[], iterator?: ListIterator): PrincipalGrant[] {
  if (!iterator) return list.map((grant) => ({ level, ...grant }));
  const each = { iterator, id: `${level}s` };
  return [
    { level, principal: String(iterator.value), each },
    ...list.filter((grant) => !isInputGrant(grant)).map((grant) => ({ level, ...grant })),
  ];
}
