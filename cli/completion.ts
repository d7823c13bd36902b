import { nearest } from "../modules/cluster/nearest";
import { loadEnvironments } from "../modules/environment";
import type * as choices from "../modules/fact-tables/choices";
import { type Call, defaultLocation } from "./call";
import { UsageError } from "./command-line";
import { type Command, commandNames, commandTable, globalOptions, type Option } from "./commands";
import { fieldsOf, plainPath, platformNames } from "./field-model";

/** `cdktf-clusters completion`. Returns the exit code. */
export function completion({ operands: [shell, ...given], stdout }: Call): number {
  if (shell === undefined) throw new UsageError("completion needs a SHELL: bash, zsh or fish", "completion");
  // The scripts call the command in this form.
  if (shell === "arguments") {
    for (const text of candidates(given)) stdout.write(`${text}\n`);
    return 0;
  }
  if (!isShell(shell)) {
    const meant = nearest(shell, shells);
    throw new UsageError(
      `SHELL must be one of ${shells.join(", ")}, got ${JSON.stringify(shell)}` +
        (meant === undefined ? "" : `; did you mean ${JSON.stringify(meant)}?`),
      "completion",
    );
  }
  if (given.length > 0) {
    throw new UsageError(`completion takes SHELL, got also ${JSON.stringify(given[0])}`, "completion");
  }
  stdout.write(scripts[shell]);
  return 0;
}

const shells = ["bash", "zsh", "fish"] as const;

const isShell = (name: string): name is (typeof shells)[number] => shells.some((shell) => shell === name);

/**
 * The scripts pass the arguments after the name of the program; the last one is incomplete. Without a candidate, they complete files.
 * They also complete `npx cdktf-clusters`, and leave other commands of npx to the completion that the shell already has for npx. Options
 * of npx are before the name. The script of bash runs in bash 3.2, which macOS has. `--no` forbids npx to install a package. `\x77` is a
 * letter of the name that zsh has for the arguments.
 */
const scripts: Readonly<Record<(typeof shells)[number], string>> = {
  bash: `_cdktf_clusters() {
  local given current one
  read -ra given <<< "\${COMP_LINE:0:COMP_POINT}"
  [[ "\${COMP_LINE:0:COMP_POINT}" == *" " ]] && given+=("")
  current="\${given[\${#given[@]}-1]}"
  COMPREPLY=()
  while IFS= read -r one; do COMPREPLY+=("$one"); done < <("\${@:4}" cdktf-clusters completion arguments -- "\${given[@]:\${_cdktf_clusters_offset:-1}}" 2>/dev/null)
  # Bash splits arguments at "=".
  [[ "$current" == --*=* && \${#COMPREPLY[@]} -gt 0 ]] && COMPREPLY=("\${COMPREPLY[@]#*=}")
  return 0
}
complete -o default -F _cdktf_clusters cdktf-clusters

_cdktf_clusters_npx() {
  local given _cdktf_clusters_offset=1
  read -ra given <<< "\${COMP_LINE:0:COMP_POINT}"
  while [[ "\${given[_cdktf_clusters_offset]}" == -* ]]; do ((_cdktf_clusters_offset++)); done
  if [[ "\${given[_cdktf_clusters_offset]}" == cdktf-clusters && ("\${COMP_LINE:0:COMP_POINT}" == *" " || \${#given[@]} -gt _cdktf_clusters_offset+1) ]]; then
    ((_cdktf_clusters_offset++))
    _cdktf_clusters "$1" "$2" "$3" npx --no --
  elif [[ -n "\${_cdktf_clusters_other-}" ]]; then
    "$_cdktf_clusters_other" "$@"
  fi
}
if [[ "$(complete -p npx 2>/dev/null)" =~ " -F "([^ ]+) && "\${BASH_REMATCH[1]}" != _cdktf_clusters_npx ]]; then
  _cdktf_clusters_other="\${BASH_REMATCH[1]}"
fi
complete -o default -F _cdktf_clusters_npx npx
`,
  zsh: `#compdef cdktf-clusters
_cdktf_clusters() {
  local -a found
  found=("\${(@f)$("$@" cdktf-clusters completion arguments -- "\${(@)\x77ords[\${_cdktf_clusters_offset:-2},$CURRENT]}" 2>/dev/null)}")
  if [[ -n "\${found[1]}" ]]; then compadd -- "\${found[@]}"; else _files; fi
}
_cdktf_clusters_npx() {
  local -i _cdktf_clusters_offset=2
  while [[ "\${\x77ords[$_cdktf_clusters_offset]}" == -* ]]; do ((_cdktf_clusters_offset++)); done
  if [[ "\${\x77ords[$_cdktf_clusters_offset]}" == cdktf-clusters ]] && ((CURRENT > _cdktf_clusters_offset)); then
    ((_cdktf_clusters_offset++))
    _cdktf_clusters npx --no --
  elif [[ -n "\${_cdktf_clusters_other-}" ]]; then
    "$_cdktf_clusters_other" "$@"
  else
    _files
  fi
}
[[ "\${_comps[npx]}" == _cdktf_clusters_npx ]] || typeset -g _cdktf_clusters_other="\${_comps[npx]}"
compdef _cdktf_clusters_npx npx
if [[ "$funcstack[1]" == _cdktf_clusters ]]; then _cdktf_clusters; else compdef _cdktf_clusters cdktf-clusters; fi
`,
  fish: `function __cdktf_clusters
  set -l found ($argv completion arguments -- (__cdktf_clusters_given) (commandline -ct) 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
function __cdktf_clusters_given
  set -l given (commandline -opc)
  if test "$given[1]" = npx
    set -e given[1]
    while string match -q -- '-*' "$given[1]"
      set -e given[1]
    end
  end
  string join \\n -- $given[2..-1]
end
function __cdktf_clusters_npx
  set -l given (commandline -opc)
  set -e given[1]
  while string match -q -- '-*' "$given[1]"
    set -e given[1]
  end
  test "$given[1]" = cdktf-clusters
end
complete -c cdktf-clusters -f -a '(__cdktf_clusters cdktf-clusters)'
complete -c npx -n __cdktf_clusters_npx -f -a '(__cdktf_clusters npx --no -- cdktf-clusters)'
`,
};

// --- Candidates -------------------------------------------------------------------------------------------------

/** The arguments that can take the place of the last one. */
export function candidates(given: readonly string[]): string[] {
  const before = given.slice(0, -1);
  const current = given.at(-1) ?? "";
  return possible(before, current).filter((text) => text.startsWith(current));
}

function possible(before: readonly string[], current: string): string[] {
  const name = commandNames.find((one) => one === before.find((text) => !text.startsWith("-")));
  const command: Command | undefined = name && commandTable[name];
  const options: Readonly<Record<string, Option>> = { ...command?.options, ...globalOptions };
  const optionOf = (text: string) =>
    text.startsWith("--") && Object.hasOwn(options, text.slice(2)) ? options[text.slice(2)] : undefined;

  const [flag, ...value] = current.split("=");
  if (value.length > 0) return valuesOf(flag, optionOf(flag), before).map((one) => `${flag}=${one}`);
  const last = before.at(-1) ?? "";
  const isWaiting = optionOf(last)?.argument !== undefined;
  if (isWaiting) return valuesOf(last, optionOf(last), before);
  if (current.startsWith("-")) {
    return Object.keys(options)
      .map((option) => `--${option}`)
      .filter((option) => !before.includes(option));
  }
  if (command === undefined) return before.some((text) => !text.startsWith("-")) ? [] : [...commandNames];
  return operandsOf(command, current);
}

function valuesOf(flag: string, option: Option | undefined, before: readonly string[]): string[] {
  if (flag !== "--region") return [...(option?.values ?? [])];
  const platform = before[before.indexOf("--platform") + 1];
  return regionsOf(platform);
}

/** The regions of a platform, or of all. */
function regionsOf(platform: string): string[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the facts of platforms are for this alone
  const { choicesOf } = require("../modules/fact-tables/choices") as typeof choices;
  const today = new Date().toISOString().slice(0, 10);
  const asked = platformNames.filter((name) => name === platform);
  return [
    ...new Set((asked.length > 0 ? asked : platformNames).flatMap((name) => choicesOf(name, today).region)),
  ];
}

function operandsOf({ operands = "" }: Command, current: string): string[] {
  switch (/[A-Z]+/.exec(operands)?.[0]) {
    case "STACK":
      return loadEnvironments(defaultLocation()).environments.flatMap(({ clusters }) =>
        clusters.map(({ name }) => name),
      );
    case "FIELD":
      return fieldNames(current);
    case "COMMAND":
      return [...commandNames];
    case "SHELL":
      return [...shells];
    default:
      return [];
  }
}

/**
 * The fields of one level, with the parents as the user wrote them: `nodeGroups[].` or `nodeGroups.`. A single field with fields below it
 * is also offered with the dot, so that the shell adds no space.
 */
function fieldNames(current: string): string[] {
  const [, above, start, brackets] = /^(.*\.)?([^.[]*)(\[\d*\]?)?$/.exec(current) ?? [];
  if (start === undefined) return [];
  const parents = plainPath(`${above ?? ""}x`).slice(0, -1);
  const known = [
    ...new Set(
      ([...platformNames, "environment"] as const).flatMap((owner) =>
        [...fieldsOf(owner).keys()].map(plainPath),
      ),
    ),
  ].filter((path) => path.startsWith(parents));
  const names = [...new Set(known.map((path) => path.slice(parents.length).split(".")[0]))];
  const isParent = (name: string) =>
    name === "clusters" || known.some((path) => path.startsWith(`${parents}${name}.`));
  const place = (name: string) => `${above ?? ""}${name}`;
  if (brackets !== undefined) {
    const closed = brackets.endsWith("]") ? brackets : `${brackets}]`;
    return names.filter((name) => name === start && isParent(name)).map((name) => `${place(name)}${closed}.`);
  }
  const found = names.filter((name) => name.startsWith(start));
  return found.flatMap((name) =>
    found.length === 1 && isParent(name) ? [place(name), `${place(name)}.`] : [place(name)],
  );
}
