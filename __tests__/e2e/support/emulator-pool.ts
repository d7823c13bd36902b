import { type Emulator, startEmulator } from "../emulator";

/** Emulators that are started when all others are in use, and used again: each starts in seconds and takes 300 MB. */
export class EmulatorPool {
  private readonly all: Promise<Emulator>[] = [];
  private readonly idle: Emulator[] = [];

  /** Lends an emulator to one caller alone. What that leaves behind, the next one finds. */
  async lend<T>(use: (emulator: Emulator) => Promise<T>): Promise<T> {
    const emulator = this.idle.pop() ?? (await this.start());
    try {
      return await use(emulator);
    } finally {
      this.idle.push(emulator);
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map(async (starting) => (await starting).stop()));
  }

  private start(): Promise<Emulator> {
    const starting = startEmulator();
    this.all.push(starting);
    return starting;
  }
}
