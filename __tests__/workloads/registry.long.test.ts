import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { charts } from "../../modules/workloads/charts";
import type { ProgramsSpec } from "../../modules/cluster/vocabulary";
import { createWorkloadsStack } from "../../stacks";
import { toolEnvironment } from "../e2e/support/environment";
import { run } from "../e2e/support/run";
import { minimal } from "../support/eks";
import { Synthesized } from "../support/synthesized";
import { ChartRegistry } from "./chart-registry";
import { chartFile } from "./helm";
import { describeHelmProvider, missingProvider } from "./helm-provider";

/** The Helm provider reads charts at the plan, so no API server is needed. */
describeHelmProvider("charts in an OCI registry, with the Helm provider", () => {
  const [newest, older] = charts["cert-manager"].versions.map(({ version }) => version);
  const digests: Record<string, string> = {};
  let registry: ChartRegistry;
  let scratch: string;

  beforeAll(async () => {
    if (missingProvider !== undefined) throw new Error(missingProvider);
    scratch = mkdtempSync(join(tmpdir(), "oci-"));
    registry = await ChartRegistry.start();
    for (const version of [newest, older])
      digests[version] = registry.push("cert-manager", version, chartFile("cert-manager", version)!);
  });

  afterAll(() => {
    registry?.stop();
    if (scratch) rmSync(scratch, { recursive: true });
  });

  /** The exit code and the output of a plan. */
  const plan = async (program: ProgramsSpec["cert-manager"]) => {
    const folder = mkdtempSync(join(scratch, "stack-"));
    const cwd = join(folder, "stacks/programs");
    mkdirSync(cwd, { recursive: true });
    const programs = { "cert-manager": program, "cluster-autoscaler": false };
    const workloads = { programs, charts: { repository: registry.repository } };
    const { json } = Synthesized.from((app) =>
      createWorkloadsStack(app, { platform: "eks", ...minimal, storage: { block: false }, workloads }),
    );
    const stack = JSON.parse(json) as Record<string, object>;
    const outputs = { cluster_endpoint: "https://127.0.0.1:1", cluster_ca_certificate: "YQ==" };
    // Locals take the place of the state of the cluster.
    const text = JSON.stringify({ ...stack, data: undefined, locals: { outputs } });
    const local = text.replaceAll("data.terraform_remote_state.cluster.outputs", "local.outputs");
    writeFileSync(join(cwd, "cdk.tf.json"), local);
    const env = { ...toolEnvironment(), SSL_CERT_FILE: registry.certificate, HOME: folder };
    await run("terraform", ["init"], { cwd, env });
    const { code, output } = await run("terraform", ["plan", "-no-color"], { cwd, env, accept: [0, 1] });
    return { code, output: output.replace(/\s*[│|]?\n[│|]? */g, " ") };
  };

  test("a chart is read by its version", async () => {
    const { code, output } = await plan({ chartVersion: older });
    expect(output).toContain("Plan: 1 to add");
    expect(code).toBe(0);
  });

  test("a chart with the digest of the version is accepted", async () => {
    const { code, output } = await plan({ chartVersion: older, digest: digests[older] });
    expect(output).toContain("Plan: 1 to add");
    expect(code).toBe(0);
  });

  test.each([
    ["of another version", () => digests[newest]],
    ["of no chart", () => `sha256:${"0".repeat(64)}`],
  ])("a digest %s is refused", async (_, digest) => {
    const { code, output } = await plan({ chartVersion: older, digest: digest() });
    expect(output).toContain("chart reference digest mismatch");
    expect(code).toBe(1);
  });
});
