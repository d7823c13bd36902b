import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { releasesWithChecksums } from "../../modules/kubeadm/software/files";
import { run } from "./command";
import { calls, folder, inShell, kubeadm, read, useManifests, write } from "./manifest-files";

useManifests();

test("--print prints the commands for a shell, and needs no Helm", () => {
  process.env.HELM = "/nowhere/helm";
  const { code, stdout } = run("manifests", "--print");
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^mkdir -p rendered\/dev-main\n\{ echo '# Inputs of Helm: [0-9a-f]{16}' &&\n {2}helm template cilium cilium \\\n {2}--repo https:\/\/helm\.cilium\.io /,
  );
  expect(stdout).toContain("  --set-json hubble.enabled=false;\n  } > rendered/dev-main/cilium.yaml\n");
  expect(stdout).toMatch(
    /\n# Then, with the package: npx cdktf-clusters manifests dev-main --rendered rendered\n$/,
  );
  expect(existsSync("environments/manifests")).toBe(false);
  expect(run("manifests", "--print", "--check")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("--check and --print exclude each other") as string,
  });
});

const onAzure = () =>
  kubeadm({
    cloud: "azure",
    region: "westeurope",
    access: { admins: ["11111111-2222-3333-4444-555555555555"], privateFrom: ["10.1.0.0/16"] },
    controlPlane: { machineType: "Standard_D2s_v5" },
    nodeGroups: [{ name: "workers", machineTypes: ["Standard_D4s_v5"], size: 3 }],
  });

test.each([
  ["aws-ebs-csi-driver", kubeadm],
  ["azuredisk-csi-driver", onAzure],
])(
  "what the printed commands write gives the same files, with the changes of objects: %s",
  (driver, create) => {
    write("dev", create());
    expect(run("manifests").code).toBe(0);
    const texts = () => [read("cilium.yaml"), read(`${driver}.yaml`)];
    const expected = texts();
    rmSync("environments/manifests", { recursive: true });
    inShell(run("manifests", "--print", "--rendered", "of helm").stdout);
    process.env.HELM = "/nowhere/helm";
    expect(run("manifests", "--rendered", "of helm").stdout).toBe(
      `written: ${folder}/cilium.yaml\nwritten: ${folder}/${driver}.yaml\n`,
    );
    expect(texts()).toEqual(expected);
    expect(run("manifests", "--check", "--rendered", "of helm").code).toBe(0);
  },
);

test("the driver of Azure reads the ConfigMap of the controller manager, in the text that Helm printed otherwise", () => {
  write("dev", onAzure());
  run("manifests");
  const object = (kind: string, name: string) =>
    [
      "---",
      "apiVersion: apps/v1",
      `kind: ${kind}`,
      "metadata:",
      `  name: ${name}`,
      "spec:",
      "  template:",
      "    spec:",
      "      volumes:",
      "        - name: socket-dir",
      "          emptyDir: {}",
      "        - name: azure-cred",
      "          configMap:",
      "            name: cloud-controller-manager",
      "            items:",
      "              - key: config",
      "                path: azure.json",
    ].join("\n");
  expect(read("azuredisk-csi-driver.yaml").split("\n").slice(2).join("\n")).toBe(
    `${object("Deployment", "csi-azuredisk-controller")}\n${object("DaemonSet", "csi-azuredisk-node")}\n`,
  );
});

describe("--rendered refuses, and writes nothing,", () => {
  const rendered = "rendered/dev-main/cilium.yaml";
  const expectRefused = (fault: string) => {
    expect(run("manifests", "--rendered", "rendered")).toMatchObject({
      code: 1,
      stderr: `${rendered} ${fault}: run the commands of npx cdktf-clusters manifests dev-main --print where Helm is installed\n`,
    });
    expect(existsSync(folder)).toBe(false);
  };

  test("a missing file", () => expectRefused("does not exist"));

  test("a file without objects, and one that the commands did not write", () => {
    inShell(run("manifests", "--print").stdout);
    writeFileSync(rendered, `${readFileSync(rendered, "utf8").split("\n")[0]}\n\n`);
    expectRefused("has no object");
    writeFileSync(rendered, "kind: ConfigMap\n");
    expectRefused("is of another version or of other values");
  });

  test.each([
    ["another patch release", () => write("dev", kubeadm({ kubernetesVersion: "1.36.2" }))],
    ["another name", () => write("dev", kubeadm({ name: "other" }))],
    [
      "values of the user",
      () => {
        mkdirSync(`${folder}/values`, { recursive: true });
        writeFileSync(`${folder}/values/cilium.yaml`, "hubble: { enabled: true }\n");
      },
    ],
  ])("what was printed before a change: %s", (_, change) => {
    inShell(run("manifests", "--print", "--charts", "charts").stdout);
    expect(run("manifests", "--rendered", "rendered").code).toBe(0);
    rmSync("environments/manifests", { recursive: true });
    change();
    const { code, stderr } = run("manifests", "--rendered", "rendered");
    expect(code).toBe(1);
    expect(stderr).toMatch(/is of another version or of other values|does not exist/);
  });
});

describe("a minor of Kubernetes for which the table has no version of Cilium", () => {
  const newest = releasesWithChecksums().filter((release) => release.startsWith("1.37."))[0];
  beforeEach(() => write("dev", kubeadm({ kubernetesVersion: newest, storage: { block: false } })));

  test("--chart-version names one, which the file keeps for later runs", () => {
    expect(run("manifests").code).toBe(1);
    const done = { code: 0, stderr: "" };
    expect(run("manifests", "--chart-version", "cilium=1.21.0")).toMatchObject(done);
    expect(read("cilium.yaml")).toContain("# Chart: cilium 1.21.0, named by --chart-version\n");
    expect(calls().at(-1)).toContain(" --version 1.21.0 ");
    expect(run("manifests")).toEqual({ ...done, stdout: `unchanged: ${folder}/cilium.yaml\n` });
    expect(run("manifests", "--check").code).toBe(0);
    expect(run("manifests", "--chart-version", "cilium=1.21.1").stdout).toContain("replaced: ");
    expect(run("manifests", "--print").stdout).toContain("--version 1.21.1");
    expect(run("manifests").stdout).toContain("unchanged: ");
  });

  test("--chart-version can name a version of the table for other minors", () => {
    expect(run("manifests", "--chart-version", "cilium=1.20.2").code).toBe(0);
    expect(run("manifests")).toEqual({ code: 0, stderr: "", stdout: `unchanged: ${folder}/cilium.yaml\n` });
    expect(run("manifests", "--check").code).toBe(0);
  });

  test("--chart-version of a chart that no selected cluster needs is an error", () => {
    expect(run("manifests", "--chart-version", "azuredisk-csi-driver=1.35.0")).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "no selected cluster needs the chart azuredisk-csi-driver, for which --chart-version names 1.35.0: the charts of the selected clusters are cilium\n",
    });
    write("dev", kubeadm({ network: { nat: "single", cni: "calico" }, storage: { block: false } }));
    expect(run("manifests", "--chart-version", "cilium=1.21.0")).toMatchObject({
      code: 1,
      stderr:
        "no selected cluster needs the chart cilium, for which --chart-version names 1.21.0: the selected clusters need no chart\n",
    });
  });

  test("values of a version that is not recorded are not checked, and a line states it", () => {
    mkdirSync(`${folder}/values`, { recursive: true });
    writeFileSync(`${folder}/values/cilium.yaml`, "hubble: { enabeld: true }\n");
    expect(run("manifests", "--chart-version", "cilium=1.21.0")).toMatchObject({
      code: 0,
      stderr: `dev-main: ${folder}/values/cilium.yaml is not checked: the values of cilium 1.21.0 are unknown\n`,
    });
  });

  test.each([
    ["cilum=1.21.0", 'got "cilum=1.21.0"; did you mean "cilium"?'],
    [
      "1.21.0",
      'must be CHART=VERSION with a chart of cilium, aws-ebs-csi-driver, azuredisk-csi-driver, got "1.21.0"',
    ],
    ["cilium=VERSION", 'must have a version such as cilium=1.2.3, got "cilium=VERSION"'],
  ])("--chart-version %s is an invalid command line", (value, message) => {
    expect(run("manifests", "--chart-version", value)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(message) as string,
    });
  });

  test("--chart-version of a chart with a known version is an error", () => {
    write("dev", kubeadm());
    expect(run("manifests", "--chart-version", "cilium=1.21.0")).toMatchObject({
      code: 1,
      stderr:
        "the version of cilium for Kubernetes 1.36 is 1.20.2: only a chart without a known version can have another one, got 1.21.0\n",
    });
  });

  test("a file of the user is accepted, and one of a version for older minors is not", () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/cilium.yaml`, "# mine\n");
    expect(run("manifests", "--check").code).toBe(0);
    rmSync(`${folder}/cilium.yaml`);
    write("dev", kubeadm({ storage: { block: false } }));
    run("manifests");
    write("dev", kubeadm({ kubernetesVersion: newest, storage: { block: false } }));
    expect(run("manifests", "--check")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("no known version of Cilium supports Kubernetes 1.37") as string,
    });
  });
});
