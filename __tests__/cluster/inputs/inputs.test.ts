import { Fn, Op, TerraformOutput, TerraformStack, Testing } from "cdktf";
import {
  ceilOf,
  floorOf,
  largerOf,
  minus,
  plus,
  smallerOf,
  times,
} from "../../../modules/cluster/arithmetic";
import {
  derivedFrom,
  grantsOf,
  type Input,
  inputOf,
  type InputTable,
  ModuleInputs,
} from "../../../modules/cluster/inputs";
import { shortHash } from "../../../modules/cluster/names";
import { forHash } from "../../../modules/cluster/references";
import { distributeEvenly } from "../../../modules/cluster/scaling";
import { Synthesized } from "../../support/synthesized";

const input = (name: string, fields: Input["fields"], more: Partial<Input> = {}): Input => ({
  name,
  type: "any",
  description: `The ${name}`,
  default: "x",
  validation: [],
  fields,
  ...more,
});

const table: InputTable = {
  inputs: [
    input("version", { version: [] }, { choices: ["1", "2"] }),
    input(
      "sizes",
      { "nodeGroups.gpu-a.size.min": ["gpu-a", "min"], "nodeGroups.gpu-a.size.max": ["gpu-a", "max"] },
      { default: { "gpu-a": { min: 1 } } },
    ),
    input("types", { "nodeGroups.gpu-a.types": ["gpu-a"], "nodeGroups.b.types.0": ["b", 0] }),
    input("admins", { "access.admins": [] }),
    input("viewers", { "access.viewers": [] }),
  ],
  fixed: [],
};

/** The values that Terraform gets in a stack with inputs, or in one without. */
function valuesOf(build: (stack: TerraformStack) => Record<string, unknown>, inputs?: InputTable) {
  const { terraform } = Synthesized.from((app) => {
    const stack = new TerraformStack(app, "test");
    if (inputs) new ModuleInputs(stack, inputs);
    for (const [name, value] of Object.entries(build(stack))) new TerraformOutput(stack, name, { value });
    return stack;
  });
  const values = Object.fromEntries(
    Object.entries(terraform.output as Record<string, { value: unknown }>).map(([name, { value }]) => [
      name,
      value,
    ]),
  );
  return { values, variables: terraform.variable };
}

describe("a field that is an input", () => {
  const build = (stack: TerraformStack) => ({
    version: inputOf(stack, "version", "1"),
    size: inputOf(stack, "nodeGroups.gpu-a.size", { min: 1, max: 3 }),
    list: inputOf(stack, "nodeGroups.gpu-a.types", ["m", "n"]),
    elements: inputOf(stack, "nodeGroups.b.types", ["m", "n"]),
    other: inputOf(stack, "other", { a: [1] }),
  });

  test("is a reference in a module", () => {
    expect(valuesOf(build, table).values).toEqual({
      version: "${var.version}",
      size: { min: '${var.sizes["gpu-a"].min}', max: '${var.sizes["gpu-a"].max}' },
      list: '${var.types["gpu-a"]}',
      elements: ["${var.types.b[0]}", "n"],
      other: { a: [1] },
    });
  });

  test("is the literal elsewhere", () => {
    expect(valuesOf(build).values).toEqual({
      version: "1",
      size: { min: 1, max: 3 },
      list: ["m", "n"],
      elements: ["m", "n"],
      other: { a: [1] },
    });
    const literal = { a: 1 };
    expect(inputOf(new TerraformStack(Testing.app(), "test"), "a", literal)).toBe(literal);
  });

  test("is declared with its default as it is", () => {
    const { variables } = valuesOf(build, table);
    expect(variables.sizes).toMatchObject({ default: { "gpu-a": { min: 1 } }, nullable: false, type: "any" });
  });
});

describe("what follows from an input", () => {
  const results: Record<string, string> = { "1": "a", "2": "b" };
  const build = (stack: TerraformStack) => ({
    different: derivedFrom(stack, "version", "1", (version) => results[version]),
    same: derivedFrom(stack, "version", "1", () => "c"),
    sometimes: derivedFrom(stack, "version", "1", (version) => (version === "2" ? "d" : undefined)),
    of_literal: derivedFrom(stack, "other", "2", (version) => results[version]),
  });

  test("is looked up by Terraform, unless it is the same for all values", () => {
    expect(valuesOf(build, table).values).toEqual({
      different: '${{"1" = "a", "2" = "b"}[var.version]}',
      same: "c",
      sometimes: '${{"1" = null, "2" = "d"}[var.version]}',
      of_literal: "b",
    });
  });

  test("is known elsewhere", () => {
    expect(valuesOf(build).values).toEqual({
      different: "a",
      same: "c",
      sometimes: undefined,
      of_literal: "b",
    });
  });
});

describe("a hash of an input", () => {
  test("is computed by Terraform from the same text", () => {
    const build = (stack: TerraformStack) => ({
      hash: shortHash(
        forHash(stack, {
          types: inputOf(stack, "nodeGroups.gpu-a.types", ["m"]),
          subnet: Fn.cidrhost("10.0.0.0/16", 1),
          quoted: 'a "b" %{c}',
        }),
      ),
    });
    expect(valuesOf(build, table).values.hash).toBe(
      '${substr(sha256("{\\"types\\":${jsonencode(var.types["gpu-a"])},\\"subnet\\":' +
        '\\"$${cidrhost(\\\\\\"10.0.0.0/16\\\\\\", 1)}\\",\\"quoted\\":\\"a \\\\\\"b\\\\\\" %%{c}\\"}"), 0, 8)}',
    );
    expect(valuesOf(build).values.hash).toMatch(/^[0-9a-f]{8}$/);
  });

  test("has no braces inside another expression", () => {
    const build = (stack: TerraformStack) => {
      const hash = shortHash(forHash(stack, [inputOf(stack, "version", "1")]));
      return { longer: Fn.join("-", ["a", hash]), same: Op.eq(hash, hash) };
    };
    const hash = 'substr(sha256("[${jsonencode(var.version)}]"), 0, 8)';
    expect(valuesOf(build, table).values).toEqual({
      longer: `\${join("-", ["a", ${hash}])}`,
      same: `\${(${hash} == ${hash})}`,
    });
  });

  test("takes no text with an input in it", () => {
    const build = (stack: TerraformStack) => ({
      hash: shortHash(forHash(stack, [`v${inputOf(stack, "version", "1")}`])),
    });
    expect(() => valuesOf(build, table)).toThrow("a hash takes tokens as whole values");
  });
});

test("arithmetic with an input is Terraform's, and the same", () => {
  const build = (stack: TerraformStack) => {
    const { max } = inputOf(stack, "nodeGroups.gpu-a.size", { min: 1, max: 10 });
    return {
      plus: plus(max, 2),
      minus: minus(100, max),
      times: times(max, 3),
      floor: floorOf(max, 3),
      ceil: ceilOf(max, 3),
      smaller: smallerOf(max, 3),
      larger: largerOf(1, max),
      neutral: [plus(max, 0), times(max, 1), floorOf(max, 1)],
      dealt: distributeEvenly(max, 3),
    };
  };
  const max = 'var.sizes["gpu-a"].max';
  expect(valuesOf(build, table).values).toEqual({
    plus: `\${(${max} + 2)}`,
    minus: `\${(100 - ${max})}`,
    times: `\${(${max} * 3)}`,
    floor: `\${floor((${max} / 3))}`,
    ceil: `\${ceil((${max} / 3))}`,
    smaller: `\${min(${max}, 3)}`,
    larger: `\${max(1, ${max})}`,
    neutral: Array(3).fill(`\${${max}}`),
    dealt: [`\${floor(((${max} + 2) / 3))}`, `\${floor(((${max} + 1) / 3))}`, `\${floor((${max} / 3))}`],
  });
  expect(valuesOf(build).values).toEqual({
    plus: 12,
    minus: 90,
    times: 30,
    floor: 3,
    ceil: 4,
    smaller: 3,
    larger: 10,
    neutral: [10, 10, 10],
    dealt: [4, 3, 3],
  });
});

describe("rights of principals", () => {
  const access = {
    admins: ["a", "${var.b}"],
    editors: [{ principal: "c" }],
    viewers: [{ principal: "d" }, { principal: "e", namespaces: ["x"] }],
  };
  const build = (stack: TerraformStack) => ({
    grants: grantsOf(stack, access).map(({ each, ...grant }) => ({ ...grant, each: each?.id })),
  });

  test("are one for each principal", () => {
    expect(valuesOf(build).values.grants).toEqual([
      { level: "admin", principal: "a" },
      { level: "admin", principal: "${var.b}" },
      { level: "editor", principal: "c" },
      { level: "viewer", principal: "d" },
      { level: "viewer", principal: "e", namespaces: ["x"] },
    ]);
  });

  test("are one for all principals of an input, next to those that are fixed", () => {
    expect(valuesOf(build, table).values.grants).toEqual([
      { level: "admin", principal: "${each.value}", each: "admins" },
      { level: "admin", principal: "${var.b}" },
      { level: "editor", principal: "c" },
      { level: "viewer", principal: "${each.value}", each: "viewers" },
      { level: "viewer", principal: "e", namespaces: ["x"] },
    ]);
  });
});
