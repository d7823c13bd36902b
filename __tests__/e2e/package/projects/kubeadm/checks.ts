import { strict as assert } from "node:assert";
import { test } from "node:test";
import { EbsVolume } from "@cdktf/provider-aws/lib/ebs-volume";
import { type ClusterSpec, formatPath, InvalidClusterError, type KubernetesCluster } from "cdktf-clusters";
import { KubeadmCluster } from "cdktf-clusters/kubeadm";
import { Synthesized } from "cdktf-clusters/testing";
import { props, ShopStack } from "./stack";

test("the stack has three etcd disks, and all references resolve", () => {
  const stack = Synthesized.from((app) => new ShopStack(app, "shop"));
  assert.equal(Object.keys(stack.resources(EbsVolume)).length, 3);
  assert.deepEqual(stack.graph.unresolved, []);
  assert.equal(stack.graph.cycle, undefined);
});

test("invalid props are refused with all problems", () => {
  const wrong = { ...props, kubernetesVersion: "1.3", nodeGroups: [{ ...props.nodeGroups[0], size: 0 }] };
  const make = () =>
    Synthesized.from((app) => {
      const stack = new ShopStack(app, "shop");
      new KubeadmCluster(stack, "second", wrong);
      return stack;
    });
  assert.throws(make, (failure) => {
    assert.ok(failure instanceof InvalidClusterError);
    const fields = failure.problems.map(({ path }) => formatPath(path));
    return ["kubernetesVersion", "nodeGroups[0].size"].every((field) => fields.includes(field));
  });
});

test("the types are those of the package", () => {
  const spec: ClusterSpec = props;
  // @ts-expect-error -- unknown field
  const typo: typeof props = { ...props, nodeGroup: [] };
  const nameOf = (cluster: KubernetesCluster<never, unknown, never, unknown>) => cluster.name;
  assert.equal(typeof nameOf, "function");
  assert.equal(typo.name, spec.name);
});
