import { withNaming } from "../../cluster/names";
import { InputError } from "../../cluster/problem";
import type { ClusterSpec } from "../../cluster/vocabulary";
import { type Configuration, type Json, type JsonObject, objectOf, textOf, without } from "../configuration";
import { type Files, split } from "../files";
import { moduleReadme } from "../readme";
import { differingPlaces, keyOf, withValues } from "./differences";
import { expressionOf } from "./hcl";
import { most } from "./limits";
import { type SizeInput, sizeInput, sizesName, sizesVariable } from "./sizes";
import type { Stack } from "./stack";
import { cannotFollow, NameSymbols } from "./symbols";
import { tagsVariable, withTagsInput } from "./tags";
import { type VersionInput, versionExpression, versionInput, versionsVariable } from "./versions";

export type { Stack } from "./stack";

/** What a caller of the module may decide, beside the cluster's name and the environment's own variables. */
interface Inputs {
  readonly tags?: Readonly<Record<string, string>>;
  readonly sizes: readonly SizeInput[];
  readonly version?: VersionInput;

  /** What is as the file says, and why. */
  readonly fixed: readonly string[];
}

/**
 * A stack as a child module: no backend, no providers, and its name, tags, sizes and Kubernetes version as inputs.
 *
 * Terraform gets what TypeScript would work out from other values as expressions. They are found by making the stack with
 * other values, and every one is held against what was made: what can't be repeated is no input, and says so.
 *
 * @throws InputError when the name can't be an input
 */
export function childModule<Cluster extends ClusterSpec>(stack: Stack<Cluster>): Files {
  const { cluster } = stack;
  const present = stack.synthesize(cluster);
  checkKinds(present);
  const [symbols, others] = placeholders(JSON.stringify(present));

  const { literal, referring } = partsOf(cluster.tags ?? {});
  const tag = {
    key: `${symbols.name}-tag`.replace("-", ""),
    value: `${symbols.name}-value`.replace("-", ""),
  };
  const tagged: Cluster = { ...cluster, tags: { ...referring, [tag.key]: tag.value } };
  const takesTags =
    stack.accepts(tagged) && withTagsInput(named(stack, others).synthesize(tagged), tag) !== undefined;

  const subject = named({ ...stack, cluster: takesTags ? tagged : cluster }, symbols);
  const base = subject.synthesize(subject.cluster);
  checkName(symbols.resolve(base), others.resolve(named(stack, others).synthesize(subject.cluster)));

  const inputs = withoutConflicts(subject, base, {
    ...findInputs(subject),
    ...(takesTags && { tags: literal }),
  });
  const withInputs = withExpressions(base, inputs);
  const withTags = takesTags ? withTagsInput(withInputs, tag)! : withInputs;
  const fixed = takesTags ? inputs.fixed : [...inputs.fixed, "tags: other things than tags are made of them"];
  return filesOf(stack, present, symbols.resolve(withTags), symbols.locals, { ...inputs, fixed });
}

// --- The name ---------------------------------------------------------------------------------------------------

/** Two kinds of placeholders, of other letters and another length: what becomes of them must be the same. */
function placeholders(text: string): [NameSymbols, NameSymbols] {
  const letters = ["zq", "kx", "qj", "vz", "jx", "xk"].filter((pair) => NameSymbols.fits(pair, text));
  if (letters.length < 2) throw new InputError("the stack's texts leave no placeholder for its name");
  return [new NameSymbols(letters[0], "7wf"), new NameSymbols(letters[1], "4b-h9mt")];
}

/** The stack with placeholders in the place of its name. */
function named<Cluster extends ClusterSpec>(stack: Stack<Cluster>, symbols: NameSymbols): Stack<Cluster> {
  const known = new Map<string, Configuration>();
  const synthesize = (cluster: Cluster) =>
    withNaming(symbols, () => stack.synthesize({ ...cluster, name: symbols.name }));
  return {
    ...stack,
    synthesize: (cluster) => {
      const key = JSON.stringify(cluster);
      const made = known.get(key) ?? synthesize(cluster);
      known.set(key, made);
      return made;
    },
  };
}

/** A name that went through anything but what placeholders follow shows in the difference. */
function checkName(one: Configuration, other: Configuration): void {
  const places = differingPlaces([one, other]);
  if (places === undefined) throw cannotFollow(["the shape of the stack"]);
  if (places.length > 0) throw cannotFollow(places[0].path);
}

function nameVariable<Cluster extends ClusterSpec>({ cluster, accepts }: Stack<Cluster>): JsonObject {
  const isLength = (length: number) => accepts({ ...cluster, name: "a".repeat(length) });
  const shortest = [1, 2, 3].find(isLength) ?? cluster.name.length;
  const longest = most(isLength, shortest) ?? 255;
  return {
    description: "Name of the cluster in the cloud; what belongs to it has names that begin with it",
    type: "string",
    nullable: false,
    validation: [
      {
        condition: '${can(regex("^[a-z]([a-z0-9-]*[a-z0-9])?$", var.name))}',
        error_message:
          "The name must start with a lower-case letter, hold lower-case letters, digits and -, and not end in -.",
      },
      {
        condition: `\${length(var.name) >= ${shortest} && length(var.name) <= ${longest}}`,
        error_message: `The name must have ${shortest} to ${longest} characters.`,
      },
    ],
  };
}

// --- Other inputs -----------------------------------------------------------------------------------------------

/** Tags whose values are known, and those that refer to variables: a default can't. */
function partsOf(tags: Readonly<Record<string, string>>) {
  const [literal, referring] = [false, true].map((refers) =>
    Object.fromEntries(Object.entries(tags).filter(([, value]) => /[$%]\{/.test(value) === refers)),
  );
  return { literal, referring };
}

function findInputs<Cluster extends ClusterSpec>(stack: Stack<Cluster>): Inputs {
  const found = stack.cluster.nodeGroups.map((group) => [group.name, sizeInput(stack, group)] as const);
  const version = versionInput(stack);
  return {
    sizes: found.flatMap(([, input]) => (typeof input === "string" ? [] : [input])),
    version,
    fixed: [
      ...found.flatMap(([name, input]) => (typeof input === "string" ? [`size of ${name}: ${input}`] : [])),
      ...(version ? [] : ["Kubernetes version: there is no later one that makes the same resources"]),
    ],
  };
}

/** Inputs are found one by one; those that do not go together are as the file says. */
function withoutConflicts<Cluster extends ClusterSpec>(
  stack: Stack<Cluster>,
  base: Configuration,
  inputs: Inputs,
): Inputs {
  if (goTogether(stack, base, inputs)) return inputs;
  const others = { ...inputs, version: undefined };
  const fixed = [...inputs.fixed, "Kubernetes version: what it decides depends on sizes too"];
  if (inputs.version && goTogether(stack, base, { ...others, fixed })) return { ...others, fixed };
  return { ...others, sizes: [], fixed: [...fixed, "sizes: they depend on each other"] };
}

/** Whether a stack in which all inputs have other values is what the expressions say. */
function goTogether<Cluster extends ClusterSpec>(
  { cluster, synthesize, accepts }: Stack<Cluster>,
  base: Configuration,
  { sizes, version }: Inputs,
): boolean {
  const last = version ? version.versions.length - 1 : 0;
  const values = new Map<string, Json>(
    version?.places.map(({ path, values }) => [keyOf(path), values[last]]),
  );
  const changed = new Map(sizes.map(({ group, size }) => [group, larger(size)]));
  for (const { group, places } of sizes) {
    for (const { place, formula } of places) {
      if (values.has(keyOf(place.path))) return false;
      const number = formula.of(changed.get(group)!);
      values.set(keyOf(place.path), typeof place.values[0] === "string" ? String(number) : number);
    }
  }
  const other = {
    ...cluster,
    kubernetesVersion: version?.versions[last] ?? cluster.kubernetesVersion,
    nodeGroups: cluster.nodeGroups.map((group) => ({
      ...group,
      size: changed.get(group.name) ?? group.size,
    })),
  };
  return !accepts(other) || textOf(synthesize(other)) === textOf(withValues(base, values) as Configuration);
}

const larger = (size: SizeInput["size"]): SizeInput["size"] =>
  typeof size === "number" ? size + 1 : { min: Math.min(size.min + 1, size.max + 3), max: size.max + 3 };

function withExpressions(base: Configuration, { sizes, version }: Inputs): Configuration {
  const expressions = new Map<string, Json>([
    ...sizes.flatMap(({ group, places }) =>
      places.map(({ place, formula }): [string, Json] => [
        keyOf(place.path),
        `\${${formula.expression(group)}}`,
      ]),
    ),
    ...(version?.places ?? []).map((place): [string, Json] => [
      keyOf(place.path),
      versionExpression(version!, place),
    ]),
  ]);
  return withValues(base, expressions) as Configuration;
}

// --- The module -------------------------------------------------------------------------------------------------

/** [Terraform: import] only a root module may have these. */
function checkKinds({ import: imports }: Configuration): void {
  if (imports !== undefined) throw new InputError("a module can't import: export the stack as a root module");
}

function filesOf<Cluster extends ClusterSpec>(
  stack: Stack<Cluster>,
  present: Configuration,
  configuration: Configuration,
  names: JsonObject,
  inputs: Inputs,
): Files {
  const { terraform, provider, variable, locals, ...rest } = configuration;
  const { required_providers, ...settings } = without(objectOf(terraform), "backend", "cloud");
  const own: JsonObject = {
    name: nameVariable(stack),
    ...(inputs.tags && { tags: tagsVariable(inputs.tags) }),
    ...(inputs.sizes.length > 0 && { [sizesName]: sizesVariable(inputs.sizes) }),
    ...(inputs.version && { kubernetes_version: versionsVariable(inputs.version) }),
  };
  const allLocals = { ...objectOf(locals), ...names };
  const module: Configuration = {
    ...rest,
    ...(Object.keys(allLocals).length > 0 && { locals: allLocals }),
    variable: joined(own, objectOf(variable)),
    terraform: {
      // Attributes of objects that may be left out, with defaults.
      required_version: ">= 1.3.0",
      ...settings,
      required_providers: withAliases(objectOf(required_providers), objectOf(provider)),
    },
  };
  return {
    ...split(module),
    "README.md": moduleReadme(module, stack.cluster.name, {
      providers: objectOf(present.provider),
      values: {
        name: JSON.stringify(stack.cluster.name),
        ...Object.fromEntries(
          inputs.sizes
            .slice(0, 1)
            .map(({ group, size }) => [sizesName, `{ ${group} = ${expressionOf(size as Json)} }`]),
        ),
      },
      fixed: inputs.fixed,
    }),
  };
}

function joined(own: JsonObject, declared: JsonObject): JsonObject {
  const both = Object.keys(declared).find((name) => Object.hasOwn(own, name));
  if (both !== undefined) {
    throw new InputError(
      `variable ${JSON.stringify(both)} of the environment has the name of an input that the module has anyway; rename it`,
    );
  }
  return { ...own, ...declared };
}

/** Providers beside the main one of a kind have names, which a caller has to map. */
function withAliases(required: JsonObject, provider: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(required).map(([name, requirement]) => {
      const configs = (provider[name] as readonly JsonObject[] | undefined) ?? [];
      const aliases = configs.flatMap(({ alias }) => (typeof alias === "string" ? [`${name}.${alias}`] : []));
      return [
        name,
        aliases.length > 0 ? { ...objectOf(requirement), configuration_aliases: aliases } : requirement,
      ];
    }),
  );
}
