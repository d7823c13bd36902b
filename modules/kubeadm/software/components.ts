import type { Fact } from "../../cluster/facts";
import type { MachineCloud } from "../boot/settings";
import { minorOf } from "../versions";
import type { KubernetesMinor } from "./versions";

/** Age and source of the table of components. Each row has its own source. */
export const componentsFact: Fact = {
  asOf: "2026-11-30",
  source: "https://kubernetes.io/releases/version-skew-policy/#cloud-controller-manager",
};

/** A version of a program in the cluster, and where it was read. */
export interface Component {
  readonly version: string;
  readonly source: string;
}

/** Programs that a cluster needs before it can run others. */
export interface Components {
  /** The cloud controller manager of each cloud. It is never newer than the API server, and at most one minor older. */
  readonly cloudControllerManager: Readonly<Record<MachineCloud, Component>>;
}

const kops = (file: string) => `https://github.com/kubernetes/kops/blob/master/pkg/model/components/${file}`;

const images = "https://github.com/kubernetes/k8s.io/blob/main/registry.k8s.io/images";

/** The newest managers whose images a source names. AWS has released 1.37, but no source here names its image. */
const newestManagers: Components["cloudControllerManager"] = {
  aws: { version: "v1.36.1", source: kops("awscloudcontrollermanager.go") },
  azure: { version: "v1.36.2", source: kops("azurecloudcontrollermanager.go") },
  google: {
    version: "v36.0.7",
    source: "https://github.com/kubermatic/kubeone/blob/main/pkg/templates/images/images.go",
  },
};

/** The components of each minor of Kubernetes. */
export const components: Readonly<Record<KubernetesMinor, Components>> = {
  "1.35": {
    cloudControllerManager: {
      aws: { version: "v1.35.2", source: `${images}/k8s-staging-provider-aws/images.yaml` },
      azure: {
        version: "v1.35.4",
        source:
          "https://github.com/kubernetes-sigs/cloud-provider-azure/blob/master/helm/cloud-provider-azure/templates/cloud-provider-azure.yaml",
      },
      google: { version: "v35.0.0", source: kops("gcpcloudcontrollermanager.go") },
    },
  },
  "1.36": { cloudControllerManager: newestManagers },
  "1.37": { cloudControllerManager: newestManagers },
};

/** The components of a release such as `1.35.4`. */
export function componentsOf(release: string): Components {
  return components[minorOf(release) as KubernetesMinor];
}

/** Versions without their sources. */
export const versionsOf = <Name extends string>(
  rows: Readonly<Record<Name, Component>>,
): Record<string, string> =>
  Object.fromEntries(Object.entries<Component>(rows).map(([name, { version }]) => [name, version]));
