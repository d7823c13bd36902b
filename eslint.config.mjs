import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

/** A provider's root index costs seconds and hundreds of MB; its resources are imported one by one. */
const providerRoots = ["aws", "azurerm", "google"].map((provider) => ({
  name: `@cdktf/provider-${provider}`,
  message: `Import @cdktf/provider-${provider}/lib/<resource> instead.`,
}));

const forbid = (...patterns) => ({
  "no-restricted-imports": ["error", { paths: providerRoots, patterns }],
});

const upwards = {
  group: ["**/stacks/**", "**/stacks", "**/cli/**", "**/main"],
  message: "modules/ knows nothing of stacks/, cli/ or main.ts.",
};
const platforms = { group: ["**/eks/**", "**/eks", "**/aks/**", "**/aks", "**/gke/**", "**/gke"] };
const otherPlatforms = (...names) => ({
  group: names.flatMap((name) => [`**/${name}/**`, `**/${name}`]),
  message: "Platforms never import each other.",
});
const bindings = { group: ["@cdktf/provider-*/**"], message: "Rules and facts load no provider bindings." };

export default tseslint.config(
  // The peers that are measured are written as people write them there.
  {
    ignores: [
      "cdktf.out/",
      "lib/",
      "node_modules/",
      "coverage/",
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
  // One direction of imports: main.ts, cli -> stacks -> modules/<platform> -> modules/cluster.
  {
    files: ["stacks/**"],
    rules: forbid({ group: ["**/cli/**", "**/main"], message: "stacks/ knows nothing of cli/ or main.ts." }),
  },
  { files: ["modules/environment/**"], rules: forbid(upwards, bindings) },
  {
    files: ["modules/cluster/**"],
    rules: forbid(upwards, bindings, { ...platforms, message: "modules/cluster is cloud-neutral." }),
  },
  { files: ["modules/eks/**"], rules: forbid(upwards, otherPlatforms("aks", "gke")) },
  {
    files: ["modules/eks/*/rules/**", "modules/eks/rules.ts"],
    rules: forbid(upwards, otherPlatforms("aks", "gke"), bindings),
  },
  { files: ["modules/aks/**"], rules: forbid(upwards, otherPlatforms("eks", "gke")) },
  { files: ["modules/gke/**"], rules: forbid(upwards, otherPlatforms("eks", "aks")) },
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
