/** The conditions of this project on deployed resources, which Terraform evaluates in a plan. */
import { isBlock } from "./references";

type Config = Readonly<Record<string, unknown>>;

export const lifecycleOf = (config: Config): Config => (config.lifecycle ?? {}) as Config;

/** An argument of a resource or of its blocks; undefined if only the provider knows the value. */
export function valueAt(config: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return config;
  const block = Array.isArray(config) ? (config as readonly unknown[])[0] : config;
  return isBlock(block) && Object.hasOwn(block, key) ? valueAt(block[key], rest) : undefined;
}

export const ignores = (config: Config, path: string): boolean =>
  ((lifecycleOf(config).ignore_changes ?? []) as readonly string[]).includes(path);

/** A message with the values that the deployed resource records. */
export const recorded = (message: string, { input }: Config): string =>
  message.replace(/\$\{lookup\(self\.output, "([^"]+)", "([^"]*)"\)\}/g, (_, name: string, value: string) =>
    String((input as Config | undefined)?.[name] ?? value),
  );

/** Whether a postcondition of this project holds for the deployed configuration; undefined for a condition of another form. */
export function holds(condition: string, before: Config, after: Config): boolean | undefined {
  const record = /^\$\{\(lookup\(self\.tags, "([^"]+)", "[^"]*"\) == "([^"]*)"\)\}$/.exec(condition);
  if (record) {
    const [, tag, wanted] = record;
    const deployed = (before.tags as Config | undefined)?.[tag];
    return !ignores(after, `tags["${tag}"]`) || deployed === undefined || deployed === wanted;
  }
  const field = /^\$\{\(lookup\(self\.output, "([^"]+)", "[^"]*"\) == "([^"]*)"\)\}$/.exec(condition);
  if (field) {
    const [, name, wanted] = field;
    const deployed = (before.input as Config | undefined)?.[name];
    return !ignores(after, "input") || deployed === undefined || deployed === wanted;
  }
  const subset = /^\$\{\(length\(setsubtract\(self\.([a-z_]+)\.0\.([a-z_]+), \[([^\]]*)\]\)\) < 1\)\}$/.exec(
    condition,
  );
  if (subset) {
    const [, block, argument, list] = subset;
    const wanted = list.split(",").map((item) => item.trim());
    const deployed = ((before[block] as Config | undefined)?.[argument] ?? []) as readonly string[];
    return deployed.every((item) => wanted.includes(item.replace(/^\$\{(.*)\}$/, "$1")));
  }
  const minor =
    /current_kubernetes_version\), 1\)\) >= tonumber\(element\(split\("\.", "1\.(\d+)"\), 1\)\)/.exec(
      condition.replaceAll('\\"', '"'),
    );
  if (minor) {
    const deployed = /^1\.(\d+)/.exec(String(before.kubernetes_version));
    return !ignores(after, "kubernetes_version") || !deployed || Number(deployed[1]) >= Number(minor[1]);
  }
  // The provider keeps the deployed block if the configuration omits it.
  const notOn = /^\$\{\(try\(self\.([a-z_]+)\.0\.([a-z_]+), false\) != true\)\}$/.exec(condition);
  if (notOn) {
    const [, block, argument] = notOn;
    return valueAt(after[block] ?? before[block], [argument]) !== true;
  }
  return undefined;
}
