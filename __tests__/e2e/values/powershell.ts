/**
 * The arguments of one command line of PowerShell, as strict as a test needs: bare arguments of safe characters, variables, and strings in
 * single quotes. All else is an error.
 *
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_parsing
 */
export function powershellArguments(line: string): string[] {
  const found: string[] = [];
  const quote = /['‘’‚‛]/;
  let at = 0;
  while (at < line.length) {
    if (line[at] === " ") {
      at++;
      continue;
    }
    if (quote.test(line[at])) {
      let text = "";
      for (at++; ; at++) {
        if (at >= line.length) throw new Error(`a string is not closed: ${line}`);
        if (!quote.test(line[at])) text += line[at];
        else if (quote.test(line[at + 1] ?? "")) text += line[++at];
        else break;
      }
      at++;
      if (at < line.length && line[at] !== " ")
        throw new Error(`text directly after a string: ${line.slice(at)}`);
      found.push(text);
      continue;
    }
    const text = /^[$&A-Za-z0-9_>:-][A-Za-z0-9_>&:-]*(?= |$)/.exec(line.slice(at))?.[0];
    if (text === undefined) throw new Error(`not an argument: ${line.slice(at)}`);
    found.push(text);
    at += text.length;
  }
  return found;
}
