import { type Json } from "../rest/json";
import { type ResourceId } from "./resource-id";

/** The resources of one subscription. */
export class Store {
  private readonly items = new Map<string, Json>();
  private counter = 0;

  /** A number that no other call gets. */
  next(): number {
    return ++this.counter;
  }

  get(key: string): Json | undefined {
    return this.items.get(key.toLowerCase());
  }

  set({ key }: Pick<ResourceId, "key">, item: Json): Json {
    this.items.set(key, item);
    return item;
  }

  /** Deletes a resource and all below it. */
  delete({ key }: Pick<ResourceId, "key">): void {
    for (const other of [...this.items.keys()])
      if (other === key || other.startsWith(`${key}/`)) this.items.delete(other);
  }

  /** The direct members of a collection. */
  list(collection: string): Json[] {
    const start = `${collection.toLowerCase().replace(/\/$/, "")}/`;
    return [...this.items]
      .filter(([key]) => key.startsWith(start) && !key.slice(start.length).includes("/"))
      .map(([, item]) => item);
  }

  /** The resources of a group, without those below other resources. */
  contents(group: string): Json[] {
    const start = `${group.toLowerCase()}/providers/`;
    return [...this.items]
      .filter(([key]) => key.startsWith(start) && key.slice(start.length).split("/").length === 3)
      .map(([, item]) => item);
  }

  /** The resources that name another one, without itself and what is below it. */
  usersOf(key: string): string[] {
    return [...this.items]
      .filter(([other, item]) => other !== key && !other.startsWith(`${key}/`) && mentions(item, key))
      .map(([other]) => other);
  }

  /** Paths and resources. */
  entries(): [path: string, item: Json][] {
    return [...this.items];
  }

  /** Paths of all resources. */
  inventory(): string[] {
    return [...this.items.keys()].sort();
  }
}

/** Whether a text in a value, but not its own id, is the path. */
function mentions(value: unknown, key: string): boolean {
  if (typeof value === "string") return value.toLowerCase() === key;
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([name, one]) => name !== "parentId" && mentions(one, key));
}
