import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "../../cli/cdktf-clusters";
import { useEmptyDirectory } from "../environment/directory";

/**
 * What `validate` prints, as text files: `UPDATE_GOLDEN=1 npx jest cli/golden` writes them. In them `␛` is the escape character, and `$` the
 * end of the output.
 */
const folder = join(__dirname, "golden");

useEmptyDirectory();

const right = `clusters:
  - platform: eks
    name: main
    region: eu-west-1
    kubernetesVersion: "1.35"
    access: { privateFrom: [10.1.0.0/16], admins: [arn:aws:iam::111122223333:role/admin] }
    nodeGroups:
      - name: workers
        machineTypes: [m7i.large]
        size: { min: 3, max: 6 }
`;
const files = {
  valid: right,
  warning: right.replace("[arn:aws:iam::111122223333:role/admin]", "[]"),
  // An unknown field, an unknown value, and a rule about two values.
  problems: right
    .replace("min: 3, max: 6", "min: 3, max: 2")
    .replace("machineTypes", "machineType")
    .replace("eu-west-1", "eu-west-9")
    .replace("[arn:aws:iam::111122223333:role/admin]", "[]"),
  syntax: right.replace("[10.1.0.0/16]", "[10.1.0.0/16"),
};

const terminals = {
  plain: {},
  terminal: { isTTY: true, env: { NO_COLOR: "1" } },
  colour: { isTTY: true, env: { TERM: "xterm-256color" } },
};

function run(argv: readonly string[], { isTTY, env = {} }: { isTTY?: boolean; env?: NodeJS.ProcessEnv }) {
  const before = { ...process.env };
  for (const name of ["ENVIRONMENTS", "NO_COLOR", "FORCE_COLOR", "TERM", "CI"]) delete process.env[name];
  Object.assign(process.env, env);
  const out: string[] = [];
  const stream = { write: (text: string) => out.push(text), isTTY, columns: 100 };
  try {
    const code = main(argv, { stdout: stream, stderr: stream });
    return `${out.join("")}$ exit code ${code}\n`;
  } finally {
    process.env = before;
  }
}

const cases = Object.keys(files).flatMap((file) =>
  Object.keys(terminals).map((terminal) => [file, terminal] as [keyof typeof files, keyof typeof terminals]),
);

test.each(cases)('validate prints the golden text of the file with "%s", %s', (file, terminal) => {
  mkdirSync("environments");
  writeFileSync("environments/dev.yaml", files[file]);
  const text = run(["validate", "--plan"], terminals[terminal]).replaceAll("\u001b", "␛");
  const golden = join(folder, `validate-${file}.${terminal}.txt`);
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(golden, text);
  }
  expect(text).toBe(readFileSync(golden, "utf8"));
});

test("only the golden files of a terminal with colour have escapes", () => {
  for (const [file, terminal] of cases.filter(([file]) => file === "problems" || file === "syntax")) {
    const text = readFileSync(join(folder, `validate-${file}.${terminal}.txt`), "utf8");
    expect(text.includes("␛[")).toBe(terminal === "colour");
    const plain = text.replace(/␛\[[\d;]+m/g, "");
    if (terminal === "colour")
      expect(plain).toBe(readFileSync(join(folder, `validate-${file}.terminal.txt`), "utf8"));
  }
});
