import { endpointOf } from "../access/endpoint";
import { apiServerPort } from "../boot/settings";
import { defaults } from "../fields.generated";
import type { KubeadmClusterProps } from "../spec";
import { componentsOf } from "./components";

/** What differs between the cloud controller managers of the clouds. */
export interface ControllerManagerProps {
  /** Image without tag. */
  readonly image: string;
  readonly command?: readonly string[];

  /** Name of the cloud in the program. */
  readonly provider: string;

  /** The configuration of the cloud; undefined if the program needs none. */
  readonly configuration?: string;

  /** Folders of the machine that the program reads. */
  readonly folders?: readonly string[];

  /** Whether Services of type `LoadBalancer` get load balancers. */
  readonly loadBalancers: boolean;
}

const name = "cloud-controller-manager";
const namespace = "kube-system";

/** The workload of the cloud controller manager. */
export const controllerManagerWorkload = { kind: "DaemonSet", metadata: { name, namespace } } as const;

const labels = { "app.kubernetes.io/name": name };
const rbac = "rbac.authorization.k8s.io";
const subjects = [{ kind: "ServiceAccount", name, namespace }];
const configurationFolder = "/etc/cloud-controller-manager";
const healthPort = 10258;

/**
 * The cloud controller manager: it initializes nodes, whose taint `uninitialized` it removes, and deletes the nodes of machines that no longer
 * exist. It runs on control-plane machines in the network of the host, before a network of pods exists.
 *
 * @see https://kubernetes.io/docs/concepts/architecture/cloud-controller/
 */
export function cloudControllerManager(
  cluster: KubeadmClusterProps,
  props: ControllerManagerProps,
): readonly object[] {
  return [
    { apiVersion: "v1", kind: "ServiceAccount", metadata: { name, namespace, labels } },
    ...permissions(props.loadBalancers),
    ...(props.configuration === undefined
      ? []
      : [
          {
            apiVersion: "v1",
            kind: "ConfigMap",
            metadata: { name, namespace, labels },
            data: { config: props.configuration },
          },
        ]),
    daemonSet(cluster, props),
  ];
}

function daemonSet(cluster: KubeadmClusterProps, props: ControllerManagerProps): object {
  const { image, command, provider, configuration, folders = [], loadBalancers } = props;
  const { version } = componentsOf(cluster.kubernetesVersion).cloudControllerManager[cluster.cloud];
  const controllers = [
    "cloud-node-controller",
    "cloud-node-lifecycle-controller",
    ...(loadBalancers ? ["service-lb-controller"] : []),
  ];
  const volumes = [
    ...(configuration === undefined ? [] : [{ name: "configuration", configMap: { name } }]),
    ...folders.map((path, i) => ({ name: `folder-${i}`, hostPath: { path, type: "Directory" } })),
  ];
  return {
    apiVersion: "apps/v1",
    kind: "DaemonSet",
    metadata: { name, namespace, labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: name,
          hostNetwork: true,
          dnsPolicy: "Default",
          priorityClassName: "system-node-critical",
          nodeSelector: { "node-role.kubernetes.io/control-plane": "" },
          tolerations: [
            "node-role.kubernetes.io/control-plane",
            "node.cloudprovider.kubernetes.io/uninitialized",
            "node.kubernetes.io/not-ready",
          ].map((key) => ({ key, operator: "Exists" })),
          securityContext: { seccompProfile: { type: "RuntimeDefault" } },
          containers: [
            {
              name,
              image: `${inRepository(cluster, image)}:${version}`,
              ...(command && { command }),
              args: [
                `--cloud-provider=${provider}`,
                ...(configuration === undefined ? [] : [`--cloud-config=${configurationFolder}/config`]),
                `--cluster-name=${cluster.name}`,
                `--controllers=${controllers.join(",")}`,
                "--allocate-node-cidrs=false",
                "--configure-cloud-routes=false",
                "--bind-address=127.0.0.1",
                `--secure-port=${healthPort}`,
                "--v=2",
              ],
              // The address of the Service works only when the network of pods does. On these machines the name leads to the API server
              // on the same machine.
              env: [
                { name: "KUBERNETES_SERVICE_HOST", value: endpointOf(cluster) },
                { name: "KUBERNETES_SERVICE_PORT", value: String(apiServerPort) },
              ],
              livenessProbe: {
                httpGet: { host: "127.0.0.1", path: "/healthz", port: healthPort, scheme: "HTTPS" },
                initialDelaySeconds: 20,
                timeoutSeconds: 15,
              },
              resources: { requests: { cpu: "100m", memory: "128Mi" } },
              securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
              ...(volumes.length > 0 && {
                volumeMounts: volumes.map((volume) => ({
                  name: volume.name,
                  mountPath: "hostPath" in volume ? volume.hostPath.path : configurationFolder,
                  readOnly: true,
                })),
              }),
            },
          ],
          ...(volumes.length > 0 && { volumes }),
        },
      },
    },
  };
}

/** An image of registry.k8s.io comes from the registry that replaces it. */
function inRepository({ kubeadm }: KubeadmClusterProps, image: string): string {
  const official = defaults["kubeadm.software.imageRepository"];
  const repository = kubeadm?.software?.imageRepository ?? official;
  return image.startsWith(`${official}/`) ? repository + image.slice(official.length) : image;
}

/** What the controllers that run may do in the cluster. */
function permissions(loadBalancers: boolean): object[] {
  const rule = (apiGroup: string, resources: readonly string[], verbs: readonly string[]) => ({
    apiGroups: [apiGroup],
    resources,
    verbs,
  });
  const read = ["get", "list", "watch"];
  const own = { kind: "ClusterRole", name: `kubernetes-boot:${name}` };
  return [
    {
      apiVersion: `${rbac}/v1`,
      kind: "ClusterRole",
      metadata: { name: own.name, labels },
      rules: [
        rule("", ["nodes"], [...read, "update", "patch", "delete"]),
        rule("", ["nodes/status"], ["patch", "update"]),
        rule("", ["events"], ["create", "patch", "update"]),
        // Programs of the clouds watch them also without load balancers.
        rule("", ["services"], read),
        rule("discovery.k8s.io", ["endpointslices"], read),
        ...(loadBalancers
          ? [rule("", ["services"], ["patch", "update"]), rule("", ["services/status"], ["patch", "update"])]
          : []),
      ],
    },
    clusterBinding(name, own.name),
    clusterBinding(`${name}:auth-delegator`, "system:auth-delegator"),
    {
      apiVersion: `${rbac}/v1`,
      kind: "Role",
      metadata: { name: own.name, namespace, labels },
      rules: [
        rule("coordination.k8s.io", ["leases"], ["create"]),
        { ...rule("coordination.k8s.io", ["leases"], ["get", "update"]), resourceNames: [name] },
        rule("", ["configmaps"], read),
      ],
    },
    roleBinding(name, own.name),
    roleBinding(`${name}:authentication-reader`, "extension-apiserver-authentication-reader"),
  ];
}

const clusterBinding = (id: string, role: string): object => ({
  apiVersion: `${rbac}/v1`,
  kind: "ClusterRoleBinding",
  metadata: { name: `kubernetes-boot:${id}`, labels },
  roleRef: { apiGroup: rbac, kind: "ClusterRole", name: role },
  subjects,
});

const roleBinding = (id: string, role: string): object => ({
  apiVersion: `${rbac}/v1`,
  kind: "RoleBinding",
  metadata: { name: `kubernetes-boot:${id}`, namespace, labels },
  roleRef: { apiGroup: rbac, kind: "Role", name: role },
  subjects,
});
