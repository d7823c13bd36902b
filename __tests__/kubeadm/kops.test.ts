import { readFileSync } from "node:fs";
import { shipped } from "../support/shipped";
import type { Arguments } from "../support/synthesized";

/**
 * The column of this project in the comparison with kops (docs/kubeadm.md) is what the reference cluster has. The other columns are of files of
 * kops, which are not here.
 */

const { stack, cluster } = shipped("examples").clusters.find(({ name }) => name === "kubeadm-main")!;
const resources = stack.terraform.resource as Readonly<Record<string, Readonly<Record<string, Arguments>>>>;
const all = (type: string): readonly Arguments[] => Object.values(resources[type] ?? {});

const [, table] = readFileSync("docs/kubeadm.md", "utf8").split("## Compared with kops");
const rows = new Map(
  table
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, row, ours]): [string, string] => [row, ours]),
);

/** Who reaches which ports of the machines with a security group; a port without a number is all. */
const openings = (group: string): { from: string; port: number | undefined }[] =>
  all("aws_vpc_security_group_ingress_rule")
    .filter(({ security_group_id: id }) => String(id).endsWith(`.network_security_${group}.id}`))
    .map(({ referenced_security_group_id: from, cidr_ipv4: range, from_port: port }) => ({
      from: String(range ?? /network_security_(\w+)\.id/.exec(String(from))![1]),
      port: port as number | undefined,
    }));

/** The text of a cell, if what was measured is so. */
const cell = (isSo: boolean, text: string): string => (isSo ? text : "not so");

const cases: readonly (readonly [row: string, measured: () => string])[] = [
  [
    "Resources in Terraform",
    () => String(Object.values(resources).reduce((sum, type) => sum + Object.keys(type).length, 0)),
  ],
  ["Objects in the store that Terraform writes", () => String(all("aws_s3_object").length)],
  [
    "Control-plane machine",
    () => {
      const groups = Object.entries(resources.aws_autoscaling_group).filter(([name]) =>
        name.includes("_slot_"),
      );
      const each = [all("aws_ebs_volume"), all("aws_network_interface")];
      return cell(
        groups.length === 3 &&
          groups.every(([, { min_size: min, max_size: max }]) => min === 1 && max === 1) &&
          each.every(({ length }) => length === groups.length) &&
          all("aws_network_interface").every(({ private_ips: addresses }) => addresses.length === 1),
        "Auto Scaling group of one, fixed address, one etcd disk",
      );
    },
  ],
  [
    "API server is reached through",
    () =>
      cell(
        all("aws_lb").length === 1 &&
          all("aws_lb").every(({ internal }) => internal === true) &&
          all("aws_route53_zone").length === 1 &&
          all("aws_route53_zone").every(({ vpc }) => vpc !== undefined),
        "internal load balancer, private DNS zone",
      ),
  ],
  [
    "Health check of the load balancer",
    () => {
      const [{ health_check: check }] = all("aws_lb_target_group");
      return `${String(check.protocol)} \`${String(check.path)}\``;
    },
  ],
  [
    "Port of the API server, and who reaches it",
    () => {
      const rules = openings("load_balancer");
      const outside = rules.filter(({ from }) => /\d/.test(from)).map(({ from }) => from);
      const ports = new Set(rules.map(({ port }) => port));
      return cell(
        outside.join() === String(cluster.access.privateFrom),
        `${[...ports].join()}, ranges in \`privateFrom\``,
      );
    },
  ],
  [
    "SSH",
    () => {
      // Nodes reach all ports of nodes.
      const outside = ["control_plane", "load_balancer", "nodes"].flatMap((group) =>
        openings(group).filter(({ from, port }) => port === 22 || (port === undefined && from !== group)),
      );
      return cell(outside.length === 0, "none");
    },
  ],
  [
    "Nodes reach on the control plane",
    () => {
      const ports = openings("control_plane").flatMap(({ from, port }) => (from === "nodes" ? [port] : []));
      // Health checks and VXLAN of Cilium.
      const others = ports.filter((port) => port !== 4240 && port !== 8472);
      return cell(ports.length === 3, `${others.join()}, and the ports of the CNI`);
    },
  ],
  [
    "Egress",
    () => {
      const rules = all("aws_vpc_security_group_egress_rule");
      const everywhere = rules.filter(({ cidr_ipv4: range }) => range === "0.0.0.0/0");
      const rest = rules.filter((rule) => !everywhere.includes(rule));
      return cell(
        everywhere.length === 2 &&
          rest.length === 1 &&
          String(rest[0].security_group_id).includes("load_balancer") &&
          rest[0].from_port === 6443,
        "all, IPv4; the load balancer only the API server",
      );
    },
  ],
  [
    "Private keys in the state of Terraform",
    () =>
      cell(
        !JSON.stringify(stack.terraform).includes("PRIVATE KEY") &&
          Object.keys(resources).every((type) => !/^(tls|random)_|_access_key$|_key_pair$/.test(type)),
        "none",
      ),
  ],
];

test.each(cases)("%s", (row, measured) => {
  expect(rows.get(row)).toBe(measured());
});
