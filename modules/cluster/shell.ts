/** A command line for a POSIX shell. */
export const commandLine = (argv: readonly string[]): string =>
  argv
    .map((argument) =>
      /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`,
    )
    .join(" ");
