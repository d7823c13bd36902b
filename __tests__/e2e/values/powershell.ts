/**
 * The words of one command line of PowerShell, as strict as a test needs: bare words of safe characters, variables, strings in single
 * quotes, and strings in double quotes without substitution except variables. All else is an error.
 *
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_parsing
 */
export function powershellWords(line: string): string[] {
  const words: string[] = [];
  const quote = /['‘’‚‛]/;
  let at = 0;
  while (at < line.length) {
    if (line[at] === " ") {
      at++;
      continue;
    }
    if (quote.test(line[at])) {
      let word = "";
      for (at++; ; at++) {
        if (at >= line.length) throw new Error(`a string is not closed: ${line}`);
        if (!quote.test(line[at])) word += line[at];
        else if (quote.test(line[at + 1] ?? "")) word += line[++at];
        else break;
      }
      at++;
      if (at < line.length && line[at] !== " ")
        throw new Error(`text directly after a string: ${line.slice(at)}`);
      words.push(word);
      continue;
    }
    const word = /^[$&A-Za-z0-9_>:-][A-Za-z0-9_>&:-]*(?= |$)/.exec(line.slice(at))?.[0];
    if (word === undefined) throw new Error(`not a word: ${line.slice(at)}`);
    words.push(word);
    at += word.length;
  }
  return words;
}
