import type { AksClusterProps } from "../../../../modules/aks/spec";
import type { WorkloadsSpec } from "../../../../modules/cluster/vocabulary";
import {
  admin,
  type AksRuleCases,
  cluster,
  dnsZone,
  existing,
  group,
  hub,
  privateZone,
  variable,
} from "../../rule-support";
import { chartCases } from "../../../cluster/workload-cases";

/** A cluster that asks for programs. */
const installing = (
  programs: WorkloadsSpec["programs"] = { "cert-manager": true },
  patch: Partial<AksClusterProps> = {},
): AksClusterProps => ({ ...cluster(patch), workloads: { programs } }) as AksClusterProps;

const dns = { zones: [dnsZone] };
const named = (zone: string, name: string): string => zone.replace(/[^/]+$/, name);
const notOfGroup = (index: number): string =>
  `error dns.zones[${index}]: must be in the resource group of zones[0], and public or private like it: ExternalDNS of the catalogue ` +
  "handles no others; set workloads.programs.external-dns to false and install one for each group";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "cluster/workloads/installs-a-program",
    passes: [
      ["no second stack", cluster()],
      ["one program", installing()],
      ["ExternalDNS by default", installing({}, { dns })],
    ],
    fails: [
      [
        "no program",
        installing({}),
        "error workloads: installs nothing; set a program in workloads.programs to true, or omit workloads",
      ],
      [
        "an add-on that writes the records",
        installing({}, { dns, loadBalancing: { controller: true } }),
        "error workloads: installs nothing; set a program in workloads.programs to true, or omit workloads",
      ],
    ],
  },
  {
    rule: "cluster/workloads/program-has-permissions",
    passes: [
      ["zones", installing({ "external-dns": true }, { dns })],
      ["zones of a variable", installing({ "external-dns": true }, { dns: { zones: variable } })],
      ["programs that call no cloud", installing()],
    ],
    fails: [
      [
        "no zones",
        installing({ "external-dns": true }),
        "error workloads.programs.external-dns: needs dns.zones, which gives ExternalDNS its permissions in Azure; set that field, or " +
          "omit the program",
      ],
    ],
  },
  {
    rule: "cluster/workloads/chart-version",
    passes: [
      ["the newest", installing()],
      ["another one of the catalogue", installing({ "cert-manager": { chartVersion: "v1.20.3" } })],
      ["a patch version of Kubernetes", installing(undefined, { kubernetesVersion: "1.35.2" })],
    ],
    fails: [
      [
        "a version that is not in the catalogue",
        installing({ "cert-manager": { chartVersion: "v0.1.0" } }),
        'error workloads.programs.cert-manager.chartVersion: must be v1.21.1 or v1.20.3 for Kubernetes 1.35, got "v0.1.0"',
      ],
    ],
  },
  {
    rule: "cluster/workloads/program-has-node",
    passes: [
      ["a group", installing()],
      ["a group that is a variable", installing(undefined, { nodeGroups: variable })],
    ],
    fails: [
      [
        "spot nodes only",
        installing(undefined, { nodeGroups: [group({ capacity: "spot" })] }),
        "error workloads.programs.cert-manager: would have no node for cert-manager, and the deployment would fail after a timeout: " +
          "one Linux group on demand must have min of at least 1 and no taint NoSchedule or NoExecute other than CriticalAddonsOnly",
      ],
    ],
  },
  {
    rule: "aks/workloads/records-have-one-writer",
    passes: [
      ["ExternalDNS", installing({}, { dns })],
      ["the add-on", installing(undefined, { dns, loadBalancing: { controller: true } })],
    ],
    fails: [
      [
        "both",
        installing({ "external-dns": true }, { dns, loadBalancing: { controller: true } }),
        "error workloads.programs.external-dns: the application routing add-on of loadBalancing.controller writes the records of dns.zones; " +
          "omit the program, or set loadBalancing.controller to false",
      ],
    ],
  },
  {
    rule: "aks/workloads/zones-of-one-group",
    passes: [
      ["two zones", installing({}, { dns: { zones: [dnsZone, named(dnsZone, "example.org")] } })],
      ["references", installing({}, { dns: { zones: [dnsZone, variable] } })],
      [
        "zones of another program",
        installing(
          { "cert-manager": true, "external-dns": false },
          { dns: { zones: [dnsZone, privateZone("shop.internal")] } },
        ),
      ],
    ],
    fails: [
      [
        "a private zone",
        installing({}, { dns: { zones: [dnsZone, privateZone("shop.internal")] } }),
        notOfGroup(1),
      ],
      [
        "another group",
        installing(
          {},
          {
            dns: {
              zones: [
                dnsZone,
                named(dnsZone, "example.org").replace("/resourceGroups/", "/resourceGroups/x"),
              ],
            },
          },
        ),
        notOfGroup(1),
      ],
    ],
  },
  {
    rule: "aks/workloads/api-server-reachable",
    passes: [
      ["no second stack", cluster()],
      [
        "a public range",
        installing(undefined, { access: { admins: [admin], publicFrom: ["203.0.113.0/24"] } }),
      ],
      ["a connected network", installing(undefined, { network: { peerings: [hub] } })],
      ["an existing network", installing(undefined, { network: { existing } })],
      ["a public name", installing(undefined, { access: { admins: [admin], publicFqdn: true } })],
      [
        "an existing zone",
        installing(undefined, {
          access: { admins: [admin], privateDnsZone: privateZone("private.westeurope.azmk8s.io") },
        }),
      ],
    ],
    fails: [
      [
        "a new network without connections",
        installing(),
        "error workloads: only machines in the new network reach the API server and know its name, no person and no pipeline that installs " +
          "programs: connect the network of the machine that deploys with network.peerings, or its name with access.privateDnsZone or " +
          "access.publicFqdn, or omit workloads and use gitops, which Azure installs",
      ],
    ],
  },
  ...chartCases((workloads) => ({ ...installing(), workloads }) as AksClusterProps),
];
