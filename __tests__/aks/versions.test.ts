import bindings from "@cdktf/provider-azurerm/package.json";
import { azurermProvider, providerRange } from "../../modules/azure/provider";
import { isAtLeast } from "../../modules/cluster/releases";

describe("the provider", () => {
  test("is that of the bindings", () => {
    expect(bindings.cdktf.provider.version).toBe(azurermProvider.minimum);
  });

  test.each([
    ["4.55.0", "4.55.0", true],
    ["4.9.0", "4.55.0", false],
    ["4.67.0", "4.57.9", true],
    ["4.57.0", "4.57.1", false],
    ["5.0.0", "4.99.99", true],
    ["4.99.99", "5.0.0", false],
  ])("%s is as new as %s: %s", (version, minimum, expected) => {
    expect(isAtLeast(version, minimum)).toBe(expected);
  });

  test("has a range from the version that the cluster needs to below the next major version", () => {
    expect(providerRange()).toEqual({ source: "hashicorp/azurerm", minimum: "4.55.0", below: "5.0.0" });
    expect(providerRange("4.67.0").minimum).toBe("4.67.0");
  });
});
