import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import type { Document } from "yaml";
import { exportStacks } from "../../cli/export";
import { charts } from "../../modules/workloads/charts";
import type { ProgramName } from "../../modules/workloads/chart";
import { loadEnvironments } from "../../modules/environment";
import { createGitopsStack } from "../../stacks";
import { Synthesized } from "../support/synthesized";
import { toolEnvironment } from "../e2e/support/environment";
import { documentOf, unprotect } from "../e2e/support/environments";
import { exampleDirectory, synthesize } from "../e2e/support/synthesis";
import { run } from "../e2e/support/run";
import { chartFile, chartsFolder, type KubernetesObject, render, runHelm } from "../workloads/helm";
import { describeHelmProvider, missingProvider } from "../workloads/helm-provider";
import { ApiServer } from "./api-server";
import { ChartRepository } from "./chart-repository";
import { Nodes, Webhook } from "./nodes";
import { cases, inventory, nodesOf, standIns, writeTokenPrograms } from "./second-stacks";

/**
 * CDKTF deploys the two stacks of a cluster with the real Helm provider, to a real API server with real controllers. In place of the
 * resources of the first stack are only its outputs, and nodes without machines report that pods run.
 */
const CDKTF = resolve("node_modules/.bin/cdktf");

/** Programs with two copies if two nodes accept them. */
const copied: readonly ProgramName[] = [
  "aws-load-balancer-controller",
  "cert-manager",
  "metrics-server",
  "snapshot-controller",
];

describeHelmProvider.each(cases)("the programs of $title", (one) => {
  const { hasSizes = [], title, platform, example, cluster, programs, controlPlane = [] } = one;
  const first = `${example}-${cluster}`;
  const second = `${first}-workloads`;
  const scratch = mkdtempSync(join(tmpdir(), "stacks-"));
  const server = new ApiServer("1.35.4");
  const nodes = new Nodes(server);
  const webhook = new Webhook(server, "/api/v1/namespaces/kube-system/secrets/aws-load-balancer-tls", 9443);
  let repository: ChartRepository;
  let atStart: readonly string[];

  beforeAll(async () => {
    if (missingProvider !== undefined) throw new Error(missingProvider);
    repository = await ChartRepository.start(chartsFolder!);
    await server.start();
    await server.startControllers();
    await nodes.start(nodesOf(one));
    writeTokenPrograms(scratch);
    const authorities = [server.certificate, readFileSync(repository.certificate, "utf8")];
    writeFileSync(join(scratch, "authorities.pem"), authorities.join(""));
    const project = { language: "typescript", app: "false", output: "cdktf.out", projectId: "lab" };
    writeFileSync(join(scratch, "cdktf.json"), JSON.stringify(project));
    // Not deleted: without an answer of the Metrics Server, whose pods do not run, a namespace is never deleted completely.
    for (const namespace of ["argocd", "flux-system"]) server.kubectl("create", "namespace", namespace);
    atStart = await inventory(server);
  });

  afterAll(async () => {
    webhook.stop();
    await nodes.stop();
    server.stop();
    repository?.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  const env = () => ({
    ...toolEnvironment(),
    CDKTF_HOME: scratch,
    PATH: [join(scratch, "bin"), process.env.PATH].join(delimiter),
    SSL_CERT_FILE: join(scratch, "authorities.pem"),
  });
  const folderOf = (stack: string) => join(scratch, "cdktf.out/stacks", stack);

  /** Synthesizes the cluster with an edit of its programs, and replaces the resources of the first stack by stand-ins of its outputs. */
  const use = async (edit: (document: Document) => void = () => undefined) => {
    const document = documentOf(join(exampleDirectory, `${example}.yaml`), platform);
    unprotect(document);
    document.addIn(["clusters", 0, "nodeGroups"], one.group);
    if (one.storage) document.setIn(["clusters", 0, "storage"], document.createNode(one.storage));
    const all = Object.fromEntries(programs.map((program) => [program, true]));
    document.setIn(["clusters", 0, "workloads"], document.createNode({ programs: all }));
    document.setIn(["clusters", 0, "workloads", "charts"], { repository: repository.url });
    edit(document);
    const file = join(scratch, `${example}.yaml`);
    writeFileSync(file, document.toString());
    await synthesize(file, join(scratch, "cdktf.out"));
    const json = join(folderOf(first), "cdk.tf.json");
    const { "//": about, terraform, output } = JSON.parse(readFileSync(json, "utf8")) as KubernetesObject;
    const outputs = {
      ...standIns(output),
      cluster_name: { value: first },
      cluster_endpoint: { value: server.endpoint },
      cluster_dns_endpoint: { value: server.endpoint },
      cluster_ca_certificate: { value: Buffer.from(server.certificate).toString("base64") },
    };
    const backend = { backend: terraform.backend };
    writeFileSync(json, JSON.stringify({ "//": about, terraform: backend, output: outputs }));
  };
  const cdktf = (command: "deploy" | "destroy") => {
    const options = ["--skip-synth", "--skip-provider-lock", "--auto-approve"];
    return run(CDKTF, [command, first, second, ...options], { cwd: scratch, env: env() });
  };
  const terraformIn = (cwd: string, ...args: string[]) => run("terraform", args, { cwd, env: env() });
  const terraform = (...args: string[]) => terraformIn(folderOf(second), ...args);
  /** The state with the outputs of the first stack, for tests that run alone or after the destroy. */
  const applyFirst = async () => {
    await terraformIn(folderOf(first), "init");
    await terraformIn(folderOf(first), "apply", "-auto-approve");
  };
  const timed = async <T>(step: string, action: () => Promise<T>): Promise<T> => {
    const start = Date.now();
    const result = await action();
    process.stderr.write(`${title}, ${step}: ${Math.round((Date.now() - start) / 1000)} s\n`);
    return result;
  };
  /** The changes of the next apply of the second stack, or of another folder, as `ADDRESS: ACTIONS`. */
  const planned = async (folder = folderOf(second)): Promise<string[]> => {
    await terraformIn(folder, "init");
    await terraformIn(folder, "plan", "-no-color", "-out=plan");
    const { stdout } = await terraformIn(folder, "show", "-json", "plan");
    const plan = JSON.parse(stdout) as KubernetesObject;
    const changes: KubernetesObject[] = plan.resource_changes ?? [];
    return changes
      .map(({ address, change }) => `${address}: ${change.actions.join(", ")}`)
      .filter((line) => !line.endsWith(": no-op"));
  };
  const releases = (): Record<string, string> => {
    const list = runHelm("list", "-A", "-o", "json", "--kubeconfig", server.kubeconfig);
    return Object.fromEntries(
      (JSON.parse(list) as KubernetesObject[]).map(({ name, status, chart }) => [name, `${chart} ${status}`]),
    );
  };
  const deployed = (program: ProgramName, version = charts[program].versions[0].version) => [
    program,
    `${charts[program].name}-${version} deployed`,
  ];

  test("are deployed after the cluster, and the second plan is empty", async () => {
    await use();
    let isOver = false;
    const answering = platform === "eks" ? webhook.start(() => isOver) : undefined;
    try {
      const { output } = await timed("deploy", () => cdktf("deploy"));
      expect(output).toContain(second);
    } finally {
      isOver = true;
      await answering;
    }
    const installed = releases();
    expect(installed).toMatchObject(Object.fromEntries(programs.map((program) => deployed(program))));
    expect(Object.keys(installed).filter((name) => !(programs as string[]).includes(name))).toEqual(
      platform === "aks" ? [] : ["cluster-storage"],
    );
    expect(await planned()).toEqual([]);
    // In one apply, after the controller that defines its type.
    if (programs.includes("snapshot-controller"))
      expect(server.kubectl("get", "volumesnapshotclasses", "-o", "name")).toMatch(/^volumesnapshotclass/);
  });

  test("as a child module are the same, except for the path of a chart", async () => {
    const modules = join(scratch, "modules");
    const { environments } = loadEnvironments(join(scratch, `${example}.yaml`));
    exportStacks(environments, { stacks: [second], out: modules, as: "module", force: true });
    const caller = join(scratch, "caller");
    mkdirSync(join(caller, "cluster"), { recursive: true });
    cpSync(join(modules, second), join(caller, second), { recursive: true });
    const [, call] = /^```hcl\n([^]*?)^```$/m.exec(readFileSync(join(caller, second, "README.md"), "utf8"))!;
    writeFileSync(join(caller, "main.tf"), `${call}\nmodule "cluster" {\n  source = "./cluster"\n}\n`);
    const { output } = JSON.parse(
      readFileSync(join(folderOf(first), "cdk.tf.json"), "utf8"),
    ) as KubernetesObject;
    writeFileSync(join(caller, "cluster/main.tf.json"), JSON.stringify({ output }));
    const state = readFileSync(join(scratch, `terraform.${second}.tfstate`), "utf8");
    writeFileSync(join(caller, "terraform.tfstate"), state);
    const { resources } = JSON.parse(state) as KubernetesObject;
    const addresses = (resources as KubernetesObject[])
      .filter(({ mode }) => mode === "managed")
      .map(({ type, name }) => `${type}.${name}`);
    const moved = addresses.map((from) => ({ from, to: `module.workloads.${from}` }));
    writeFileSync(join(caller, "moved.tf.json"), JSON.stringify({ moved }));
    expect(await planned(caller)).toEqual(
      addresses
        .filter((address) => address === "helm_release.programs_storage")
        .map((address) => `module.workloads.${address}: update`),
    );
  });

  test("run on the nodes of their placement", async () => {
    const { items } = (await server.call<KubernetesObject>("GET", "/api/v1/pods"))!;
    const places = (items as KubernetesObject[]).map(({ metadata, spec, status }) => {
      const instance = (metadata.labels["app.kubernetes.io/instance"] ?? metadata.labels.app) as ProgramName;
      const place = controlPlane.includes(instance) ? "control-plane" : "workers";
      return { pod: metadata.name, phase: status.phase, isRight: spec.nodeName?.startsWith(place) };
    });
    expect(places.length).toBeGreaterThanOrEqual(programs.length);
    expect(places.filter(({ isRight, phase }) => isRight !== true || phase === "Pending")).toEqual([]);
  });

  test("are described to GitOps tools by objects that the API server accepts", async () => {
    await use();
    await applyFirst();
    const { environments } = loadEnvironments(join(scratch, `${example}.yaml`));
    const [{ clusters, settings }] = environments;
    const { json, terraform: stack } = Synthesized.from((app) =>
      createGitopsStack(app, clusters[0], settings),
    );
    const folder = folderOf("gitops");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "cdk.tf.json"), json);
    const gitops = (...args: string[]) => run("terraform", args, { cwd: folder, env: env() });
    await gitops("init");
    await gitops("apply", "-auto-approve");
    const manifests = Object.keys(stack.output).filter((output) => output !== "gitops");
    expect(manifests).toContain("flux_config_map");
    for (const output of manifests) {
      const { stdout } = await gitops("output", "-json", output);
      const file = join(scratch, `${output}.json`);
      writeFileSync(file, stdout);
      server.kubectl("apply", "--server-side", "-f", file);
      const again = server.kubectl("apply", "--server-side", "-f", file);
      expect(again).toMatch(/serverside-applied/);
      server.kubectl("delete", "-f", file);
    }
  });

  test("an edit changes and removes what it should, and nothing else", async () => {
    const { version } = charts["cert-manager"].versions[1];
    await use((document) => {
      const of = ["clusters", 0, "workloads", "programs"];
      document.setIn([...of, "cert-manager"], { chartVersion: version });
      document.setIn([...of, "external-secrets"], false);
      // One node at the start has no place for a second copy.
      document.setIn(["clusters", 0, "nodeGroups", 0, "size"], { min: 1, max: 9 });
    });
    const changes = await planned();
    const address = (program: string) => `helm_release.programs_${program.replaceAll("-", "_")}`;
    expect(changes).toContain(`${address("cert-manager")}: update`);
    expect(changes).toContain(`${address("external-secrets")}: delete`);
    expect(changes.filter((line) => !/: (update|delete)$/.test(line))).toEqual([]);
    const updated = [...copied, ...hasSizes].filter((program) => programs.includes(program)).map(address);
    expect(changes.filter((line) => line.endsWith(": update")).sort()).toEqual(
      updated.map((line) => `${line}: update`).sort(),
    );
    await timed("edit", () => terraform("apply", "-no-color", "-auto-approve", "plan"));
    expect(releases()).toMatchObject(Object.fromEntries([deployed("cert-manager", version)]));
    expect(Object.keys(releases())).not.toContain("external-secrets");
    const deployments = async (namespace: string) =>
      (await server.call<KubernetesObject>("GET", `/apis/apps/v1/namespaces/${namespace}/deployments`))!
        .items as KubernetesObject[];
    expect(await deployments("external-secrets")).toEqual([]);
    expect((await deployments("cert-manager")).map(({ spec }) => spec.replicas)).toEqual([1, 1, 1]);
    expect(await planned()).toEqual([]);
  });

  test("are destroyed before the cluster, and leave only what Helm never deletes", async () => {
    await timed("destroy", () => cdktf("destroy"));
    expect(releases()).toEqual({});
    const left = (await inventory(server)).filter((name) => !atStart.includes(name));
    expect(left.filter((name) => !kept.some((pattern) => pattern.test(name)))).toEqual([]);
    expect(left).toContain("CustomResourceDefinition certificates.cert-manager.io");
  });

  const withSnapshots = programs.includes("snapshot-controller") ? test : test.skip;

  withSnapshots(
    "without the snapshot controller, a class of snapshots waits for its definitions",
    async () => {
      await use((document) =>
        document.setIn(["clusters", 0, "workloads", "programs"], {
          ...Object.fromEntries(programs.map((program) => [program, false])),
          "metrics-server": true,
        }),
      );
      await applyFirst();
      await terraform("init");
      const refused = await run("terraform", ["apply", "-no-color", "-auto-approve"], {
        cwd: folderOf(second),
        env: env(),
        accept: [1],
      });
      expect(refused.output.replace(/\s+/g, " ")).toContain('no matches for kind "VolumeSnapshotClass"');
      expect(Object.keys(releases())).toEqual(["metrics-server"]);

      const file = chartFile("snapshot-controller", charts["snapshot-controller"].versions[0].version)!;
      const definitions = render("snapshot-controller", file, {}, "1.35").filter(
        ({ kind }) => kind === "CustomResourceDefinition",
      );
      const list = join(scratch, "definitions.json");
      writeFileSync(list, JSON.stringify({ apiVersion: "v1", kind: "List", items: definitions }));
      server.kubectl("apply", "--server-side", "-f", list);
      await terraform("apply", "-no-color", "-auto-approve");
      expect(await planned()).toEqual([]);
      expect(server.kubectl("get", "volumesnapshotclasses", "-o", "name")).toMatch(/^volumesnapshotclass/);
      await terraform("destroy", "-no-color", "-auto-approve");
      server.kubectl("delete", "-f", list);
      expect(releases()).toEqual({});
    },
  );
});

/** Namespaces with what controllers write to each, definitions of cert-manager, and those in the folder `crds` of a chart. */
const kept: readonly RegExp[] = [
  /^Namespace (cert-manager|external-dns|external-secrets)$/,
  /^(ConfigMap \S+ kube-root-ca\.crt|ServiceAccount \S+ default)$/,
  /^(CustomResourceDefinition|APIService) \S+\.(cert-manager\.io|externaldns\.k8s\.io)$/,
  /^(CustomResourceDefinition|APIService) \S+\.(elbv2\.k8s\.aws|aga\.k8s\.aws|gateway\.k8s\.aws)$/,
];
