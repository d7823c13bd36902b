import { error, warning } from "../../../cluster/problem";
import { defineRules, isKnown, knownEntries, shown } from "../../../cluster/rules/rule";
import { podNetworkOf } from "../../network/settings";
import { istioFact, nginxRouting, oldestIstioMinor } from "../facts";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/load-balancing", {
  /**
   * The kind of NGINX ingress is a setting of the application routing add-on.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster#default_nginx_controller
   */
  "ingress-needs-controller"({ loadBalancing }) {
    if (loadBalancing?.ingress === undefined || loadBalancing.controller) return [];
    return [
      error(["loadBalancing", "ingress"], "is a setting of the controller: set controller: true, or omit it"),
    ];
  },

  /**
   * The Application Gateway Ingress Controller has an existing gateway or the subnet for a new one, and a pod
   * network of AKS.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster#ingress_application_gateway
   */
  "application-gateway"(cluster) {
    const gateway = cluster.loadBalancing?.applicationGateway;
    if (!isKnown(gateway)) return [];
    const path = ["loadBalancing", "applicationGateway"];
    const given = [gateway.gatewayId, gateway.subnetId].filter((value) => value !== undefined).length;
    const { mode } = podNetworkOf(cluster);
    return [
      ...(given === 1
        ? []
        : [error(path, `must have one of gatewayId and subnetId, got ${given === 0 ? "none" : "both"}`)]),
      ...(mode === "none" ? [error(path, `needs a pod network of AKS, got podNetwork "none"`)] : []),
    ];
  },

  /**
   * The NGINX ingress of the application routing add-on gets fixes until November 2026. Its successor uses the Gateway API.
   *
   * @see https://learn.microsoft.com/azure/aks/app-routing
   */
  "nginx-supported"({ loadBalancing }, { today }) {
    if (loadBalancing?.controller !== true || loadBalancing.ingress === "none") return [];
    const { supportedUntil, asOf } = nginxRouting;
    const isOver = today.toISOString().slice(0, 10) > supportedUntil;
    return [
      warning(
        ["loadBalancing", "controller"],
        `support of NGINX in the application routing add-on ${isOver ? "ended" : "ends"} on ${supportedUntil} (as of ${asOf}): use ` +
          "loadBalancing.istio, applicationGateway or another controller",
      ),
    ];
  },

  /**
   * AKS supports the newest revisions of Istio; older ones are deprecated and get no fixes.
   *
   * @see https://learn.microsoft.com/azure/aks/istio-support-policy
   */
  "istio-revision-supported"({ loadBalancing }) {
    return knownEntries(loadBalancing?.istio?.revisions)
      .filter(([, revision]) => Number(/^asm-1-(\d+)$/.exec(revision)?.[1]) < oldestIstioMinor)
      .map(([i, revision]) =>
        warning(
          ["loadBalancing", "istio", "revisions", i],
          `${revision} is deprecated on AKS (as of ${istioFact.asOf}): use asm-1-${oldestIstioMinor} or newer`,
        ),
      );
  },

  /**
   * Istio has one revision, or two consecutive ones during an upgrade.
   *
   * @see https://learn.microsoft.com/azure/aks/istio-upgrade
   */
  "istio-revisions"({ loadBalancing }) {
    const revisions = loadBalancing?.istio?.revisions;
    if (!isKnown(revisions)) return [];
    const path = ["loadBalancing", "istio", "revisions"];
    if (revisions.length < 1 || revisions.length > 2)
      return [error(path, `must be one or two revisions, got ${revisions.length}`)];
    const named = knownEntries(revisions).map(([i, revision]) => ({
      i,
      revision,
      minor: Number(/^asm-1-(\d+)$/.exec(revision)?.[1]),
    }));
    const wrong = named.filter(({ minor }) => Number.isNaN(minor));
    if (wrong.length > 0) {
      return wrong.map(({ i, revision }) =>
        error([...path, i], `must be a revision such as asm-1-29, got ${shown(revision)}`),
      );
    }
    if (named.length < 2 || Math.abs(named[0].minor - named[1].minor) === 1) return [];
    return [error(path, `must be consecutive revisions, got ${revisions.join(" and ")}`)];
  },
});
