import { InputError } from "../cluster/problem";

/** A managed resource of a state. */
export interface StateResource {
  readonly address: string;
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/**
 * The managed resources in the text of a state file, of version 4.
 *
 * @throws InputError if the file is empty, incomplete, or no state
 */
export function stateResources(text: string, file: string): StateResource[] {
  const damaged = (what: string) =>
    new InputError(
      `the state ${file} ${what}: restore the previous one with cp ${file}.backup ${file}; if there is none, rm ${file} and use --no-state`,
    );
  if (text.trim() === "") throw damaged("is empty");
  let state: { version?: unknown; resources?: unknown } | null;
  try {
    state = JSON.parse(text) as typeof state;
  } catch {
    throw damaged("is incomplete or no JSON");
  }
  if (state?.version !== 4 || !Array.isArray(state.resources)) {
    throw new InputError(`${file} must be a Terraform state of version 4`);
  }
  return (state.resources as RawResource[])
    .filter(({ mode }) => mode === "managed")
    .flatMap(({ module, type, name, instances }) =>
      instances
        // The replacement of a deposed object is an instance too.
        .filter(({ deposed }) => deposed === undefined)
        .map(({ index_key: key, attributes }) => ({
          address: `${module === undefined ? "" : `${module}.`}${type}.${name}${key === undefined ? "" : `[${JSON.stringify(key)}]`}`,
          type,
          attributes: attributes ?? {},
        })),
    );
}

interface RawResource {
  readonly mode: string;
  readonly module?: string;
  readonly type: string;
  readonly name: string;
  readonly instances: readonly {
    readonly deposed?: string;
    readonly index_key?: string | number;
    readonly attributes?: Readonly<Record<string, unknown>>;
  }[];
}
