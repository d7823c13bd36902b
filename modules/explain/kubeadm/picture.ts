import { cloudOf } from "../../kubeadm/clouds";
import { endpointOf } from "../../kubeadm/access/endpoint";
import { slotsOf } from "../../kubeadm/control-plane/slots";
import { defaults } from "../../kubeadm/fields.generated";
import { natOf } from "../../kubeadm/network/nat";
import { rangeOf } from "../../kubeadm/network/ranges";
import type { KubeadmClusterProps } from "../../kubeadm/spec";
import { blockStorageOf } from "../../kubeadm/storage/block";
import { zoneNames } from "../../kubeadm/zones";
import { counted } from "../counted";
import type { Picture } from "../model";
import { groupLines, ids, PictureBuilder } from "../picture";
import type { ExplainedCluster } from "../platform";
import type { Stack } from "../stack";

/** The picture of a cluster on machines, on each cloud: its subnets with machines, the control plane, and its stores. */
export function kubeadmPicture(cluster: KubeadmClusterProps & ExplainedCluster, stack: Stack): Picture {
  const picture = new PictureBuilder();
  const { title, network } = cloudOf(cluster)!;
  const zones = zoneNames(cluster) ?? [];
  const range = rangeOf(cluster, "cidr")!;
  const { controlPlane } = cluster;

  picture.add({
    id: ids.person,
    kind: "person",
    title: "People and pipelines",
    lines: ["kubectl, Helm, CI"],
  });
  picture.add({ id: ids.internet, kind: "internet", title: "Internet", lines: ["registries, programs"] });
  picture.add({ id: ids.region, kind: "region", title: `Region ${cluster.region}` });
  picture.add({ id: ids.network, kind: "network", parent: ids.region, title: `VPC ${range}` });
  const subnets = network.subnets(range, cluster.region, zones, natOf(cluster));
  const slots = slotsOf(cluster, zones, (zone) => {
    const subnet = subnets.find((one) => one.zones.includes(zone))!.range;
    return network.slotRange?.(subnet) ?? subnet;
  });
  picture.add({
    id: ids.controlPlane,
    kind: "control-plane",
    parent: ids.network,
    title: "Control plane and etcd",
    lines: [
      `Kubernetes ${cluster.kubernetesVersion}`,
      "behind an internal load balancer:",
      endpointOf(cluster),
      `${slots.length} × ${controlPlane.machineType}`,
      ...slots.map(({ zone, address }) => `${zone}: ${address}`),
      `etcd disks of ${controlPlane.etcd?.sizeGiB ?? defaults["controlPlane.etcd.sizeGiB"]} GiB`,
    ],
  });
  const groups = groupLines(cluster, zones);
  const nodes = subnets.flatMap((subnet) => {
    const parent = picture.add({
      id: `subnet-${subnet.name.replace(/\W+/g, "-")}`,
      kind: "zone",
      parent: ids.network,
      title: subnet.name,
      lines: [String(subnet.range)],
    });
    return subnet.zones.map((zone) => {
      const lines = groups.get(zone) ?? [];
      return picture.add({
        id: `nodes-${zone}`,
        kind: "nodes",
        parent,
        title: `zone ${zone}`,
        lines: lines.length > 0 ? lines : ["no nodes"],
      });
    });
  });
  const gateways = stack.ofType("aws_nat_gateway", "azurerm_nat_gateway", "google_compute_router_nat").length;
  if (gateways > 0) {
    picture.add({
      id: "nat",
      kind: "gateway",
      parent: ids.network,
      title: "NAT",
      lines: [counted(gateways, "gateway")],
    });
  }
  picture.add({
    id: "store",
    kind: "store",
    parent: ids.region,
    title: "Store of the cluster",
    lines: ["keys, programs", "backups of etcd"],
  });
  if (blockStorageOf(cluster)) {
    picture.add({
      id: "disks",
      kind: "store",
      parent: ids.region,
      title: "Disks of volumes",
      lines: [title],
    });
  }

  picture.connect("person-to-api", ids.person, ids.controlPlane, "6443 through your network");
  picture.connect("pod-to-internet", "nat", ids.internet, "through NAT");
  for (const box of nodes) {
    picture.connect("node-to-api", box, ids.controlPlane, "6443");
    picture.connect("pod-to-internet", box, "nat", "egress");
    picture.connect("pod-to-storage", box, "disks", "volumes");
  }
  return picture.picture;
}
