import { existsSync } from "node:fs";
import { filesOf, nameOf, shown } from "../modules/environment/files";
import { defaultLocation } from "./call";

/** What to do about a location without environment files: create the first one, or give the file of a stack instead of its name. */
export function adviceOnMissing(location: string): string | undefined {
  const folder = defaultLocation();
  if (location === folder) {
    return process.env.ENVIRONMENTS
      ? "it is the value of the variable ENVIRONMENTS"
      : "npx cdktf-clusters init writes a first file";
  }
  if (existsSync(location)) return undefined;
  // The longest name is the environment: "shop-eu-main" is of "shop-eu", not of "shop".
  const [file] = filesOf(folder)
    .files.filter((one) => location.startsWith(`${nameOf(one)}-`))
    .sort((a, b) => nameOf(b).length - nameOf(a).length);
  return file === undefined
    ? undefined
    : `a file is expected: stacks ${nameOf(file)}-… are in ${shown(file)}`;
}
