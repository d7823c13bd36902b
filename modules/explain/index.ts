import { explain, type Explained } from "./explain";
import type { Explanation } from "./model";
import { platformFacts } from "./platforms";
import type * as layouts from "./render/page";
import { markdownOf } from "./render/markdown";
import { terminalOf } from "./render/terminal";

export type { Explanation } from "./model";
export type { ExplainedCluster } from "./platform";

/** The forms of an explanation, with the endings of their files. */
export const formats = {
  html: "html",
  markdown: "md",
  json: "json",
  terminal: "txt",
} as const;

export type Format = keyof typeof formats;

/** Explains a cluster; undefined if its platform has no facts. */
export function explanationOf(source: Omit<Explained, "facts">): Explanation | undefined {
  const facts = platformFacts(source.cluster);
  return facts && explain({ ...source, facts });
}

export function render(explanation: Explanation, format: Format, columns?: number): string {
  switch (format) {
    case "html":
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- only a page needs the layout of its picture
      return (require("./render/page") as typeof layouts).pageOf(explanation);
    case "markdown":
      return markdownOf(explanation);
    case "json":
      return `${JSON.stringify(explanation, undefined, 2)}\n`;
    case "terminal":
      return terminalOf(explanation, columns);
  }
}
