import { templatesSet } from '../../../cloudfunctions/message/templates';
import { templateIds } from '../../../config/templates';
import { DEMO_TEMPLATES } from '../../../scripts/demo/templates';
import { MESSAGE_KINDS } from '../../../types/vocabulary';

const setTo = (text: string) => {
  process.env.MESSAGE_TEMPLATES = text;
  return templatesSet();
};

afterEach(() => {
  delete process.env.MESSAGE_TEMPLATES;
});

test('one text serves the client and the function: what is asked about is what is sent', () => {
  const ids = templateIds(DEMO_TEMPLATES);
  expect(Object.keys(ids)).toEqual([...MESSAGE_KINDS]);
  for (const kind of MESSAGE_KINDS) expect(setTo(DEMO_TEMPLATES)[kind]?.id).toBe(ids[kind]);
});

test('fields have the names that the platform gave them, or its usual ones', () => {
  const text = '{"offered":{"id":"A","time":"time4","note":"thing7"}}';
  expect(setTo(text)).toEqual({ offered: { id: 'A', title: 'thing1', time: 'time4', note: 'thing7' } });
  expect(templateIds(text)).toEqual({ offered: 'A' });
});

test('without any there are none', () => {
  expect(templatesSet()).toEqual({});
  expect(setTo('')).toEqual({});
  for (const nothing of [undefined, '']) expect(templateIds(nothing)).toEqual({});
});

test.each(['nonsense', 'null', '{"offered":"A"}', '{"offered":{}}'])('a slip in the text stops both: %s', (text) => {
  expect(() => setTo(text)).toThrow();
  expect(() => templateIds(text)).toThrow();
});

test('a kind that nobody knows stops the sending', () => {
  expect(() => setTo('{"unheard-of":{"id":"A"}}')).toThrow();
});
