/** Programs in the cluster that a second stack installs with Helm. */
export interface WorkloadsSpec {
  /**
   * Programs of the catalogue. A program to which the cluster gives permissions in the cloud, such as the Cluster Autoscaler, is
   * installed unless it is `false` here. The others are installed if they are `true`, or have settings.
   */
  readonly programs?: ProgramsSpec;

  /** Where the charts come from. */
  readonly charts?: ChartsSpec;
}

/** The catalogue of programs. `true` installs the pinned version of the chart, `false` omits a program that another tool installs. */
export interface ProgramsSpec {
  /**
   * The Cluster Autoscaler. Installed by default with `autoscaling: cluster-autoscaler`.
   *
   * @refused aks AKS runs the Cluster Autoscaler itself; set autoscaling: cluster-autoscaler
   * @refused gke GKE runs the Cluster Autoscaler itself; set autoscaling: cluster-autoscaler
   * @literal
   * @change in-place
   * @see https://github.com/kubernetes/autoscaler/tree/master/cluster-autoscaler
   */
  readonly "cluster-autoscaler"?: boolean | ProgramSpec;

  /**
   * Karpenter. Installed by default with `autoscaling: auto-provisioning` by Karpenter.
   *
   * @refused aks AKS runs Karpenter itself; set autoscaling: auto-provisioning
   * @refused gke it creates machines of EC2; GKE creates nodes for pods with autoscaling: auto-provisioning
   * @refused kubeadm it needs EKS; node groups are scaled by the Cluster Autoscaler
   * @literal
   * @change in-place
   * @see https://karpenter.sh/docs/
   */
  readonly karpenter?: boolean | ProgramSpec;

  /**
   * The AWS Load Balancer Controller. Installed by default with `loadBalancing.controller: true`.
   *
   * @refused aks it creates load balancers of AWS; AKS creates those of Services itself, and loadBalancing.controller runs an ingress controller
   * @refused gke it creates load balancers of AWS; GKE creates those of Services, Ingresses and Gateways itself
   * @refused kubeadm the machines have no permissions for it; on AWS loadBalancing.controller lets the cloud controller manager create load balancers
   * @literal
   * @change in-place
   * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/
   */
  readonly "aws-load-balancer-controller"?: boolean | ProgramSpec;

  /**
   * The AWS Node Termination Handler. Installed by default with `eks.nodeTerminationHandler: true`.
   *
   * @refused aks it handles events of EC2; AKS drains nodes before scheduled events itself
   * @refused gke it handles events of EC2; GKE stops the pods of a spot machine itself
   * @refused kubeadm no queue of interruptions is created; install it yourself, with access to the metadata service
   * @literal
   * @change in-place
   * @see https://github.com/aws/aws-node-termination-handler
   */
  readonly "aws-node-termination-handler"?: boolean | ProgramSpec;

  /**
   * ExternalDNS. Installed by default with `dns.zones`. It also deletes its records of removed Services and Ingresses.
   *
   * @refused kubeadm the machines have no permissions for DNS zones; install it yourself, with its own credentials
   * @literal
   * @change in-place
   * @see https://kubernetes-sigs.github.io/external-dns/latest/
   */
  readonly "external-dns"?: boolean | ProgramSpec;

  /**
   * The Metrics Server, for `kubectl top` and the Horizontal Pod Autoscaler.
   *
   * @default false
   * @refused aks AKS runs the Metrics Server itself
   * @refused gke GKE runs the Metrics Server itself
   * @literal
   * @change in-place
   * @see https://kubernetes-sigs.github.io/metrics-server/
   */
  readonly "metrics-server"?: boolean | ProgramSpec;

  /**
   * The snapshot controller with its custom resource definitions, which are removed with it. Installed by default with
   * `storage.snapshots: true`.
   *
   * @refused eks storage.snapshots runs it as an EKS add-on
   * @refused aks AKS runs it with storage.snapshots
   * @refused gke GKE runs the snapshot controller itself
   * @literal
   * @change in-place
   * @see https://kubernetes-csi.github.io/docs/snapshot-controller.html
   */
  readonly "snapshot-controller"?: boolean | ProgramSpec;

  /**
   * cert-manager. Its custom resource definitions stay when it is removed.
   *
   * @default false
   * @literal
   * @change in-place
   * @see https://cert-manager.io/docs/
   */
  readonly "cert-manager"?: boolean | ProgramSpec;

  /**
   * External Secrets Operator. `workloadIdentities` for the service account `external-secrets` in the namespace `external-secrets`
   * gives it permissions to read secrets.
   *
   * @default false
   * @literal
   * @change in-place
   * @see https://external-secrets.io/latest/
   */
  readonly "external-secrets"?: boolean | ProgramSpec;
}

/** The settings of an installed program. */
export interface ProgramSpec {
  /**
   * Version of the Helm chart, one of the catalogue. If omitted, the newest of the catalogue for the Kubernetes version.
   *
   * @literal
   * @change in-place
   */
  readonly chartVersion?: string;

  /**
   * Digest of the chart of `chartVersion` in an OCI registry: `sha256:` and 64 hexadecimal digits. Helm refuses a chart with another one.
   * `helm pull oci://…` prints it.
   *
   * @literal
   * @change in-place
   * @see https://helm.sh/docs/topics/registries/#installing-charts-with-digest
   */
  readonly digest?: string;
}

/** Where the charts come from. */
export interface ChartsSpec {
  /**
   * Repository with copies of all charts under their own names: the URL of a Helm repository, `https://charts.example.com`, or of a
   * registry, `oci://registry.example.com/charts`. If omitted, the repositories of the programs. `cdktf-clusters manifests`
   * uses it too. Images of containers still come from the registries of the programs.
   *
   * @literal
   * @change in-place
   */
  readonly repository?: string;
}
