// Regenerates modules/aws/machine-type-table.json from the output of DescribeInstanceTypes, which the Python package
// `moto` contains (Apache-2.0, moto/ec2/resources/instance_types.json.gz). Needs python3 with pip, and PyPI.
//
//   node scripts/instance-types.mjs [moto version]
//
// Omitted: mac*, which EKS nodes cannot use. Per type: vCPUs, GiB of memory, the interfaces of the default network card (the VPC CNI and nodeadm
// count only these), the IPv4 addresses per interface and, if any, the Elastic Fabric Adapters. Per family: architecture,
// accelerator, and whether its machines have local disks.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { URL, fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { print } from "./printable.js";
import { groupByFamily } from "./refresh/instance-types.mjs";
import { familyTable } from "./refresh/source.mjs";

const motoVersion = process.argv[2] ?? "5.2.5";
const target = fileURLToPath(new URL("../modules/aws/machine-type-table.json", import.meta.url));

const described = downloadDescribedTypes();
const families = groupByFamily(
  Object.values(described).filter((type) => !type.InstanceType.startsWith("mac")),
);
writeFileSync(target, familyTable(families)(Object.keys(families).sort()));
print(`${target}: ${Object.keys(families).length} families, moto ${motoVersion}`);

function downloadDescribedTypes() {
  const folder = mkdtempSync(join(tmpdir(), "instance-types-"));
  try {
    const pip = ["-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, `moto==${motoVersion}`];
    execFileSync("python3", pip, { stdio: ["ignore", "ignore", "inherit"] });
    const wheel = readdirSync(folder).find((file) => file.endsWith(".whl"));
    execFileSync("python3", ["-m", "zipfile", "-e", join(folder, wheel), folder]);
    return JSON.parse(gunzipSync(readFileSync(join(folder, "moto/ec2/resources/instance_types.json.gz"))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
