import { join } from "node:path";
import { synthesize } from "../../cli/export";
import { withFields } from "../../cli/show/effective";
import { applicableDefaults } from "../../cli/show/show";
import { formatPath } from "../../modules/cluster/problem";
import { loadEnvironments, type PlatformClusterSpec } from "../../modules/environment";

/** Clusters with many kinds of fields. */
const clusters = [
  join("environments", "production.yaml"),
  ...["existing-vpc", "self-managed", "aks-egress", "gke-autopilot", "kubeadm"].map((name) =>
    join("examples", `${name}.yaml`),
  ),
].flatMap((file) => loadEnvironments(file).environments.flatMap(({ clusters }) => clusters));

/** Fields whose default, if it is set, is written as the default of the provider. */
const sameInProvider =
  /\.(force|rolePath|fips|hostEncryption|ultraSsd|mtu|trafficMetrics|trafficRelay|idleTimeoutMinutes)$/;

test.each(clusters.map((cluster) => [cluster.name, cluster] as const))(
  "%s has the same JSON with all defaults that are shown",
  (_, cluster) => {
    const defaults = applicableDefaults(cluster).filter(([path]) => !sameInProvider.test(formatPath(path)));
    expect(defaults.length).toBeGreaterThan(15);
    const explicit = withFields(cluster, defaults) as PlatformClusterSpec;
    expect(synthesize(explicit, {})).toEqual(synthesize(cluster, {}));
  },
);
