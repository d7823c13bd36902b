import { createServer, type Server } from "node:http";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { explainStacks } from "../../cli/explain";
import { loadEnvironments } from "../../modules/environment";
import { documentOf } from "../e2e/support/environments";

/**
 * The page in a real browser. Without Chromium the tests are skipped, and a line states how many; with REQUIRE_BROWSER=1 they fail.
 * `UPDATE_PICTURES=1` writes the pictures of the documentation.
 */
const executablePath = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== undefined && existsSync(path));
const isRequired = process.env.REQUIRE_BROWSER === "1";

const stacks = [
  "production-main",
  "production-aks",
  "production-gke",
  "dev-main",
  "kubeadm-main",
  "kubeadm-azure-main",
  "kubeadm-google-main",
] as const;
/** Clusters with three zones and twelve node groups. */
const large = ["eks", "aks", "gke", "kubeadm"].map((platform) => `large-${platform}`);
const widths = [1280, 390] as const;
const cases = [...stacks, ...large].flatMap((stack) => widths.map((width) => [stack, width] as const));

if (executablePath === undefined && !isRequired) {
  console.warn(`no Chromium: ${cases.length + 1} tests of the page are skipped (apt-get install chromium)`);
}
const browserTest = executablePath === undefined && !isRequired ? test.skip : test;

let browser: Browser;
let server: Server;
let address: string;
const pages = new Map<string, string>();

beforeAll(async () => {
  if (executablePath === undefined) {
    if (isRequired) throw new Error("REQUIRE_BROWSER=1, and no Chromium was found: set CHROMIUM to its path");
    return;
  }
  writeLarge(scratch);
  const environments = ["environments", "examples", scratch].flatMap(
    (folder) => loadEnvironments(folder).environments,
  );
  for (const stack of [...stacks, ...large]) {
    pages.set(`/${stack}`, explainStacks(environments, { stacks: [stack], format: "html" }));
  }
  server = createServer(({ url = "" }, response) => {
    const page = pages.get(url);
    response.writeHead(page === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8" });
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}, 120_000);

const scratch = mkdtempSync(join(tmpdir(), "large-"));
const groupNames = [
  ...["web", "api", "batch", "search", "cache", "queue", "ingest", "reporting", "monitoring", "payments"],
  ...["customers", "learning"],
];

/** Writes the reference clusters with twelve node groups, each in three zones. */
function writeLarge(folder: string): void {
  const files = { kubeadm: "examples/kubeadm.yaml" } as Readonly<Record<string, string>>;
  const clusters = ["eks", "aks", "gke", "kubeadm"].map((platform) => {
    const document = documentOf(files[platform] ?? "environments/production.yaml", platform);
    const [cluster] = (document.toJS() as { clusters: Record<string, unknown>[] }).clusters;
    const [first] = cluster.nodeGroups as { readonly machineTypes: readonly string[] }[];
    const spread = platform === "kubeadm" ? undefined : "per-zone";
    const nodeGroups = groupNames.map((name, i) => ({
      name: platform === "aks" ? name.slice(0, 7) : name,
      machineTypes: first.machineTypes,
      size: { min: 3, max: 3 + (i % 4) * 3 },
      spread,
    }));
    return { ...cluster, name: platform, nodeGroups, silence: undefined };
  });
  writeFileSync(join(folder, "large.yaml"), JSON.stringify({ clusters }));
}

afterAll(async () => {
  rmSync(scratch, { recursive: true });
  await browser?.close();
  server?.close();
});

/** Opens a page, runs an action, and returns what the browser complained about. */
async function open<T>(
  path: string,
  width: number,
  action: (page: Page) => Promise<T>,
): Promise<{ result: T; complaints: string[] }> {
  // The policy of the page allows no scripts: the checks are not part of it.
  const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      const isIcon = message.location().url.endsWith("/favicon.ico");
      if (["error", "warning"].includes(message.type()) && !isIcon) complaints.push(message.text());
    });
    page.on("pageerror", ({ message }) => complaints.push(message));
    page.on("requestfailed", (request) => complaints.push(request.url()));
    page.on("request", (request) => {
      if (request.url() !== `${address}${path}` && !request.url().endsWith("/favicon.ico"))
        complaints.push(`requests ${request.url()}`);
    });
    await page.goto(`${address}${path}`);
    return { result: await action(page), complaints };
  } finally {
    await context.close();
  }
}

const scripts = [
  readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8"),
  readFileSync(join(__dirname, "in-page.js"), "utf8"),
];

/** What the checks in the page find. */
async function checked(page: Page): Promise<Record<string, unknown>> {
  for (const script of scripts) await page.evaluate(script);
  const names = ["violations", "landmarks", "targets", "broken", "scroll", "overlaps"];
  const results: [string, unknown][] = [];
  for (const name of names) results.push([name, await page.evaluate(`inPage.${name}()`)]);
  return Object.fromEntries(results);
}

describe.each(cases)("the page of %s at %i px", (stack, width) => {
  browserTest(
    "has no errors, is accessible, has landmarks and anchors, and no overlapping text",
    async () => {
      const { result, complaints } = await open(`/${stack}`, width, checked);
      expect(complaints).toEqual([]);
      expect(result).toEqual({
        violations: [],
        landmarks: [1, 1, 1, 1],
        targets: expect.any(Array),
        broken: [],
        overlaps: [],
        scroll: 0,
      });
      expect((result.targets as string[]).length).toBeGreaterThan(10);
    },
    120_000,
  );
});

browserTest.each(large)(
  "the picture of %s shows each group in each zone, without shortened texts",
  async (stack) => {
    const { result } = await open(`/${stack}`, 1280, (page) =>
      page.locator("svg").first().locator("text, tspan").allTextContents(),
    );
    const names = groupNames.map((name) => (stack === "large-aks" ? name.slice(0, 7) : name));
    for (const name of names) {
      const lines = new Set(result.filter((text) => text.startsWith(`${name}: `)));
      expect([name, result.filter((text) => lines.has(text)).length % 3]).toEqual([name, 0]);
      expect(lines.size).toBeGreaterThan(0);
    }
    expect(result.filter((text) => text.includes("…"))).toEqual([]);
  },
);

browserTest(
  "the checks find texts on each other, missing targets and missing names",
  async () => {
    pages.set(
      "/wrong",
      '<!doctype html><html lang="en"><title>a</title><main><p style="position:absolute;top:9px">one</p>' +
        '<p style="position:absolute;top:9px">two</p><a href="#nowhere">three</a><img src="data:,"></main></html>',
    );
    const { result } = await open("/wrong", 390, checked);
    expect(result).toMatchObject({ overlaps: ["one / two"], broken: ["#nowhere"], landmarks: [0, 0, 1, 0] });
    expect((result.violations as string[]).join()).toContain("image-alt");
  },
  120_000,
);

// --- Pictures ---------------------------------------------------------------------------------------------------

const folder = "docs/pictures";

browserTest(
  "the documentation has the pictures of the reference clusters",
  async () => {
    for (const stack of stacks.slice(0, 3)) {
      const file = join(folder, `${stack}.png`);
      if (process.env.UPDATE_PICTURES) {
        mkdirSync(folder, { recursive: true });
        const { result } = await open(`/${stack}`, 1280, (page) => page.locator("svg").first().screenshot());
        writeFileSync(file, result);
      }
      expect(existsSync(file)).toBe(true);
      expect(readFileSync(file).subarray(1, 4).toString()).toBe("PNG");
    }
  },
  120_000,
);
