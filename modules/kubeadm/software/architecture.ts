import type { Architecture } from "../boot/settings";

/** The architecture in the names of files and images. Machines of an unknown type are taken for amd64. */
export const fileArchitecture = (architecture: "x86_64" | "arm64" | undefined): Architecture =>
  architecture === "arm64" ? "arm64" : "amd64";
