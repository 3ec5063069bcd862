import type { Clock } from '../host/clock';
import type { Faults } from '../host/faults';
import type { FunctionHost } from '../host/function-host';
import type { Log } from '../host/log';
import type { Timers } from '../host/timers';
import type { OpenApi } from '../openapi/open-api';
import type { Files } from '../storage/files';
import type { Store } from '../store/store';
import type { Journal } from './journal';

/** Everything one running emulator consists of; the routes of the server take from it what they need. */
export interface Cloud {
  store: Store;
  clock: Clock;
  faults: Faults;
  files: Files;
  host: FunctionHost;
  timers: Timers;
  openApi: OpenApi;
  journal: Journal;
  log: Log;
  /** Folder of the built browser client, where it is served too. */
  web?: string;
  /** Where the store is in memory: everything begins anew, but for instances, which keep their code and lose their memory. */
  startAnew?: () => void;
}
