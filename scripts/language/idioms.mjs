/** Finds the idioms of terms.yml in texts. */
import { createRequire } from "node:module";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const { TextlintKernel } = require("@textlint/kernel");
const prh = require("textlint-rule-prh").default;
const sourceText = require("./source-text.cjs");

const kernel = new TextlintKernel();
const termsFile = fileURLToPath(new URL("terms.yml", import.meta.url));

/** Extensions of the files that can be checked. */
export const extensions = sourceText.extensions;

/**
 * The idioms in a text, in the order of their positions.
 *
 * @returns {Promise<{ line: number, column: number, message: string }[]>}
 */
export async function findIdioms(text, file = "text.txt") {
  const { messages } = await kernel.lintText(text, {
    filePath: file,
    ext: extname(file) || ".txt",
    plugins: [{ pluginId: "source-text", plugin: { Processor: sourceText.Processor } }],
    rules: [{ ruleId: "prh", rule: prh, options: { rulePaths: [termsFile] } }],
  });
  return messages.map(({ line, column, message }) => ({
    line,
    column,
    message: message.replace(
      /^(.*) => (.*)$/s,
      (_, idiom, term) => `"${idiom.replace(/\s+/g, " ")}": use ${term}`,
    ),
  }));
}
