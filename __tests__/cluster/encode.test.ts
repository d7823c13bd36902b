import { hclString, partsOf } from "../../modules/cluster/encode";

describe("the parts of a text", () => {
  test.each([
    ["a", [{ literal: "a" }]],
    ["a ${var.b} c", [{ literal: "a " }, { expression: "var.b" }, { literal: " c" }]],
    ["$${a} %%{b}", [{ literal: "${a} %{b}" }]],
    ['${f("}")}x', [{ expression: 'f("}")' }, { literal: "x" }]],
    ['${f("\\"}")}', [{ expression: 'f("\\"}")' }]],
    ['${f("${var.a}")}x', [{ expression: 'f("${var.a}")' }, { literal: "x" }]],
    [
      '${a ? "b" : "c${f("}", "${d}")}"}x',
      [{ expression: 'a ? "b" : "c${f("}", "${d}")}"' }, { literal: "x" }],
    ],
    ['${f("$${a")}x', [{ expression: 'f("$${a")' }, { literal: "x" }]],
    ["${{ a = 1 }.a}x", [{ expression: "{ a = 1 }.a" }, { literal: "x" }]],
    ["${a", [{ literal: "${a" }]],
  ])("%s", (text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });

  test("of an expression with a text of an expression are one reference as a string", () => {
    expect(hclString('a${f("${var.a}")}')).toBe('"a${f("${var.a}")}"');
  });
});
