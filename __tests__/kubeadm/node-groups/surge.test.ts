import { placements } from "../../../modules/cluster/scaling";
import { planOf } from "../../../modules/kubeadm/capacity/plan";
import { clouds } from "../../../modules/kubeadm/clouds";
import { surgeOf } from "../../../modules/kubeadm/node-groups/surge";
import type { KubeadmNodeGroupSpec } from "../../../modules/kubeadm/spec";
import { cluster, googleGroup, group, onGoogle, variable } from "../rule-support";

const zones = ["b", "c", "d"];
const surges = (cloud: string, spec: KubeadmNodeGroupSpec) =>
  placements(spec, zones).map((pool) => surgeOf(spec, pool, clouds[cloud]));

test.each<[string, Partial<KubeadmNodeGroupSpec>, number[]]>([
  ["aws", { size: 20 }, [2]],
  ["aws", { size: 20, upgrade: { maxUnavailable: 5 } }, [5]],
  ["aws", { size: 20, spread: "per-zone", upgrade: { maxUnavailablePercent: 50 } }, [4, 4, 3]],
  ["aws", { size: 0 }, [0]],
  ["aws", { size: 3, upgrade: { maxUnavailablePercent: variable } }, [0]],
  ["azure", { size: 100, upgrade: { maxUnavailable: 1 } }, [5]],
  ["google", { size: 20 }, [3]],
  ["google", { size: 20, upgrade: { maxUnavailable: 5 } }, [5]],
  ["google", { size: 3, spread: "per-zone" }, [1, 1, 1]],
])("on %s, %j adds %j machines", (cloud, patch, expected) => {
  expect(surges(cloud, group(patch))).toEqual(expected);
});

test("the plan has the minimum of the cloud", () => {
  const size = 3;
  const spread = "one-group";
  const [onAws] = planOf(cluster({ nodeGroups: [group({ size, spread })] })).workers;
  const [ofGoogle] = planOf(onGoogle({ nodeGroups: [googleGroup({ size, spread })] })).workers;
  expect([onAws.surge, ofGoogle.surge]).toEqual([1, 3]);
});
