import { sizePatterns } from "../../modules/azure/machine-types";
import { faultOf } from "./attacks";
import { collectExpressions, type Expression, expressionsIn } from "./collect";

const { literal, built } = collectExpressions();

/** Samples of the parts of expressions that are built at run time, by file and code. */
const samples: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "modules/environment/yaml-text.ts": { "2 * limit": "400" },
  "modules/azure/machine-types.ts": { "sizePatterns.gpu": sizePatterns.gpu },
  "modules/aks/node-groups/rules/machines.ts": { "sizePatterns.any": sizePatterns.any },
  "modules/kubeadm/azure/cloud.ts": { "sizePatterns.any": sizePatterns.any },
  "modules/aks/access/rules/api-server.ts": { kind: "privatelink", region: "westeurope" },
  "modules/environment/excerpt.ts": { "secretNames()": "adminPassword|admin_password" },
  "modules/cluster/encode.ts": {
    quotes: "['\u2018\u2019]",
    safe: "^[A-Za-z0-9_./:@=+-]+$",
    mark: "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
  },
  "modules/export/write.ts": { "escaped(basename(folder))": "production-main" },
  "modules/export/module.ts": { name: "cluster_name" },
  "modules/export/programs-readme.ts": { 'outputs.join("|")': "cluster_name|region|vpc_id" },
  "modules/export/module/symbols.ts": {
    "this.name": "qz-xxxxxxxx",
    letters: "qz",
    'all.join("|")': "qz-xxxxxxxx|qzxxxxx0|qzxxxxx1",
  },
  "modules/eks/network/rules/existing-network.ts": { kind: "subnet" },
  "modules/explain/stack.ts": { type: "aws_iam_role" },
  "modules/recover/gke-resources.ts": { name: "locations" },
  "scripts/refresh/source.mjs": { name: "versionsFact" },
  "modules/eks/add-ons/rules/capabilities.ts": { partition: "[a-z-]+" },
};

const fileOf = ({ place }: { place: string }) => place.slice(0, place.lastIndexOf(":"));
const isSampled = (one: (typeof built)[number]) =>
  one.holes.every((hole) => samples[fileOf(one)]?.[hole] !== undefined);

const all: readonly Expression[] = [
  ...literal,
  ...built.filter(isSampled).map((one) => one.with(samples[fileOf(one)] ?? {})),
];

describe("the regular expressions of the code", () => {
  test("are found", () => {
    expect(literal.length).toBeGreaterThan(200);
    expect(built.length).toBeGreaterThan(5);
  });

  test("have a sample if they are built at run time", () => {
    expect(built.filter((one) => !isSampled(one)).map(({ place, holes }) => [place, holes])).toEqual([]);
  });

  test("are linear for texts that repeat their parts", () => {
    const found = all.flatMap((expression) => {
      const fault = faultOf(expression.source, expression.flags);
      return fault === undefined ? [] : [`${expression.place} /${expression.source}/: ${fault}`];
    });
    expect(found).toEqual([]);
  }, 120_000);
});

describe("the checks of regular expressions", () => {
  test.each([
    [/^[a-z]+[a-z0-9]*$/],
    [/-+$/],
    [/^[^@\s:]+@[^@\s:]+\.[^@\s:]+$/],
    [/(\d+)(ms|s)/],
    [/\(([^)]+)\)/],
    [/^(a|a)*$/],
    [/^(https:\/\/\S+\/)?images\/\S+$/],
    [/"(?:[^"\\]|\\.)*"/],
    [/\$\{Token\[[^\]]+\]\}/],
  ])("find that %s is not linear", ({ source, flags }) => {
    expect(faultOf(source, flags, 1_000)).toBeDefined();
  });

  test.each([
    [/^[a-z][a-z0-9]*$/],
    [/(?<!-)-+$/],
    [/^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/],
    [/"(?:[^"\\]|\\[^])*("?)/],
    [/[$%]\{[^}]*\}?/],
  ])("accept %s", ({ source, flags }) => {
    expect(faultOf(source, flags)).toBeUndefined();
  });

  test("read literals, constants and parts of built expressions", () => {
    const found = expressionsIn(
      "a.ts",
      'const name = "[a-z]+";\nconst b = /x\\/y/gi;\nconst c = new RegExp(`^${name}-${kind}$`, "g");\n',
    );
    expect(found.literal).toEqual([{ source: "x\\/y", flags: "gi", place: "a.ts:2" }]);
    expect(found.built.map((one) => [one.holes, one.with({ kind: "k" })])).toEqual([
      [["kind"], { source: "^[a-z]+-k$", flags: "g", place: "a.ts:3" }],
    ]);
  });
});
