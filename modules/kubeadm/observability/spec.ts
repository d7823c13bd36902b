import type { ObservabilitySpec } from "../../cluster/vocabulary";

/** See `observability`. */
export type KubeadmObservabilitySpec = ObservabilitySpec;
