export { askCloud } from "./ask";
export { aksTable } from "./aks-resources";
export { type Ask, type Configuration, type Finding, findDifferences, type Recovery } from "./find";
export { gkeTable } from "./gke-resources";
export { kubeadmAzureTable } from "./kubeadm-azure-resources";
export { kubeadmGoogleTable } from "./kubeadm-google-resources";
export { stateResources } from "./state";
export { type CloudTable, eksTable, kubeadmTable } from "./table";
