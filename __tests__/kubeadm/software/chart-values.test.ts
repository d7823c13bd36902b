import { recordedValues, type ValueKeys } from "../../../modules/kubeadm/software/chart-values";
import {
  type ManifestChart,
  manifestCharts,
  type ManifestChartName,
} from "../../../modules/kubeadm/software/charts";

const charts = Object.entries<ManifestChart>(manifestCharts).map(([name, chart]) => ({
  name: name as ManifestChartName,
  ...chart,
}));

test.each(charts)(
  "the values of each version of $title are recorded, and no others",
  ({ name, versions }) => {
    expect(Object.keys(recordedValues[name])).toEqual(versions.map(({ version }) => version));
  },
);

test.each(charts)("the record of $title has the keys that clusters set", ({ name, keys }) => {
  const has = (known: ValueKeys | null | undefined, [step, ...rest]: string[]): boolean =>
    known === null ||
    (known !== undefined && (step === undefined || (Object.hasOwn(known, step) && has(known[step], rest))));
  for (const record of Object.values(recordedValues[name])) {
    expect(Object.keys(keys).filter((key) => !has(record, key.split(".")))).toEqual([]);
  }
  expect(has(recordedValues.cilium["1.20.2"], ["hubble", "enabeld"])).toBe(false);
});
