import { minimal, synthesizeKubeadm } from "../../support/kubeadm";
import { googleGroup, onGoogle } from "../rule-support";

// The package constructs takes the functions of an object for existing children.
test("a node group can have the name of a function of JavaScript objects, on each cloud", () => {
  const name = "constructor";
  const [group] = minimal.nodeGroups;
  const aws = synthesizeKubeadm({ nodeGroups: [{ ...group, name }] });
  const google = synthesizeKubeadm(onGoogle({ name: "shop", nodeGroups: [googleGroup({ name })] }));
  for (const { json } of [aws, google]) expect(json).toContain(`shop-${name}`);
});
