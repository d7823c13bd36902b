import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { run } from "./command";
import { writeHelm } from "./helm-double";
import { calls, folder, kubeadm, read, useManifests, write } from "./manifest-files";

useManifests();

test("the first run creates the folder, and the second changes nothing", () => {
  expect(run("manifests")).toEqual({
    code: 0,
    stdout: `written: ${folder}/cilium.yaml\nwritten: ${folder}/aws-ebs-csi-driver.yaml\n`,
    stderr: "",
  });
  expect(calls()).toEqual([
    'template cilium cilium --repo https://helm.cilium.io --version 1.20.2 --namespace kube-system --kube-version 1.36.3 --include-crds --skip-tests --set-json kubeProxyReplacement=true --set-json k8sServiceHost="api.dev-main.internal" --set-json k8sServicePort=6443 --set-json ipam.mode="kubernetes" --set-json routingMode="tunnel" --set-json tunnelProtocol="vxlan" --set-json hubble.enabled=false',
    expect.stringMatching(
      /^template aws-ebs-csi-driver aws-ebs-csi-driver --repo .* --set-json controller\.region="eu-west-1" /,
    ),
  ]);
  expect(read("aws-ebs-csi-driver.yaml")).toContain("\n      hostNetwork: true\n");
  const before = read("cilium.yaml");
  expect(run("manifests", "dev-*").stdout).toBe(
    `unchanged: ${folder}/cilium.yaml\nunchanged: ${folder}/aws-ebs-csi-driver.yaml\n`,
  );
  expect(read("cilium.yaml")).toBe(before);
  expect(readdirSync(folder).sort()).toEqual(["aws-ebs-csi-driver.yaml", "cilium.yaml"]);
  expect(run("validate", "--strict").code).toBe(0);
});

test("a file of this command that differs is replaced, and one that is not needed any more is removed", () => {
  run("manifests");
  writeFileSync(`${folder}/cilium.yaml`, `${read("cilium.yaml")}edited: true\n`);
  writeFileSync(`${folder}/own.yaml`, "kind: ConfigMap\napiVersion: v1\nmetadata: { name: own }\n");
  write("dev", kubeadm({ storage: { block: false } }));
  expect(run("manifests")).toMatchObject({
    code: 0,
    stdout: `replaced: ${folder}/cilium.yaml\nremoved: ${folder}/aws-ebs-csi-driver.yaml\n`,
  });
  expect(readdirSync(folder).sort()).toEqual(["cilium.yaml", "own.yaml"]);
  expect(read("cilium.yaml")).not.toContain("edited");
});

test("--check writes nothing, and fails if a file differs, is missing or is not needed", () => {
  expect(run("manifests", "--check")).toMatchObject({
    code: 1,
    stdout: `missing: ${folder}/cilium.yaml\nmissing: ${folder}/aws-ebs-csi-driver.yaml\n`,
  });
  expect(existsSync(folder)).toBe(false);
  run("manifests");
  expect(run("manifests", "--check").code).toBe(0);
  writeFileSync(`${folder}/cilium.yaml`, `${read("cilium.yaml")}edited: true\n`);
  write("dev", kubeadm({ storage: { block: false } }));
  expect(run("manifests", "--check")).toMatchObject({
    code: 1,
    stdout: `differs: ${folder}/cilium.yaml\nnot needed: ${folder}/aws-ebs-csi-driver.yaml\n`,
  });
  expect(readdirSync(folder)).toHaveLength(2);
});

test("a file that this command did not write stays, and nothing is written", () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/aws-ebs-csi-driver.yaml`, "# mine\n");
  expect(run("manifests")).toEqual({
    code: 1,
    stdout: "",
    stderr: `${folder}/aws-ebs-csi-driver.yaml was not written by this command, which does not replace it: remove it, or move it out of its folder\n`,
  });
  expect(readdirSync(folder)).toEqual(["aws-ebs-csi-driver.yaml"]);
  expect(existsSync("helm.log")).toBe(false);
});

test("without Helm the error has the commands", () => {
  rmSync("bin/helm");
  process.env.PATH = `${process.cwd()}/bin`;
  const { code, stderr } = run("manifests");
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^helm is not installed: this command needs Helm .* in the environment variable HELM\.\n/,
  );
  expect(stderr).toContain(run("manifests", "--print").stdout);
  expect(stderr).not.toMatch(/^ +at /m);
});

test("a failed Helm is an error with its last lines, and nothing is written", () => {
  writeFileSync("helm.fails", "");
  const { code, stderr } = run("manifests");
  expect(code).toBe(1);
  expect(stderr.split("\n")).toEqual([
    "Helm failed with exit code 3 for the chart cilium of dev-main:",
    ...["22", "23", "24", "25", "26", "27", "28", "29", "30"],
    "Error: no such chart",
    "",
  ]);
  expect(existsSync(folder)).toBe(false);
  rmSync("helm.fails");
  writeFileSync("helm.silent", "");
  expect(run("manifests").stderr).toBe("Helm printed no object for the chart cilium of dev-main\n");
});

test("HELM is the path of Helm, and --charts a folder of charts", () => {
  writeHelm("other-helm");
  rmSync("bin/helm");
  process.env.HELM = "./other-helm";
  expect(run("manifests", "--charts", "charts").code).toBe(0);
  expect(calls()[0]).toContain("template cilium ./charts/cilium-1.20.2.tgz --namespace");
});

test("values of the user are in the folder values, and their file is no manifest", () => {
  mkdirSync(`${folder}/values`, { recursive: true });
  writeFileSync(`${folder}/values/cilium.yaml`, "hubble: { enabled: true }\n");
  expect(run("manifests", "--print").stdout).toContain(`  --values ${folder}/values/cilium.yaml \\\n`);
  expect(run("manifests").code).toBe(0);
  expect(calls()[0]).toContain(`--skip-tests --values ${folder}/values/cilium.yaml --set-json`);
  expect(calls()[0]).not.toContain("hubble");
  expect(calls()[1]).not.toContain("--values");
  expect(run("validate", "--strict").code).toBe(0);
});

test("a value that the chart does not have is a warning with its line", () => {
  mkdirSync(`${folder}/values`, { recursive: true });
  writeFileSync(`${folder}/values/cilium.yaml`, "hubble:\n  enabeld: true\n");
  for (const command of [["manifests"], ["validate"]]) {
    expect(run(...command)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining(
        `${folder}/values/cilium.yaml:2: hubble.enabeld is no value of the chart cilium 1.20.2, and Helm ignores it; did you mean "enabled"? [kubeadm/software/values-of-charts]`,
      ) as string,
    });
  }
});

test.each([
  ["hubble: [", "is not YAML: "],
  ["- hubble\n", "must have the values of a chart, as a map\n"],
])("values that are none: %j", (text, message) => {
  mkdirSync(`${folder}/values`, { recursive: true });
  writeFileSync(`${folder}/values/cilium.yaml`, text);
  const { code, stderr } = run("manifests");
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(`^${folder}/values/cilium\\.yaml ${message}`) as string,
  });
});

test("a cluster without a folder: the message has the line to add", () => {
  write(
    "dev",
    kubeadm({ kubeadm: {} }),
    kubeadm({ name: "second", network: { nat: "single", cidr: "10.9.0.0/16" } }),
  );
  expect(run("manifests")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(
      "environments/dev.yaml: the cluster main has no folder for manifests: add to it kubeadm: { software: { manifests: manifests/dev-main } }\n",
    ) as string,
  });
  write("dev", kubeadm({ kubeadm: {}, network: { nat: "single", cni: "none" }, storage: { block: false } }));
  expect(run("manifests").code).toBe(0);
});

test("two clusters cannot have one folder: manifests have the endpoint", () => {
  write("dev", kubeadm(), kubeadm({ name: "second", network: { nat: "single", cidr: "10.9.0.0/16" } }));
  expect(run("manifests", "dev-main")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(
      `dev-main and dev-second have the same folder for manifests, ${folder}`,
    ) as string,
  });
});

test("a minor that no known version supports fails, names the source, and writes the rest", () => {
  run("manifests");
  rmSync(`${folder}/aws-ebs-csi-driver.yaml`);
  write("dev", kubeadm({ kubernetesVersion: "1.37.1" }));
  const { code, stdout, stderr } = run("manifests");
  expect({ code, stdout }).toEqual({ code: 1, stdout: `written: ${folder}/aws-ebs-csi-driver.yaml\n` });
  // The file of an earlier minor stays.
  expect(read("cilium.yaml")).toContain("# Chart: cilium 1.20.2\n");
  expect(stderr).toMatch(
    /^dev-main: no known version of Cilium supports Kubernetes 1\.37: 1\.20\.2 is for versions up to 1\.36 \(2026-\d\d-\d\d, https:\S+\)\. If a newer version supports it, run npx cdktf-clusters manifests dev-main --chart-version cilium=VERSION\n$/,
  );
});

test("what has no chart is a note, and does not fail", () => {
  write("dev", kubeadm({ network: { nat: "single", cni: "calico" } }));
  expect(run("manifests")).toEqual({
    code: 0,
    stdout: `written: ${folder}/aws-ebs-csi-driver.yaml\n`,
    stderr:
      "dev-main: the DaemonSet of Calico has no chart: save the manifest of a release (section Own manifests of docs/kubeadm.md in the package cdktf-clusters)\n",
  });
  writeFileSync(`${folder}/calico.yaml`, "kind: DaemonSet\nmetadata: { name: calico-node }\n");
  expect(run("manifests")).toMatchObject({ code: 0, stderr: "" });
});

test("clusters of other platforms have no own manifests", () => {
  process.env.ENVIRONMENTS = `${__dirname}/../../examples`;
  expect(run("manifests", "aks-private-vault")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(
      "only kubeadm clusters have own manifests, and no selected stack is one\n",
    ) as string,
  });
});

test.each(["values", "values/../values"])(
  "the folder with values of charts is no folder of another cluster: %s",
  (below) => {
    write(
      "dev",
      kubeadm(),
      kubeadm({
        name: "second",
        network: { nat: "single", cidr: "10.9.0.0/16" },
        kubeadm: { software: { manifests: `${folder.replace("environments/", "")}/${below}` } },
      }),
    );
    for (const stack of ["dev-main", "dev-second"]) {
      expect(run("manifests", stack).stderr).toContain("have the same folder for manifests");
    }
  },
);

test("a copy of a written file belongs to the user", () => {
  run("manifests");
  writeFileSync(`${folder}/copy.yaml`, read("cilium.yaml"));
  expect(run("manifests").stdout).not.toContain("copy.yaml");
  expect(readdirSync(folder)).toContain("copy.yaml");
});

test("line ends of Windows and a mark of the byte order are no difference", () => {
  run("manifests");
  writeFileSync(`${folder}/cilium.yaml`, `\uFEFF${read("cilium.yaml").replaceAll("\n", "\r\n")}`);
  expect(run("manifests", "--check").code).toBe(0);
});

test("a file with values of no chart is reported", () => {
  mkdirSync(`${folder}/values`, { recursive: true });
  writeFileSync(`${folder}/values/cilium.yml`, "hubble: { enabled: true }\n");
  expect(run("manifests")).toMatchObject({
    code: 0,
    stderr: `warning: ${folder}/values/cilium.yml has no effect: the files with values are cilium.yaml, aws-ebs-csi-driver.yaml\n`,
  });
});
