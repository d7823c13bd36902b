/** References to resources and data sources in the texts of a configuration. */

type Config = Readonly<Record<string, unknown>>;

const reference = /(?<![\w.-])([a-z][a-z0-9]*_[a-z0-9_]+\.[A-Za-z_][\w-]*)((?:\[\d+\]|\.[a-z_0-9]+)*)/g;

/** The addresses in the references of a text, with the names of attributes and blocks behind them. */
export function attributesIn(text: string): [address: string, path: readonly string[]][] {
  return [...text.matchAll(/\$\{([^}]*)\}?/g)].flatMap(([, expression]) =>
    [...expression.matchAll(reference)].map(([, address, rest]): [string, readonly string[]] => [
      address,
      rest.match(/[a-z_][a-z0-9_]*/g) ?? ["id"],
    ]),
  );
}

/** The data sources in the references of a text. */
export const dataIn = (text: string): string[] =>
  [...text.matchAll(/\$\{([^}]*)\}?/g)].flatMap(([, expression]) =>
    [...expression.matchAll(/(?<![\w.-])data\.[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*/g)].map(
      ([address]) => address,
    ),
  );

/** The addresses to which an argument or a resource refers. */
export function referencesIn(value: unknown, isTop = true): string[] {
  if (typeof value === "string") return attributesIn(value).map(([address]) => address);
  if (Array.isArray(value)) return value.flatMap((item) => referencesIn(item, false));
  if (!isBlock(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    if (isTop && key === "depends_on") return (item as readonly string[]) ?? [];
    return key === "lifecycle" || key === "//" ? [] : referencesIn(item, false);
  });
}

/** A block of a configuration. */
export const isBlock = (value: unknown): value is Config =>
  typeof value === "object" && value !== null && !Array.isArray(value);
