import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitepress";

const site = dirname(dirname(fileURLToPath(import.meta.url)));
const docs = join(site, "../docs");
const repository = "https://github.com/cdktf-clusters/cdktf-clusters";

const titleOf = (page) => /^# (.*)$/m.exec(readFileSync(join(docs, page), "utf8"))[1].replaceAll("`", "");
const entry = (page) => ({ text: titleOf(page), link: `/${page.replace(/(README)?\.md$/, "")}` });
const folder = (name) =>
  readdirSync(join(docs, name))
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .sort()
    .map((file) => entry(`${name}/${file}`));
const section = (text, items, collapsed = false) => ({ text, items, collapsed });

export default defineConfig({
  title: "cdktf-clusters",
  description:
    "Kubernetes clusters on EKS, AKS, GKE and own machines (kubeadm): described once, checked before Terraform runs",
  // The pages of a project on GitHub Pages are below its name.
  base: "/cdktf-clusters/",
  srcDir: "../docs",
  outDir: join(site, ".vitepress/dist"),
  cacheDir: join(site, ".vitepress/cache"),
  srcExclude: ["api/**"],
  rewrites: (page) => page.replace(/(^|\/)README\.md$/, "$1index.md"),
  cleanUrls: true,
  lang: "en",
  transformPageData: (page) => {
    if (page.relativePath.startsWith("reference/")) page.frontmatter.aside = false;
  },
  markdown: {
    config(markdown) {
      rewriteLinks(markdown);
      breakFieldNames(markdown);
    },
  },
  // The pages are outside of this folder, where Vue is installed.
  vite: { resolve: { alias: { vue: join(site, "node_modules/vue") } } },
  themeConfig: {
    search: { provider: "local" },
    socialLinks: [{ icon: "github", link: repository }],
    editLink: { pattern: `${repository}/edit/main/docs/:path` },
    outline: [2, 3],
    sidebar: [
      section("Start", ["getting-started.md", "concepts.md"].map(entry)),
      section("How to", [
        entry("how-to/README.md"),
        ...["deploy.md", "export.md", "reuse.md", "upgrading.md"].map(entry),
        ...folder("how-to"),
      ]),
      section("Platforms", ["eks.md", "aks.md", "gke.md", "kubeadm.md"].map(entry)),
      section("Reference", [entry("reference/README.md"), ...folder("reference"), entry("rules.md")], true),
      section("Background", ["security.md", "verification.md", "design.md", "style.md"].map(entry), true),
      section("Decisions", [entry("decisions/README.md"), ...folder("decisions")], true),
    ],
  },
});

/**
 * Links to files outside of `docs/` go to the repository, because the site does not have these files. Links to a README go to its folder,
 * because VitePress does not apply `rewrites` to links.
 */
function rewriteLinks(markdown) {
  markdown.core.ruler.push("rewrite-links", ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === "link_open" ? token.attrGet("href") : null;
      if (href === null || /^([a-z]+:|#)/.test(href)) continue;
      const path = posix.join(posix.dirname(env.relativePath), href);
      const target = path.startsWith("../") ? `${repository}/blob/main/${path.slice(3)}` : href;
      token.attrSet("href", target === href ? href.replace(/(^|\/)README\.md(?=#|$)/, "$1./") : target);
    }
  });
}

/** Lines of code can break before the dots of a field's name, and not in other places. */
function breakFieldNames({ renderer }) {
  const render = renderer.rules.code_inline;
  renderer.rules.code_inline = (...call) =>
    render(...call).replace(/>[^<]*</, (text) => text.replace(/(?<=[\w\]])\.(?=[a-z])/g, "<wbr>."));
}
