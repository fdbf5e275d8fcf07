/** The YAML language server that editors run, as a child process: what it offers, says and complains of in a file. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './workspace.ts';

export interface Offer {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
}

export interface Complaint {
  readonly message: string;
  readonly range: { readonly start: Place };
}

/** Counts from 0, as the protocol does. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** What an editor sets; schemas come from the files alone, never from the network. */
const SETTINGS = { hover: true, completion: true, validate: true, schemaStore: { enable: false } };

const SERVER = join(ROOT, 'node_modules/yaml-language-server/bin/yaml-language-server');

export class LanguageServer {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #folder: string;
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #complaints = new Map<string, (complaints: readonly Complaint[]) => void>();
  #received = Buffer.alloc(0);
  #last = 0;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#process = spawn(process.execPath, [SERVER, '--stdio'], { cwd: folder });
    this.#process.stdout.on('data', (bytes: Buffer) => this.#take(bytes));
  }

  static async start(folder: string): Promise<LanguageServer> {
    const server = new LanguageServer(folder);
    const uri = pathToFileURL(folder).href;
    await server.#ask('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'specs' }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: { completion: { completionItem: { documentationFormat: ['markdown'] } } },
      },
    });
    server.#send({ method: 'initialized', params: {} });
    return server;
  }

  stop(): void {
    this.#process.kill();
  }

  /** What is wrong with a text in the place of a file. */
  complaintsOf(path: string, text: string): Promise<readonly Complaint[]> {
    const uri = this.#uriOf(path);
    const complaints = new Promise<readonly Complaint[]>((resolve) => this.#complaints.set(uri, resolve));
    this.#open(uri, text);
    return complaints;
  }

  /** What may be written where `|` stands in the text. */
  async offersAt(path: string, marked: string): Promise<readonly Offer[]> {
    const { items } = (await this.#askAt('textDocument/completion', path, marked)) as { items: readonly Offer[] };
    return items;
  }

  /** What is told about the word in which `|` stands. */
  async hoverAt(path: string, marked: string): Promise<string> {
    const hover = (await this.#askAt('textDocument/hover', path, marked)) as { contents: { value: string } } | null;
    return hover?.contents.value ?? '';
  }

  #askAt(method: string, path: string, marked: string): Promise<unknown> {
    const uri = this.#uriOf(path);
    const before = marked.slice(0, marked.indexOf('|')).split('\n');
    this.#open(uri, marked.replace('|', ''));
    const position: Place = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    return this.#ask(method, { textDocument: { uri }, position });
  }

  #open(uri: string, text: string): void {
    this.#send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'yaml', version: ++this.#last, text } },
    });
  }

  #uriOf(path: string): string {
    return pathToFileURL(join(this.#folder, path)).href;
  }

  #ask(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#last;
    this.#send({ id, method, params });
    return new Promise((resolve, reject) => {
      this.#answers.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)));
    });
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  /** Messages come in pieces, each after a head that gives its length. */
  #take(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (;;) {
      const head = this.#received.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.#received.subarray(0, head).toString())?.[1]);
      if (head === -1 || this.#received.length < head + 4 + length) return;
      const body = this.#received.subarray(head + 4, head + 4 + length).toString();
      this.#received = this.#received.subarray(head + 4 + length);
      this.#handle(JSON.parse(body) as Message);
    }
  }

  #handle({ id, method, params, ...rest }: Message): void {
    if (method === 'workspace/configuration') {
      const { items } = params as { items: readonly { section: string }[] };
      this.#send({ id: id ?? 0, result: items.map(({ section }) => (section === 'yaml' ? SETTINGS : null)) });
    } else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Complaint[] };
      this.#complaints.get(uri)?.(diagnostics);
    } else if (method === undefined) {
      this.#answers.get(id ?? 0)?.(rest);
    } else if (id !== undefined) {
      this.#send({ id, result: null });
    }
  }
}
