import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether Terraform can be run. */
export const hasTerraform = spawnSync("terraform", ["version"]).status === 0;

/** An argument of Terraform JSON: `${…}` in it is an expression. */
type Template = string;

/**
 * The values of arguments as Terraform makes them, for each value of the variable `name`. No provider is needed: attributes of resources
 * are replaced by `attribute-0`, `attribute-1`, and so on.
 *
 * @returns values by the name of the argument, in the order of the variable's values
 */
export function rendered(
  templates: Readonly<Record<string, Template>>,
  name: string,
  values: readonly string[],
): Readonly<Record<string, string[]>> {
  const attributes: string[] = [];
  const attribute = /\b(data\.)?(?:aws|azurerm|google)_\w+\.\w+(\.\w+|\[\d+\])+|\blocal\.(?!values\b)\w+/g;
  const indexOf = (found: string) =>
    attributes.includes(found) ? attributes.indexOf(found) : attributes.push(found) - 1;
  const folder = mkdtempSync(join(tmpdir(), "values-"));
  try {
    const output = Object.fromEntries(
      Object.entries(templates).map(([key, template]) => {
        const replaced = template.replace(attribute, (found) => `local.attributes[${indexOf(found)}]`);
        const each = values.map((_, i) =>
          replaced.replace(new RegExp(`\\bvar\\.${name}\\b`, "g"), () => `local.values[${i}]`),
        );
        return [key, { value: each }];
      }),
    );
    // From a file: no value is read as an expression.
    writeFileSync(join(folder, "values.json"), JSON.stringify(values));
    const locals = {
      values: '${jsondecode(file("${path.module}/values.json"))}',
      // A range of addresses is a valid argument of all functions that attributes go through.
      attributes: attributes.map((_, i) => `10.${i}.0.0/16`),
    };
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ locals, output }));
    const terraform = (...args: string[]) =>
      execFileSync("terraform", [`-chdir=${folder}`, ...args], {
        encoding: "utf8",
        stdio: "pipe",
        maxBuffer: 2 ** 28,
      });
    terraform("apply", "-auto-approve", "-input=false", "-no-color");
    const outputs = JSON.parse(terraform("output", "-json")) as Record<string, { value: string[] }>;
    return Object.fromEntries(Object.entries(outputs).map(([key, { value }]) => [key, value]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
