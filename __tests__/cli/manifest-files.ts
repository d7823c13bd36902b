import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { useEmptyDirectory } from "../environment/directory";
import { writeHelm } from "./helm-double";

const { HELM, PATH } = process.env;

/** The folder of the manifests. */
export const folder = "environments/manifests/main";

/** Each test has an empty folder with an environment of a kubeadm cluster, and a double of Helm. */
export function useManifests(): void {
  useEmptyDirectory();
  beforeEach(() => {
    delete process.env.ENVIRONMENTS;
    delete process.env.HELM;
    mkdirSync("bin");
    writeHelm("bin/helm");
    process.env.PATH = `${process.cwd()}/bin:${PATH}`;
    mkdirSync("environments");
    write("dev", kubeadm());
  });
  afterEach(() => {
    process.env.PATH = PATH;
    if (HELM !== undefined) process.env.HELM = HELM;
  });
}

export const kubeadm = (patch: object = {}) => ({
  platform: "kubeadm",
  cloud: "aws",
  name: "main",
  region: "eu-west-1",
  kubernetesVersion: "1.36.3",
  network: { nat: "single" },
  access: { admins: ["arn:aws:iam::111122223333:role/admin"], privateFrom: ["10.1.0.0/16"] },
  controlPlane: { machineType: "m7i.large" },
  nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size: 3 }],
  kubeadm: { software: { manifests: "manifests/main" } },
  ...patch,
});

export const write = (environment: string, ...clusters: object[]) =>
  writeFileSync(`environments/${environment}.yaml`, JSON.stringify({ clusters }));

/** The arguments of each call of Helm. */
export const calls = () => readFileSync("helm.log", "utf8").trimEnd().split("\n");

/** Jest has its own copy of the environment. */
export const inShell = (text: string) =>
  execFileSync("sh", ["-c", text], { env: { ...process.env }, stdio: "pipe" });

export const read = (name: string) => readFileSync(`${folder}/${name}`, "utf8");
