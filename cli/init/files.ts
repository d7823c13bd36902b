import { relative } from "node:path";
import { placeholder } from "../../modules/environment/placeholders";
import manifest from "../../package.json";
import { type Choice, type FirstCluster, firstClusterOf } from "./platforms";

/** A name as YAML, with quotes if it would be a value of another type. */
const yamlText = (text: string): string =>
  /^(?:null|true|false|yes|no|on|off|y|n)$/.test(text) ? JSON.stringify(text) : text;

const indented = (lines: readonly string[], depth: number): string[] =>
  lines.map((line) => (line === "" ? "" : `${"  ".repeat(depth)}${line}`));

/**
 * A commented environment file with one cluster. Lines that start with `# ` and a field are alternatives: without the mark they are valid.
 *
 * @param schema - path of the JSON Schema from the file
 */
export function environmentText(choice: Choice, version: string, schema: string): string {
  const { platform, region, name } = choice;
  const { cluster, lines, backend, owner } = firstClusterOf(choice);
  const { platform: more = [], network, access, group, more: rest } = lines(region, name);
  return `${[
    `# yaml-language-server: $schema=${schema}`,
    "#",
    `# Environment ${name}: one ${cluster}${platform === "kubeadm" ? " (preview)" : ""}. Replace each value ${placeholder}.`,
    '# Omitted fields have safe defaults: "npx cdktf-clusters show" prints them, "npx cdktf-clusters fields FIELD" explains a field.',
    "",
    "# Terraform state. If omitted, a local file, for one user on one machine.",
    `# ${backend(region)}`,
    "",
    ...(owner === undefined ? [] : [...owner.map((line) => `# ${line}`), ""]),
    `tags: { environment: ${yamlText(name)}, managed-by: terraform }`,
    "",
    "clusters:",
    ...indented(
      [
        `- platform: ${platform}`,
        ...indented(
          [
            ...more,
            `name: main # the ${cluster} is called ${name}-main`,
            `region: ${yamlText(region)}`,
            `kubernetesVersion: "${version}"`,
            "",
            "network:",
            ...indented(network, 1),
            "",
            "access:",
            ...indented(access, 1),
            "",
            "nodeGroups:",
            "  - name: workers",
            ...indented(group, 2),
            "    # labels: { workload: general }",
            "",
            ...rest,
            "protection: true # Terraform refuses to delete the cluster and its data",
          ],
          1,
        ),
      ],
      1,
    ),
  ].join("\n")}\n`;
}

/** What Git must not contain. */
export const ignored = [
  "node_modules/",
  "cdktf.out/",
  "terraform/",
  "terraform-modules/",
  ".terraform/",
  "*.tfstate",
  "*.tfstate.*",
  "*.tfplan",
] as const;

/** The files of a project, without the environment. `terraform/` is the output of the script `synth`. */
export function projectFiles(choice: Choice, folder: string): Record<string, string> {
  const { provider, preparation } = firstClusterOf(choice);
  const versions: Readonly<Record<string, string>> = manifest.devDependencies;
  const packages = {
    [provider]: versions[provider],
    cdktf: versions.cdktf,
    [manifest.name]: manifest.version,
    constructs: versions.constructs,
  };
  const content = {
    name: packageName(folder),
    private: true,
    scripts: {
      test: "cdktf-clusters validate --plan --strict",
      synth: "cdktf-clusters export --out terraform --force",
    },
    dependencies: packages,
  };
  return {
    "package.json": `${JSON.stringify(content, undefined, 2)}\n`,
    "README.md": readme(choice.name, preparation),
  };
}

/** A valid name of a package from the name of a folder. */
function packageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== "")
    .join("-")
    .slice(0, 100);
  return name === "" || name === manifest.name ? "clusters" : name;
}

/** The file that `npm pack` creates from a checkout of this project. */
export const packed = `${manifest.name}-${manifest.version}.tgz`;

function readme(name: string, preparation: FirstCluster["preparation"]): string {
  const prepare =
    preparation === undefined
      ? ""
      : `npx cdktf-clusters ${preparation.command} ${name}-main # ${preparation.text}\n`;
  return `# Kubernetes clusters

\`environments/\` describes the clusters. \`cdktf-clusters\` checks the files and writes Terraform JSON. First replace each value
\`${placeholder}\` in \`environments/${name}.yaml\`: until then \`npm test\` reports an error for each.

\`cdktf-clusters\` is not on a registry yet: \`npm pack\` in a checkout of it creates \`${packed}\`, and
\`npm install\` with the path of that file installs all dependencies.

\`\`\`sh
npm install FILE.tgz
${prepare}npm test
npm run synth
terraform -chdir=terraform/${name}-main init
terraform -chdir=terraform/${name}-main plan
\`\`\`

\`npm run synth\` writes \`terraform/<environment>-<cluster>/\`. Set \`backend\` in the environment file before the first apply: a local state
is in that folder, which is not in Git. \`npx cdktf-clusters help\` lists all commands.
`;
}

/** The path of the schema from a folder: that of a checkout, or of the installed package. */
export function schemaPath(folder: string, isCheckout: boolean): string {
  const schema = isCheckout
    ? "modules/environment/editor.schema.json"
    : `node_modules/${manifest.name}/lib/environment.schema.json`;
  return relative(folder, schema).replaceAll("\\", "/");
}
