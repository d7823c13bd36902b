/** The arguments of a command, without quotes. */
export const argumentsOf = (command: string): string[] =>
  (command.match(/(?:"[^"]*"|[^\s"])+/g) ?? []).map((argument) => argument.replaceAll('"', ""));

/**
 * Inserts values for names in braces: `{vpc_id}`, `{tags.Name}`.
 *
 * In quotes, as in `Name=='{name}'`, they are encoded for JMESPath.
 *
 * @returns undefined if a value is not known
 */
export function fill(template: string, values: Readonly<Record<string, unknown>>): string | undefined {
  let complete = true;
  const text = template.replace(/\{([\w.]+)\}/g, (_, path: string, at: number) => {
    const value = path.split(".").reduce<unknown>(memberOf, values);
    if (typeof value !== "string" || value === "") complete = false;
    return template[at - 1] === "'" ? String(value).replace(/['\\]/g, "\\$&") : String(value);
  });
  return complete ? text : undefined;
}

/** Own members only, so a name such as `constructor` is data. */
export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
