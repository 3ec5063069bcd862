import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import ts from 'typescript';

const CODE = new Set(['.ts', '.tsx', '.cjs', '.mjs', '.js', '.css', '.html']);
const FILE_LINES = 300;
const FUNCTION_LINES = 60;
const NAMES_THAT_SAY_NOTHING = /(^|[-./_])(utils?|helpers?|common|misc|managers?)([-./_]|$)/i;

/** Whatever git tracks or would track. */
function files(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
  return listed.split('\n').filter((file) => file !== '' && file !== 'package-lock.json');
}

function sources(): { file: string; text: string }[] {
  return files()
    .filter((file) => CODE.has(extname(file)))
    .flatMap((file) => {
      try {
        return [{ file, text: readFileSync(file, 'utf8') }];
      } catch {
        // Deleted in the working tree and not yet in the index: there is nothing to read.
        return [];
      }
    });
}

function isFunction(node: ts.Node): boolean {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isArrowFunction(node) ||
    ts.isFunctionExpression(node) ||
    ts.isConstructorDeclaration(node)
  );
}

/** What the compiler's own tree says of a source: long functions, `any`, `!`, and suppressing comments. */
function faults(file: string, text: string): string[] {
  const found: string[] = [];
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const line = (at: number) => tree.getLineAndCharacterOfPosition(at).line + 1;
  const visit = (node: ts.Node): void => {
    const where = `${file}:${line(node.getStart())}`;
    if (isFunction(node) && line(node.getEnd()) - line(node.getStart()) + 1 > FUNCTION_LINES) {
      found.push(`${where} function of more than ${FUNCTION_LINES} lines`);
    }
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(`${where} any`);
    if (ts.isNonNullExpression(node)) found.push(`${where} non-null !`);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  for (const [suppression] of text.matchAll(/@ts-(?:ignore|nocheck|expect-error)|biome-ignore/g)) {
    found.push(`${file} ${suppression}`);
  }
  return found;
}

const isTest = (file: string) => /\.test\.tsx?$/.test(file);

/** Classes that a style sheet defines by themselves, as the owner of that name. */
function classesOf(css: string): string[] {
  const rules = css.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{/g);
  return [...rules].flatMap(([, selectors = '']) =>
    selectors.split(',').flatMap((each) => /^\.([\w-]+)$/.exec(each.trim())?.[1] ?? []),
  );
}

describe('the house is tidy', () => {
  const all = sources();

  test('there is something to look at', () => {
    expect(all.length).toBeGreaterThan(50);
  });

  test(`no file is longer than ${FILE_LINES} lines`, () => {
    const long = all.filter(({ text }) => text.split('\n').length - 1 > FILE_LINES).map(({ file }) => file);
    expect(long).toEqual([]);
  });

  test('no name says utils, helpers, common, misc or manager', () => {
    expect(
      files().filter((file) =>
        NAMES_THAT_SAY_NOTHING.test(file.replace(basename(file), basename(file, extname(file)))),
      ),
    ).toEqual([]);
  });

  test('no any, no non-null assertion, nothing suppressed, no function out of sight', () => {
    const typed = all.filter(
      ({ file }) => /\.tsx?$/.test(file) && file !== 'test/unit/house/tidy.test.ts' && !isTest(file),
    );
    expect(typed.flatMap(({ file, text }) => faults(file, text))).toEqual([]);
  });

  test('tests hold to the same, save for the length of a describe', () => {
    const tests = all.filter(({ file }) => isTest(file) && file !== 'test/unit/house/tidy.test.ts');
    const found = tests
      .flatMap(({ file, text }) => faults(file, text))
      .filter((fault) => !fault.includes('function of more'));
    expect(found).toEqual([]);
  });

  test('no path of a machine and no host of a registry is written down', () => {
    const anywhere = files().filter((file) => !/\.(png|jpg)$/.test(file));
    const bad = anywhere.filter((file) => {
      if (file === 'test/unit/house/tidy.test.ts') return false;
      const text = readFileSync(file, 'utf8');
      return /(^|[\s"'`(])\/(work|root|home|Users)\//m.test(text) || /registry\.(npmjs|npmmirror|yarnpkg)/.test(text);
    });
    expect(bad).toEqual([]);
  });

  it('a class is defined in one style sheet: all of them are loaded together in the browser', () => {
    const owners = new Map<string, Set<string>>();
    for (const { file, text } of sources()) {
      // The page itself has its colours from one file and its layout from the other.
      if (extname(file) !== '.css' || file.startsWith('src/ui/look/')) continue;
      for (const name of classesOf(text)) owners.set(name, (owners.get(name) ?? new Set()).add(file));
    }
    const shared = [...owners].filter(([, of]) => of.size > 1).map(([name, of]) => `${name}: ${[...of].join(', ')}`);
    expect(owners.size).toBeGreaterThan(100);
    expect(shared).toEqual([]);
  });
});
