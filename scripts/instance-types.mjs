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

const motoVersion = process.argv[2] ?? "5.2.5";
const target = fileURLToPath(new URL("../modules/aws/machine-type-table.json", import.meta.url));

const described = downloadDescribedTypes();
const families = groupByFamily(
  Object.values(described).filter((type) => !type.InstanceType.startsWith("mac")),
);
writeFileSync(target, format(families));
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

function groupByFamily(types) {
  const families = {};
  for (const type of types) {
    const [family, size] = type.InstanceType.split(".");
    const architecture = type.ProcessorInfo.SupportedArchitectures.find((name) => name !== "i386");
    const accelerator = acceleratorOf(type);
    const localDisks = type.InstanceStorageSupported ? true : undefined;
    families[family] ??= {
      architecture,
      ...(accelerator && { accelerator }),
      ...(localDisks && { localDisks }),
      sizes: {},
    };
    for (const [fact, value] of Object.entries({ architecture, accelerator, localDisks })) {
      if (families[family][fact] !== value)
        throw new Error(`${type.InstanceType} differs from its family in ${fact}`);
    }
    families[family].sizes[size] = row(type);
  }
  return families;
}

function row({ VCpuInfo, MemoryInfo, NetworkInfo }) {
  const card = NetworkInfo.NetworkCards.find(
    (c) => c.NetworkCardIndex === NetworkInfo.DefaultNetworkCardIndex,
  );
  const adapters = NetworkInfo.EfaInfo?.MaximumEfaInterfaces ?? 0;
  return [
    VCpuInfo.DefaultVCpus,
    Number((MemoryInfo.SizeInMiB / 1024).toFixed(2)),
    card.MaximumNetworkInterfaces,
    NetworkInfo.Ipv4AddressesPerInterface,
    ...(adapters > 0 ? [adapters] : []),
  ];
}

function acceleratorOf({ InstanceType, GpuInfo, NeuronInfo }) {
  // AWS describes trn2u without its Trainium devices.
  if (NeuronInfo || /^(inf|trn)\d/.test(InstanceType)) return "neuron";
  return GpuInfo?.Gpus.some((gpu) => gpu.Manufacturer === "NVIDIA") ? "nvidia" : undefined;
}

/** Smallest sizes first, one line per type, in the format of Prettier. */
function format(families) {
  const lines = Object.keys(families)
    .sort()
    .map((name) => {
      const { sizes, ...shared } = families[name];
      const head = Object.entries(shared).map(([key, value]) => `    "${key}": ${JSON.stringify(value)},`);
      const rows = Object.entries(sizes)
        .sort(([a, [vcpusA]], [b, [vcpusB]]) => vcpusA - vcpusB || a.localeCompare(b))
        .map(([size, row]) => `      "${size}": [${row.join(", ")}]`);
      return [`  "${name}": {`, ...head, `    "sizes": {`, rows.join(",\n"), "    }", "  }"].join("\n");
    });
  return `{\n${lines.join(",\n")}\n}\n`;
}
