import { azurermProvider } from "../../modules/azure/provider";
import { allClusters, lackingIn, writtenFor } from "./provider-arguments";

test.each([azurermProvider.minimum, "4.57.0", "4.81.0", "5.0.0", "5.13.0"])(
  "no shipped cluster has an argument that azurerm %s lacks",
  (version) => {
    const written = writtenFor(version, allClusters());
    expect(written.length).toBeGreaterThan(10);
    expect(written.flatMap((stack) => lackingIn(version, stack))).toEqual([]);
  },
);
