import { architectureOf } from "../../azure/machine-types";

/**
 * The newest image of Canonical, unless the file names one. Ubuntu 26.04 has cgroup v2 only. The names of the offer follow those of 24.04: check
 * with `az vm image list --publisher Canonical --all` before this file is used.
 */
export function imageOf(image: { readonly id: string } | undefined, machineType: string) {
  if (image) return { sourceImageId: image.id };
  const sku = architectureOf(machineType) === "arm64" ? "server-arm64" : "server";
  return {
    sourceImageReference: { publisher: "Canonical", offer: "ubuntu-26_04-lts", sku, version: "latest" },
  };
}
