import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { loadEnvironments } from "../../modules/environment";
import { synthesizeStack } from "../support/stack";

const folder = mkdtempSync(join(tmpdir(), "promotion-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The reference cluster as a base, without fields of its environment. */
const base = parseDocument(readFileSync("environments/production.yaml", "utf8"));
base.deleteIn(["tags", "environment"]);

/** The stacks of one cluster in two environments that extend the base. */
function promoted(dev: string, production: string): Record<"dev" | "production", unknown> {
  const files = { "base.yaml": String(base), "dev.yaml": dev, "production.yaml": production };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), name === "base.yaml" ? text : `extends: base.yaml\n${text}`);
  }
  const { environments, problems } = loadEnvironments(folder, { today: new Date("2026-11-23") });
  expect(problems).toEqual([]);
  return Object.fromEntries(
    environments.map(({ name, clusters, settings }) => {
      const { json } = synthesizeStack(clusters[0], settings);
      return [name, JSON.parse(alike(json, name)) as unknown];
    }),
  ) as Record<"dev" | "production", unknown>;
}

/** Names contain the environment, and hashes depend on the names. */
const alike = (json: string, environment: string) =>
  json.replaceAll(`${environment}-main`, "ENVIRONMENT-main").replace(/-[0-9a-f]{8}"/g, '-HASH"');

/** The paths with different values. */
function differences(a: unknown, b: unknown, path = ""): string[] {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) {
    return a === b ? [] : [path];
  }
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) =>
    differences((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], `${path}/${key}`),
  );
}

test("without other fields, the cluster is the same in dev and production", () => {
  const { dev, production } = promoted("", "");
  expect(dev).toEqual(production);
  expect(JSON.stringify(dev)).toContain("ENVIRONMENT-main");
});

test("it differs only in the fields of the files", () => {
  const { dev, production } = promoted(
    [
      "backend: { type: s3, bucket: dev-state, region: eu-central-1 }",
      'providers: { aws: { allowedAccountIds: ["111111111111"] } }',
      "clusters: [{ name: main, observability: { retentionDays: 7 }, protection: false }]",
    ].join("\n"),
    [
      "backend: { type: s3, bucket: production-state, region: eu-central-1 }",
      'providers: { aws: { allowedAccountIds: ["222222222222"] } }',
    ].join("\n"),
  );
  expect(differences(dev, production).sort()).toEqual([
    "/provider/aws/0/allowed_account_ids/0",
    "/removed",
    "/resource/aws_cloudwatch_log_group/control_plane_log_group/retention_in_days",
    "/resource/aws_cloudwatch_log_group/network_flow_log_group/retention_in_days",
    // The effects of `protection`.
    "/resource/aws_eks_cluster/control_plane/deletion_protection",
    "/resource/aws_eks_cluster/control_plane/lifecycle/prevent_destroy",
    "/resource/aws_kms_key/control_plane_secrets_key/lifecycle/prevent_destroy",
    "/resource/aws_subnet/network_intra_eu_central_1a/lifecycle",
    "/resource/aws_subnet/network_intra_eu_central_1b/lifecycle",
    "/resource/aws_subnet/network_intra_eu_central_1c/lifecycle",
    "/resource/aws_vpc/network_vpc/lifecycle",
    "/terraform/backend/s3/bucket",
  ]);
});
