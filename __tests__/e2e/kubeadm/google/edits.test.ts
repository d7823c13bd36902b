import { beginGoogle, GOOGLE_OUT_OF_CAPACITY } from "../../gke/google-cloud";
import { describeEdits } from "../../support/edit-tests";
import { editedKubeadmOnGoogle, KUBEADM_GOOGLE_EDITS } from "./edits";
import { GoogleMachines } from "./machines";

const stack = "kubeadm-google-main";

/** An empty Google Cloud in which machines start. */
async function begin() {
  const deployment = await beginGoogle(stack);
  const machines = new GoogleMachines(deployment.store);
  const end = () => deployment.end().finally(() => machines.stop());
  return { ...deployment, end };
}

describeEdits({
  what: "a kubeadm cluster on Google Cloud",
  provider: "google",
  stack,
  file: "kubeadm-google",
  begin,
  edited: editedKubeadmOnGoogle,
  edits: KUBEADM_GOOGLE_EDITS,
  isCreation: ({ method, path }) => method === "POST" && path.endsWith("/instanceGroupManagers"),
  failure: GOOGLE_OUT_OF_CAPACITY,
});
