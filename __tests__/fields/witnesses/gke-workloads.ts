import type { GkeClusterSpec } from "../../../modules/gke/spec";
import { minimal } from "../../support/gke";
import { workloadsWitnesses } from "./workloads";

export const gkeWorkloads = workloadsWitnesses<Omit<GkeClusterSpec, "platform">>(
  () => ({ ...minimal, access: { ...minimal.access, dnsEndpoint: true }, dns: { zones: ["shop"] } }),
  ["external-dns", "cert-manager", "external-secrets"],
);
