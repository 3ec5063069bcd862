import * as v from 'valibot';
import type { Templates } from '../../domain/message/card';
import { MESSAGE_KINDS } from '../../types/vocabulary';

const name = (usual: string) => v.optional(v.pipe(v.string(), v.regex(/^[a-z_]+\d*$/)), usual);

const template = v.strictObject({
  id: v.pipe(v.string(), v.minLength(1)),
  title: name('thing1'),
  time: name('time2'),
  note: name('thing3'),
});

const templates = v.pipe(v.string(), v.parseJson(), v.record(v.picklist(MESSAGE_KINDS), template));

/**
 * The deployment's templates by kind, from `MESSAGE_TEMPLATES`; without it nothing goes out. Throws where it is written
 * wrong: messages then wait until that is mended, and the log says so every minute.
 */
export function templatesSet(): Templates {
  const text = process.env.MESSAGE_TEMPLATES;
  return text ? v.parse(templates, text) : {};
}
