/** One part of a MIME document. */
export interface MimePart {
  readonly type: string;
  readonly body: string;
}

/**
 * The parts of a MIME document, as RFC 2046 defines them: the boundary of the header, at the start of a line, separates them.
 *
 * @see https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1
 */
export function mimeParts(text: string): MimePart[] {
  const [header, ...rest] = text.split("\n\n");
  const boundary = /boundary="([^"]+)"/.exec(header)?.[1];
  if (boundary === undefined) throw new Error(`no boundary in ${header}`);
  const lines = rest.join("\n\n").split("\n");
  const parts: string[][] = [];
  let closed = false;
  for (const line of lines) {
    if (line === `--${boundary}--`) closed = true;
    else if (line.startsWith(`--${boundary}`)) parts.push([]);
    else if (!closed) parts.at(-1)?.push(line);
  }
  if (!closed) throw new Error("the document is not closed");
  return parts.map((part) => {
    const empty = part.indexOf("");
    const type = /^Content-Type: ([^;]+)/.exec(part.slice(0, empty).join("\n"))?.[1] ?? "";
    return { type, body: part.slice(empty + 1).join("\n") };
  });
}
