export type { ClusterNetwork, NodeSubnet } from "../../networks/aws/cluster-network";
export { existingNetwork, shareSubnets } from "./existing-network";
export { EksNetwork } from "./network";
export type { EksNetworkProps } from "./props";
export { networkSettings } from "./settings";
