import * as TOML from "smol-toml";
import { mimeBoundary, userDataOf } from "../../../modules/eks/node-groups/user-data";

/** The parts of a MIME text: their types and their bodies. The line break before a separator belongs to it. */
function partsOf(text: string | undefined): { type: string; body: string }[] {
  const [head, ...parts] = text!.split(`\n--${mimeBoundary}`);
  expect(head).toBe(`MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="${mimeBoundary}"\n`);
  expect(parts.pop()).toBe("--\n");
  return parts.map((part) => {
    const [, type, body] = /^\nContent-Type: ([^;]+);[^\n]*\n\n([^]*)$/.exec(part)!;
    return { type, body };
  });
}

const script = '#!/bin/bash\nset -eu\necho "${HOME}" > /etc/motd\n';
const nodeConfig =
  "apiVersion: node.eks.aws/v1alpha1\nkind: NodeConfig\nspec:\n  instance:\n    localStorage:\n      strategy: RAID0\n";

describe("for Amazon Linux 2023", () => {
  test("is omitted if nothing is set", () => {
    expect(userDataOf({}, "nodeadm")).toBeUndefined();
  });

  test("the number of pods is a NodeConfig", () => {
    const [part, ...more] = partsOf(userDataOf({ maxPods: 50 }, "nodeadm"));
    expect(more).toEqual([]);
    expect(part.type).toBe("application/node.eks.aws");
    expect(JSON.parse(part.body)).toEqual({
      apiVersion: "node.eks.aws/v1alpha1",
      kind: "NodeConfig",
      spec: { kubelet: { config: { maxPods: 50 } } },
    });
  });

  test("a script is a shell part, unchanged", () => {
    expect(partsOf(userDataOf({ userData: script }, "nodeadm"))).toEqual([
      { type: "text/x-shellscript", body: script },
    ]);
  });

  test("a NodeConfig is unchanged", () => {
    expect(partsOf(userDataOf({ userData: nodeConfig }, "nodeadm"))).toEqual([
      { type: "application/node.eks.aws", body: nodeConfig },
    ]);
  });

  test("both are two parts, that of the user last, so that it takes precedence", () => {
    const types = (userData: string) =>
      partsOf(userDataOf({ userData, maxPods: 50 }, "nodeadm")).map(({ type }) => type);
    expect(types(script)).toEqual(["application/node.eks.aws", "text/x-shellscript"]);
    expect(types(nodeConfig)).toEqual(["application/node.eks.aws", "application/node.eks.aws"]);
  });

  test("equal input gives equal bytes", () => {
    const group = { userData: script, maxPods: 50 };
    expect(userDataOf(group, "nodeadm")).toBe(userDataOf({ ...group }, "nodeadm"));
  });
});

describe("for Bottlerocket", () => {
  const settings = '[settings.kernel]\nlockdown = "integrity"\n\n[settings.kubernetes]\nregistry-qps = 20\n';

  test("is omitted if nothing is set", () => {
    expect(userDataOf({}, "toml")).toBeUndefined();
  });

  test("settings are unchanged", () => {
    expect(userDataOf({ userData: settings }, "toml")).toBe(settings);
  });

  test("the number of pods is a setting", () => {
    expect(TOML.parse(userDataOf({ maxPods: 50 }, "toml")!)).toEqual({
      settings: { kubernetes: { "max-pods": 50 } },
    });
  });

  test("the number of pods is merged into the settings, and removes none", () => {
    expect(TOML.parse(userDataOf({ userData: settings, maxPods: 50 }, "toml")!)).toEqual({
      settings: { kernel: { lockdown: "integrity" }, kubernetes: { "registry-qps": 20, "max-pods": 50 } },
    });
  });

  test("settings without any for Kubernetes are kept too", () => {
    const userData = '[settings.kernel]\nlockdown = "integrity"\n';
    expect(TOML.parse(userDataOf({ userData, maxPods: 50 }, "toml")!)).toEqual({
      settings: { kernel: { lockdown: "integrity" }, kubernetes: { "max-pods": 50 } },
    });
  });
});
