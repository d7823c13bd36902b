import { execFileSync } from "node:child_process";
import { isDeepStrictEqual } from "node:util";
import * as TOML from "smol-toml";
import { parse as parseYaml } from "yaml";
import { hclString } from "../../../modules/cluster/encode";
import { FieldTexts } from "../../../modules/cluster/field-texts";
import { stepsOf } from "../../../modules/cluster/field-paths";
import { fieldsOf, isDocument, referencePlaces, referringTexts, variable } from "../../payloads/references";
import "../../setup";
import { hostileValues } from "./hostile-values";
import { mimeParts } from "./mime";
import { powershellArguments } from "./powershell";
import { hasTerraform, rendered } from "./rendered";

/** A value that all languages and rules accept. */
const safe = "team-a1";

/** A document, with the place of its reference. */
interface Document {
  readonly place: string;
  readonly argument: string;
  readonly text: string;
}

/** The documents of all fields whose values the cloud or the cluster shows: no other field reaches one. */
function documentsOf(platform: "eks" | "aks" | "gke"): Document[] {
  const fields = fieldsOf[platform];
  const texts = new FieldTexts(fields);
  const isShown = (name: string): boolean => {
    const path = name.replace(/ \(.*\)$/, "");
    return texts.isShown(
      stepsOf(path)
        .filter(({ kind }) => kind !== "variant")
        .map((step) => (step.kind === "items" ? 0 : step.kind === "field" ? step.name : "a")),
    );
  };
  const places = referencePlaces(platform, 60).filter(({ name }) => isShown(name));
  expect(places.length).toBeGreaterThan(3);
  const found = new Map<string, Document>();
  for (const place of places) {
    for (const text of [`\${var.${variable}}`, `a-\${var.${variable}}`]) {
      for (const { argument, text: document } of referringTexts(place, text) ?? []) {
        if (isDocument({ argument, text: document }))
          found.set(`${argument} ${document}`, { place: place.name, argument, text: document });
      }
    }
  }
  return [...found.values()];
}

/** What the text means, by a parser of its language. Languages in each other are parsed, too. */
function meaningOf(text: string): unknown {
  if (/^[A-Za-z0-9+/]{40,}={0,2}$/.test(text)) return meaningOf(Buffer.from(text, "base64").toString("utf8"));
  if (/^MIME-Version:/m.test(text)) return mimeParts(text).map(({ type, body }) => [type, meaningOf(body)]);
  if (/^\s*[[{]/.test(text)) return JSON.parse(text);
  if (text.includes("<powershell>")) {
    const call = text.slice(text.indexOf("& $EKSBootstrapScriptFile"), text.lastIndexOf("\n</powershell>"));
    return [text.slice(0, text.indexOf("& $EKSBootstrapScriptFile")), powershellArguments(call)];
  }
  if (/^\[[\w.-]+\]$/m.test(text)) return TOML.parse(text);
  if (/^(apiVersion|kind):/m.test(text)) return parseYaml(text);
  if (/^(gcloud|az|aws) /.test(text)) {
    const printed = execFileSync("sh", ["-c", `set -- ${text}; printf '%s\\0' "$@"`], { encoding: "utf8" });
    return printed.split("\0");
  }
  return text;
}

/** The meaning with another value in place of the safe one. */
function replaced(meaning: unknown, value: string): unknown {
  if (typeof meaning === "string") return meaning.replaceAll(safe, () => value);
  if (Array.isArray(meaning)) return meaning.map((item) => replaced(item, value));
  if (typeof meaning !== "object" || meaning === null || meaning instanceof Date) return meaning;
  return Object.fromEntries(
    Object.entries(meaning).map(([key, item]) => [replaced(key, value), replaced(item, value)]),
  );
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const REFUSED = "REFUSED by Terraform";

const suite = hasTerraform ? describe : describe.skip;

suite("values of variables are data in each document", () => {
  test.each(["eks", "aks", "gke"] as const)(
    "of %s",
    (platform) => {
      const documents = documentsOf(platform);
      const values = [safe, ...hostileValues];
      const templates = Object.fromEntries(
        documents.map(({ text }, i) => [`document_${i}`, `\${try(${hclString(text)}, "${REFUSED}")}`]),
      );
      const output = rendered(templates, variable, values);
      const faults: string[] = [];
      let data = 0;
      let refused = 0;
      documents.forEach(({ place, argument }, i) => {
        const [first, ...others] = output[`document_${i}`];
        const base = meaningOf(first);
        if (first === REFUSED || !JSON.stringify(base).includes(safe))
          faults.push(`${place}: ${argument} is ${first}`);
        others.forEach((text, at) => {
          const value = hostileValues[at];
          if (text === REFUSED) {
            refused++;
            return;
          }
          try {
            if (!isDeepStrictEqual(plain(meaningOf(text)), plain(replaced(base, value))))
              throw new Error(text);
            data++;
          } catch (error) {
            faults.push(
              `${place}: ${argument} with ${JSON.stringify(value)}: ${String(error).slice(0, 300)}`,
            );
          }
        });
      });
      process.stdout.write(
        `${platform}: ${hostileValues.length} values in ${documents.length} documents: ${data} data, ${refused} refused, ${faults.length} faults\n`,
      );
      expect(faults).toEqual([]);
      expect(documents.length).toBeGreaterThan(0);
    },
    600_000,
  );
});
