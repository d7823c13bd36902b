import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatPath } from "../../modules/cluster/problem";
import { loadEnvironments } from "../../modules/environment";

/** The files with a mistake each: a folder per kind of mistake, beside it what is to be said about each of its files. */
export const rooms = ["yaml", "structure", "eks", "aks", "gke"] as const;

export type Room = (typeof rooms)[number];

/** By name of the file: the errors, as "line:column path: message". */
export type Expected = Readonly<Record<string, readonly string[]>>;

export const expectedOf = (room: Room): Expected =>
  JSON.parse(readFileSync(join(__dirname, `${room}.json`), "utf8")) as Expected;

export const filesOf = (room: Room): readonly string[] => readdirSync(join(__dirname, room)).sort();

/** The day on which the files are read: versions of Kubernetes come and go. */
const today = new Date("2026-11-23");

/** The errors of a file, as they are expected. */
export function errorsOf(room: Room, file: string): readonly string[] {
  const { problems } = loadEnvironments(join(__dirname, room, file), { today });
  return problems
    .filter(({ severity }) => severity === "error")
    .map(({ line, column, path, message }) => `${line}:${column} ${formatPath(path)}: ${message}`);
}
