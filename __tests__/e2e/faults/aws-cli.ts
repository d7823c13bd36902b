import { spawn } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installMoto } from "../emulator/moto";

/** A folder with the program `aws`: the real AWS CLI, in a process that answers all calls. */
export interface AwsCli {
  /** For `PATH`. */
  readonly folder: string;
  stop(): Promise<void>;
}

/** @param env the variables of the CLI, such as its endpoint and credentials */
export async function startAwsCli(env: Readonly<Record<string, string | undefined>>): Promise<AwsCli> {
  const python = await installMoto();
  const folder = await mkdtemp(join(tmpdir(), "aws-cli-"));
  const socket = join(folder, "socket");
  const server = spawn(python, [join(__dirname, "aws_cli.py"), socket], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...env, AWS_PAGER: "" },
  });
  await new Promise<void>((done, fail) => {
    server.stdout.once("data", () => done());
    server.once("exit", (code) => fail(new Error(`the AWS CLI ended with ${code}`)));
  });
  const program = [
    `#!${python} -SE`,
    "import json, socket, sys",
    "connection = socket.socket(socket.AF_UNIX)",
    `connection.connect(${JSON.stringify(socket)})`,
    'connection.sendall(json.dumps(sys.argv[1:]).encode() + b"\\n")',
    'answer = json.loads(connection.makefile("r").readline())',
    'sys.stdout.write(answer["stdout"])',
    'sys.stderr.write(answer["stderr"])',
    'sys.exit(answer["status"])',
    "",
  ];
  await writeFile(join(folder, "aws"), program.join("\n"));
  await chmod(join(folder, "aws"), 0o755);
  return {
    folder,
    stop: async () => {
      server.removeAllListeners("exit");
      server.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
