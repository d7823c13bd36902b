import { shippedFiles } from "../e2e/support/shipped-edits";
import { expectKind, ShippedPredictions } from "./shipped-edits";

/** Autopilot has no node groups. */
const withoutGroups = "gke-autopilot-main";

/** The edits of the shipped files of AKS and GKE, which deploy tests apply, have the written effects. */
test.each([...shippedFiles("aks"), ...shippedFiles("gke")].map((file) => [file.stack, file] as const))(
  "%s",
  (stack, file) => {
    const edits = new ShippedPredictions(file).edits();
    edits.forEach(expectKind);
    const kinds = edits.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["in place", "refused"]));
    if (stack !== withoutGroups)
      expect(kinds.some((kind) => ["rolling", "replaced"].includes(kind))).toBe(true);
  },
);
