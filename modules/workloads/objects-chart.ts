import type { ProgramName } from "./chart";

/** Kubernetes objects that one release installs. */
export interface Objects {
  /** Name of the release. */
  readonly name: string;

  /** A list, or a token of one. */
  readonly objects: unknown;

  /** The program that defines their types, and that deletes what they created. */
  readonly after?: ProgramName;
}

/**
 * A chart that installs the objects in its values. The Kubernetes provider cannot plan objects whose types a chart of the same stack
 * defines; Helm can.
 */
export const objectsChart = {
  /** Its folder, in the folder of the stack. */
  folder: "objects-chart",

  /** Its files, by their paths in that folder. */
  files: {
    "Chart.yaml": `apiVersion: v2
name: objects
description: Kubernetes objects that follow from the description of the cluster
type: application
version: 1.0.0
`,
    "values.yaml": "objects: []\n",
    "templates/objects.yaml": `{{- range .Values.objects }}
---
{{ toYaml . }}
{{- end }}
`,
  },
} as const;
