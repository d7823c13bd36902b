import { readdirSync } from "node:fs";
import eslint from "@eslint/js";
import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";

/** A provider's root index costs seconds and hundreds of MB; its resources are imported one by one. */
const providerRoots = ["aws", "azurerm", "google", "helm"].map((provider) => ({
  name: `@cdktf/provider-${provider}`,
  message: `Import @cdktf/provider-${provider}/lib/<resource> instead.`,
}));

const forbid = (...patterns) => ({
  "no-restricted-imports": ["error", { paths: providerRoots, patterns }],
});

/** What each folder of modules/ may import from the other folders. */
const directions = {
  cluster: [],
  aws: ["cluster"],
  azure: ["cluster"],
  google: ["cluster"],
  networks: ["cluster", "aws", "azure", "google"],
  workloads: ["cluster"],
  eks: ["cluster", "aws", "networks", "workloads"],
  kubeadm: ["cluster", "aws", "azure", "google", "networks", "workloads"],
  aks: ["cluster", "azure", "networks", "workloads"],
  gke: ["cluster", "google", "networks", "workloads"],
  compare: ["cluster"],
  environment: ["cluster", "workloads", "aws", "azure", "google", "eks", "aks", "gke", "kubeadm"],
  "fact-tables": ["cluster", "aws", "azure", "google", "eks", "aks", "gke", "kubeadm", "workloads"],
  gitops: [],
  explain: ["cluster", "aws", "azure", "eks", "aks", "gke", "kubeadm", "testing"],
  export: ["cluster", "output"],
  output: ["cluster"],
  permissions: ["cluster"],
  recover: ["cluster"],
  testing: ["cluster", "aws", "azure", "google", "aks", "gke"],
};
const platforms = ["eks", "aks", "gke", "kubeadm"];
const folders = readdirSync(new URL("modules/", import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
for (const name of folders) {
  if (!directions[name]) throw new Error(`eslint.config.mjs: modules/${name} has no row in directions`);
}

/** Forbids relative imports of some folders or files at the end of a climb. */
const notFrom = (names, message) => ({ regex: `^(\\.\\./)+(${names.join("|")})(/|$)`, message });

const upwards = notFrom(["stacks", "cli", "main"], "modules/ does not import stacks/, cli/ or main.ts.");
const sideways = (name) => {
  const others = folders.filter((other) => other !== name && !directions[name].includes(other));
  const allowed =
    directions[name].map((other) => `modules/${other}`).join(", ") || "no other folder of modules/";
  return notFrom(others, `modules/${name} imports ${allowed}.`);
};
const bindings = {
  group: ["@cdktf/provider-*/**"],
  message: "Types, rules and facts load no provider bindings.",
};
const withoutBindings = ["cluster", "environment", "fact-tables", "gitops", "permissions"];

export default tseslint.config(
  // The peers that are measured are written as people write them there.
  {
    ignores: [
      "cdktf.out/",
      "lib/",
      "cdktn/",
      ".cdktn/",
      "node_modules/",
      "coverage/",
      // Written by `npm run site`.
      "site/.vitepress/dist/",
      "site/.vitepress/cache/",
      "bench/peers/*/",
      "modules/environment/validators.js",
    ],
  },
  eslint.configs.recommended,
  tseslint.configs.recommended,
  {
    files: ["**/*.ts"],
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      ...forbid(),
    },
  },
  // Texts of a user are at most 1 MiB: a regular expression that is not linear would take hours.
  {
    files: ["modules/**", "cli/**", "stacks/**", "scripts/**", "bin/**", "main.ts"],
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": ["error", { report: "potential", ignorePartial: false }],
    },
  },
  // One direction of imports: main.ts, cli -> stacks -> modules/<platform> -> modules/cluster.
  {
    files: ["stacks/**"],
    rules: forbid(notFrom(["cli", "main"], "stacks/ does not import cli/ or main.ts.")),
  },
  { files: ["modules/*.ts"], rules: forbid(upwards) },
  ...folders.map((name) => ({
    files: [`modules/${name}/**`],
    rules: forbid(upwards, sideways(name), ...(withoutBindings.includes(name) ? [bindings] : [])),
  })),
  ...platforms.map((name) => ({
    files: ["**/rules/**", "**/rules.ts", "**/spec*.ts"].map((glob) => `modules/${name}/${glob}`),
    rules: forbid(upwards, sideways(name), bindings),
  })),
  {
    files: ["**/*.js", "**/*.mjs", "**/*.cjs"],
    languageOptions: {
      globals: {
        require: "readonly",
        module: "writable",
        process: "readonly",
        __filename: "readonly",
        console: "readonly",
        URL: "readonly",
        __dirname: "readonly",
      },
    },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
);
