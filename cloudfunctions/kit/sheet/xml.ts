import sax from 'sax';
import { broken } from './refused';

export type Attributes = Readonly<Record<string, string>>;

/** Names come without their prefix: programs differ in whether they write `row` or `x:row`. */
export interface XmlReader {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Walks a part as it unpacks; nothing of it is kept. Well-formed UTF-8 only, and no document type: a workbook has none, and
 * entities that unfold into millions are declared there.
 */
export async function walkXml(pieces: AsyncIterable<Buffer>, reader: XmlReader): Promise<void> {
  const parser = sax.parser(true, { position: false });
  const refuse = (): never => {
    throw broken();
  };
  parser.onerror = refuse;
  parser.ondoctype = refuse;
  parser.onopentag = ({ name, attributes }) => reader.open(local(name), plain(attributes));
  parser.onclosetag = (name) => reader.close(local(name));
  parser.ontext = (text) => reader.text?.(text);
  parser.oncdata = (text) => reader.text?.(text);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decoded = (piece?: Buffer): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      throw broken();
    }
  };
  let any = false;
  for await (const piece of pieces) {
    any = true;
    parser.write(decoded(piece));
  }
  if (any) parser.write(decoded()).close();
}

function plain(attributes: Readonly<Record<string, string | sax.QualifiedAttribute>>): Attributes {
  const named: Record<string, string> = {};
  for (const name in attributes) {
    const value = attributes[name];
    if (typeof value === 'string') named[local(name)] = value;
  }
  return named;
}
