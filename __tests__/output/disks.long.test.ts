import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "output-"));
});
afterEach(() => rmSync(scratch, { recursive: true }));

const project = join(__dirname, "../..");

test("a temporary folder that does not exist is reported", () => {
  const out = join(scratch, "out");
  const { status, stderr } = spawnSync(
    process.execPath,
    ["bin/cdktf-clusters.js", "export", "production-main", "--out", out],
    {
      cwd: project,
      encoding: "utf8",
      env: { ...process.env, TMPDIR: "/nowhere", ENVIRONMENTS: "environments/production.yaml" },
    },
  );
  expect(stderr).toBe("the temporary folder /nowhere (TMPDIR) does not exist [output/folder]\n");
  expect(status).toBe(1);
  expect(existsSync(out)).toBe(false);
});

/** Runs a shell script in a mount namespace in which `mount` is allowed. */
const isolated = (script: string, env: NodeJS.ProcessEnv = {}) =>
  spawnSync("unshare", ["--map-root-user", "--mount", "sh", "-ec", script], {
    cwd: project,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });

const canMount = isolated(`mount -t tmpfs -o size=16k none ${JSON.stringify(tmpdir())}`).status === 0;
if (!canMount)
  process.stderr.write("2 tests of full and read-only disks are skipped: no mount in a user namespace\n");

const describeMount = canMount ? describe : describe.skip;

describeMount("a disk", () => {
  const command = `node ${JSON.stringify(join(project, "bin/cdktf-clusters.js"))} export 'production-*' --out "$DISK/out"`;
  const synth = `CDKTF_OUTDIR="$DISK/cdktf.out" node scripts/run.js main.ts`;
  const list = `(cd "$DISK"; find . -type f ! -path './fill' | sort | xargs -r md5sum)`;

  test("that is full is reported, and keeps its files", () => {
    const { stdout, stderr } = isolated(
      `mount -t tmpfs -o size=4m none "$DISK"
       ${command} >&2; ${synth} >&2
       ${list}; echo --
       head -c 4000000 /dev/zero > "$DISK/fill" 2>/dev/null || true
       dd if=/dev/zero of="$DISK/fill" bs=4096 2>/dev/null || true
       ${command} --force >&2 || echo "export $?"; ${synth} >&2 || echo "synth $?"
       echo --; ${list}`,
      { DISK: mkdisk(), ENVIRONMENTS: "environments/production.yaml" },
    );
    const [old, codes, now] = stdout.split("--\n");
    expect(codes).toBe("export 1\nsynth 1\n");
    expect(old).toContain("cdk.tf.json");
    expect(now).toBe(old);
    expect(stderr.match(/cannot be written: the disk is full \(ENOSPC\) \[output\/space\]$/gm)).toHaveLength(
      2,
    );
    expect(stderr).not.toMatch(/^\s+at /m);
  }, 120_000);

  test("that is read-only is reported", () => {
    const { stdout, stderr } = isolated(
      `mount -t tmpfs -o ro,size=4m none "$DISK"
       ${command} >&2 || echo "export $?"; ${synth} >&2 || echo "synth $?"`,
      { DISK: mkdisk(), ENVIRONMENTS: "environments/production.yaml" },
    );
    expect(stdout).toBe("export 1\nsynth 1\n");
    expect(
      stderr.match(/cannot be written: the file system is read-only \(EROFS\) \[output\/writable\]$/gm),
    ).toHaveLength(2);
    expect(stderr).not.toMatch(/^\s+at /m);
  }, 120_000);

  function mkdisk(): string {
    const disk = join(scratch, "disk");
    mkdirSync(disk);
    expect(existsSync(disk)).toBe(true);
    return disk;
  }
});
