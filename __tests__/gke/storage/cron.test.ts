import { shortestInterval } from "../../../modules/gke/storage/cron";

const day = 24 * 60;

test.each([
  ["0 3 * * *", day],
  ["*/5 * * * *", 5],
  ["0,10 3 * * *", 10],
  ["0 */6 * * *", 360],
  ["0 22-4/2 * * *", undefined],
  ["30 1 * * SUN", 7 * day],
  ["30 1 * * 0,7", 7 * day],
  ["30 1 * * 7", 7 * day],
  ["30 1 * * SAT,7", day],
  ["0 3 * * 1-5", day],
  ["0 3 1 * *", 28 * day],
  ["0 3 1 * MON", day],
  ["0 3 1 1 *", 365 * day],
  ["0 3 1 jan,FEB *", 31 * day],
  ["0 3 31 2 *", undefined],
  ["0 23,0 * * *", 60],
  ["cron(0 1 * * ? *)", undefined],
  ["0 3 * *", undefined],
  ["60 3 * * *", undefined],
])("%s runs every %s minutes", (schedule, minutes) => {
  expect(shortestInterval(schedule)).toBe(minutes);
});
