/** One port or a range of ports, with its protocol. */
export interface PortRange {
  readonly start: number;
  readonly end: number;
  readonly protocol: "tcp" | "udp";
}

/** Reads `443/tcp` or `30000-30100/udp`; undefined if the text is not of this form. */
export function parsePorts(text: string): PortRange | undefined {
  const [, first, last = first, protocol] = /^(\d{1,5})(?:-(\d{1,5}))?\/(tcp|udp)$/.exec(text) ?? [];
  const [start, end] = [Number(first), Number(last)];
  return start >= 1 && end >= start && end <= 65_535
    ? { start, end, protocol: protocol as PortRange["protocol"] }
    : undefined;
}
