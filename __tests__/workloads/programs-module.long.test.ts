import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportStacks } from "../../cli/export";
import type { PlatformClusterSpec } from "../../modules/environment";
import { helmProvider } from "../../modules/workloads/versions";
import { objectsChart } from "../../modules/workloads/objects-chart";
import { createStacks, createWorkloadsStack } from "../../stacks";
import { toolEnvironment } from "../e2e/support/environment";
import { run, type RunResult } from "../e2e/support/run";
import { azurePrograms, full as kubeadmPrograms, googlePrograms } from "../kubeadm/workloads/clusters";
import { ChartRepository } from "../lab/chart-repository";
import { standIns } from "../lab/second-stacks";
import { shippedClusters } from "../support/shipped";
import { Synthesized } from "../support/synthesized";
import { chartsFolder, type KubernetesObject } from "./helm";
import { helmSchema } from "./helm-schema";
import { describeHelmProvider, missingProvider } from "./helm-provider";

/**
 * Terraform and the real Helm provider plan the programs as a root module and as a child module, with the same outputs of the cluster. The
 * plan of a new release reads the charts, and no API server.
 */
const clusters: readonly PlatformClusterSpec[] = [
  ...shippedClusters().flatMap(({ cluster }) => (cluster.workloads === undefined ? [] : [cluster])),
  { platform: "kubeadm", ...kubeadmPrograms, name: "kubeadm-aws" },
  { platform: "kubeadm", ...azurePrograms, name: "kubeadm-azure" },
  { platform: "kubeadm", ...googlePrograms, name: "kubeadm-google" },
];

describeHelmProvider("with the Helm provider", () => {
  let repository: ChartRepository;
  let scratch: string;

  beforeAll(async () => {
    if (missingProvider !== undefined) throw new Error(missingProvider);
    repository = await ChartRepository.start(chartsFolder!);
    scratch = mkdtempSync(join(tmpdir(), "programs-module-"));
  });

  afterAll(() => {
    repository?.stop();
    if (scratch) rmSync(scratch, { recursive: true });
  });

  const terraform = (cwd: string, args: readonly string[], accept?: readonly number[]): Promise<RunResult> =>
    run("terraform", args, {
      cwd,
      env: { ...toolEnvironment(), SSL_CERT_FILE: repository.certificate },
      accept,
    });
  const write = (file: string, content: unknown) =>
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  const folder = (...path: string[]): string => {
    const created = join(scratch, ...path);
    mkdirSync(created, { recursive: true });
    return created;
  };
  const withMirror = (cluster: PlatformClusterSpec): PlatformClusterSpec => ({
    ...cluster,
    workloads: { ...cluster.workloads, charts: { repository: repository.url } },
  });

  /** Texts in place of attributes of resources, and an address at which nothing listens. */
  const outputsOf = (cluster: PlatformClusterSpec) => {
    const { output } = Synthesized.from((app) => createStacks(app, cluster)[0]).terraform;
    const endpoint = { value: "https://127.0.0.1:1" };
    return {
      ...standIns(output),
      cluster_endpoint: endpoint,
      cluster_dns_endpoint: endpoint,
      cluster_ca_certificate: { value: "YQ==", sensitive: true },
    };
  };

  /** The releases of a plan, by their names in the module. */
  const planned = async (cwd: string): Promise<Record<string, object>> => {
    await terraform(cwd, ["init"]);
    await terraform(cwd, ["validate"]);
    await terraform(cwd, ["plan", "-out=plan"]);
    const plan = JSON.parse((await terraform(cwd, ["show", "-json", "plan"])).stdout) as KubernetesObject;
    const { resources = [], child_modules: below = [] } = plan.planned_values.root_module;
    const releases = [resources, ...below.map((module: KubernetesObject) => module.resources ?? [])]
      .flat()
      .filter(({ type }) => type === "helm_release");
    return Object.fromEntries(releases.map(({ name, values }) => [name, values]));
  };

  /** A root module that reads outputs from a state. */
  const root = async (cluster: PlatformClusterSpec): Promise<string> => {
    const path = `../../../terraform.${cluster.name}.tfstate`;
    const first = folder(cluster.name, "root/stacks/first");
    write(join(first, "main.tf.json"), {
      terraform: { backend: { local: { path } } },
      output: outputsOf(cluster),
    });
    await terraform(first, ["init"]);
    await terraform(first, ["apply", "-auto-approve"]);
    const cwd = folder(cluster.name, "root/stacks/second");
    const { json } = Synthesized.from((app) => createWorkloadsStack(app, withMirror(cluster)));
    write(join(cwd, "cdk.tf.json"), json);
    mkdirSync(join(cwd, objectsChart.folder, "templates"), { recursive: true });
    for (const [name, text] of Object.entries(objectsChart.files))
      write(join(cwd, objectsChart.folder, name), text);
    return cwd;
  };

  /** A root module that calls the child module as its README shows. */
  const caller = (cluster: PlatformClusterSpec): string => {
    const environment = { name: "production", file: "production.yaml", settings: {} };
    const out = folder(cluster.name, "modules");
    exportStacks([{ ...environment, clusters: [withMirror(cluster)] }], {
      stacks: [`${cluster.name}-workloads`],
      out,
      as: "module",
      force: true,
    });
    const cwd = folder(cluster.name, "caller");
    cpSync(join(out, `${cluster.name}-workloads`), join(cwd, `${cluster.name}-workloads`), {
      recursive: true,
    });
    const readme = readFileSync(join(cwd, `${cluster.name}-workloads`, "README.md"), "utf8");
    const [, example] = /^```hcl\n([^]*?)^```$/m.exec(readme)!;
    write(join(cwd, "main.tf"), `${example}\nmodule "cluster" {\n  source = "./cluster"\n}\n`);
    write(join(folder(cluster.name, "caller/cluster"), "main.tf.json"), { output: outputsOf(cluster) });
    return cwd;
  };

  test.each(clusters)(
    "$name has the same releases as a root module and as a child module",
    async (cluster) => {
      const ofRoot = await planned(await root(cluster));
      const ofModule = await planned(caller(cluster));
      expect(Object.keys(ofRoot).length).toBeGreaterThan(2);
      const chart = `${cluster.name}-workloads/objects-chart`;
      expect(ofModule).toEqual(
        Object.fromEntries(
          Object.entries(ofRoot).map(([name, values]) => [
            name,
            "chart" in values && values.chart === "./objects-chart" ? { ...values, chart } : values,
          ]),
        ),
      );
    },
  );

  test("the recorded arguments are those of the provider", async () => {
    const cwd = folder("schema");
    const { source } = helmProvider;
    write(join(cwd, "main.tf.json"), { terraform: { required_providers: { helm: { source } } } });
    await terraform(cwd, ["init"]);
    const { stdout } = await terraform(cwd, ["providers", "schema", "-json"]);
    const [schema] = Object.values(
      (JSON.parse(stdout) as KubernetesObject).provider_schemas,
    ) as KubernetesObject[];
    const namesOf = (attributes: KubernetesObject) =>
      Object.keys(attributes).filter((name) => attributes[name].required || attributes[name].optional);
    const { attributes } = schema.resource_schemas.helm_release.block;
    expect(Object.keys(helmSchema.release)).toEqual(namesOf(attributes).sort());
    for (const [name, { type }] of Object.entries(helmSchema.release))
      expect([name, attributes[name].type]).toEqual([name, type]);
    const { kubernetes } = schema.provider.block.attributes;
    expect(Object.keys(helmSchema.provider.kubernetes.attributes!)).toEqual(
      namesOf(kubernetes.nested_type.attributes).sort(),
    );
  });

  const [cluster] = clusters;

  test("the call in docs/how-to/install-programs.md is valid", async () => {
    const cwd = folder("page");
    cpSync(caller(cluster), cwd, { recursive: true });
    const [, call] = /^```hcl\n([^]*?)^```$/m.exec(readFileSync("docs/how-to/install-programs.md", "utf8"))!;
    const [, source] = /source += "\.\/(.*)"/.exec(call)!;
    cpSync(join(cwd, `${cluster.name}-workloads`), join(cwd, source), { recursive: true });
    write(join(cwd, "main.tf"), `${call}\nmodule "cluster" {\n  source = "./cluster"\n}\n`);
    await terraform(cwd, ["init"]);
    await terraform(cwd, ["validate"]);
  });

  test.each<[string, RegExp, string, RegExp]>([
    ["an omitted output", /^ {2}network_id .*\n/m, "", /argument "network_id" is required/],
    [
      "a text in place of objects",
      /^( {2}storage_manifests +=).*$/m,
      '$1 "none"',
      /storage_manifests.*object required/,
    ],
    [
      "a Kubernetes version that the cluster's module refuses, too",
      /^( {2}kubernetes_version +=).*$/m,
      '$1 "1.30"',
      /must be 1\.35 or 1\.36/,
    ],
    [
      "an unknown input",
      /^( {2}source .*\n)/m,
      '$1  region = "eu-west-1"\n',
      /argument named "region" is not/,
    ],
  ])("Terraform refuses %s", async (_, line, replacement, message) => {
    const cwd = caller(cluster);
    const text = readFileSync(join(cwd, "main.tf"), "utf8");
    expect(text).toMatch(line);
    write(join(cwd, "main.tf"), text.replace(line, replacement));
    const { output } = await terraform(cwd, ["init", "-no-color"], [0, 1]);
    const after = await terraform(cwd, ["plan", "-no-color"], [1]);
    expect(`${output}${after.output}`.replace(/\s*[│|]?\n[│|]? */g, " ")).toMatch(message);
  });
});
