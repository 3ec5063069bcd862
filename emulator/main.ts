import { readArguments, USAGE } from './server/arguments';
import { start } from './server/start';

// The platform's functions run in UTC, whatever the machine they are tried on.
process.env.TZ = 'UTC';

const PARENT_CHECK_MS = 5_000;

async function main(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  const emulator = await start(options);
  const stop = (): void => {
    emulator.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  const parent = process.ppid;
  // What is in memory alone is of use to nobody once who started it is gone.
  if (options.inMemory) setInterval(() => process.ppid === parent || stop(), PARENT_CHECK_MS).unref();
  process.stdout.write(`ready ${emulator.url}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exit(1);
});
