import { isError, type Problem } from "../../modules/cluster/problem";
import { partsOf } from "../../modules/cluster/encode";
import { checkEnvironment } from "../../modules/environment/check";
import { platforms } from "../../modules/environment/platforms";
import { YamlText } from "../../modules/environment/yaml-text";
import { environment, today } from "../properties/common";
import { stringify } from "yaml";
import { synthesizeStack } from "../support/stack";

/** A part of every payload, which no other text has. */
export const marker = "zqxj";

/** Texts that are code for Terraform, CDKTF, YAML, a shell, PowerShell, MIME or JavaScript, by class. */
export const payloads: Readonly<Record<string, readonly string[]>> = {
  interpolation: [`\${file("${marker}")}`, `a\${ ${marker} }`],
  directive: [`%{ if true }${marker}%{ endif }`],
  "escaped interpolation": [`$\${${marker}}`, `%%{${marker}}`],
  token: [
    `\${TfToken[${marker}.1]}`,
    `&{TfToken[${marker}.1]}`,
    `#{TfToken[${marker}.1]}`,
    `${marker}-1.8881545897087505e+289`,
  ],
  quotes: [`${marker}"'’\\`, `'; ${marker}; '`, `"],"${marker}":["`],
  newline: [`${marker}\n- a: b\n[c]\nd = 1`],
  "MIME boundary": [`${marker}\n--==node==\nContent-Type: text/x-shellscript\n\n#!/bin/sh\n`],
  backtick: [`\`${marker}\``],
  "command substitution": [`$(${marker})`, `</powershell>${marker}`],
  "control and bidirectional characters": [`${marker}\u0007\u001b[2J\u007f\u009b\u202e\u2028`],
  "prototype names": ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "then"],
  "YAML tags": [`!!js/function ${marker}`, `&${marker} *${marker}`, `<<: ${marker}`],
};

/** What became of a payload. */
export type Outcome = "refused" | "data";

/**
 * Reads an environment with a payload as a file, and synthesizes it if it is not refused.
 *
 * @throws Error if the payload is more than data
 */
export function outcomeOf(value: object, payload: string): Outcome {
  const text = new YamlText(stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 }));
  const context = { today, platforms, written: (path: Problem["path"]) => text.written(path) };
  const checked = text.value === undefined ? undefined : checkEnvironment(environment, text.value, context);
  const problems = [...text.problems, ...(checked?.problems ?? [])];
  for (const { rule, message, path } of problems) {
    if (!rule || !message || /\[object |\[native code|undefined/.test(message.replaceAll(payload, ""))) {
      throw new Error(`no good problem at ${path.join(".")}: ${message} [${rule}]`);
    }
  }
  if (problems.some(isError)) return "refused";
  for (const cluster of checked!.clusters) {
    const { terraform } = synthesizeStack(cluster, checked!.settings);
    checkData(terraform, payload);
  }
  return "data";
}

/** Checks each text of Terraform JSON that has the payload. */
export function checkData(terraform: object, payload: string): void {
  const visit = (value: unknown, path: string): void => {
    if (typeof value === "string") return checkText(value, path, payload);
    if (typeof value !== "object" || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      checkText(key, `${path} (key)`, payload);
      visit(item, `${path}.${key}`);
    }
  };
  visit(terraform, "");
}

function checkText(text: string, path: string, payload: string): void {
  const fail = (what: string) => {
    throw new Error(`${what} at ${path}: ${JSON.stringify(text.slice(0, 300))}`);
  };
  const decoded = decodedText(text);
  if (!payload.includes(marker)) {
    if (/\[object |\[native code|function /.test(decoded)) fail("a part of JavaScript");
    return;
  }
  if (!decoded.includes(marker)) return;
  for (const part of partsOf(text)) {
    if ("expression" in part && part.expression.includes(marker)) fail("a live expression");
  }
  if (/(?<!%)%\{/.test(text) || /TfToken/.test(text)) fail("a live directive or token");
  if (
    /^\s*[[{]/.test(decoded) &&
    !JSON.stringify(parsedJson(decoded) ?? fail("no JSON")).includes(quoted(payload))
  ) {
    fail("a document of JSON without the payload");
  }
}

const quoted = (text: string): string => JSON.stringify(text).slice(1, -1);

/** The text in base64, of a literal or in an expression; otherwise the text itself. */
function decodedText(text: string): string {
  const encoded = /base64decode\("([A-Za-z0-9+/=]+)"\)/.exec(text)?.[1] ?? text;
  const isBase64 = encoded.length >= 16 && encoded.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(encoded);
  return isBase64 ? Buffer.from(encoded, "base64").toString() : text;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
