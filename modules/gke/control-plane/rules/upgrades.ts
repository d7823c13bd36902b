import { error, type Path, type Finding } from "../../../cluster/problem";
import { entries, isKnown, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import { limits } from "../../limits";
import type { AnyGkeClusterProps, GkeMaintenancePauseSpec } from "../../spec";
import { uniqueProblems, wholeProblems } from "../../values";
import { defaults } from "../../fields.generated";

const day = 24 * 60 * 60 * 1000;

/**
 * Limits of maintenance exclusions: all upgrades for at most 30 days, three times; others for as long as a minor is supported.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/maintenance-windows-and-exclusions#limitations-maint-exclusions
 */
const pauseLimits = { allDays: 30, allCount: 3, otherDays: 180 } as const;

export const rules = defineRules<AnyGkeClusterProps>("gke/control-plane", {
  /**
   * A maintenance window lasts at least 4 hours, and windows add up to 48 hours in any 32 days. 32 days contain each weekday
   * four times.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/maintenance-windows-and-exclusions
   */
  "maintenance-window"({ upgrades }) {
    const window = upgrades?.window;
    if (!isKnown(window)) return [];
    const path = ["upgrades", "window"];
    const { start, hours, days } = window;
    const problems = [
      ...(isKnown(start) && !/^([01]\d|2[0-3]):[0-5]\d$/.test(start)
        ? [error([...path, "start"], `must be a time such as "02:00", got ${shown(start)}`)]
        : []),
      ...wholeProblems([...path, "hours"], hours, 4, 24),
      ...(isKnown(days) && days.length === 0
        ? [error([...path, "days"], "must name at least one day; if omitted, every day applies")]
        : []),
      ...uniqueProblems([...path, "days"], days),
    ];
    if (problems.length > 0 || !isKnown(hours) || (days !== undefined && !isKnown(days))) return problems;
    const count = days?.length ?? 7;
    if (4 * count * hours >= 48) return [];
    return [
      error(
        [...path, "hours"],
        `must be at least ${Math.ceil(12 / count)} on ${count} ${count === 1 ? "day" : "days"} a week: GKE requires 48 hours in ` +
          `32 days, got ${hours}`,
      ),
    ];
  },

  /**
   * A cluster has at most 20 pauses with unique names. Each ends after it starts.
   *
   * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/container_cluster#nested_maintenance_policy
   */
  "maintenance-pauses"({ upgrades }) {
    const list = upgrades?.pauses;
    if (!isKnown(list)) return [];
    const path = ["upgrades", "pauses"];
    const known = entries(list).filter(([, { name }]) => isKnown(name));
    return [
      ...(list.length > limits.maintenanceExclusions
        ? [error(path, `GKE allows at most ${limits.maintenanceExclusions} pauses, got ${list.length}`)]
        : []),
      ...repeated(known, ({ name }) => name).map(({ index, value, first }) =>
        error([...path, index, "name"], `${shown(value.name)} is a duplicate of [${first}]`),
      ),
      ...entries(list).flatMap(([i, pause]) => pauseProblems([...path, i], pause)),
    ];
  },

  /**
   * A pause of all upgrades lasts at most 30 days, and there are at most three. Other pauses last at most 180 days.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/maintenance-windows-and-exclusions#limitations-maint-exclusions
   */
  "maintenance-pause-length"({ upgrades }) {
    const list = entries(upgrades?.pauses);
    const path = ["upgrades", "pauses"];
    const all = list.filter(([, { scope = defaults["upgrades.pauses[].scope"] }]) => scope === "all");
    return [
      ...(all.length > pauseLimits.allCount
        ? [
            error(
              path,
              `GKE allows at most ${pauseLimits.allCount} pauses of all upgrades, got ${all.length}; use scope "minor" for others`,
            ),
          ]
        : []),
      ...list.flatMap(([i, { from, until, scope = defaults["upgrades.pauses[].scope"] }]) => {
        const [begin, end] = [instant(from), instant(until)];
        const most = scope === "all" ? pauseLimits.allDays : pauseLimits.otherDays;
        if (begin === undefined || end === undefined || end - begin <= most * day) return [];
        return [
          error(
            [...path, i, "until"],
            `a pause of scope "${scope}" lasts ${most} days at most, this one ${Math.ceil((end - begin) / day)}`,
          ),
        ];
      }),
    ];
  },

  /**
   * Accelerated patches and pauses of minor versions need a release channel. An alpha cluster has none.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/release-channels
   */
  "upgrades-need-channel"({ upgrades, gke }) {
    const channel = upgrades?.channel ?? defaults["upgrades.channel"];
    if (!isKnown(channel) || channel !== "none") {
      return gke?.alphaFeatures === true && isKnown(channel)
        ? [
            error(
              ["upgrades", "channel"],
              `must be "none" with gke.alphaFeatures: GKE does not upgrade alpha clusters, got ${shown(channel)}`,
            ),
          ]
        : [];
    }
    return [
      ...(upgrades?.acceleratedPatches === true
        ? [error(["upgrades", "acceleratedPatches"], 'needs a release channel, got channel "none"')]
        : []),
      ...entries(upgrades?.pauses)
        .filter(([, { scope }]) => isKnown(scope) && scope !== "all")
        .map(([i, { scope }]) =>
          error(["upgrades", "pauses", i, "scope"], `"${scope}" needs a release channel, got channel "none"`),
        ),
    ];
  },
});

function pauseProblems(path: Path, { name, from, until }: GkeMaintenancePauseSpec): Finding[] {
  const [begin, end] = [instant(from), instant(until)];
  return [
    ...(isKnown(name) && !/^[a-z][a-z0-9-]*$/.test(name)
      ? [
          error(
            [...path, "name"],
            `must start with a lower-case letter and hold lower-case letters, digits and "-", got ${shown(name)}`,
          ),
        ]
      : []),
    ...(isKnown(from) && begin === undefined ? [instantProblem([...path, "from"], from)] : []),
    ...(isKnown(until) && end === undefined ? [instantProblem([...path, "until"], until)] : []),
    ...(begin !== undefined && end !== undefined && end <= begin
      ? [error([...path, "until"], `must be after from (${from}), got ${until}`)]
      : []),
  ];
}

function instantProblem(path: Path, text: string): Finding {
  return error(path, `must be an instant in UTC such as "2026-12-20T00:00:00Z", got ${shown(text)}`);
}

/** Milliseconds of an instant in UTC; undefined for what is none, or is not known. */
function instant(text: string): number | undefined {
  if (!isKnown(text) || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}
