import type { Autoscaling } from "../../cluster/vocabulary";

/** See `autoscaling`. */
export type KubeadmAutoscaling = Autoscaling;
