// Regenerates modules/aks/node-groups/machine-type-table.json from the list that the Kubernetes Cluster Autoscaler keeps of Azure's own
// resource SKUs (Apache-2.0): cluster-autoscaler/cloudprovider/azure/azure_instance_types.go in kubernetes/autoscaler.
//
//   node scripts/vm-sizes.mjs azure_instance_types.go
//
// Kept per family, by the name that Azure's quotas have for it: the architecture, and for each size vCPUs, GiB of memory and, where
// there are any, GPUs. Left out: sizes "Promo", which are others at another price.
import { readFileSync, writeFileSync } from "node:fs";
import { URL, fileURLToPath } from "node:url";

const target = fileURLToPath(new URL("../modules/aks/node-groups/machine-type-table.json", import.meta.url));
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
console.log(`${target}: ${Object.keys(families).length} families`);

/** One line for each size, so that a change of the table can be read. */
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
