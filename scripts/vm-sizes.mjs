// Regenerates modules/azure/machine-type-table.json from the list of Azure resource SKUs in the Kubernetes Cluster
// Autoscaler (Apache-2.0): cluster-autoscaler/cloudprovider/azure/azure_instance_types.go in kubernetes/autoscaler.
//
//   node scripts/vm-sizes.mjs azure_instance_types.go
//
// Per family, with its name in Azure quotas: the architecture, and for each size vCPUs, GiB of memory and, if any, GPUs. Omitted: "Promo"
// sizes, which are other sizes with a different price.
import { readFileSync, writeFileSync } from "node:fs";
import { URL, fileURLToPath } from "node:url";
import { print } from "./printable.js";

const target = fileURLToPath(new URL("../modules/azure/machine-type-table.json", import.meta.url));
const source = readFileSync(process.argv[2], "utf8");

const row =
  /InstanceType:\s+"Standard_([^"]+)",\s+SkuFamily:\s+"([^"]+)",\s+VCPU:\s+(\d+),\s+MemoryMb:\s+(\d+),\s+GPU:\s+(\d+),\s+Architecture:\s+"(\w+)"/g;

const families = {};
for (const [, size, family, vcpus, memory, gpus, architecture] of source.matchAll(row)) {
  if (size.endsWith("_Promo")) continue;
  const known = (families[family] ??= {
    architecture: architecture === "arm64" ? "arm64" : "x86_64",
    sizes: {},
  });
  const numbers = [Number(vcpus), Math.round((Number(memory) / 1024) * 100) / 100];
  known.sizes[size] = Number(gpus) > 0 ? [...numbers, Number(gpus)] : numbers;
}
writeFileSync(target, format(families));
print(`${target}: ${Object.keys(families).length} families`);

/** One line per size, so that changes are readable. */
function format(all) {
  const names = Object.keys(all).sort((a, b) => a.localeCompare(b));
  const family = (name) => {
    const { architecture, sizes } = all[name];
    const lines = Object.entries(sizes)
      .sort(([a, [x]], [b, [y]]) => x - y || a.localeCompare(b))
      .map(([size, numbers]) => `      "${size}": [${numbers.join(", ")}]`);
    return `  "${name}": {\n    "architecture": "${architecture}",\n    "sizes": {\n${lines.join(",\n")}\n    }\n  }`;
  };
  return `{\n${names.map(family).join(",\n")}\n}\n`;
}
