/** Text in lines of at most `most` characters. A longer part has its own line. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const part of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + part.length > most) lines.push(part);
    else lines[lines.length - 1] = `${last} ${part}`;
  }
  return lines;
}

/**
 * A line that starts with `first`, in lines of at most `width` characters. Further lines are indented.
 *
 * @param indent - spaces before further lines
 */
export function wrappedLine(first: string, text: string, width: number, indent = first.length): string[] {
  const lines = [first];
  let isStart = true;
  for (const part of text.split(" ")) {
    const last = lines[lines.length - 1];
    const next = isStart ? `${last}${part}` : `${last} ${part}`;
    if (isStart || next.length <= width) lines[lines.length - 1] = next;
    else lines.push(`${" ".repeat(indent)}${part}`);
    isStart = false;
  }
  return lines;
}
