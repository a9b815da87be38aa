import { SaxesParser } from 'saxes';
import { refuseFile } from '../refusals.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  /** `name` is without its prefix. */
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
  progress?(fraction: number): void;
}

const CHUNK_BYTES = 64 * 1024;

/**
 * Parses one XML part in UTF-8, piece by piece. Entities other than the five of XML are an error, so no part can make
 * itself larger than it is. Throws IMPORT_FILE_DAMAGED naming the part.
 */
export function parseXml(xml: Uint8Array, part: string, handler: XmlHandler): void {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  const fail = () => {
    throw refuseFile('IMPORT_FILE_DAMAGED', { part });
  };
  parser.on('error', fail);
  parser.on('opentag', (tag) => {
    handler.open(localName(tag.name), tag.attributes);
  });
  if (handler.text !== undefined) {
    parser.on('text', handler.text.bind(handler));
    parser.on('cdata', handler.text.bind(handler));
  }
  parser.on('closetag', (tag) => {
    handler.close?.(localName(tag.name));
  });
  const decoder = new TextDecoder('utf-8');
  for (let at = 0; at < xml.byteLength; at += CHUNK_BYTES) {
    parser.write(decoder.decode(xml.subarray(at, at + CHUNK_BYTES), { stream: true }));
    handler.progress?.(at / xml.byteLength);
  }
  parser.close();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
