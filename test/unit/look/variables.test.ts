import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../../scripts/files-below';

const src = join(__dirname, '..', '..', '..', 'src');
const textOf = (full: string): string => readFileSync(full, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const files = filesBelow(src);
const styles = files.filter(({ path }) => path.endsWith('.css'));
/** Set where a style is given to one element. */
const given = textOf(join(src, 'ui/look/css-variables.d.ts'));

// One that nobody defines makes its whole declaration void, and no tool says so.
test('every variable that a style uses is defined', () => {
  const defined = new Set(
    [given, ...styles.map(({ full }) => textOf(full))].flatMap((text) => text.match(/--[\w-]+(?='?\??:)/g)),
  );
  const unknown = styles.flatMap(({ path, full }) =>
    [...textOf(full).matchAll(/var\((--[\w-]+)/g)].flatMap(([, name = '']) =>
      defined.has(name) ? [] : [`${path}: ${name}`],
    ),
  );
  expect(styles.length).toBeGreaterThan(20);
  expect(unknown).toEqual([]);
});
