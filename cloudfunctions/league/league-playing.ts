import { confirm } from './confirm';
import { correct } from './correct';
import { dispute } from './dispute';
import { draw } from './draw';
import { drawLots } from './draw-lots';
import { enterResult } from './enter-result';
import { finish } from './finish';
import { fixture } from './fixture';
import { fixtures } from './fixtures';
import { previewLeague } from './preview-league';
import { previewSchedule } from './preview-schedule';
import { publishSchedule } from './publish-schedule';
import { report } from './report';
import { schedule } from './schedule';
import { setReferee } from './set-referee';
import { sweepLeagues } from './sweep-leagues';
import { tables } from './tables';
import { takeBack } from './take-back';

/** From the draw to the last place: what is played, by whom, when, and how it ended. */
export const playPart = {
  ...{ fixture, tables, fixtures, schedule },
  ...{ report, confirm, dispute, takeBack, enterResult },
  ...{ previewLeague, draw, previewSchedule, publishSchedule, setReferee, correct, drawLots, finish },
};

export const sweeps = { sweepLeagues };
