import {
  DefaultTokenResolver,
  StringConcat,
  TerraformDataSource,
  TerraformProvider,
  TerraformResource,
  type TerraformStack,
  Tokenization,
} from "cdktf";

/** As much of a stack's JSON as is read here. */
export interface StackJson {
  readonly terraform: {
    readonly backend: { readonly local: object };
    readonly required_providers: Readonly<Record<string, object>>;
  };
  readonly removed?: readonly object[];
  readonly locals?: Readonly<Record<string, unknown>>;
  readonly output: Readonly<Record<string, object>>;
}

/** An element of the first level: one call of a constructor. */
type Plain = TerraformResource | TerraformDataSource | TerraformProvider;

type Values = Record<string, unknown>;

/**
 * The program that remains without this project: JavaScript that creates the elements of synthesized stacks, and nothing else, by
 * one call each, with the same classes from the same sub-paths. References are text, which is cheaper than attributes of elements,
 * so that the floor is rather too low than too high.
 *
 * @param stacks - with the JSON that each of them is synthesized to
 * @param moduleOf - the path from which a class is required, by its name and its provider (`aws`)
 */
export function plainProgram(
  stacks: readonly { readonly stack: TerraformStack; readonly json: StackJson }[],
  moduleOf: (className: string, provider: string) => string,
): string {
  return [
    `const { App, LocalBackend, TerraformLocal, TerraformOutput, TerraformStack } = require("cdktf");`,
    "const app = new App();",
    ...stacks.flatMap(({ stack, json }) => programOf(stack, json, moduleOf)),
    "app.synth();",
    "",
  ].join("\n");
}

/** A block, because two providers may have classes of the same name. */
function programOf(
  stack: TerraformStack,
  json: StackJson,
  moduleOf: (className: string, provider: string) => string,
): string[] {
  const elements = elementsOf(stack);
  const modules = new Map(
    elements.map(({ constructor: { name }, terraformResourceType }) => [
      name,
      moduleOf(name, terraformResourceType.split("_")[0]),
    ]),
  );
  const taken = new Set<string>();
  return [
    "{",
    ...[...modules].map(([name, path]) => `const { ${name} } = require(${text(path)});`),
    "class Plain extends TerraformStack {",
    "constructor(scope, id) {",
    "super(scope, id);",
    "const providers = {};",
    `new LocalBackend(this, ${text(json.terraform.backend.local)});`,
    ...elements.flatMap((element) => callsFor(element, stack, taken)),
    ...Object.entries(json.terraform.required_providers).map(
      ([name, range]) => `this.addOverride(${text(`terraform.required_providers.${name}`)}, ${text(range)});`,
    ),
    ...Object.entries(json.locals ?? {}).map(
      ([name, value]) =>
        `new TerraformLocal(this, ${text(`local-${name}`)}, ${text(value)}).overrideLogicalId(${text(name)});`,
    ),
    ...(json.removed === undefined ? [] : [`this.addOverride("removed", ${text(json.removed)});`]),
    ...Object.entries(json.output).map(
      ([name, output]) =>
        `new TerraformOutput(this, ${text(`output-${name}`)}, ${text(output)}).overrideLogicalId(${text(name)});`,
    ),
    "}",
    "}",
    `new Plain(app, ${text(stack.node.id)});`,
    "}",
  ];
}

/** Providers come first, since others refer to them. */
function elementsOf(stack: TerraformStack): Plain[] {
  const all = stack.node.findAll();
  const isRest = (element: unknown): element is TerraformResource | TerraformDataSource =>
    TerraformResource.isTerraformResource(element as never) ||
    TerraformDataSource.isTerraformDataSource(element);
  return [...all.filter((element) => TerraformProvider.isTerraformProvider(element)), ...all.filter(isRest)];
}

function callsFor(element: Plain, stack: TerraformStack, taken: Set<string>): string[] {
  const type = element.terraformResourceType;
  const className = element.constructor.name;
  if (TerraformProvider.isTerraformProvider(element)) {
    const id = text(element.node.path);
    return [`providers[${id}] = new ${className}(this, ${id}, ${text(argumentsOf(element, stack))});`];
  }
  const name = element.friendlyUniqueId;
  // Two elements of different types may have one name in Terraform, but not one id in a stack.
  const id = taken.has(name) ? `${name}_${type}` : name;
  taken.add(id);
  return [
    `const e${taken.size} = new ${className}(this, ${text(id)}, ${configOf(element, stack)});`,
    ...(id === name ? [] : [`e${taken.size}.overrideLogicalId(${text(name)});`]),
    ...overridesOf(element).map(
      ([path, value]) => `e${taken.size}.addOverride(${text(path)}, ${text(value)});`,
    ),
  ];
}

function configOf(element: TerraformResource | TerraformDataSource, stack: TerraformStack): string {
  const { lifecycle, provider } = element;
  const dependencies = element.dependsOn && (resolved(element.dependsOn, stack) as string[]);
  const dependsOn = dependencies?.map((address) => ({ fqn: address.replace(/^\$\{|\}$/g, "") }));
  const config = {
    ...argumentsOf(element, stack),
    ...(lifecycle && { lifecycle: resolved(lifecycle, stack) }),
    ...(dependsOn && { dependsOn }),
  };
  return provider ? `{ ...${text(config)}, provider: providers[${text(provider.node.path)}] }` : text(config);
}

/** All resolved arguments of an element, including those set after its creation. */
function argumentsOf(element: Plain, stack: TerraformStack): Values {
  const getters = Object.keys(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(element)));
  return Object.fromEntries(
    getters
      .filter((name) => name.endsWith("Input"))
      .map((name) => [name.slice(0, -"Input".length), resolved((element as unknown as Values)[name], stack)])
      .filter(([, value]) => value !== undefined),
  ) as Values;
}

function resolved(value: unknown, scope: TerraformStack): unknown {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return Tokenization.resolve(value, { scope, resolver, preparing: false });
}

/** What was put in past the bindings, by the path of the argument. */
function overridesOf(element: Plain): [path: string, value: unknown][] {
  const { rawOverrides } = element as unknown as { readonly rawOverrides?: Values };
  return Object.entries(rawOverrides ?? {});
}

const text = (value: unknown): string => JSON.stringify(value);
