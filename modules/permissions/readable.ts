/** Values for a message. */

type Resources = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/** Arguments with the name of a resource in its cloud. */
const names = ["name", "role_id"] as const;

/** Names within names. Terraform has no cycles, but the text of a file may. */
const deepest = 3;

/**
 * A text with names instead of references: those of the resources in the cloud, or else their addresses.
 *
 * ```text
 *   ${azurerm_role_definition.storage_driver.id}  ->  production-main-block-driver
 *   ${var.role}                                   ->  variable role
 * ```
 *
 * @param configuration - the synthesized stack
 */
export function readable(text: string, configuration: object, depth = 0): string {
  const { resource = {} } = configuration as { readonly resource?: Resources };
  return text.replace(/\$\{([^{}]*)\}/g, (_, expression: string) => {
    const [, variable] = /^var\.([\w-]+)$/.exec(expression) ?? [];
    if (variable !== undefined) return `variable ${variable}`;
    const found = /\b(data\.)?([a-z0-9]+_[a-z0-9_]*)\.([A-Za-z_][\w-]*)/.exec(expression);
    if (found === null) return expression;
    const [address, isData, type, id] = found;
    const config = isData === undefined ? resource[type]?.[id] : undefined;
    const name = names.map((argument) => config?.[argument]).find((value) => typeof value === "string");
    // A name can contain that of another resource.
    return name === undefined || depth === deepest ? address : readable(name, configuration, depth + 1);
  });
}
