/** Checks the links between the pages of the built site: `vitepress build` accepts links to pages that `rewrites` renames. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const built = fileURLToPath(new URL(".vitepress/dist", import.meta.url));
const base = "/cdktf-clusters/";

const pages = new Map(
  readdirSync(built, { recursive: true })
    .filter((file) => file.endsWith(".html") && file !== "404.html")
    .map((file) => {
      const text = readFileSync(join(built, file), "utf8");
      const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      return [base + file.replaceAll("\\", "/").replace(/(^|\/)index\.html$|\.html$/, "$1"), { text, ids }];
    }),
);

const broken = [...pages].flatMap(([page, { text }]) =>
  [...text.matchAll(/<a [^>]*?href="([^"]*)"/g)]
    .map(([, href]) => new URL(href.replaceAll("&amp;", "&"), `https://site${page}`))
    .filter(({ host, pathname, hash }) => {
      if (host !== "site") return false;
      const ids = pages.get(pathname)?.ids;
      return ids === undefined || (hash !== "" && !ids.has(decodeURIComponent(hash.slice(1))));
    })
    .map(({ pathname, hash }) => `${page}: no ${pathname}${hash}`),
);
for (const line of new Set(broken)) console.error(line);
console.log(`${pages.size} pages, ${new Set(broken).size} broken links`);
if (broken.length > 0) process.exitCode = 1;
