import { isDeepStrictEqual } from "node:util";
import { type Document, isMap, isSeq, parseAllDocuments } from "yaml";
import { InputError } from "../../cluster/problem";
import type { Change, RenderedChart } from "./chart-manifests";

/** The first line of each file that the command `manifests` writes. It replaces no file without it. */
const mark =
  "# Written by cdktf-clusters manifests. Do not edit: the next run replaces or removes this file.";

/** A text as the command writes it. Git can check it out with the line ends of Windows, and editors can add a mark of the byte order. */
const normalized = (text: string): string => text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");

/** Whether a text is one that the command `manifests` wrote. */
export const isWritten = (text: string): boolean => normalized(text).startsWith(`${mark}\n`);

/** What the line of the chart has after a version that is not of the table. */
const ofUser = ", named by --chart-version";

/** The version that the user named for the chart of a text that the command `manifests` wrote; undefined if the table had one. */
export function namedVersionIn(text: string): string | undefined {
  const line = normalized(text).split("\n")[1];
  return isWritten(text) && line.endsWith(ofUser)
    ? /^# Chart: \S+ (\S+)$/.exec(line.slice(0, -ofUser.length))?.[1]
    : undefined;
}

/**
 * The text of a file with the objects of a chart: the same for the same cluster and chart.
 *
 * @param rendered - what Helm prints
 * @throws InputError if an object to change is missing
 */
export function chartText({ chart, version, isNamed, changes }: RenderedChart, rendered: string): string {
  const text = changes.length === 0 ? rendered : changed(rendered, changes, `${chart} ${version}`);
  return `${mark}\n# Chart: ${chart} ${version}${isNamed ? ofUser : ""}\n${text.trimEnd()}\n`;
}

/** Whether two texts have the same first lines and objects. A formatter can have changed the layout. */
export function isSameText(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [one, other].map(normalized).map((text) => ({
    lines: text.split("\n").slice(0, 2),
    objects: objectsIn(text),
  }));
  return a.objects !== undefined && isDeepStrictEqual(a, b);
}

/** The objects of a text; undefined if it is not YAML. */
function objectsIn(text: string): unknown[] | undefined {
  const documents = parseAllDocuments(text, { version: "1.1" }) as Document[];
  if (documents.some(({ errors }) => errors.length > 0)) return undefined;
  return documents.filter(({ contents }) => isMap(contents)).map((document): unknown => document.toJS());
}

/** Kubernetes reads YAML 1.1, in which `0400` is an octal number. Scalars that do not change keep their text. */
function changed(rendered: string, changes: readonly Change[], chart: string): string {
  const documents = parseAllDocuments(rendered, { version: "1.1" }) as Document[];
  const fault = documents.flatMap(({ errors }) => errors)[0];
  if (fault !== undefined) {
    throw new InputError(`Helm did not print YAML for the chart ${chart}: ${fault.message.split("\n")[0]}`);
  }
  for (const { kind, name, path, value } of changes) {
    const object = documents.find(
      (one) => one.get("kind") === kind && one.getIn(["metadata", "name"]) === name,
    );
    const place = object && placeIn(object, path);
    if (place === undefined) {
      throw new InputError(
        `the chart ${chart} has no ${kind} ${name} with ${pathText(path.slice(0, -1))}: its objects differ from those that were checked`,
      );
    }
    object!.setIn(place, value);
  }
  return documents
    .filter(({ contents }) => isMap(contents))
    .map((one) => `---\n${one.toString({ lineWidth: 0, flowCollectionPadding: false, directives: false })}`)
    .join("");
}

/** A path with the positions of members in place of their names; undefined if the object does not have its parent. */
function placeIn(object: Document, path: Change["path"]): (string | number)[] | undefined {
  const place: (string | number)[] = [];
  for (const step of path) {
    const parent = object.getIn(place);
    if (typeof step === "string") {
      if (!isMap(parent)) return undefined;
      place.push(step);
      continue;
    }
    const index = isSeq(parent)
      ? parent.items.findIndex((item) => isMap(item) && item.get("name") === step.name)
      : -1;
    if (index < 0) return undefined;
    place.push(index);
  }
  return place;
}

/** A path as messages have it: `spec.volumes[NAME]`. */
const pathText = (path: Change["path"]): string =>
  path
    .map((step) => (typeof step === "string" ? `.${step}` : `[${step.name}]`))
    .join("")
    .slice(1);
