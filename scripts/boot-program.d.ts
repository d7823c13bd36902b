/** See `boot-program.js`. */
export const clouds: readonly ("aws" | "azure" | "google")[];
export const folder: string;
export const roles: readonly ("control-plane" | "worker")[];
export function nameOf(cloud: string, role: string): string;
export function partsOf(cloud: string): string[];
export function programOf(cloud: string, role: string): string;
export function sourceOf(cloud: string): string;
