/**
 * Has outside judges look at all shipped environments and examples: `npm run security`.
 *
 * Checkov reads the Terraform JSON, cloudsplaining the IAM policies in it. What they find must be in
 * `security/accepted.json`, with the reason; what is there and no longer found is an error too. A configuration that is known
 * to be bad goes along, so that judges who find nothing because they saw nothing are noticed. Needs Python 3 and PyPI.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const accepted = JSON.parse(readFileSync("security/accepted.json", "utf8"));
const control = "control";

const scratch = mkdtempSync(join(tmpdir(), "security-"));
try {
  const stacks = collectStacks();
  const { judged, findings } = judge(stacks);
  report(judged, findings);
} finally {
  rmSync(scratch, { recursive: true });
}

/** A folder with the JSON of every stack, and of the bad configuration. */
function collectStacks() {
  const stacks = join(scratch, "stacks");
  for (const environments of ["environments", "examples"]) {
    const outdir = join(scratch, environments);
    run(process.execPath, ["scripts/run.js", "main.ts"], {
      ENVIRONMENTS: environments,
      CDKTF_OUTDIR: outdir,
    });
    for (const stack of readdirSync(join(outdir, "stacks"))) {
      cpSync(join(outdir, "stacks", stack, "cdk.tf.json"), join(stacks, stack, "main.tf.json"));
    }
  }
  cpSync(join("security", control), join(stacks, control), { recursive: true });
  return stacks;
}

function judge(stacks) {
  return JSON.parse(run(pythonWithJudges(), ["security/judge.py", stacks]));
}

/** The Python of a virtual environment with the pinned judges; made on first use, and again when the pins change. */
function pythonWithJudges() {
  const requirements = join("security", "requirements.txt");
  const hash = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 16);
  const venv = join("node_modules", ".cache", "cdktf-clusters-security", hash);
  const python = join(venv, "bin", "python");
  if (existsSync(join(venv, "complete"))) return python;

  rmSync(venv, { recursive: true, force: true });
  mkdirSync(venv, { recursive: true });
  run(process.env.PYTHON ?? "python3", ["-m", "venv", venv]);
  run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]);
  writeFileSync(join(venv, "complete"), "");
  return python;
}

function run(command, args, env = {}) {
  return execFileSync(command, args, {
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function accepts({ check, resources, stacks }, finding) {
  return (
    check === finding.check &&
    resources.some((resource) => covers(resource, finding.resource)) &&
    (stacks === undefined || stacks.includes(finding.stack))
  );
}

/** `node_groups_*` stands for all that begin so. */
function covers(pattern, resource) {
  return pattern.endsWith("*") ? resource.startsWith(pattern.slice(0, -1)) : pattern === resource;
}

function report(judged, findings) {
  const seen = findings.filter(({ stack }) => stack === control).map(({ check }) => check);
  const ours = findings.filter(({ stack }) => stack !== control);
  const rejected = ours.filter((finding) => !accepted.some((entry) => accepts(entry, finding)));
  const needless = accepted.flatMap(({ resources, ...entry }) =>
    resources
      .filter((resource) => !ours.some((finding) => accepts({ ...entry, resources: [resource] }, finding)))
      .map((resource) => `${entry.check} at ${resource}`),
  );
  const blind = ["CKV_AWS_24", "CS_PRIVILEGE_ESCALATION", "CS_DATA_EXFILTRATION"].filter(
    (c) => !seen.includes(c),
  );

  for (const { stack, check, resource, title } of rejected)
    console.error(`${stack}: ${resource}: ${check} ${title}`);
  for (const entry of needless)
    console.error(`security/accepted.json: nothing is found any more for ${entry}`);
  for (const check of blind) console.error(`${check} was not found in the configuration that has it`);
  console.log(
    `${judged.stacks - 1} stacks and ${judged.policies - 1} policies judged: ` +
      `${rejected.length} findings, and ${ours.length - rejected.length} that are accepted for ${accepted.length} reasons`,
  );
  if (rejected.length + needless.length + blind.length > 0) process.exitCode = 1;
}
