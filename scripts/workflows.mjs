// Checks the workflows of GitHub with actionlint: `npm run workflows`. Uses the program if it is installed, else builds it with Go. Without
// both it prints that the workflows were not checked; with CI this is a failure.
import { spawnSync } from "node:child_process";
import { print, printError } from "./printable.js";

/** @see https://github.com/rhysd/actionlint */
const source = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12";

const candidates = [
  ["actionlint", []],
  ["go", ["run", source]],
];
const found = candidates.find(
  ([program]) => spawnSync(program, [program === "go" ? "version" : "-version"]).status === 0,
);

if (found === undefined) {
  const isRequired = process.env.CI === "true";
  (isRequired ? printError : print)(
    "0 workflows checked, because neither actionlint nor Go is installed: https://github.com/rhysd/actionlint",
  );
  process.exitCode = isRequired ? 1 : 0;
} else {
  const [program, args] = found;
  const { status } = spawnSync(program, [...args, "-color", ...process.argv.slice(2)], { stdio: "inherit" });
  if (status === 0) print("all workflows are valid");
  process.exitCode = status ?? 1;
}
