import { asMap, asSet } from "../../cluster/sets";
import type { Taint } from "../../cluster/vocabulary";
import { settingsFolder } from "./paths";
import { apiServerPort, type ClusterSettings, type MachineSettings } from "./settings";

/**
 * The documents of kubeadm and of the API server, as JSON, which is also YAML. Values that a machine learns at boot are marks:
 * `@NODE_NAME@`, `@NODE_ADDRESS@`, `@PROVIDER_ID@`, `@SERVICE_ACCOUNT_ISSUER@`, `@TENANT@`, `@KEY@`. The boot program replaces them.
 *
 * @see https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/
 */
export function documentsOf(settings: MachineSettings): Readonly<Record<string, string>> {
  const { cluster, machine } = settings;
  const documents: Record<string, readonly object[]> =
    machine.role === "control-plane"
      ? {
          "init.yaml": [
            initConfiguration(settings),
            clusterConfiguration(cluster),
            kubeletConfiguration(cluster),
            ...(cluster.kubeProxy ? [kubeProxyConfiguration(cluster)] : []),
          ],
          "join.yaml": [joinConfiguration(settings)],
          "audit.yaml": [auditPolicy],
          "authentication.yaml": [authenticationConfiguration(cluster)],
          "encryption.yaml": [encryptionConfiguration],
          "rbac.yaml": [
            ...nodePermissions,
            ...(cluster.authenticator === undefined ? [] : [administratorPermissions]),
          ],
        }
      : { "join.yaml": [joinConfiguration(settings)] };
  return Object.fromEntries(
    Object.entries(documents).map(([name, parts]) => [
      `${settingsFolder}/${name}`,
      parts.map((part) => JSON.stringify(part)).join("\n---\n") + "\n",
    ]),
  );
}

/** The issuer of tokens of service accounts, if the cluster publishes no documents. */
export const defaultIssuer = "https://kubernetes.default.svc.cluster.local";

/** Folder of the etcd data: below the mount, whose `lost+found` kubeadm refuses. */
const etcdData = "/var/lib/etcd/data";

/** Folder of the files that the API server reads. */
const apiServerFolder = "/etc/kubernetes/api-server";

const kubeadm = "kubeadm.k8s.io/v1beta4";

function clusterConfiguration(cluster: ClusterSettings): object {
  const { overrides = {} } = cluster;
  return {
    apiVersion: kubeadm,
    kind: "ClusterConfiguration",
    clusterName: cluster.name,
    kubernetesVersion: `v${cluster.kubernetesVersion}`,
    controlPlaneEndpoint: `${cluster.endpoint}:${apiServerPort}`,
    ...(cluster.software.imageRepository !== undefined && {
      imageRepository: cluster.software.imageRepository,
    }),
    networking: { podSubnet: cluster.podCidr, serviceSubnet: cluster.serviceCidr },
    etcd: {
      local: {
        dataDir: etcdData,
        extraArgs: args({
          "quota-backend-bytes": String(cluster.etcd.quotaGiB * 2 ** 30),
          "auto-compaction-mode": "periodic",
          "auto-compaction-retention": "8h",
          ...overrides.etcd,
        }),
      },
    },
    apiServer: {
      certSANs: [
        cluster.endpoint,
        ...cluster.slots.map(({ address }) => address),
        ...(cluster.certificateNames ?? []),
      ],
      extraArgs: args({
        "audit-log-maxage": "7",
        "audit-log-maxbackup": "5",
        "audit-log-maxsize": "100",
        "audit-log-path": "/var/log/kubernetes/audit.log",
        "audit-policy-file": `${apiServerFolder}/audit.yaml`,
        "authentication-config": `${apiServerFolder}/authentication.yaml`,
        ...(cluster.authenticator !== undefined && {
          "authentication-token-webhook-config-file": `${apiServerFolder}/webhook.yaml`,
        }),
        "encryption-provider-config": `${apiServerFolder}/encryption.yaml`,
        // Without it, the API server accepts each certificate of a kubelet: for `logs`, `exec` and metrics.
        "kubelet-certificate-authority": "/etc/kubernetes/pki/ca.crt",
        // A machine that shuts down finishes its requests, while the load balancer already sends new ones to others.
        "shutdown-delay-duration": "15s",
        "service-account-issuer": "@SERVICE_ACCOUNT_ISSUER@",
        ...overrides.apiServer,
      }),
      extraVolumes: [
        {
          name: "api-server",
          hostPath: apiServerFolder,
          mountPath: apiServerFolder,
          readOnly: true,
          pathType: "Directory",
        },
        {
          name: "audit",
          hostPath: "/var/log/kubernetes",
          mountPath: "/var/log/kubernetes",
          pathType: "DirectoryOrCreate",
        },
      ],
    },
    controllerManager: {
      extraArgs: args({
        ...(cluster.cloudControllerManager && { "cloud-provider": "external" }),
        ...overrides.controllerManager,
      }),
    },
    scheduler: { extraArgs: args({ ...overrides.scheduler }) },
  };
}

function initConfiguration(settings: MachineSettings): object {
  return {
    apiVersion: kubeadm,
    kind: "InitConfiguration",
    localAPIEndpoint: { advertiseAddress: "@NODE_ADDRESS@", bindPort: apiServerPort },
    nodeRegistration: nodeRegistration(settings),
    // Tokens are in the store, and allow nothing but a request (rbac.yaml).
    skipPhases: [
      "bootstrap-token",
      "show-join-command",
      ...(settings.cluster.kubeProxy ? [] : ["addon/kube-proxy"]),
    ],
  };
}

function joinConfiguration(settings: MachineSettings): object {
  const isControlPlane = settings.machine.role === "control-plane";
  return {
    apiVersion: kubeadm,
    kind: "JoinConfiguration",
    discovery: {
      file: { kubeConfigPath: `/var/lib/kubernetes-boot/${isControlPlane ? "admin" : "discovery"}.conf` },
    },
    nodeRegistration: nodeRegistration(settings),
    ...(isControlPlane && {
      controlPlane: { localAPIEndpoint: { advertiseAddress: "@NODE_ADDRESS@", bindPort: apiServerPort } },
    }),
  };
}

function nodeRegistration({ cluster, machine }: MachineSettings): object {
  const { labels = {}, taints } = machine;
  // Another order of the file must not replace machines.
  const own = Object.entries(asMap(labels)).map(([key, value]) => `${key}=${value}`);
  return {
    name: "@NODE_NAME@",
    criSocket: "unix:///run/containerd/containerd.sock",
    imagePullPolicy: cluster.imagePullPolicy ?? "IfNotPresent",
    ignorePreflightErrors: [...(cluster.ignoredPreflightErrors ?? [])],
    kubeletExtraArgs: args({
      ...(cluster.cloudControllerManager && { "cloud-provider": "external" }),
      ...(own.length > 0 && { "node-labels": own.join(",") }),
      "node-ip": "@NODE_ADDRESS@",
      "provider-id": "@PROVIDER_ID@",
      ...(machine.maxPods !== undefined && { "max-pods": String(machine.maxPods) }),
    }),
    // kubeadm gives a control-plane machine its taint if the list is omitted.
    ...(taints !== undefined && { taints: asSet(taints.map(taintOf)) }),
  };
}

const taintOf = ({ key, value = "", effect }: Taint) => ({ key, value, effect });

/** Arguments as kubeadm v1beta4 has them. */
const args = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

function kubeletConfiguration({ overrides = {} }: ClusterSettings): object {
  return {
    apiVersion: "kubelet.config.k8s.io/v1beta1",
    kind: "KubeletConfiguration",
    cgroupDriver: "systemd",
    rotateCertificates: true,
    serverTLSBootstrap: true,
    shutdownGracePeriod: "60s",
    shutdownGracePeriodCriticalPods: "20s",
    ...overrides.kubelet,
  };
}

/** @see https://kubernetes.io/docs/reference/networking/virtual-ips/#proxy-mode-nftables */
function kubeProxyConfiguration({ overrides = {} }: ClusterSettings): object {
  return {
    apiVersion: "kubeproxy.config.k8s.io/v1alpha1",
    kind: "KubeProxyConfiguration",
    mode: "nftables",
    ...overrides.kubeProxy,
  };
}

/**
 * Load balancers check `/readyz` without credentials. No other path is open.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests
 */
function authenticationConfiguration({ oidc }: ClusterSettings): object {
  return {
    apiVersion: "apiserver.config.k8s.io/v1",
    kind: "AuthenticationConfiguration",
    anonymous: { enabled: true, conditions: ["/livez", "/readyz", "/healthz"].map((path) => ({ path })) },
    ...(oidc && {
      jwt: [
        {
          issuer: { url: oidc.issuerUrl, audiences: [oidc.clientId] },
          claimMappings: {
            username: { claim: oidc.usernameClaim, prefix: oidc.usernamePrefix },
            ...(oidc.groupsClaim !== undefined && {
              groups: { claim: oidc.groupsClaim, prefix: oidc.groupsPrefix ?? "" },
            }),
          },
        },
      ],
    }),
  };
}

/** Secrets are encrypted in etcd and in its snapshots. The boot program creates the key once. */
const encryptionConfiguration = {
  apiVersion: "apiserver.config.k8s.io/v1",
  kind: "EncryptionConfiguration",
  resources: [
    {
      resources: ["secrets"],
      providers: [{ secretbox: { keys: [{ name: "key1", secret: "@KEY@" }] } }, { identity: {} }],
    },
  ],
};

/** Records who changed what, without the contents of secrets; reads of the system are omitted. */
const auditPolicy = {
  apiVersion: "audit.k8s.io/v1",
  kind: "Policy",
  omitStages: ["RequestReceived"],
  rules: [
    { level: "None", nonResourceURLs: ["/healthz*", "/livez*", "/readyz*", "/version"] },
    { level: "None", verbs: ["get", "list", "watch"], userGroups: ["system:nodes"] },
    {
      level: "None",
      users: ["system:kube-scheduler", "system:kube-controller-manager", "system:apiserver"],
      verbs: ["get", "list", "watch"],
    },
    { level: "None", resources: [{ group: "coordination.k8s.io", resources: ["leases"] }] },
    { level: "None", resources: [{ group: "", resources: ["events"] }] },
    {
      level: "Metadata",
      resources: [
        { group: "", resources: ["secrets", "configmaps", "serviceaccounts/token"] },
        { group: "authentication.k8s.io", resources: ["tokenreviews"] },
      ],
    },
    { level: "Metadata", verbs: ["get", "list", "watch"] },
    { level: "Request" },
  ],
};

const binding = (name: string, role: string, group: string) => ({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "ClusterRoleBinding",
  metadata: { name },
  roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: role },
  subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: group }],
});

/**
 * What kubeadm's phase `bootstrap-token` grants, without the automatic approval: the token allows a request for a certificate, and the
 * boot program of a control-plane machine approves it after a check of the identity.
 */
const nodePermissions = [
  binding(
    "kubernetes-boot:request-certificates",
    "system:node-bootstrapper",
    "system:bootstrappers:kubeadm:default-node-token",
  ),
  binding(
    "kubernetes-boot:renew-certificates",
    "system:certificates.k8s.io:certificatesigningrequests:selfnodeclient",
    "system:nodes",
  ),
];

/** The group of people with all permissions. A binding can be removed, membership in `system:masters` cannot. */
export const administrators = "kubernetes-boot:administrators";

const administratorPermissions = binding(administrators, "cluster-admin", administrators);
