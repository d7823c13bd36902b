/** The text of a systemd unit that starts when the network works. */
export function unit(
  description: string,
  sections: Readonly<Record<string, Readonly<Record<string, string>>>>,
): string {
  return unitText({
    Unit: { Description: description, After: "network-online.target", Wants: "network-online.target" },
    ...sections,
  });
}

/** The text of a file of systemd. */
function unitText(sections: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  return Object.entries(sections)
    .map(([name, entries]) =>
      [`[${name}]`, ...Object.entries(entries).map(([key, value]) => `${key}=${value}`), ""].join("\n"),
    )
    .join("\n");
}
