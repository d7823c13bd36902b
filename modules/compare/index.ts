export { compareCluster, type PlatformTables, type Side } from "./compare";
export type { ForceNew } from "./force-new";
export {
  type ClusterComparison,
  type Comparison,
  type Destructive,
  destructiveKinds,
  type ProgramChange,
  type Removal,
} from "./model";
export { markdownOf, textOf } from "./render";
export { setsOf } from "./sets";
