/** How `config/cloud/` says what a deployment needs; the emulator reads the same, built to `dist/cloud/cloud.json`. */

export interface IndexDeclaration {
  name: string;
  /** In order; 1 ascending, -1 descending. */
  fields: { field: string; order: 1 | -1 }[];
  unique?: boolean;
}

export interface CollectionDeclaration {
  name: string;
  /** What is kept here, in a sentence; for whoever deploys. */
  keeps: string;
  /** Clients touch no collection directly: the functions alone read and write. */
  access: 'functions-only';
  indexes: IndexDeclaration[];
}

export interface TimerDeclaration {
  /** The timer's name is the operation that it runs. */
  name: string;
  /** The platform's seven fields: second minute hour day month weekday year. */
  cron: string;
}

export interface FunctionDeclaration {
  name: string;
  /** Seconds; the platform ends the call then, though its writes may have been done. */
  timeoutSeconds: number;
  memoryMb: number;
  timers: TimerDeclaration[];
  /** `openapi` calls the function may make. */
  openapi: string[];
  /** Names of environment variables that a deployment sets. */
  environment: string[];
}

export interface CloudDeclaration {
  collections: CollectionDeclaration[];
  functions: FunctionDeclaration[];
}
