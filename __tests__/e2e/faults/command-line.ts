/**
 * The arguments of a printed command line for a POSIX shell: plain arguments, and arguments in single quotes.
 *
 * @throws Error if there is anything else
 */
export function argumentsOfLine(line: string): string[] {
  const found = line.match(/(?:[\w@%+=:,./-]|'[^']*'|\\')+/g) ?? [];
  if (found.join(" ") !== line) throw new Error(`not a printed command: ${line}`);
  return found.map((argument) => argument.replace(/'([^']*)'|\\(')/g, (_, quoted, quote) => quoted ?? quote));
}
