import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../../scripts/files-below';

const root = join(__dirname, '..', '..', '..');
/** Areas whose refusals have words that the main package leaves out, and the features whose pages show them. */
const AREAS = {
  ...{ league: ['league', 'league-desk'], export: ['export'], import: ['import'], role: ['role'] },
  ...{ announce: ['announce'], afterwards: ['afterwards'] },
};

/** Parts of that feature which pages show. */
function shown(feature: string): string[] {
  const pages = filesBelow(join(root, 'src/packages')).filter(({ path }) => path.endsWith('.tsx'));
  const texts = pages.map(({ path }) => readFileSync(join(root, 'src/packages', path), 'utf8'));
  const found = texts.flatMap((text) => [
    ...text.matchAll(/import \{ ([A-Z]\w+)[^}]*\} from '[./]+\/features\/([^']+)'/g),
  ]);
  return found.map(([, , part = '']) => part).filter((part) => part.startsWith(`${feature}/`));
}

const parts = Object.entries(AREAS).flatMap(([area, features]) =>
  features.flatMap((feature) => shown(feature).map((part) => ({ area, part }))),
);

test('there are such pages', () => {
  expect(parts.length).toBeGreaterThan(12);
});

test.each(parts)('$part brings the words in which $area refuses', ({ area, part }) => {
  const text = readFileSync(join(root, 'src/features', `${part}.tsx`), 'utf8');
  expect(text).toContain(`import '../../shell/refused/${area}';`);
});
