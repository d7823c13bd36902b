/**
 * A textlint plugin for all text files of the project, Markdown and source code alike. It replaces the markers of comments and
 * quotes at the start of a line by spaces, so that a rule sees a phrase that continues on the next line. Each block of
 * lines between empty lines is one paragraph.
 */
"use strict";

const extensions = [".md", ".ts", ".js", ".mjs", ".cjs", ".py", ".sh", ".yaml", ".yml", ".json", ".txt"];

const markers = /^[ \t]*(?:\/\/+|\/\*+|\*+\/?|#+|>+)/gm;

/** The text with markers as spaces, at the same offsets, and its syntax tree. */
function preProcess(source) {
  const text = source.replace(markers, (marker) => " ".repeat(marker.length));
  const lines = text.split("\n");
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1) + line.length + 1);

  const node = (type, from, to, content) => {
    const range = [starts[from], starts[to] + lines[to].length];
    const loc = { start: { line: from + 1, column: 0 }, end: { line: to + 1, column: lines[to].length } };
    return { type, raw: text.slice(...range), range, loc, ...content };
  };
  const paragraphs = paragraphsOf(lines).map(([from, to]) => {
    const value = text.slice(starts[from], starts[to] + lines[to].length);
    return node("Paragraph", from, to, { children: [node("Str", from, to, { value })] });
  });
  return { text, ast: node("Document", 0, lines.length - 1, { children: paragraphs }) };
}

/** First and last index of each block of lines between empty lines. */
function paragraphsOf(lines) {
  const paragraphs = [];
  lines.forEach((line, index) => {
    if (line.trim() === "") return;
    if (index > 0 && lines[index - 1].trim() !== "") paragraphs.at(-1)[1] = index;
    else paragraphs.push([index, index]);
  });
  return paragraphs;
}

class SourceText {
  availableExtensions() {
    return extensions;
  }

  processor() {
    const postProcess = (messages, filePath) => ({ messages, filePath: filePath ?? "<text>" });
    return { preProcess, postProcess };
  }
}

module.exports = { Processor: SourceText, extensions };
