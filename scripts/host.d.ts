/** See `host.js`. */
export const folder: string;
export function hostOfApp(): "cdktf" | "cdktn";
export function hostCheck(expected: string): string;
export function terrainName(name: string): string | undefined;
export function writeTerrainBuild(from: string, to: string): Set<string>;
export function writeBindings(needed: ReadonlySet<string>, to: string): void;
