import { isAlias, isMap, isScalar, isSeq, type Alias, type Node, type Pair, type YAMLMap } from "yaml";
import { defineProblems, type Path, type ProblemKind } from "../cluster/problem";

export const reportYaml = defineProblems("yaml", {
  /**
   * The file is one YAML 1.2 document.
   *
   * @see https://yaml.org/spec/1.2.2/
   */
  syntax: "error",

  /**
   * The file is not empty.
   *
   * @remarks Decision of this project: an environment has at least one cluster.
   */
  "not-empty": "error",

  /**
   * Names of fields are strings, and a map has each name once.
   *
   * @see https://yaml.org/spec/1.2.2/#3213-node-comparison
   */
  "field-names": "error",

  /**
   * There are no merge keys (`<<`).
   *
   * @see https://yaml.org/type/merge.html
   */
  "no-merge-keys": "error",

  /**
   * An alias (`*name`) has an anchor above it, and is not inside the value that it repeats.
   *
   * @see https://yaml.org/spec/1.2.2/#71-alias-nodes
   */
  aliases: "error",

  /**
   * The file has at most 200,000 values and tokens, and 200 levels of nesting.
   *
   * @remarks Decision of this project: a file for one hundred clusters has 30,000 tokens; much larger files would block the process.
   */
  size: "error",
});

/** Values when all aliases are expanded: a small file must not expand to a huge one. A hundred clusters have 10,000. */
const mostValues = 200_000;

/**
 * Converts a YAML tree to plain values. Reports what YAML allows but environment files do not: keys that are not strings, duplicate
 * keys, merge keys, aliases without anchor, and aliases that expand to too many values.
 */
export class YamlReader {
  /** The node that each alias repeats. */
  readonly aliased = new Map<Alias, Node>();

  /** False if parts could not be read: a missing field may be in them. */
  complete = true;

  private readonly anchors = new Map<string, Anchor>();
  private values = 0;

  constructor(
    private readonly report: (offset: number, kind: ProblemKind, path: Path, message: string) => void,
    private readonly lineOf: (offset: number) => number,
  ) {}

  /** @param around - the maps and lists that contain the node */
  read(node: Node | null, path: Path = [], around: readonly Node[] = []): unknown {
    if (isAlias(node)) return this.readAlias(node, path, around);

    const before = this.values++;
    const value = this.readValue(node, path, around);
    if (node?.anchor) this.anchors.set(node.anchor, { node, value, values: this.values - before });
    return value;
  }

  private readValue(node: Node | null, path: Path, around: readonly Node[]): unknown {
    if (isMap(node)) return this.readMap(node, path, [...around, node]);
    if (isSeq(node))
      return node.items.map((item, i) => this.read(item as Node, [...path, i], [...around, node]));
    return isScalar(node) ? node.value : null;
  }

  private readMap(map: YAMLMap, path: Path, around: readonly Node[]): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    const keys = new Map<string, Node>();
    for (const pair of map.items as Pair<Node, Node | null>[]) {
      const key = this.readKey(pair.key, path, keys);
      if (key === undefined) continue;
      keys.set(key, pair.key);
      value[key] = this.read(pair.value, [...path, key], around);
    }
    return value;
  }

  /** The key; undefined, and reported, if it is not valid. */
  private readKey(node: Node, path: Path, before: ReadonlyMap<string, Node>): string | undefined {
    const refuse = (at: Path, message: string, kind = reportYaml["field-names"]) =>
      void this.report(node.range![0], kind, at, message);
    const key = isScalar(node) ? node.value : undefined;
    if (typeof key !== "string") {
      const got = isScalar(node) && node.source ? `, got ${node.source} (write it in quotes)` : "";
      return refuse(path, `a field's name must be a string${got}`);
    }
    if (key === "<<") {
      this.complete = false;
      return refuse(
        path,
        "merge keys (<<) are not supported: write the fields, or use an alias for a whole value",
        reportYaml["no-merge-keys"],
      );
    }
    // Setting it would change the prototype of the object.
    if (key === "__proto__") return refuse([...path, key], 'unknown field "__proto__"');

    const first = before.get(key);
    if (!first) return key;
    const line = this.lineOf(first.range![0]);
    return refuse([...path, key], `duplicate field ${JSON.stringify(key)}; the first is on line ${line}`);
  }

  private readAlias(alias: Alias, path: Path, around: readonly Node[]): unknown {
    const name = alias.source;
    const refuse = (message: string, kind = reportYaml.aliases) => {
      this.complete = false;
      this.report(alias.range![0], kind, path, message);
    };
    if (around.some(({ anchor }) => anchor === name))
      return refuse(`alias *${name} is inside the value that it repeats`);

    const anchor = this.anchors.get(name);
    if (!anchor) return refuse(`alias *${name} has no anchor &${name} above it`);
    this.aliased.set(alias, anchor.node);

    const before = this.values;
    this.values += anchor.values;
    if (this.values <= mostValues) return anchor.value;
    // Reported once: all later aliases exceed the limit too.
    if (before > mostValues) return undefined;
    return refuse(
      `aliases expand to too many values: with *${name} expanded, the file has more than ${mostValues}`,
      reportYaml.size,
    );
  }
}

/** A node that aliases can repeat. */
interface Anchor {
  readonly node: Node;
  readonly value: unknown;

  /** Number of values in it. */
  readonly values: number;
}
