import { type Step, stepsOf } from "./field-paths";
import type { Path } from "./problem";
import { isUnresolved } from "./tokens";

/** A value of a field, its place in the subject, and the row of the field's table. */
export interface FieldValue<Row> {
  readonly path: Path;
  readonly value: unknown;
  readonly row: Row;
}

class Node {
  /** The rows whose path ends here, as indexes. */
  readonly rows: number[] = [];

  /** By the text of the step. */
  readonly children = new Map<string, { readonly step: Step; readonly node: Node }>();
}

/** The paths of a field table as a tree, so that one walk of a cluster finds the values of all rows. */
export class FieldTree<Row> {
  private readonly root = new Node();

  constructor(private readonly rows: readonly (readonly [path: string, row: Row])[]) {
    rows.forEach(([path], index) => {
      let node = this.root;
      for (const step of stepsOf(path)) node = childOf(node, step);
      node.rows.push(index);
    });
  }

  /** The values of the rows that the subject contains, in the order of the rows. Nothing is below a reference. */
  valuesIn(subject: unknown): FieldValue<Row>[] {
    const found: FieldValue<Row>[][] = this.rows.map(() => []);
    const visit = (value: unknown, { rows, children }: Node, path: Path): void => {
      for (const index of rows) found[index].push({ path, value, row: this.rows[index][1] });
      if (children.size === 0 || typeof value !== "object" || value === null || isUnresolved(value)) return;
      for (const { step, node } of children.values()) {
        switch (step.kind) {
          case "items":
            if (Array.isArray(value)) value.forEach((item, i) => visit(item, node, [...path, i]));
            break;
          case "values":
            for (const [key, item] of Object.entries(value)) visit(item, node, [...path, key]);
            break;
          case "variant":
            if ((value as { type?: unknown }).type === step.type) visit(value, node, path);
            break;
          case "field":
            if (Object.hasOwn(value, step.name))
              visit((value as Record<string, unknown>)[step.name], node, [...path, step.name]);
        }
      }
    };
    visit(subject, this.root, []);
    return found.flat();
  }
}

function childOf({ children }: Node, step: Step): Node {
  const key = Object.values(step).join(" ");
  const existing = children.get(key);
  if (existing) return existing.node;
  const node = new Node();
  children.set(key, { step, node });
  return node;
}
