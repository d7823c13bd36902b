/**
 * Writes the field table of each platform, `modules/<platform>/fields.generated.ts`, from the tags on the types of
 * environment files: `npm run fields`. With `--check` it writes nothing and fails when a committed file is stale.
 *
 * Tags of a field (CONTRIBUTING.md, "How to add a field"). A tag may start with the name of a platform
 * and then holds for that platform alone:
 *
 * - `@default JSON`: the value of an omitted field.
 * - `@literal`: takes no reference, because it decides which resources exist; `@literal shape`: the list is literal, its items may be
 *   references. Objects, and lists of objects, are always literal in shape.
 * - `@change in-place|rolling|replace|refused [note]`: what a change of the value does. Holds for all fields below, too.
 * - `@since PROVIDER VERSION [for VALUE]`: the first version of the provider that supports the field, or one of its values.
 * - `@refused REASON`: the platform does not support the field.
 * - `@checksOnly REASON`: only checks read the field; no Terraform argument does, and a change has no effect on the cluster.
 * - `@ordered REASON`: the order of the list has a meaning. The order of all other lists has none.
 * - `@program`: the text is a program, in which `${…}` is no reference to a variable. All other texts are data.
 * - `@shown`: the cloud or the cluster shows the value, so that no sensitive variable is accepted. Holds for all fields below, too.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import ts from "typescript";
import { printError } from "./printable.js";

const platforms = {
  eks: "EksClusterSpec",
  aks: "AksClusterSpec",
  gke: "GkeClusterSpec",
  kubeadm: "KubeadmClusterSpec",
};
const changes = ["in-place", "rolling", "replace", "refused"];

const program = createProgram("modules/environment/types.ts");
const checker = program.getTypeChecker();

for (const [platform, root] of Object.entries(platforms)) {
  const file = `modules/${platform}/fields.generated.ts`;
  const text = tableText(platform, fieldsOf(platform, root), mappingOf(platform));
  if (!process.argv.includes("--check")) {
    writeFileSync(file, text);
  } else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
    printError(`${file} is stale: run "npm run fields" and commit it`);
    process.exitCode = 1;
  }
}

function createProgram(file) {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ".");
  return ts.createProgram([file], options);
}

/** The fields of a platform's clusters by path, in the order of the types. */
function fieldsOf(platform, root) {
  const fields = new Map();
  visitObject(typeNamed(`modules/${platform}/spec.ts`, root), "", {}, [], true);
  return fields;

  /**
   * @param above - the types that hold this one: a type within itself is not entered
   * @param isOnly - whether each map at the path has this type
   */
  function visitObject(type, path, inherited, above, isOnly) {
    if (above.includes(type)) return;
    for (const property of checker.getPropertiesOfType(type)) {
      const at = path === "" ? property.name : `${path}.${property.name}`;
      if (at === "platform") continue;
      const tags = tagsOf(property, type, platform);
      const shape = shapeOf(checker.getTypeOfSymbol(property));
      shape.choices = inDeclaredOrder(shape.choices, property);
      const isRequired = isOnly && !(property.flags & ts.SymbolFlags.Optional) && tags.refused === undefined;
      const field = { ...(isRequired ? { required: true } : {}), ...fieldOf(at, tags, shape, inherited) };
      if (fields.has(at)) merge(at, fields.get(at), field);
      else fields.set(at, field);
      if (field.refused === undefined) visitBelow(shape, at, field, [...above, type]);
    }
  }

  function visitBelow({ objects, isList, values }, at, { change, since, literal }, above) {
    const inner = isList ? `${at}[]` : at;
    const members = discriminated(objects);
    for (const [variant, object] of members) {
      const isOnly = members.length === 1 || variant !== undefined;
      const path = variant === undefined ? inner : `${inner}(${variant})`;
      visitObject(object, path, { change, since }, above, isOnly);
    }
    if (values) visitValues(values, `${inner}.*`, { change, since }, above, literal);
  }

  /** The values of a map: a list or a map among them is literal in shape, as a field would be. */
  function visitValues(type, at, inherited, above, literal) {
    const shape = shapeOf(type);
    if (literal === "value") fields.set(at, { literal, ...inherited });
    else if (shape.isList || shape.values) fields.set(at, { literal: "shape", ...inherited });
    if (shape.values) visitValues(shape.values, `${at}.*`, inherited, above, literal);
    const isOnly = shape.objects.length === 1;
    for (const object of shape.objects) visitObject(object, at, inherited, above, isOnly);
  }

  /** A field that several members of a union have: what one of them requires of a value, all do. */
  function merge(at, known, other) {
    if (known.default !== undefined && other.default !== undefined && known.default !== other.default) {
      throw new Error(`${at}: the members of a union give it different defaults`);
    }
    for (const list of ["types", "items", "values"]) {
      // What one member allows completely, the union does.
      const isOpen = known[list] === undefined || other[list] === undefined;
      known[list] = isOpen ? undefined : [...new Set([...known[list], ...other[list]])];
    }
    known.literal ??= other.literal;
    known.change ??= other.change;
  }
}

function fieldOf(path, tags, shape, inherited) {
  const { isObject, isList, objects, values, choices } = shape;
  const [kind, ...note] = (tags.change ?? "").split(/\s+/).filter(Boolean);
  if (kind !== undefined && !changes.includes(kind)) {
    throw new Error(`${path}: @change must be one of ${changes.join(", ")}, got ${JSON.stringify(kind)}`);
  }
  if (tags.literal !== undefined && !["", "shape"].includes(tags.literal)) {
    throw new Error(`${path}: @literal takes "shape" or nothing, got ${JSON.stringify(tags.literal)}`);
  }
  if (tags.literal === "shape" && !isList) throw new Error(`${path}: @literal shape is for lists`);
  const literal =
    tags.literal === undefined
      ? isObject || (isList && objects.length > 0)
        ? "shape"
        : undefined
      : tags.literal || "value";
  if (tags.ordered !== undefined && !isList) throw new Error(`${path}: @ordered is for lists`);
  for (const name of ["refused", "checksOnly", "ordered"]) {
    if (tags[name] === "") throw new Error(`${path}: @${name} needs the reason`);
  }
  if (tags.refused !== undefined) return { refused: tags.refused };
  return {
    types: shape.types,
    items: shape.items,
    values: choices,
    default: tags.default === undefined ? undefined : parseDefault(path, tags.default),
    literal,
    change: tags.checksOnly === undefined ? (kind ?? inherited.change) : "none",
    note: note.length > 0 ? note.join(" ").replace(/^[-–—:]\s*/, "") : undefined,
    since: tags.since ?? inherited.since,
    checksOnly: tags.checksOnly,
    ordered: tags.ordered,
    program: tags.program === undefined ? undefined : true,
    freeKeys: values === undefined ? undefined : (shapeOf(values).types ?? []),
    shown: tags.shown === undefined ? undefined : true,
  };
}

function parseDefault(path, text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${path}: @default must be JSON, got ${text}`);
  }
}

/** What a type is made of: its members that are objects, whether it is a list, and the values of a map. */
function shapeOf(type) {
  const members = (type.isUnion() ? type.types : [type]).filter(
    (member) => !(member.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)),
  );
  const lists = members.filter((member) => checker.isArrayType(member) || checker.isTupleType(member));
  if (lists.length > 0) {
    const items = lists.flatMap((list) => checker.getTypeArguments(list)).map(shapeOf);
    const choices = items.flatMap((item) => item.choices ?? []);
    return {
      types: typesOf(members),
      items: union(items.flatMap(({ types }) => types ?? [undefined])),
      objects: items.flatMap(({ objects }) => objects),
      isList: true,
      isObject: false,
      choices: choices.length > 0 ? choices : undefined,
    };
  }
  const objects = members.filter((member) => member.flags & ts.TypeFlags.Object);
  const values = objects
    .map((object) => checker.getIndexTypeOfType(object, ts.IndexKind.String))
    .find(Boolean);
  const choices = members.flatMap((member) => {
    if (member.isStringLiteral() || member.isNumberLiteral()) return [member.value];
    return member.flags & ts.TypeFlags.BooleanLiteral ? [member.intrinsicName === "true"] : [];
  });
  return {
    types: typesOf(members),
    choices: choices.length > 0 ? choices : undefined,
    objects: values ? [] : objects,
    values,
    isList: false,
    isObject: objects.length > 0 && objects.length === members.length,
  };
}

/** The values of a field in the order of its type: TypeScript orders the members of a union by their first use anywhere. Numbers ascend. */
function inDeclaredOrder(choices, property) {
  if (choices?.every((choice) => typeof choice === "number")) return choices.toSorted((a, b) => a - b);
  const declared = (property.declarations ?? []).flatMap(({ type }) => (type ? literalsIn(type) : []));
  return choices?.toSorted((a, b) => {
    const [first, second] = [a, b].map((choice) => declared.indexOf(choice));
    return first < 0 || second < 0 ? 0 : first - second;
  });
}

/** The literals of a type as written, with those of the types that it names. */
function literalsIn(node, above = []) {
  if (ts.isLiteralTypeNode(node)) {
    if (node.literal.kind === ts.SyntaxKind.TrueKeyword) return [true];
    if (node.literal.kind === ts.SyntaxKind.FalseKeyword) return [false];
    return "text" in node.literal ? [node.literal.text] : [];
  }
  const name = ts.isTypeReferenceNode(node) ? node.typeName : undefined;
  const symbol = name && checker.getSymbolAtLocation(name);
  const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const aliases = (target?.declarations ?? []).filter(ts.isTypeAliasDeclaration);
  const named = aliases
    .filter((alias) => !above.includes(alias))
    .map((alias) => [alias.type, [...above, alias]]);
  const inside = [];
  ts.forEachChild(node, (child) => void inside.push([child, above]));
  return [...named, ...inside].flatMap(([child, outer]) => literalsIn(child, outer));
}

/** The different members; undefined if one is undefined, which means anything. */
function union(members) {
  return members.includes(undefined) ? undefined : [...new Set(members)];
}

/** What a value of a type is in YAML and in JavaScript; undefined if it can be anything. */
function typesOf(members) {
  const { StringLike, NumberLike, BooleanLike, Object: ObjectLike } = ts.TypeFlags;
  const types = members.map((member) => {
    if (member.flags & StringLike || member.flags & ts.TypeFlags.TemplateLiteral) return "string";
    if (member.flags & NumberLike) return "number";
    if (member.flags & BooleanLike) return "boolean";
    if (checker.isArrayType(member) || checker.isTupleType(member)) return "list";
    return member.flags & ObjectLike ? "map" : undefined;
  });
  return union(types);
}

/** The members of a union by the value of their field `type`, if it distinguishes them. */
function discriminated(objects) {
  if (objects.length < 2) return objects.map((object) => [undefined, object]);
  const variants = objects.map((object) => {
    const type = checker.getPropertyOfType(object, "type");
    const literal = type && checker.getTypeOfSymbol(type);
    return literal?.isStringLiteral() ? literal.value : undefined;
  });
  return objects.map((object, i) => [variants.includes(undefined) ? undefined : variants[i], object]);
}

/** Tags of a field, and of the field of that name in the types that its own extends. */
function tagsOf(property, owner, platform) {
  const own = {};
  for (const { name, text } of property.getJsDocTags()) {
    const value = (text ?? [])
      .map((part) => part.text)
      .join("")
      .replace(/\s+/g, " ")
      .trim();
    const [first, ...rest] = value.split(" ");
    if (first in platforms) {
      if (first === platform) own[name] = rest.join(" ");
    } else if (!(name in own)) own[name] = value;
  }
  const bases = owner.isClassOrInterface() ? checker.getBaseTypes(owner) : [];
  return bases.reduce((tags, base) => {
    const inherited = checker.getPropertyOfType(base, property.name);
    return inherited ? { ...tagsOf(inherited, base, platform), ...tags } : tags;
  }, own);
}

function typeNamed(file, name) {
  const module = checker.getSymbolAtLocation(program.getSourceFile(file));
  const symbol = checker.getExportsOfModule(module).find((exported) => exported.name === name);
  return checker.getDeclaredTypeOfSymbol(symbol);
}

/**
 * Where each field is mapped, as synthesis shows: from the file that `npm run fields:map` names, and as the committed table states for other fields.
 */
function mappingOf(platform) {
  const { FIELD_MAPPING } = process.env;
  const measured = FIELD_MAPPING ? JSON.parse(readFileSync(FIELD_MAPPING, "utf8"))[platform] : undefined;
  const file = `modules/${platform}/fields.generated.ts`;
  const rows = existsSync(file)
    ? readFileSync(file, "utf8").matchAll(/^ {2}("[^"]+"): .*\bmapped: (\[.*?\]) \},$/gm)
    : [];
  const known = [...rows].map(([, path, list]) => [JSON.parse(path), JSON.parse(list)]);
  return { ...Object.fromEntries(known), ...measured };
}

function tableText(platform, fields, mapping) {
  const rows = [...fields].map(([path, field]) => {
    const isMapped = field.refused === undefined && field.checksOnly === undefined;
    const row = { ...field, mapped: isMapped ? mapping[path] : undefined };
    const cells = Object.entries(row).flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
    );
    return `  ${JSON.stringify(path)}: { ${cells.join(", ")} },`;
  });
  const defaults = [...fields].flatMap(([path, field]) =>
    field.default === undefined ? [] : [`  ${JSON.stringify(path)}: ${JSON.stringify(field.default)},`],
  );
  return `// Generated from the tags on the types by "npm run fields": do not edit.
import type { FieldTable } from "../cluster/fields";

/** Every field of a cluster on ${platform === "kubeadm" ? "own machines" : platform.toUpperCase()}. */
export const fields = {
${rows.join("\n")}
} as const satisfies FieldTable;

/** The value of each omitted field that has one. */
export const defaults = {
${defaults.join("\n")}
} as const;
`;
}
