import type { Synthesized } from "./synthesized";

/**
 * A synthesis that the tests of a suite share: clusters with equal props get the same result, because many tests read different parts of the same cluster.
 * The result is frozen, so no test can change what another one reads.
 *
 * @param synthesize - synthesizes a cluster; the same props always give the same JSON
 */
export function once<Props extends object>(
  synthesize: (props: Props) => Synthesized,
): (props: Props) => Synthesized {
  const results = new Map<string, Synthesized>();
  return (props) => {
    const key = keyOf(props);
    if (key === undefined) return synthesize(props);
    let result = results.get(key);
    if (!result) {
      result = synthesize(props);
      freeze(result.terraform);
      results.set(key, result);
    }
    return result;
  };
}

/** The props as text; `undefined` if they contain more than JSON does, such as a token, which is bound to its app. */
function keyOf(props: object): string | undefined {
  let isData = true;
  const key = JSON.stringify(props, (_, value: unknown) => {
    const isObject = typeof value === "object" && value !== null;
    const prototype: unknown = isObject ? Object.getPrototypeOf(value) : undefined;
    if (isObject && !Array.isArray(value) && prototype !== Object.prototype && prototype !== null)
      isData = false;
    if (typeof value === "function" || (typeof value === "string" && value.includes("TfToken[")))
      isData = false;
    // JSON has no difference between these and other values.
    if (value === undefined) return "undefined:";
    if (typeof value === "number" && !Number.isSafeInteger(value)) isData = false;
    return value;
  });
  return isData ? key : undefined;
}

function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
}
