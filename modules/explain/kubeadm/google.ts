import { gkeResources } from "../gke/resources";
import type { ResourceFacts } from "../platform";
import { blocks } from "../stack";
import {
  dnsZone,
  etcdDisk,
  fixedFieldsRecord,
  hours,
  machineGroup,
  machineTemplate,
  store,
} from "./machines";

const quick: ResourceFacts = { minutes: 0.1 };
const compute = "https://cloud.google.com/compute/docs/instance-groups";

/** Types that mean the same for GKE. */
const {
  google_compute_firewall,
  google_compute_network,
  google_compute_router,
  google_compute_router_nat,
  google_compute_subnetwork,
  google_dns_record_set,
  google_project_iam_member,
  google_project_service,
  google_service_account,
  google_service_account_iam_member,
  google_storage_bucket_iam_member,
} = gkeResources;

const group = machineGroup(`${compute}/autohealing-instances-in-migs`, {
  text: "A group is stable when the health checks of its machines succeed. Terraform waits for that.",
  source: `${compute}/autohealing-instances-in-migs`,
});

/** What is known of the resource types of kubeadm stacks on Google Cloud. Times are estimates without a measurement. */
export const googleMachineResources: Readonly<Record<string, ResourceFacts>> = {
  terraform_data: fixedFieldsRecord,
  google_compute_firewall,
  google_compute_network,
  google_compute_router,
  google_compute_router_nat,
  google_compute_subnetwork,
  google_dns_record_set: { ...google_dns_record_set, step: "control plane" },
  google_project_iam_member,
  google_project_service,
  google_service_account,
  google_service_account_iam_member,
  google_storage_bucket_iam_member,
  // All addresses of these stacks are internal, which have no price.
  google_compute_address: quick,
  google_compute_disk: etcdDisk,
  google_compute_forwarding_rule: {
    minutes: 0.5,
    step: "control plane",
    bills: [hours("forwarding rule")],
    hidden: [
      {
        text: "Google routes packets for the address of the load balancer to the machines themselves: no machine or interface of the load balancer exists in your subnet.",
        source: "https://cloud.google.com/load-balancing/docs/internal",
      },
    ],
  },
  google_compute_health_check: quick,
  google_compute_instance_group_manager: group,
  google_compute_instance_template: machineTemplate(({ disk }) => blocks(disk)[0]?.disk_size_gb),
  google_compute_region_backend_service: { minutes: 0.5, step: "control plane" },
  google_compute_region_health_check: { ...quick, step: "control plane" },
  google_compute_region_instance_group_manager: group,
  google_dns_managed_zone: dnsZone,
  google_project_iam_custom_role: {
    minutes: 0.2,
    remains: {
      text: "A deleted custom role keeps its id for some weeks. The provider restores it if the stack is deployed again.",
      source: "https://cloud.google.com/iam/docs/creating-custom-roles#deleting-custom-role",
    },
  },
  google_storage_bucket: store,
  google_storage_bucket_iam_binding: { ...google_storage_bucket_iam_member },
  google_storage_bucket_object: quick,
};
