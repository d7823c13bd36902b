import { readFileSync } from "node:fs";
import { gitopsSupport } from "../../modules/cluster/gitops";

/** The table of the page is that of the code. */
test.each(Object.entries(gitopsSupport))("the page has the tools of %s", (platform, tools) => {
  const page = readFileSync("docs/how-to/deploy-from-git.md", "utf8");
  const row = page.split("\n").find((line) => line.startsWith(`| ${platform.toUpperCase()}`))!;
  const cells = row
    .split("|")
    .slice(2, 5)
    .map((cell) => cell.trim());
  const header = page.split("\n").find((line) => line.startsWith("| platform"))!;
  const names = [...header.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name as keyof typeof tools);
  expect(names).toHaveLength(3);
  names.forEach((name, i) => {
    const support = tools[name];
    expect(cells[i]).toBe("native" in support ? support.native : `refused: ${support.refused}`);
  });
});
