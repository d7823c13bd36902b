import { wrapped } from "../modules/cluster/wrapped";
import {
  type CommandName,
  commandNames,
  commandTable,
  exitCodes,
  globalOptions,
  type Option,
} from "./commands";

/** The width of help in characters. */
const width = 110;

/** The help of the program. */
export function programHelp(): string {
  const rows = commandNames.map((name): [string, string] => [
    [name, commandTable[name].operands].filter(Boolean).join(" "),
    commandTable[name].summary,
  ]);
  return [
    "Usage: cdktf-clusters <command> [option…]\n",
    section("Commands", rows),
    section("Options of all commands", optionRows(globalOptions)),
    section("Exit codes", Object.entries(exitCodes)),
    '"cdktf-clusters help COMMAND" prints the options of a command.\n',
  ].join("\n");
}

/** The help of a command. */
export function commandHelp(name: CommandName): string {
  const {
    summary,
    operands,
    details = [],
    options,
    examples = [],
    exitCodes: codes = exitCodes,
  } = commandTable[name];
  const hasOptions = Object.keys(options).length > 0;
  const usage = ["Usage: cdktf-clusters", name, operands, hasOptions ? "[option…]" : ""];
  const parts = [
    `${usage.filter(Boolean).join(" ")}\n`,
    `${summary[0].toUpperCase()}${summary.slice(1)}.\n`,
    details.length > 0 ? details.map((line) => `${line}\n`).join("") : "",
    hasOptions ? section("Options", optionRows(options)) : "",
    examples.length > 0 ? `Examples:\n${examples.map((text) => `  cdktf-clusters ${text}\n`).join("")}` : "",
    section("Exit codes", Object.entries(codes)),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function optionRows(options: Readonly<Record<string, Option>>): [string, string][] {
  return Object.entries(options).map(([name, { short, argument, description }]) => [
    `${short ? `-${short}, ` : "    "}--${name}${argument ? ` ${argument}` : ""}`,
    description,
  ]);
}

/** A title, and rows of two columns. */
function section(title: string, rows: readonly (readonly [string, string])[]): string {
  const left = Math.max(...rows.map(([term]) => term.length)) + 2;
  const lines = rows.flatMap(([term, text]) =>
    wrapped(text, width - left - 2).map((line, i) => `  ${(i === 0 ? term : "").padEnd(left)}${line}\n`),
  );
  return `${title}:\n${lines.join("")}`;
}
