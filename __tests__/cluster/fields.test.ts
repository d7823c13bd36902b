import { fieldRules, type FieldTable } from "../../modules/cluster/fields";
import schema from "../../modules/environment/environment.schema.json";
import { supportedVersions } from "../../modules/environment/providers/version-range";
import { formatPath, type Path, type Finding } from "../../modules/cluster/problem";
import { fields as aks } from "../../modules/aks/fields.generated";
import { fields as eks } from "../../modules/eks/fields.generated";
import { fields as gke } from "../../modules/gke/fields.generated";

const tables: readonly [platform: string, fields: FieldTable][] = [
  ["EKS", eks],
  ["AKS", aks],
  ["GKE", gke],
];

const reference = "${var.some}";

/** A value with the given one at the path of a field; each list has one item and each map one key. */
function withValue(path: string, value: unknown): { readonly cluster: object; readonly at: Path } {
  const steps = path.match(/\[\]|\.\*|\([^)]+\)|[A-Za-z0-9_-]+/g)!;
  const at: (string | number)[] = [];
  const wrap = (rest: readonly string[]): unknown => {
    const [step, ...below] = rest;
    if (step === undefined) return value;
    if (step === "[]") {
      at.push(0);
      return [wrap(below)];
    }
    if (step.startsWith("(")) return { type: step.slice(1, -1), ...(wrap(below) as object) };
    const key = step === ".*" ? "key" : step;
    at.push(key);
    return { [key]: wrap(below) };
  };
  return { cluster: wrap(steps) as object, at };
}

function problemsOf(platform: string, fields: FieldTable, cluster: object): Finding[] {
  return fieldRules(platform, fields).flatMap(({ check }) => check(cluster, { today: new Date(0) }));
}

const shown = ({ path, message }: Finding): string => `${formatPath(path)}: ${message}`;

describe.each(tables)("fields of %s", (platform, fields) => {
  const rows = Object.entries(fields).filter(([, { refused }]) => refused === undefined);
  const literals = rows.filter(([, { literal }]) => literal !== undefined).map(([path]) => path);
  const others = rows.filter(([, { literal }]) => literal === undefined).map(([path]) => path);
  const refused = Object.entries(fields).filter((row) => row[1].refused !== undefined);

  test("are more than a hundred literal fields and a hundred that take references", () => {
    expect(literals.length).toBeGreaterThan(100);
    expect(others.length).toBeGreaterThan(60);
  });

  test.each(literals)("%s takes no reference", (path) => {
    const { cluster, at } = withValue(path, reference);
    expect(problemsOf(platform, fields, cluster).map(shown)).toContain(
      `${formatPath(at)}: must be a literal, got "${reference}": it decides which resources exist, before Terraform knows any variable`,
    );
  });

  test.each(others)("%s takes a reference", (path) => {
    const { cluster } = withValue(path, reference);
    expect(problemsOf(platform, fields, cluster).map(shown)).toEqual([]);
  });

  test("state the effect of a change, and of those that only checks read none", () => {
    const missing = rows.filter(([, { change }]) => change === undefined).map(([path]) => path);
    expect(missing).toEqual([]);
    const read = rows.filter(([, { checksOnly }]) => checksOnly !== undefined);
    expect(read.map(([, { change }]) => change)).toEqual(read.map(() => "none"));
    expect(rows.filter(([, { change, checksOnly }]) => change === "none" && !checksOnly)).toEqual([]);
  });

  test("state a version of the provider only if it is later than the oldest that the project supports", () => {
    for (const [, { since, values = [] }] of rows) {
      if (since === undefined) continue;
      const [, provider, version, , value] = /^(aws|azurerm|google) (\d+\.\d+\.\d+)( for "(.+)")?$/.exec(
        since,
      )!;
      const { minimum } = supportedVersions[provider as keyof typeof supportedVersions];
      expect([minimum, version].sort((a, b) => a.localeCompare(b, "en", { numeric: true }))).toEqual([
        minimum,
        version,
      ]);
      expect(version).not.toBe(minimum);
      if (value !== undefined) expect(values).toContain(value);
    }
  });

  test("that need a later provider are refused until the cluster requires that provider", () => {
    for (const [path, { since, values = [], default: standard }] of rows) {
      if (since === undefined) continue;
      const [, provider, version, one] = /^(\w+) ([\d.]+)(?: for "(.+)")?$/.exec(since)!;
      const value = one ?? values.find((other) => other !== standard);
      const { cluster, at } = withValue(path, value);
      const option = `${platform.toLowerCase()}.providerMinimum`;
      const minimum = fields[option].default as string;
      const subject = one === undefined ? "" : `${JSON.stringify(one)} `;
      expect(problemsOf(platform, fields, cluster).map(shown)).toEqual([
        `${formatPath(at)}: ${subject}needs the provider ${provider} ${version} or later, got ${minimum}; ` +
          `set ${option} to "${version}", or providers.${provider}.version of the environment`,
      ]);
      const [key, name] = option.split(".");
      const options = { ...(cluster as Record<string, object>)[key], [name]: version };
      expect(problemsOf(platform, fields, { ...cluster, [key]: options })).toEqual([]);
      const other = values.find((each) => each !== value);
      expect(problemsOf(platform, fields, withValue(path, standard ?? other).cluster)).toEqual([]);
    }
  });

  test("that the platform does not support are refused with the reason", () => {
    for (const [path, { refused: reason }] of refused) {
      const { cluster, at } = withValue(path, true);
      expect(problemsOf(platform, fields, cluster).map(shown)).toEqual([
        `${formatPath(at)}: not supported on ${platform}: ${reason}`,
      ]);
    }
  });
});

describe.each(tables)("the schema of %s", (platform, fields) => {
  interface Node {
    readonly $ref?: string;
    readonly anyOf?: readonly Node[];
    readonly items?: Node;
    readonly properties?: Readonly<Record<string, Node>>;
    readonly additionalProperties?: boolean | Node;
    readonly doNotSuggest?: boolean;
  }
  const definitions = schema.definitions as unknown as Readonly<Record<string, Node>>;

  /** Paths of the fields that editors do not suggest. */
  const hidden = (node: Node, path: string): string[] => [
    ...(node.doNotSuggest ? [path] : []),
    ...(node.$ref ? hidden(definitions[decodeURIComponent(node.$ref.split("/").at(-1)!)], path) : []),
    ...(node.anyOf ?? []).flatMap((member) => hidden(member, path)),
    ...(node.items ? hidden(node.items, `${path}[]`) : []),
    ...(typeof node.additionalProperties === "object" ? hidden(node.additionalProperties, `${path}.*`) : []),
    ...Object.entries(node.properties ?? {}).flatMap(([name, field]) =>
      hidden(field, path === "" ? name : `${path}.${name}`),
    ),
  ];

  test("hides the fields that are refused, and no others", () => {
    const name = `${platform[0]}${platform.slice(1).toLowerCase()}ClusterSpec`;
    const refused = Object.entries(fields).flatMap(([path, field]) => (field.refused ? [path] : []));
    expect([...new Set(hidden(definitions[name], ""))].sort()).toEqual(refused.sort());
  });
});

describe("fieldRules", () => {
  const check = (fields: FieldTable, cluster: object): string[] =>
    problemsOf("X", fields, cluster).map(shown);

  test("checks the items of a list whose values are literal, and only the list itself otherwise", () => {
    expect(check({ zones: { literal: "value" } }, { zones: ["a", reference] })).toHaveLength(1);
    expect(check({ zones: { literal: "shape" } }, { zones: ["a", reference] })).toEqual([]);
  });

  test("reports nothing below a reference", () => {
    expect(check({ a: { literal: "shape" }, "a.b": { literal: "value" } }, { a: reference })).toHaveLength(1);
  });

  test("distinguishes the members of a union", () => {
    const fields: FieldTable = { "egress(nat).ips": { literal: "value" } };
    expect(check(fields, { egress: { type: "nat", ips: reference } })).toHaveLength(1);
    expect(check(fields, { egress: { type: "other", ips: reference } })).toEqual([]);
  });
});
