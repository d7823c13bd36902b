import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parse } from "yaml";
import { printable } from "../../modules/cluster/printable";
import { formatPath, InputError, isError, type Problem } from "../../modules/cluster/problem";
import { suggestion } from "../../modules/cluster/value-aliases";
import { checkEnvironment } from "../../modules/environment/check";
import { isBase, isFacts, isYaml } from "../../modules/environment/files";
import { placeholder } from "../../modules/environment/placeholders";
import { type PlatformName, platforms } from "../../modules/environment/platforms";
import { createFiles } from "../../modules/output";
import type { Answers } from "../answers";
import { type Call, defaultLocation } from "../call";
import { UsageError } from "../command-line";
import { platformNames } from "../field-model";
import { environmentText, ignored, packed, projectFiles, schemaPath } from "./files";
import { missingBinding } from "./manifest";
import { type Choice, cloudFault, firstClusterOf } from "./platforms";

/** `cdktf-clusters init`. Returns the exit code. */
export function init({ options, stdout, stderr, answers }: Call): number {
  const folder = defaultLocation();
  if (isYaml(folder)) {
    throw new InputError(`ENVIRONMENTS is ${folder}; init needs the directory of the environment files`);
  }
  const isEmpty = readdirSync(".").every((name) => name === ".git");
  const choice = chosen(options, { answers, ask: (text) => stderr.raw.write(text), folder });
  const { name } = choice;
  for (const file of [`${name}.yaml`, `${name}.yml`]) {
    if (existsSync(join(folder, file))) throw new InputError(exists(join(folder, file)));
  }

  const file = join(folder, `${name}.yaml`);
  const isCheckout = existsSync("modules/environment/environment.schema.json");
  const { text, problems } = validText(choice, schemaPath(folder, isCheckout));
  const files = {
    [file]: text,
    ...(existsSync(".gitignore") ? {} : { ".gitignore": `${ignored.join("\n")}\n` }),
    ...(isEmpty ? projectFiles(choice, basename(resolve("."))) : {}),
  };
  createFiles(".", files);

  for (const path of Object.keys(files)) stdout.write(`wrote ${path}\n`);
  for (const { path, message } of problems) {
    stderr.write(`${file}: warning: ${formatPath(path)}: ${printable(message)}\n`);
  }
  const missing = missingPatterns();
  if (missing.length > 0) stdout.write(`kept .gitignore; it does not contain ${missing.join(", ")}\n`);
  stdout.write(`\nNext: replace each value ${placeholder} in ${file}, then run\n`);
  const { preparation, provider } = firstClusterOf(choice);
  const commands = [
    ...(isEmpty
      ? [`npm install FILE.tgz  # the path of ${packed}, which npm pack creates in a checkout`]
      : missingBinding(provider)),
    ...(preparation === undefined
      ? []
      : [`npx cdktf-clusters ${preparation.command} ${name}-main  # ${preparation.text}`]),
    "npx cdktf-clusters validate --plan",
    ...synth(isEmpty, isCheckout),
  ];
  for (const command of commands) stdout.write(`  ${command}\n`);
  return 0;
}

const exists = (file: string): string => `${file} exists, and no file is replaced: give another --name`;

const synth = (isEmpty: boolean, isCheckout: boolean): string[] =>
  isEmpty || isCheckout ? ["npm run synth"] : ["npx cdktf-clusters export --out terraform"];

function missingPatterns(): string[] {
  const lines = readFileSync(".gitignore", "utf8")
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/^\/|\/$/g, ""));
  return ["node_modules", ".terraform", "*.tfstate"].filter((pattern) => !lines.includes(pattern));
}

// --- The choice -------------------------------------------------------------------------------------------------

interface Dialogue {
  readonly answers?: Answers;
  readonly ask: (text: string) => void;
  readonly folder: string;
}

/** A flag, or a question that its answer replaces. */
interface Question {
  readonly flag: string;
  readonly text: string;
  readonly suggested: string;

  /** Why a value is not valid; undefined if it is. */
  readonly fault: (value: string) => string | undefined;
}

function chosen(options: Call["options"], dialogue: Dialogue): Choice {
  const platform = answer(options, dialogue, {
    flag: "platform",
    text: `Platform: ${platformNames.map((name) => (name === "kubeadm" ? "kubeadm (preview)" : name)).join(", ")}`,
    suggested: "eks",
    fault: platformFault,
  }) as PlatformName;
  const cloud = cloudOption(options, platform);
  const name = "name";
  const region = answer(options, dialogue, {
    flag: "region",
    text: "Region",
    suggested: firstClusterOf({ platform, cloud: cloud ?? "aws", region: "", name }).region,
    fault: (value) =>
      wordFault(value) ??
      (platform === "kubeadm" && cloud === undefined ? cloudFault(value) : undefined) ??
      faultAt({ platform, cloud, region: value, name: "dev" }, "region"),
  });
  return {
    platform,
    cloud,
    region,
    name: answer(options, dialogue, {
      flag: name,
      text: "Name of the environment, such as dev or production",
      suggested: "dev",
      fault: (value) =>
        nameFault(value) ??
        takenFault(value, dialogue.folder) ??
        faultAt({ platform, cloud, region, name: value }, name),
    }),
  };
}

/** The value of `--cloud`, which only kubeadm clusters have. */
function cloudOption(options: Call["options"], platform: PlatformName): Choice["cloud"] {
  const given = options.get("cloud");
  if (given !== undefined && platform !== "kubeadm") {
    throw new UsageError(`--cloud: only kubeadm clusters have a cloud, got the platform ${platform}`, "init");
  }
  return given as Choice["cloud"];
}

function answer(options: Call["options"], { answers, ask }: Dialogue, question: Question): string {
  const { flag, text, suggested, fault } = question;
  const given = options.get(flag);
  if (given !== undefined) {
    const message = fault(given);
    if (message !== undefined) throw new UsageError(`--${flag}: ${message}`, "init");
    return given;
  }
  if (answers === undefined) {
    throw new UsageError(`init needs --${flag} if standard input is not a terminal`, "init");
  }
  for (;;) {
    ask(`${printable(text)} [${suggested}]: `);
    const line = answers.readLine();
    if (line === undefined)
      throw new InputError("the input ended before the last answer; nothing was written");
    const value = line.trim() || suggested;
    const message = fault(value);
    if (message === undefined) return value;
    ask(`  ${printable(message)}\n`);
  }
}

function platformFault(value: string): string | undefined {
  if (platformNames.some((name) => name === value)) return undefined;
  return `must be one of ${platformNames.join(", ")}, got ${JSON.stringify(value)}${suggestion(value, platformNames)}`;
}

/** The rule of file names: see `reportFile.name`. */
function nameFault(value: string): string | undefined {
  const fault = wordFault(value);
  if (fault !== undefined) return fault;
  if (isFacts(`${value}.yaml`)) return `must not be ${value}: that is the file of added facts`;
  return isBase(`${value}.yaml`)
    ? `must not be ${value}: that is a file that environments extend`
    : undefined;
}

function takenFault(value: string, folder: string): string | undefined {
  const file = [`${value}.yaml`, `${value}.yml`].find((name) => existsSync(join(folder, name)));
  return file === undefined ? undefined : `is taken: ${join(folder, file)} exists, and no file is replaced`;
}

// --- The check --------------------------------------------------------------------------------------------------

/** A name and a region have the form that all clouds use. The text below is YAML, so that nothing else may be in it. */
function wordFault(value: string): string | undefined {
  if (/^[a-z][a-z0-9-]*$/.test(value)) return undefined;
  return `must start with a lower-case letter and have only lower-case letters, digits and -, got ${JSON.stringify(value)}`;
}

function faultAt(choice: Choice, field: "region" | "name"): string | undefined {
  const { problems } = validText(choice, "");
  return problems.find(({ path, severity }) => severity === "error" && path.at(-1) === field)?.message;
}

/** The text with the newest version for which it has no problems, or else the fewest. */
function validText(choice: Choice, schema: string): Checked {
  let best: Checked | undefined;
  for (const version of firstClusterOf(choice).versions()) {
    const text = environmentText(choice, version, schema);
    const context = { today: new Date(), platforms, written: () => undefined };
    const checked = checkEnvironment(choice.name, parse(text), context).problems;
    const problems = checked.filter(({ rule }) => rule !== "environment/placeholders");
    if (best === undefined || weightOf(problems) < weightOf(best.problems)) best = { text, problems };
    if (problems.length === 0) break;
  }
  return best!;
}

interface Checked {
  readonly text: string;
  readonly problems: readonly Problem[];
}

const weightOf = (problems: readonly Problem[]): number =>
  problems.reduce((sum, problem) => sum + (isError(problem) ? 1000 : 1), 0);
