import type { Operations, Service } from '../kit/serve';
import { challenges } from './challenges';
import { comment } from './comment';
import { feature } from './feature';
import { feed } from './feed';
import { judge } from './judge';
import { like } from './like';
import { moderate } from './moderate';
import { note } from './note';
import { queue } from './queue';
import { removeComment } from './remove-comment';
import { report } from './report';

const operations: Partial<Operations<'reading'>> = {
  challenges,
  ...{ feed, note, like, comment, removeComment, report },
  ...{ queue, judge, feature },
};

export const reading: Service<'reading'> = {
  area: 'reading',
  operations: operations as Operations<'reading'>,
  sweeps: { moderate },
};
