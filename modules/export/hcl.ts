import { isObject, type Json, type JsonObject } from "./configuration";

/** A value as Terraform writes it. Text that is one reference is written without quotes. */
export function hclValue(value: Json): string {
  if (typeof value === "string") {
    const reference = /^\$\{([^{}]+)\}$/.exec(value)?.[1];
    return reference ?? JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item: Json) => hclValue(item)).join(", ")}]`;
  if (!isObject(value)) return String(value);
  const entries = Object.entries(value).map(([key, item]) => `${hclKey(key)} = ${hclValue(item!)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

const hclKey = (key: string): string => (/^[A-Za-z_][\w-]*$/.test(key) ? key : JSON.stringify(key));

/** Characters of a line, above which an object has a line for each key. */
const width = 120;

/** A block. Lists of objects in it are blocks, as in the JSON of providers. */
export function hclBlock(head: string, content: JsonObject): string {
  return blockLines(head, content).join("\n");
}

function blockLines(head: string, content: JsonObject): string[] {
  const entries = Object.entries(content).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  const isBlock = ([, value]: [string, Json]) =>
    Array.isArray(value) && value.length > 0 && value.every((item: Json) => isObject(item));
  const isWide = ([key, value]: [string, Json]) =>
    isObject(value) && `${key} = ${hclValue(value)}`.length > width;
  const values = entries.filter((entry) => !isBlock(entry) && !isWide(entry));
  const longest = Math.max(0, ...values.map(([key]) => key.length));
  const lines = [
    ...values.map(([key, value]) => `${key.padEnd(longest)} = ${hclValue(value)}`),
    ...entries.filter(isWide).flatMap(([key, value]) => blockLines(`${hclKey(key)} =`, value as JsonObject)),
    ...entries
      .filter(isBlock)
      .flatMap(([key, blocks]) => (blocks as JsonObject[]).flatMap((block) => blockLines(key, block))),
  ];
  return lines.length === 0 ? [`${head} {}`] : [`${head} {`, ...lines.map((line) => `  ${line}`), "}"];
}
