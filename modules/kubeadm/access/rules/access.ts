import { Cidr, privateRanges } from "../../../cluster/addresses";
import { error, warning } from "../../../cluster/problem";
import { rangeProblems } from "../../../cluster/rules/addresses";
import { defineRules, entries, isKnown, knownEntries, repeated, shown } from "../../../cluster/rules/rule";
import { cloudOf } from "../../clouds";
import { natOf } from "../../network/nat";
import type { KubeadmClusterProps } from "../../spec";

export const rules = defineRules<KubeadmClusterProps>("kubeadm/access", {
  /**
   * Administrators are principals of the cloud. On AWS they are ARNs of IAM roles and users: the authenticator compares roles without
   * their path, and knows no sessions. On Azure they are object ids of users, groups and service principals.
   *
   * @see https://github.com/kubernetes-sigs/aws-iam-authenticator#full-configuration-format
   */
  principals(cluster) {
    const { access, region } = cluster;
    const cloud = cloudOf(cluster);
    if (!cloud) return [];
    return knownEntries(access.admins).flatMap(([i, text]) => {
      const problem = cloud.adminProblem(text, isKnown(region) ? region : undefined);
      return problem === undefined ? [] : [error(["access", "admins", i], problem)];
    });
  },

  /**
   * Each administrator is listed once.
   *
   * @remarks Decision of this project: a duplicate is most often a mistake for another principal.
   */
  "principals-unique"({ access }) {
    return repeated(knownEntries(access.admins)).map(({ index, value, first }) =>
      error(["access", "admins", index], `${shown(value)} is a duplicate of [${first}]`),
    );
  },

  /**
   * The cluster has an administrator. Without one, the certificate for emergencies is the only access.
   *
   * @remarks Decision of this project: the list is required, so that an empty one is a decision.
   */
  "cluster-has-admin"({ access }) {
    if (!Array.isArray(access.admins) || access.admins.length > 0) return [];
    return [
      warning(
        ["access", "admins"],
        "the cluster has no administrator: the certificate for emergencies in the store is the only access",
      ),
    ];
  },

  /**
   * Administrators need egress of the machines on Google Cloud: the API server reads the keys with which Google signs their tokens.
   *
   * @see https://kubernetes.io/docs/reference/access-authn-authz/authentication/#openid-connect-tokens
   * @see https://cloud.google.com/vpc/docs/configure-private-google-access#domain-options
   */
  "admins-need-egress"(cluster) {
    const { access, network } = cluster;
    const reason = cloudOf(cluster)?.administratorsNeedEgress;
    if (reason === undefined || natOf(cluster) !== "none" || entries(access.admins).length === 0) return [];
    const field = network?.private === true ? "network.private: true" : "network.nat: none";
    return [
      error(
        ["access", "admins"],
        `has no effect with ${field}: ${reason}; use [] and the certificate for emergencies, or a network with egress`,
      ),
    ];
  },

  /**
   * Ranges of clients are private IPv4 ranges: the load balancer of the API server has no public address.
   *
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/create-network-load-balancer.html
   */
  "private-ranges"({ access }) {
    const known = knownEntries(access.privateFrom);
    return [
      ...known.flatMap(([i, text]) => {
        const path = ["access", "privateFrom", i];
        const syntax = rangeProblems(path, text);
        const range = Cidr.parse(text);
        if (syntax.length > 0 || !range) return syntax;
        return privateRanges.some((one) => one.contains(range))
          ? []
          : [error(path, `must be within ${privateRanges.join(", ")}, got ${range}`)];
      }),
      ...repeated(known).map(({ index, value, first }) =>
        error(["access", "privateFrom", index], `${value} is a duplicate of [${first}]`),
      ),
    ];
  },

  /**
   * Clients outside the cluster can reach the API server.
   *
   * @remarks Decision of this project: without clients, only its own machines reach the cluster.
   */
  "clients-reach-api-server"({ access }) {
    if (
      access.privateFrom !== undefined &&
      (!Array.isArray(access.privateFrom) || access.privateFrom.length > 0)
    ) {
      return [];
    }
    return [
      warning(
        ["access"],
        "no client can reach the API server: list the ranges of your networks in access.privateFrom",
      ),
    ];
  },
});
