import type { NameRule } from "../names";

const compute = (what: string): NameRule => ({
  most: 63,
  pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  source: `Compute Engine API, ${what}`,
});

/** Names of machines, which get a hyphen and four characters. */
const machines: NameRule = {
  most: 58,
  pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  isShared: true,
  source: "Compute Engine API, instanceGroupManagers: baseInstanceName, 58 characters",
};

const balancer = (action: string): NameRule => ({
  most: 32,
  pattern: /^(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
  source: `Elastic Load Balancing ${action}`,
});

const rules = "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules";

/** Names of Azure: letters, digits, `_`, `.` and `-`. */
const azure = (most: number, what: string, shared?: "shared"): NameRule => ({
  most,
  pattern: /^[A-Za-z0-9]([\w.-]*\w)?$/,
  isShared: shared && true,
  source: `${rules}, ${what}`,
});

/** Names of machines, which are those of hosts. */
const host = (most: number, what: string): NameRule => ({
  most,
  pattern: /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
  source: `${rules}, ${what}`,
});

/** Limits of the names that only kubeadm clusters have. */
export const kubeadmNameRules: Readonly<Record<string, NameRule>> = {
  "aws_lb.name": balancer("CreateLoadBalancer"),
  "aws_lb_target_group.name": balancer("CreateTargetGroup"),
  "aws_route53_record.name": {
    most: 253,
    pattern: /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]+$/,
    source: "RFC 1035",
  },
  "aws_route53_zone.name": {
    most: 253,
    pattern: /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]+$/,
    source: "RFC 1035",
  },
  "aws_s3_bucket.bucket_prefix": {
    most: 37,
    pattern: /^[a-z0-9][a-z0-9.-]*$/,
    source: "hashicorp/aws aws_s3_bucket: 37 characters",
  },
  "azurerm_application_security_group.name": azure(80, "applicationSecurityGroups"),
  "azurerm_lb.name": azure(80, "loadBalancers"),
  "azurerm_lb_backend_address_pool.name": azure(80, "loadBalancers/backendAddressPools", "shared"),
  "azurerm_lb_probe.name": azure(80, "loadBalancers/probes", "shared"),
  "azurerm_lb_rule.name": azure(80, "loadBalancers/loadBalancingRules", "shared"),
  "azurerm_linux_virtual_machine.name": host(64, "virtualMachines"),
  // Six characters follow in the names of its machines.
  "azurerm_linux_virtual_machine_scale_set.name": host(64 - 6, "virtualMachineScaleSets"),
  "azurerm_managed_disk.name": azure(80, "disks"),
  "azurerm_network_interface.name": azure(80, "networkInterfaces"),
  "azurerm_private_dns_a_record.name": {
    most: 63,
    pattern: /^(@|[a-z0-9]([a-z0-9-]*[a-z0-9])?)$/,
    source: "RFC 1035",
  },
  "azurerm_virtual_machine_run_command.name": azure(80, "virtualMachines/runCommands", "shared"),
  "google_compute_disk.name": compute("disks"),
  "google_compute_forwarding_rule.name": compute("forwardingRules"),
  "google_compute_health_check.name": compute("healthChecks"),
  "google_compute_instance_group_manager.base_instance_name": machines,
  "google_compute_instance_group_manager.name": compute("instanceGroupManagers"),
  "google_compute_instance_template.name_prefix": {
    most: 37,
    pattern: /^[a-z][-a-z0-9]*$/,
    source:
      "hashicorp/google google_compute_instance_template: 63 characters, of which the provider takes 26",
  },
  "google_compute_region_backend_service.name": compute("regionBackendServices"),
  "google_compute_region_health_check.name": compute("regionHealthChecks"),
  "google_compute_region_instance_group_manager.base_instance_name": machines,
  "google_compute_region_instance_group_manager.name": compute("regionInstanceGroupManagers"),
  "google_project_iam_custom_role.role_id": {
    least: 3,
    most: 64,
    pattern: /^[\w.]+$/,
    source: "IAM API, projects.roles.create",
  },
  "google_project_iam_custom_role.title": {
    most: 100,
    pattern: /^.+$/,
    isShared: true,
    source: "IAM API, projects.roles: title, 100 bytes",
  },
  "google_storage_bucket_object.name": {
    most: 1024,
    pattern: /^(?!\.well-known\/acme-challenge\/)[^\r\n]+$/,
    source: "Cloud Storage: names of objects, 1024 bytes",
  },
};
