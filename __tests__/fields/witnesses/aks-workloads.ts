import type { AksClusterSpec } from "../../../modules/aks/spec";
import { minimal } from "../../support/aks";
import { workloadsWitnesses } from "./workloads";

const dns = {
  zones: [
    "/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/dns/providers/Microsoft.Network/dnsZones/example.com",
  ],
};

export const aksWorkloads = workloadsWitnesses<Omit<AksClusterSpec, "platform">>(
  () => ({ ...minimal, access: { ...minimal.access, publicFrom: ["203.0.113.0/24"] }, dns }),
  ["external-dns", "cert-manager", "external-secrets"],
);
