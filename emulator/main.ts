import { readArguments, USAGE } from './server/arguments';
import { start } from './server/start';

// The platform's functions run in UTC, whatever the machine they are tried on.
process.env.TZ = 'UTC';

async function main(): Promise<void> {
  const emulator = await start(readArguments(process.argv.slice(2)));
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
  process.stdout.write(`ready ${emulator.url}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exit(1);
});
