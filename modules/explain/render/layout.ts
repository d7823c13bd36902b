import { Graph, layout } from "@dagrejs/dagre";
import type { Box, Path, Picture } from "../model";

/** A box with its place. Coordinates are pixels from the top left corner. */
export interface PlacedBox extends Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;

  /** Number of boxes around it. */
  readonly depth: number;
  readonly isContainer: boolean;
}

export interface PlacedPicture {
  readonly width: number;
  readonly height: number;

  /** Containers before their members. */
  readonly boxes: readonly PlacedBox[];
  readonly paths: readonly Path[];
}

export const measures = {
  line: 17,
  title: 20,
  padding: 10,
  /** Width of a character of the font of 12 pixels. */
  character: 6.7,
  titleCharacter: 7.4,
  maxCharacters: 46,
} as const;

interface Node {
  readonly box: Box;
  readonly members: readonly Node[];
  width: number;
  height: number;

  /** Places of the members, relative to this box. */
  places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

/** The boxes without a container, as a container. */
const page = "page";

/**
 * Places the boxes. Each container is laid out on its own, from the innermost one to the page, so that its title has space and no box
 * overlaps another one.
 */
export function placed({ boxes, paths }: Picture): PlacedPicture {
  const root = nodeOf({ id: page, kind: "region", title: "", lines: [] }, boxes);
  const parents = new Map(boxes.map(({ id, parent = page }) => [id, parent]));
  arrange(root, edgesOf(paths, parents));
  const found: PlacedBox[] = [];
  collect(root, 0, 0, -1, found);
  return { width: root.width, height: root.height, boxes: found, paths };
}

function nodeOf(box: Box, boxes: readonly Box[]): Node {
  const members = boxes
    .filter(({ parent = page }) => parent === box.id)
    .map((member) => nodeOf(member, boxes));
  const lines = box.lines.flatMap(wrapped);
  return { box: { ...box, lines }, members, width: 0, height: 0, places: new Map() };
}

/** A text in lines that fit in a box, broken at its spaces. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const part of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + part.length <= measures.maxCharacters)
      lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
  }
  return lines;
}

/** For each container, the pairs of its members that a path connects. */
function edgesOf(
  paths: readonly Path[],
  parents: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly (readonly [above: string, below: string])[]> {
  const chain = (id: string): string[] => [id, ...(id === page ? [] : chain(parents.get(id) ?? page))];
  const edges = new Map<string, (readonly [string, string])[]>();
  for (const { kind, from, to } of paths) {
    const [a, b] = [chain(from), chain(to)];
    const common = a.find((id) => b.includes(id))!;
    const [x, y] = [a[a.indexOf(common) - 1], b[b.indexOf(common) - 1]];
    if (x === undefined || y === undefined || x === y) continue;
    // What leaves the nodes goes up, what enters them goes down.
    const pair = kind === "node-to-api" || kind === "pod-to-internet" ? ([y, x] as const) : ([x, y] as const);
    edges.set(common, [...(edges.get(common) ?? []), pair]);
  }
  return edges;
}

function arrange(node: Node, edges: ReturnType<typeof edgesOf>): void {
  const { box, members } = node;
  if (members.length === 0) {
    const longest = Math.max(
      textWidth(box.title, measures.titleCharacter),
      ...box.lines.map((line) => textWidth(line, measures.character)),
    );
    node.width = Math.ceil(longest) + 2 * measures.padding;
    node.height = measures.title + box.lines.length * measures.line + 2 * measures.padding - 4;
    return;
  }
  for (const member of members) arrange(member, edges);
  const graph = new Graph();
  graph.setGraph({ rankdir: "TB", nodesep: 18, ranksep: 26, marginx: 0, marginy: 0 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { box: of, width, height } of members) graph.setNode(of.id, { width, height });
  for (const [above, below] of edges.get(box.id) ?? []) graph.setEdge(above, below);
  layout(graph);

  const isPage = box.id === page;
  const top = isPage ? 4 : measures.title + measures.padding + box.lines.length * measures.line;
  const side = isPage ? 4 : measures.padding + 2;
  const raw = inOrder(
    members.map(({ box: of, width, height }) => {
      const { x, y } = graph.node(of.id) as unknown as { x: number; y: number };
      return { id: of.id, kind: of.kind, x: x - width / 2, y: y - height / 2, width, height };
    }),
  );
  const left = Math.min(...raw.map(({ x }) => x));
  const first = Math.min(...raw.map(({ y }) => y));
  node.places = new Map(
    raw.map(({ id, x, y }) => [id, { x: Math.round(x - left + side), y: Math.round(y - first + top) }]),
  );
  const right = Math.max(...raw.map(({ x, width }) => x - left + width));
  const bottom = Math.max(...raw.map(({ y, height }) => y - first + height));
  const titled = Math.max(
    textWidth(box.title, measures.titleCharacter),
    ...box.lines.map((line) => textWidth(line, measures.character)),
  );
  node.width = Math.ceil(Math.max(right, isPage ? 0 : titled) + 2 * side);
  node.height = Math.ceil(bottom + top + (isPage ? 4 : measures.padding + 2));
}

/** A box next to others. */
interface Place {
  readonly id: string;
  readonly kind: Box["kind"];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Boxes of one kind that are next to each other and have the same size, such as zones, are in the order of the picture. */
function inOrder(all: readonly Place[]): Place[] {
  const isEqual = (a: Place) => (b: Place) =>
    a.kind === b.kind && a.y === b.y && a.width === b.width && a.height === b.height;
  return all.map((one) => {
    const alike = all.filter(isEqual(one));
    const sorted = alike.map(({ x }) => x).sort((a, b) => a - b);
    return { ...one, x: sorted[alike.indexOf(one)] };
  });
}

function textWidth(text: string, character: number): number {
  return Math.min(text.length, measures.maxCharacters) * character;
}

function collect(node: Node, x: number, y: number, depth: number, into: PlacedBox[]): void {
  const { box, members, width, height, places } = node;
  if (depth >= 0) into.push({ ...box, x, y, width, height, depth, isContainer: members.length > 0 });
  for (const member of members) {
    const place = places.get(member.box.id)!;
    collect(member, x + place.x, y + place.y, depth + 1, into);
  }
}
