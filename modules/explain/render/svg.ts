import type { Path, PathKind, Picture } from "../model";
import { html } from "./escape";
import { measures, placed, type PlacedBox } from "./layout";

/** The paths with their names in the legend. */
export const pathNames: Readonly<Record<PathKind, string>> = {
  "person-to-api": "person → API server",
  "node-to-api": "node → API server",
  "pod-to-internet": "pod → internet",
  "internet-to-service": "internet → service",
  "pod-to-storage": "pod → storage",
};

export const pathKinds = Object.keys(pathNames) as readonly PathKind[];

/** The picture as an SVG element. Lines are behind boxes, so they never cross text. */
export function svgOf(picture: Picture, title: string): string {
  const { width, height, boxes, paths } = placed(picture);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const containers = boxes.filter(({ isContainer }) => isContainer);
  const leaves = boxes.filter(({ isContainer }) => !isContainer);
  return [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" style="--wide:${width}px" role="img" aria-labelledby="picture-title picture-text">`,
    `<title id="picture-title">${html(title)}</title>`,
    `<desc id="picture-text">${html(descriptionOf(picture))}</desc>`,
    "<defs>",
    ...pathKinds.map(
      (kind) =>
        `<marker id="arrow-${kind}" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="11" markerHeight="11" orient="auto"><path class="head ${kind}" d="M0,0.5 L8,4 L0,7.5 z"/></marker>`,
    ),
    "</defs>",
    ...containers.map((container) => boxOf(container, "")),
    ...paths.map((path, i) => lineOf(path, byId, pathKinds.indexOf(path.kind), i)),
    ...containers.map(textsOf),
    ...leaves.map((leaf) => boxOf(leaf, textsOf(leaf))),
    "</svg>",
  ].join("\n");
}

function boxOf(box: PlacedBox, content: string): string {
  const { x, y, width, height, kind, title, lines, depth, isContainer } = box;
  const name = isContainer ? `container depth-${Math.min(depth, 3)}` : `box ${kind}`;
  return [
    `<g class="${name}" data-kind="${kind}">`,
    `<title>${html([title, ...lines].join("; "))}</title>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${isContainer ? 10 : 6}"/>`,
    content,
    "</g>",
  ].join("");
}

/** The lines of text in a box. Those of containers are over the paths, with a margin in the colour of the container. */
function textsOf({ x, y, title, lines, depth, isContainer }: PlacedBox): string {
  const margin = isContainer ? ` over-${Math.min(depth, 3)}` : "";
  return [title, ...lines]
    .map((text, i) => {
      const at =
        y + measures.padding + 12 + (i === 0 ? 0 : measures.title - measures.line + i * measures.line);
      const shown =
        text.length > measures.maxCharacters ? `${text.slice(0, measures.maxCharacters - 1)}…` : text;
      const name = `${i === 0 ? "title" : "detail"}${margin}`;
      return `<text x="${x + measures.padding}" y="${at}" class="${name}">${html(shown)}</text>`;
    })
    .join("");
}

/** A curve between the edges of two boxes. Lines of different kinds have different ends, so that they do not cover each other. */
function lineOf(
  { kind, from, to, title }: Path,
  boxes: ReadonlyMap<string, PlacedBox>,
  slot: number,
  index: number,
): string {
  const [a, b] = [boxes.get(from)!, boxes.get(to)!];
  const shift = (slot - (pathKinds.length - 1) / 2) * 14;
  const [start, end] = endsOf(a, b, shift);
  const bend = Math.max(24, Math.abs(end.y - start.y) / 2);
  const isUp = end.y < start.y;
  const d = start.isSide
    ? `M${start.x},${start.y} C${(start.x + end.x) / 2},${start.y} ${(start.x + end.x) / 2},${end.y} ${end.x},${end.y}`
    : `M${start.x},${start.y} C${start.x},${start.y + (isUp ? -bend : bend)} ${end.x},${end.y + (isUp ? bend : -bend)} ${end.x},${end.y}`;
  return `<path class="line ${kind}" d="${d}" marker-end="url(#arrow-${kind})" data-path="${index}"><title>${html(`${pathNames[kind]}: ${title}`)}</title></path>`;
}

interface End {
  readonly x: number;
  readonly y: number;
  readonly isSide: boolean;
}

function endsOf(a: PlacedBox, b: PlacedBox, shift: number): readonly [End, End] {
  const clamped = ({ x, width }: PlacedBox) =>
    Math.round(Math.min(x + width - 12, Math.max(x + 12, x + width / 2 + shift)));
  if (a.y + a.height <= b.y || b.y + b.height <= a.y) {
    const isDown = a.y < b.y;
    return [
      { x: clamped(a), y: isDown ? a.y + a.height : a.y, isSide: false },
      { x: clamped(b), y: isDown ? b.y : b.y + b.height, isSide: false },
    ];
  }
  const isRight = a.x < b.x;
  const middle = ({ y, height }: PlacedBox) => Math.round(y + height / 2 + shift / 2);
  return [
    { x: isRight ? a.x + a.width : a.x, y: middle(a), isSide: true },
    { x: isRight ? b.x : b.x + b.width, y: middle(b), isSide: true },
  ];
}

/** The paths as text, for readers who do not see the picture. */
export function descriptionOf({ boxes, paths }: Picture): string {
  const titles = new Map(boxes.map(({ id, title }) => [id, title]));
  return pathKinds
    .flatMap((kind) => {
      const of = paths.filter((path) => path.kind === kind);
      if (of.length === 0) return [];
      const pairs = of.map(({ from, to }) => `${titles.get(from)} to ${titles.get(to)}`);
      return [`${pathNames[kind]}: ${[...new Set(pairs)].join(", ")}.`];
    })
    .join(" ");
}
