import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** A place in a text, from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Diagnostic {
  readonly range: { readonly start: Position };
  readonly message: string;
}

export interface Completion {
  readonly label: string;
  readonly insertText?: string;
  readonly textEdit?: { readonly newText: string };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri: string; readonly diagnostics: readonly Diagnostic[] };
  readonly result?: unknown;
}

/**
 * The language server of the YAML extensions of editors, as a process that speaks the Language Server Protocol.
 *
 * @see https://microsoft.github.io/language-server-protocol/
 */
export class LanguageServer {
  private readonly process: ChildProcess;

  private readonly answers = new Map<number, (result: unknown) => void>();

  private readonly reports = new Map<string, (found: readonly Diagnostic[]) => void>();

  private received = Buffer.alloc(0);

  private lastId = 0;

  private constructor() {
    const server = createRequire(__filename).resolve("yaml-language-server/package.json");
    this.process = spawn(
      process.execPath,
      [join(dirname(server), "bin", "yaml-language-server"), "--stdio"],
      { stdio: ["pipe", "pipe", "inherit"] },
    );
    this.process.stdout!.on("data", (data: Buffer) => this.receive(data));
  }

  static async start(): Promise<LanguageServer> {
    const server = new LanguageServer();
    await server.request("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
    server.notify("initialized", {});
    server.notify("workspace/didChangeConfiguration", {
      settings: {
        yaml: { validate: true, completion: true, hover: true, schemaStore: { enable: false, url: "" } },
      },
    });
    return server;
  }

  /** Ends the process. */
  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    await this.request("shutdown", null);
    this.notify("exit", null);
    await ended;
  }

  /** Opens a text under the path of a file, and returns what the server reports. */
  async open(file: string, text: string): Promise<readonly Diagnostic[]> {
    const uri = pathToFileURL(file).href;
    const found = new Promise<readonly Diagnostic[]>((resolve) => this.reports.set(uri, resolve));
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    const diagnostics = await found;
    return diagnostics;
  }

  close(file: string): void {
    this.notify("textDocument/didClose", { textDocument: { uri: pathToFileURL(file).href } });
  }

  async completions(file: string, position: Position): Promise<readonly Completion[]> {
    const result = await this.request("textDocument/completion", {
      textDocument: { uri: pathToFileURL(file).href },
      position,
    });
    return (result as { items: Completion[] }).items;
  }

  async hover(file: string, position: Position): Promise<string> {
    const result = await this.request("textDocument/hover", {
      textDocument: { uri: pathToFileURL(file).href },
      position,
    });
    return (result as { contents: { value: string } } | null)?.contents.value ?? "";
  }

  private request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.lastId;
    const answer = new Promise((resolve) => this.answers.set(id, resolve));
    this.send({ jsonrpc: "2.0", id, method, params });
    return answer;
  }

  private notify(method: string, params: unknown): void {
    this.send({ jsonrpc: "2.0", method, params });
  }

  private send(message: object): void {
    const text = JSON.stringify(message);
    this.process.stdin!.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  private receive(data: Buffer): void {
    this.received = Buffer.concat([this.received, data]);
    for (;;) {
      const end = this.received.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.received.toString("utf8", 0, end))![1]);
      const start = end + 4;
      if (this.received.length < start + length) return;
      this.handle(JSON.parse(this.received.toString("utf8", start, start + length)) as Message);
      this.received = this.received.subarray(start + length);
    }
  }

  private handle({ id, method, params, result }: Message): void {
    if (method === "textDocument/publishDiagnostics") {
      this.reports.get(params!.uri)?.(params!.diagnostics);
    } else if (method !== undefined && id !== undefined) {
      // Requests of the server, such as the registration of a capability.
      this.send({ jsonrpc: "2.0", id, result: null });
    } else if (id !== undefined) {
      this.answers.get(id)?.(result);
      this.answers.delete(id);
    }
  }
}
