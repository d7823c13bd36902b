import { error, keyError, type Path, type Finding, warning } from "../../../cluster/problem";
import {
  forEachGroup,
  isKnown,
  isWhole,
  knownEntries,
  shown,
  defineRules,
} from "../../../cluster/rules/rule";
import type { AnyGkeClusterProps, GkeEvictionSignals, GkeKubeletSpec } from "../../spec";
import { compareMinor } from "../../../cluster/kubernetes-version";
import { uniqueProblems, wholeProblems } from "../../values";

/**
 * Seconds of a duration such as `1m30s`; undefined for other text.
 *
 * @see https://pkg.go.dev/time#ParseDuration
 */
function secondsOf(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/.test(text)) return undefined;
  const units: Readonly<Record<string, number>> = {
    ns: 1e-9,
    us: 1e-6,
    µs: 1e-6,
    ms: 1e-3,
    s: 1,
    m: 60,
    h: 3600,
  };
  return [...text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/gy)].reduce(
    (sum, [, number, unit]) => sum + Number(number) * units[unit],
    0,
  );
}

/** Bytes of a size such as `10Mi`. */
function bytesOf(text: string): number | undefined {
  const match = /^(\d+)(Ki|Mi|Gi)$/.exec(text);
  const units: Readonly<Record<string, number>> = { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30 };
  return match ? Number(match[1]) * units[match[2]] : undefined;
}

const mebibyte = 2 ** 20;

export const rules = defineRules<AnyGkeClusterProps>("gke/node-groups", {
  /**
   * Numbers of the kubelet are within the limits of GKE.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/node-system-config#kubelet-options
   */
  "kubelet-numbers"(cluster) {
    return forEachKubelet(cluster, (kubelet, path) => [
      ...wholeProblems([...path, "podPidsLimit"], kubelet.podPidsLimit, 1024, 4_194_303),
      ...wholeProblems([...path, "containerLogMaxFiles"], kubelet.containerLogMaxFiles, 2, 10),
      ...wholeProblems([...path, "imageGcLowPercent"], kubelet.imageGcLowPercent, 10, 85),
      ...wholeProblems([...path, "imageGcHighPercent"], kubelet.imageGcHighPercent, 10, 85),
      ...wholeProblems([...path, "maxParallelImagePulls"], kubelet.maxParallelImagePulls, 2, 5),
      ...wholeProblems([...path, "evictionMaxPodGraceSeconds"], kubelet.evictionMaxPodGraceSeconds, 0, 300),
      ...(isWhole(kubelet.imageGcLowPercent, 10, 85) &&
      isWhole(kubelet.imageGcHighPercent, 10, 85) &&
      kubelet.imageGcLowPercent >= kubelet.imageGcHighPercent
        ? [
            error(
              [...path, "imageGcLowPercent"],
              `must be below imageGcHighPercent (${kubelet.imageGcHighPercent}), got ${kubelet.imageGcLowPercent}`,
            ),
          ]
        : []),
    ]);
  },

  /**
   * Sizes and durations of the kubelet are within the limits of GKE.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/node-system-config#kubelet-options
   */
  "kubelet-durations"(cluster) {
    return forEachKubelet(cluster, (kubelet, path) => {
      const duration = (
        field: keyof GkeKubeletSpec,
        least: number,
        most: number,
        expected: string,
      ): Finding[] => {
        const value = kubelet[field];
        if (!isKnown(value) || typeof value !== "string") return [];
        const seconds = secondsOf(value);
        if (seconds !== undefined && seconds >= least && seconds <= most) return [];
        return [error([...path, field], `must be a duration ${expected}, got ${shown(value)}`)];
      };
      const size = kubelet.containerLogMaxSize;
      const bytes = isKnown(size) ? bytesOf(size) : undefined;
      const fits = bytes !== undefined && bytes >= 10 * mebibyte && bytes <= 500 * mebibyte;
      return [
        ...duration("cpuCfsQuotaPeriod", 0.001, 1, 'from "1ms" to "1s"'),
        ...duration("imageMinAge", 0, 120, 'of at most "2m"'),
        ...duration("imageMaxAge", 1e-9, Infinity, 'such as "24h"'),
        ...(isKnown(size) && !fits
          ? [
              error(
                [...path, "containerLogMaxSize"],
                `must be a size from "10Mi" to "500Mi", got ${shown(size)}`,
              ),
            ]
          : []),
      ];
    });
  },

  /**
   * Each soft eviction threshold has a grace period, and both are within the limits of GKE.
   *
   * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/container_node_pool#nested_kubelet_config
   */
  eviction(cluster) {
    return forEachKubelet(cluster, (kubelet, path) => {
      const soft = isKnown(kubelet.evictionSoft) ? kubelet.evictionSoft : {};
      const grace = isKnown(kubelet.evictionSoftGracePeriod) ? kubelet.evictionSoftGracePeriod : {};
      const reclaim = isKnown(kubelet.evictionMinimumReclaim) ? kubelet.evictionMinimumReclaim : {};
      return [
        ...signals(soft).flatMap(([signal, value]) => [
          ...(grace[signal] === undefined
            ? [
                error(
                  [...path, "evictionSoftGracePeriod", signal],
                  'is required: how long the threshold lasts, such as "1m30s"',
                ),
              ]
            : []),
          ...thresholdProblems([...path, "evictionSoft", signal], signal, value),
        ]),
        ...signals(grace).flatMap(([signal, value]) => {
          const seconds = isKnown(value) ? secondsOf(value) : 1;
          const at = [...path, "evictionSoftGracePeriod", signal];
          if (soft[signal] === undefined) return [error(at, `has no effect without evictionSoft.${signal}`)];
          return seconds !== undefined && seconds > 0 && seconds <= 300
            ? []
            : [error(at, `must be a duration of at most "5m", got ${shown(value)}`)];
        }),
        ...signals(reclaim).flatMap(([signal, value]) => {
          const percent = isKnown(value) ? percentOf(value) : 1;
          return percent !== undefined && percent <= 10
            ? []
            : [
                error(
                  [...path, "evictionMinimumReclaim", signal],
                  `must be a percentage of at most "10%", got ${shown(value)}`,
                ),
              ];
        }),
      ];
    });
  },

  /**
   * Unsafe sysctls are of the groups that GKE allows.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/node-system-config#kubelet-options
   */
  "unsafe-sysctls"(cluster) {
    return forEachKubelet(cluster, ({ allowedUnsafeSysctls: sysctls }, path) => {
      const at = [...path, "allowedUnsafeSysctls"];
      return [
        ...uniqueProblems(at, sysctls),
        ...knownEntries(sysctls)
          .filter(
            ([, name]) =>
              !/^(kernel\.(shm|msg)[\w*]*|kernel\.sem|fs\.mqueue\.[\w.*]+|net\.[\w.*]+)$/.test(name),
          )
          .map(([i, name]) =>
            error(
              [...at, i],
              `must be of kernel.shm*, kernel.msg*, kernel.sem, fs.mqueue.* or net.*, got ${shown(name)}`,
            ),
          ),
      ];
    });
  },

  /**
   * Kernel settings are numbers of the trees that GKE allows.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/node-system-config#sysctl-options
   */
  sysctls(cluster) {
    return forEachGroup(cluster, ({ linux }, group) => {
      const settings = linux?.sysctls;
      if (!isKnown(settings)) return [];
      return Object.entries(settings).flatMap(([name, value]) => {
        const path = [...group, "linux", "sysctls", name];
        return [
          ...(/^(net|kernel|vm|fs)(\.[\w-]+)+$/.test(name)
            ? []
            : [
                keyError(
                  path,
                  `must be a kernel setting of net, kernel, vm or fs such as net.core.somaxconn, got ${shown(name)}`,
                ),
              ]),
          ...(isKnown(value) && !/^-?\d+([ \t]+-?\d+)*$/.test(String(value))
            ? [error(path, `must be a number, or several separated by spaces, got ${shown(value)}`)]
            : []),
        ];
      });
    });
  },

  /**
   * Nodes use cgroup v2: Kubernetes 1.35 removes v1 from GKE.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/migrate-cgroupv2
   */
  "cgroup-version"(cluster) {
    const minor = isKnown(cluster.kubernetesVersion)
      ? /^1\.\d+/.exec(cluster.kubernetesVersion)?.[0]
      : undefined;
    return forEachGroup(cluster, ({ linux }, group) => {
      if (linux?.cgroup !== "v1") return [];
      const path = [...group, "linux", "cgroup"];
      return minor !== undefined && compareMinor(minor, "1.35") >= 0
        ? [error(path, "v1 is not supported from Kubernetes 1.35 on; omit it")]
        : [
            warning(
              path,
              "v1 is not supported from Kubernetes 1.35 on: programs that need it must change before",
            ),
          ];
    });
  },

  /**
   * Numbers of huge pages are whole numbers of at least 1.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/node-system-config#huge-page-options
   */
  hugepages(cluster) {
    return forEachGroup(cluster, ({ linux }, group) =>
      (["hugepages2Mi", "hugepages1Gi"] as const).flatMap((field) => {
        const pages = linux?.[field];
        return isKnown(pages) && !isWhole(pages, 1)
          ? [error([...group, "linux", field], `must be a whole number of at least 1, got ${shown(pages)}`)]
          : [];
      }),
    );
  },
});

/** Thresholds of each signal. [provider doc] google_container_cluster, `eviction_soft`, `eviction_minimum_reclaim` */
const softPercents = {
  nodefsAvailable: 10,
  nodefsInodesFree: 5,
  imagefsAvailable: 15,
  imagefsInodesFree: 5,
  pidAvailable: 10,
} as const satisfies Partial<Record<keyof GkeEvictionSignals, number>>;

function thresholdProblems(path: Path, signal: keyof GkeEvictionSignals, value: string): Finding[] {
  if (!isKnown(value)) return [];
  if (signal === "memoryAvailable") {
    const bytes = bytesOf(value);
    return bytes !== undefined && bytes >= 100 * mebibyte
      ? []
      : [error(path, `must be an amount of at least "100Mi", got ${shown(value)}`)];
  }
  const percent = percentOf(value);
  const least = softPercents[signal];
  return percent !== undefined && percent >= least && percent <= 50
    ? []
    : [error(path, `must be a percentage from "${least}%" to "50%", got ${shown(value)}`)];
}

const percentOf = (text: string): number | undefined =>
  /^\d+(\.\d+)?%$/.test(text) ? Number(text.slice(0, -1)) : undefined;

const signals = (values: GkeEvictionSignals): [keyof GkeEvictionSignals, string][] =>
  Object.entries(values) as [keyof GkeEvictionSignals, string][];

function forEachKubelet(
  cluster: AnyGkeClusterProps,
  check: (kubelet: GkeKubeletSpec, path: Path) => Finding[],
): Finding[] {
  return forEachGroup(cluster, ({ kubelet }, group) =>
    isKnown(kubelet) ? check(kubelet, [...group, "kubelet"]) : [],
  );
}
