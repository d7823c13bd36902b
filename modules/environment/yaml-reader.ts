import { isAlias, isMap, isScalar, isSeq, type Alias, type Node, type Pair, type YAMLMap } from "yaml";
import type { Path } from "../cluster/problem";

/** Values when every alias is written out: a small file must not stand for a huge one. A hundred clusters have 10,000. */
const mostValues = 200_000;

/**
 * Makes plain values of a YAML tree, and reports what YAML allows but no environment file may have: keys that aren't
 * strings or come twice, merge keys, aliases that lead nowhere or repeat without bounds.
 */
export class YamlReader {
  /** What each alias repeats. */
  readonly aliased = new Map<Alias, Node>();

  /** False when parts could not be read: whatever is found missing then may be there. */
  complete = true;

  private readonly anchors = new Map<string, Anchor>();
  private values = 0;

  constructor(
    private readonly report: (offset: number, path: Path, message: string) => void,
    private readonly lineOf: (offset: number) => number,
  ) {}

  /** @param around - the maps and lists that the node stands in */
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

  /** The key; undefined when it can't be one, which is then reported. */
  private readKey(node: Node, path: Path, before: ReadonlyMap<string, Node>): string | undefined {
    const refuse = (at: Path, message: string) => void this.report(node.range![0], at, message);
    const key = isScalar(node) ? node.value : undefined;
    if (typeof key !== "string") {
      const got = isScalar(node) && node.source ? `, got ${node.source} (write it in quotes)` : "";
      return refuse(path, `a field's name must be a string${got}`);
    }
    if (key === "<<") {
      this.complete = false;
      return refuse(
        path,
        "merge keys (<<) have no meaning here: write the fields out, or use an alias for a whole value",
      );
    }
    // No map here has a use for it, and setting it would change what JavaScript takes the object for.
    if (key === "__proto__") return refuse([...path, key], 'unknown field "__proto__"');

    const first = before.get(key);
    if (!first) return key;
    const line = this.lineOf(first.range![0]);
    return refuse([...path, key], `duplicate field ${JSON.stringify(key)}; the first is on line ${line}`);
  }

  private readAlias(alias: Alias, path: Path, around: readonly Node[]): unknown {
    const name = alias.source;
    const refuse = (message: string) => {
      this.complete = false;
      this.report(alias.range![0], path, message);
    };
    if (around.some(({ anchor }) => anchor === name))
      return refuse(`alias *${name} stands inside what it repeats`);

    const anchor = this.anchors.get(name);
    if (!anchor) return refuse(`alias *${name} has no anchor &${name} above it`);
    this.aliased.set(alias, anchor.node);

    const before = this.values;
    this.values += anchor.values;
    if (this.values <= mostValues) return anchor.value;
    // Said once: whatever comes after is over the limit too.
    if (before > mostValues) return undefined;
    return refuse(
      `aliases repeat too much: with *${name} written out, the file has more than ${mostValues} values`,
    );
  }
}

/** What aliases repeat. */
interface Anchor {
  readonly node: Node;
  readonly value: unknown;

  /** How many values it stands for. */
  readonly values: number;
}
