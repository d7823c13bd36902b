import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseDocument } from "yaml";
import { isError } from "../../modules/cluster/problem";
import { loadEnvironments } from "../../modules/environment";
import { secrets } from "../../modules/environment/secrets";
import { secretFields } from "../../modules/environment/variables/secret-fields";
import { type Synthesized } from "../support/synthesized";
import { type Place, placesOf, withProbes } from "./probes";
import { providerSecrets } from "./provider-secrets";
import { synthesizeStack } from "../support/stack";

const today = new Date("2026-11-23");
const scratch = mkdtempSync(join(tmpdir(), "secrets-"));
afterAll(() => rmSync(scratch, { recursive: true }));

// --- Secrets are not written ------------------------------------------------------------------------------------

/** A part of every secret of this test. */
const marker = "s3cr3t-marker";

/** Clusters of a file with a sensitive variable in every place that accepts one, and in additional fields. */
function seeded(location: string, more: readonly Place[] = []): { text: string; variables: number } {
  const text = readFileSync(location, "utf8");
  const file = join(scratch, "probe.yaml");
  const places = placesOf(parseDocument(text))
    .filter(({ type }) => type !== "list(string)")
    .filter((place) => {
      writeFileSync(file, withProbes(text, [place], { sensitive: true }));
      return !loadEnvironments(file, { today }).problems.some(isError);
    })
    .concat(more);
  return { text: withProbes(text, places, { sensitive: true }), variables: places.length };
}

/** The secret fields of AKS. */
const aksSecrets: readonly Place[] = secretFields.aks.map((path) => ({
  path: ["clusters", 0, ...path],
  type: "string",
}));

/** The process environment of the commands: all secret variables of Terraform, clouds and backends. */
function secretsOf(variables: number): Record<string, string> {
  const names = [
    ...Object.values(secrets).flatMap((fields) =>
      Object.values(fields).flatMap(({ variables }) => variables),
    ),
    ...Array.from({ length: variables }, (_, i) => `TF_VAR_probe_${i}`),
    "GOOGLE_CREDENTIALS",
    "TF_CLI_ARGS_init",
  ];
  return Object.fromEntries(names.map((name) => [name, `${marker}-${name}`]));
}

describe("with secrets in the process environment, and sensitive variables in all places", () => {
  const { text, variables } = seeded("environments/production.yaml");
  const windows = seeded("examples/aks-windows.yaml", aksSecrets);
  const folder = join(scratch, "project");
  const environments = join(folder, "environments");
  mkdirSync(environments, { recursive: true });
  writeFileSync(join(environments, "production.yaml"), text);
  writeFileSync(join(environments, "windows.yaml"), windows.text);
  const wrong = join(scratch, "wrong.yaml");
  writeFileSync(wrong, text.replace(/zones: .*/, "zones: many").replace("platform: eks", "platform: ek"));
  const env = {
    ...process.env,
    ENVIRONMENTS: environments,
    ...secretsOf(Math.max(variables, windows.variables)),
  };

  const run = (file: string, argv: readonly string[], more: Record<string, string> = {}) =>
    spawnSync(process.execPath, [resolve(file), ...argv], { encoding: "utf8", env: { ...env, ...more } });

  test("there are many places", () => {
    // Labels, taints and tags accept none.
    expect(variables).toBeGreaterThan(12);
  });

  test.each([
    ["validate", ["validate"], 0],
    ["validate --plan", ["validate", "--plan"], 0],
    ["validate of a wrong file", ["validate", wrong], 1],
    ["export of root modules", ["export", "--out", join(folder, "roots")], 0],
    ["export of a child module", ["export", "*-main", "--as", "module", "--out", join(folder, "modules")], 0],
    ["export of an unknown stack", ["export", "nothing", "--out", join(folder, "none")], 1],
  ])("%s prints none of them", (_, argv, code) => {
    const { status, stdout, stderr } = run("bin/cdktf-clusters.js", argv);
    expect([status, stderr.includes("    at ")]).toEqual([code, false]);
    expect(stdout + stderr).not.toBe("");
    expect(stdout + stderr).not.toContain(marker);
  });

  test("the synthesis prints none of them", () => {
    const { status, stdout, stderr } = run("scripts/run.js", ["main.ts"], {
      CDKTF_OUTDIR: join(folder, "cdktf.out"),
    });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).not.toContain(marker);
  });

  test("no written file contains one", () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    const written = files.map((file) => readFileSync(join(file.parentPath, file.name), "utf8"));
    expect(files.some(({ name }) => name === "manifest.json")).toBe(true);
    expect(files.length).toBeGreaterThan(20);
    expect(written.filter((content) => content.includes(marker))).toEqual([]);
    // Terraform has the values; the files contain only references.
    expect(written.filter((content) => content.includes("${var.probe_0}")).length).toBeGreaterThan(1);
  });

  test("the password of Windows nodes is always a reference", () => {
    const { environments: loaded } = loadEnvironments(environments, { today });
    const [{ clusters, settings }] = loaded.filter(({ name }) => name === "windows");
    const { terraform } = synthesizeStack(clusters[0], settings);
    expect(terraform.resource.azurerm_kubernetes_cluster.control_plane.windows_profile).toMatchObject({
      admin_password: `\${var.probe_${windows.variables - 1}}`,
    });
    const exported = readFileSync(join(folder, "roots", "windows-mixed", "main.tf.json"), "utf8");
    expect(exported).toContain(`"admin_password": "\${var.probe_${windows.variables - 1}}"`);
  });

  test("no output shows a sensitive variable without being sensitive", () => {
    const { environments: loaded } = loadEnvironments(environments, { today });
    const open = loaded.flatMap(({ clusters, settings }) =>
      clusters.flatMap((cluster) => {
        const { terraform } = synthesizeStack(cluster, settings);
        return openOutputs(terraform).filter(({ shown }) => /\bvar\.probe_\d/.test(shown));
      }),
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });
});

// --- Stacks contain no secrets ----------------------------------------------------------------------------------

type Terraform = ReturnType<typeof Synthesized.from>["terraform"];

/** The outputs that are not sensitive, with the arguments that they show. */
function openOutputs({ output, resource, data }: Terraform): { name: string; shown: string }[] {
  const argumentsOf = (text: string) =>
    [...text.matchAll(/\b(data\.)?((?:aws|azurerm|google)_\w+)\.(\w+)\.(\w+)/g)].map(
      ([, kind, type, name, argument]) => (kind ? data : resource)?.[type]?.[name]?.[argument],
    );
  return Object.entries((output ?? {}) as Record<string, { sensitive?: boolean; value?: unknown }>)
    .filter(([, { sensitive }]) => sensitive !== true)
    .map(([name, { value }]) => {
      const text = JSON.stringify(value);
      return { name, shown: text + JSON.stringify(argumentsOf(text)) };
    });
}

const loaded = ["environments", "examples"].flatMap(
  (location) => loadEnvironments(location, { today }).environments,
);
const clusters = loaded.flatMap(({ clusters, settings }) =>
  clusters.map((cluster) => [cluster.name, cluster, settings] as const),
);

/** Arguments that disable keys, or keep them out of the state, by type. */
const keySwitches: Readonly<Record<string, object>> = {
  azurerm_kubernetes_cluster: { local_account_disabled: true },
  azurerm_storage_account: { shared_access_key_enabled: false },
  azurerm_log_analytics_workspace: { local_authentication_enabled: false },
  google_container_cluster: {
    master_auth: { client_certificate_config: { issue_client_certificate: false } },
  },
};

/** The number of elements of each type with these arguments, in all stacks. */
const checked = new Map<string, number>();

/** Names of arguments whose literals are secrets. */
const secretNames =
  /(password|secret|token|private_key|access_key|client_key|connection_string|credentials)$/;

/** Patterns of keys and tokens. */
const secretForms =
  /AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.|AccountKey=|\bghp_\w{30,}/;

function literalSecrets(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value === "string") {
    const isSecret =
      secretForms.test(value) || (secretNames.test(path.at(-1) ?? "") && !value.includes("${"));
    return isSecret ? [path.join(".")] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => literalSecrets(item, [...path, key]));
}

describe.each(clusters)("%s", (_, cluster, settings) => {
  const { terraform } = synthesizeStack(cluster, settings);

  test("has sensitive outputs for sensitive attributes and for the certificate authority", () => {
    const secret = providerSecrets.map(
      ([type, attribute]) => new RegExp(`\\b${type}\\.\\w+\\.${attribute}\\b`),
    );
    const shown = openOutputs(terraform).filter(({ shown }) => secret.some((form) => form.test(shown)));
    expect(shown.map(({ name }) => name)).toEqual([]);
    expect(openOutputs(terraform).map(({ name }) => name)).not.toContain("cluster_ca_certificate");
    expect(
      openOutputs(terraform).filter(({ shown }) => /certificate_?authority|ca_certificate/.test(shown)),
    ).toEqual([]);
  });

  test("has no argument with a literal that is a key or a password", () => {
    expect(literalSecrets({ ...terraform.resource, ...terraform.data, ...terraform.provider })).toEqual([]);
  });

  test("has no keys of the cluster in the state", () => {
    for (const [type, switches] of Object.entries(keySwitches)) {
      for (const element of Object.values(terraform.resource[type] ?? {})) {
        expect(element).toMatchObject(switches);
        checked.set(type, (checked.get(type) ?? 0) + 1);
      }
    }
  });
});

test.each(Object.keys(keySwitches))("keys were searched in some %s", (type) => {
  expect(checked.get(type)).toBeGreaterThan(0);
});

test("literals that are secrets are found by name and by form", () => {
  const found = literalSecrets({
    admin_password: "hunter2",
    other: "AKIAABCDEFGHIJKLMNOP",
    jwt: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTYifQ.c2lnbmF0dXJl",
    compressed: "H4sIAAA/eyJPLqEAhfiKajuBnOnU84zHGaGJw",
    from_variable: { client_secret: "${var.x}" },
    list: [{ access_key: "abc" }],
  });
  expect(found).toEqual(["admin_password", "other", "jwt", "list.0.access_key"]);
});
