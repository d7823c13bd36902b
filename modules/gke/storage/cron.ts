import { isKnown } from "../../cluster/rules/rule";

const names = {
  month: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
  day: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
} as const;

const minutesPerDay = 24 * 60;

/** The values at which a schedule runs. */
interface Schedule {
  readonly minute: Set<number>;
  readonly hour: Set<number>;
  readonly date: Set<number>;
  readonly month: Set<number>;

  /** 0 and 7 are Sunday. */
  readonly day: Set<number>;

  readonly isAnyDate: boolean;
  readonly isAnyDay: boolean;
}

/** Whether a text is a schedule with five cron fields. */
export const isCron = (text: string): boolean => scheduleOf(text) !== undefined;

/**
 * The shortest time between two runs of a schedule with five cron fields, in minutes; undefined for an unknown or invalid schedule, and
 * for one that runs only once in two years.
 */
export function shortestInterval(text: string | undefined): number | undefined {
  const schedule = isKnown(text) ? scheduleOf(text) : undefined;
  if (!schedule) return undefined;
  const times = [...schedule.hour].flatMap((hour) =>
    [...schedule.minute].map((minute) => hour * 60 + minute),
  );
  times.sort((a, b) => a - b);
  const runs = runningDays(schedule);
  const onOneDay = times.slice(1).map((time, i) => time - times[i]);
  const overnight = runs
    .slice(1)
    .map((day, i) => (day - runs[i]) * minutesPerDay + times[0] - times[times.length - 1]);
  const gaps = runs.length === 0 ? [] : [...onOneDay, ...overnight];
  return gaps.length === 0 ? undefined : gaps.reduce((a, b) => Math.min(a, b));
}

function scheduleOf(text: string): Schedule | undefined {
  const [minutes, hours, dates, months, days, ...more] = text.split(" ");
  if (days === undefined || more.length > 0) return undefined;
  const minute = field(minutes, 0, 59);
  const hour = field(hours, 0, 23);
  const date = field(dates, 1, 31);
  const month = field(months, 1, 12, names.month);
  const day = field(days, 0, 7, names.day);
  if (!minute || !hour || !date || !month || !day) return undefined;
  return { minute, hour, date, month, day, isAnyDate: dates === "*", isAnyDay: days === "*" };
}

/** Days of two years, from 2027 on, on which a schedule runs. If both day fields are restricted, one of them is enough. */
function runningDays({ date, month, day, isAnyDate, isAnyDay }: Schedule): number[] {
  const start = Date.UTC(2027, 0, 1);
  return Array.from({ length: 731 }, (_, i) => i).filter((i) => {
    const at = new Date(start + i * minutesPerDay * 60_000);
    const onDate = date.has(at.getUTCDate());
    const onDay = day.has(at.getUTCDay()) || (at.getUTCDay() === 0 && day.has(7));
    if (!month.has(at.getUTCMonth() + 1)) return false;
    return isAnyDate || isAnyDay ? onDate && onDay : onDate || onDay;
  });
}

/** The values of one field: lists of numbers and ranges, with steps. */
function field(
  text: string,
  least: number,
  most: number,
  labels: readonly string[] = [],
): Set<number> | undefined {
  const values = new Set<number>();
  for (const part of text.split(",")) {
    const match = /^(\*|[a-z0-9]+)(?:-([a-z0-9]+))?(?:\/(\d+))?$/i.exec(part);
    if (!match) return undefined;
    const [, from, to, step] = match;
    const first = from === "*" ? least : numberOf(from, labels, least);
    const last = to === undefined ? (from === "*" || step ? most : first) : numberOf(to, labels, least);
    const by = Number(step ?? 1);
    if (first === undefined || last === undefined || first < least || last > most || first > last || by < 1)
      return undefined;
    for (let value = first; value <= last; value += by) values.add(value);
  }
  return values;
}

function numberOf(text: string, labels: readonly string[], least: number): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const index = labels.indexOf(text.toLowerCase());
  return index < 0 ? undefined : least + index;
}
