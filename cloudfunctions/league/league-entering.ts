import { addPlayer } from './add-player';
import { arrange, handOver, removePlayer, renameEntry, withdraw } from './captaincy';
import { enter } from './enter';
import { entries, entry } from './entry-page';
import { follow } from './follow';
import { invite, joinEntry } from './invite';
import { leaguePage } from './league-page';
import { leagues } from './leagues';
import { leaveEntry } from './leave-entry';
import { managedLeague, managedLeagues } from './managed-league';
import { mine } from './mine';
import { cancelLeague, createLeague, editLeague, publishLeague } from './organize';

/** Leagues and who takes part in them, up to the draw. */
export const entriesPart = {
  ...{ leagues, mine, league: leaguePage, entries, entry, invite },
  ...{ enter, joinEntry, leaveEntry, removePlayer, handOver, arrange, renameEntry, withdraw, follow },
  ...{ managedLeagues, managedLeague, createLeague, editLeague, publishLeague, cancelLeague, addPlayer },
};
