import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import Ajv from "ajv";
import { amountOf, counted } from "../../modules/explain/counted";
import { explanationOf, formats, render } from "../../modules/explain";
import type { ExplainedCluster, Explanation, Format } from "../../modules/explain";
import { platformFacts } from "../../modules/explain/platforms";
import schema from "../../modules/explain/explanation.schema.json";
import { html, markdown, mermaid } from "../../modules/explain/render/escape";
import { placed } from "../../modules/explain/render/layout";
import { platformOf, platforms } from "../../modules/environment/platforms";
import { shippedClusters } from "../support/shipped";

/** The clusters of platforms that can be explained. */
const clusters = shippedClusters().filter(({ cluster }) => platformFacts(cluster) !== undefined);
const explanations = new Map<string, Explanation>();

function explained(name: string): Explanation {
  const found = explanations.get(name);
  if (found) return found;
  const { cluster, stack } = clusters.find((one) => one.name === name)!;
  const { fields = () => ({}) } = platformOf(platforms, cluster.platform);
  const explanation = explanationOf({
    cluster: cluster as ExplainedCluster,
    configuration: stack.terraform,
    fields: fields(),
    deployment: "cdktf",
  })!;
  explanations.set(name, explanation);
  return explanation;
}

const names = clusters.map(({ name }) => name);
const isValid = new Ajv({ strict: false }).compile(schema);

/** To accept a change: `UPDATE_GOLDEN=1 npx jest explain`. Immutable fields are those of the field table. */
test.each(names)("the explanation of %s is the recorded one", (name) => {
  const explanation = { ...explained(name), immutableFields: undefined };
  const file = `__tests__/explain/golden/${name}.json`;
  const text = `${JSON.stringify(explanation, undefined, 1)}\n`;
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync("__tests__/explain/golden", { recursive: true });
    writeFileSync(file, text);
  }
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(text));
});

test("each recorded explanation is of a cluster", () => {
  const recorded = readdirSync("__tests__/explain/golden").map((file) => file.replace(/\.json$/, ""));
  expect(recorded.sort()).toEqual([...names].sort());
});

test.each(names)("the JSON of %s matches its published schema", (name) => {
  isValid(JSON.parse(render(explained(name), "json")));
  expect(isValid.errors).toBeNull();
});

test.each(names)("each resource of %s is in one step, after all for which it waits", (name) => {
  const { steps, criticalPath, minutes } = explained(name);
  const { terraform } = clusters.find((one) => one.name === name)!.stack;
  const listed = steps.flatMap(({ resources }) => resources.map(({ address }) => address));
  const declared = Object.entries(terraform.resource as Record<string, object>).flatMap(([type, all]) =>
    Object.keys(all).map((one) => `${type}.${one}`),
  );
  expect(listed.sort()).toEqual(declared.sort());
  expect(criticalPath.at(-1)?.end).toBe(minutes);
  for (const [i, { start }] of criticalPath.slice(1).entries()) expect(start).toBe(criticalPath[i].end);
});

test.each(names)("paths of %s connect boxes, and boxes of the picture do not overlap", (name) => {
  const { picture } = explained(name);
  const ids = new Set(picture.boxes.map(({ id }) => id));
  for (const { from, to } of picture.paths) expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
  for (const { parent } of picture.boxes) expect(parent === undefined || ids.has(parent)).toBe(true);

  const { boxes } = placed(picture);
  for (const a of boxes) {
    for (const b of boxes) {
      if (a === b || a.parent !== b.parent) continue;
      const isApart =
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      expect([a.id, b.id, isApart]).toEqual([a.id, b.id, true]);
    }
    const around = boxes.find(({ id }) => id === a.parent);
    if (!around) continue;
    expect(a.x).toBeGreaterThan(around.x);
    expect(a.x + a.width).toBeLessThan(around.x + around.width);
    expect(a.y + a.height).toBeLessThan(around.y + around.height);
  }
});

test("a hidden action, a source and a time are stated where the table has them", () => {
  const { steps } = explained("production-main");
  const texts = steps.flatMap(({ hidden }) => hidden);
  expect(texts.length).toBeGreaterThan(10);
  for (const { source, resources } of texts) {
    expect(source).toMatch(/^https:\/\//);
    expect(resources?.length).toBeGreaterThan(0);
  }
  expect(
    steps
      .find(({ name }) => name === "registration")
      ?.hidden.map(({ text }) => text)
      .join(),
  ).toMatch(/Then the node is Ready/);
});

test("capacities rise from the minimum to the maximum and the update", () => {
  for (const name of names) {
    for (const { atMinimum, atMaximum, duringUpdate } of explained(name).capacities) {
      expect(atMinimum).toBeLessThanOrEqual(atMaximum);
      expect(atMaximum).toBeLessThanOrEqual(duringUpdate);
    }
  }
});

describe("values of a file are data", () => {
  const hostile = `<script>alert(1)</script>"'&|\`[x](y)#;\u202e`;

  /** An explanation in which each text is hostile. */
  function poisoned(): Explanation {
    const replace = (value: unknown, key = ""): unknown => {
      if (typeof value === "string") {
        const isName = [
          "id",
          "parent",
          "from",
          "to",
          "kind",
          "name",
          "step",
          "change",
          "status",
          "source",
        ].includes(key);
        return isName ? value : hostile;
      }
      if (Array.isArray(value)) return value.map((item) => replace(item, key));
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replace(item, name)]));
    };
    return replace(explained("production-main")) as Explanation;
  }

  test.each(Object.keys(formats) as Format[])("in the format %s", (format) => {
    const text = render(poisoned(), format);
    if (format === "json") return expect(JSON.parse(text)).toMatchObject({ summary: hostile });
    if (format === "terminal") return expect(text).toContain("alert");
    // Nothing in a code span of Markdown is HTML.
    expect(format === "markdown" ? text.replace(/(`+) .*? \1/g, "") : text).not.toMatch(/(?<!\\)<script/);
    expect(text).not.toContain("\u202e");
  });

  test("characters with a meaning are escaped", () => {
    expect(html(`<a href="x" title='y'>&`)).toBe("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;");
    expect(markdown("a|b<c>`d`[e](f)")).toBe("a\\|b\\<c\\>\\`d\\`\\[e\\]\\(f\\)");
    expect(mermaid('a"]; b --> c#')).toBe("a#quot;]; b --#gt; c#35;");
  });
});

test.each(names)("numbers in the texts of %s have the form of their noun", (name) => {
  const wrong =
    /(?<![\d.,–:/-])1 (?:[a-z]+ )?(?:nodes|resources|fields|minutes|groups|zones|gateways|keys|KMS keys|accounts|addresses|systems|workspaces)\b/g;
  const texts = (["terminal", "markdown", "html"] as const).map((format) => render(explained(name), format));
  expect(texts.flatMap((text) => text.match(wrong) ?? [])).toEqual([]);
});

test.each([72, 80, 100, 160])(
  "the explanation for a terminal has lines of at most %d characters",
  (columns) => {
    for (const name of names) {
      const lines = render(explained(name), "terminal", columns).split("\n");
      // A part without spaces has its own line.
      const long = lines.filter(
        (line) => line.length > columns && line.trim().replace(/ →$/, "").includes(" "),
      );
      expect(long).toEqual([]);
      expect(lines.filter((line) => line === "Critical path")).toHaveLength(1);
      expect(new Set(lines.filter((line) => line.startsWith("  - "))).size).toBe(
        lines.filter((line) => line.startsWith("  - ")).length,
      );
    }
  },
);

test("one function decides the plural", () => {
  expect([counted(1, "KMS key"), counted(2, "KMS key"), counted("1–3", "node"), counted(0, "node")]).toEqual([
    "1 KMS key",
    "2 KMS keys",
    "1–3 nodes",
    "0 nodes",
  ]);
  expect([
    amountOf(1, "accounts (by GB)"),
    amountOf(2, "keys"),
    amountOf(1, "keys"),
    amountOf(1, "h"),
  ]).toEqual(["1 account (by GB)", "2 keys", "1 key", "1 h"]);
});
