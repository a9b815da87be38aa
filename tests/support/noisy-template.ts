/** A template whose labels are so large that a job of them does not fit into what lies between us and a printer. */
import { deflateSync } from 'node:zlib';
import type { SavedLabelTemplate } from '../../src/modules/labels/templates.contract.ts';
import { getJson } from './http-json.ts';
import type { TestPerson } from './people.ts';
import { printerBody, TEMPLATE } from './print-court.ts';

export const NOISY = 'noisy';
/** In dots; of 33 kB that nothing makes smaller, and more on the label. */
const PICTURE = { width: 700, height: 380 };

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  // The checksum is not looked at.
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

/** Dots by chance, the same each time, as a PNG of one bit in base64. */
function noise(): string {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(PICTURE.width, 0);
  header.writeUInt32BE(PICTURE.height, 4);
  header[8] = 1;
  const stride = Math.ceil(PICTURE.width / 8) + 1;
  const rows = Buffer.alloc(stride * PICTURE.height);
  let state = 12_345;
  for (let at = 0; at < rows.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    rows[at] = at % stride === 0 ? 0 : state >>> 16;
  }
  const file = [
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat(file).toString('base64');
}

/** Saves it in the court of the person. */
export async function saveNoisyTemplate(keeper: TestPerson): Promise<void> {
  const { template } = await getJson<SavedLabelTemplate>(keeper, `/label-templates/${TEMPLATE}`);
  // Small enough for a printer to draw it, so that the code stands in the bytes.
  const code = { type: 'qr', x: 53, y: 9, width: 12, height: 12 };
  const picture = { type: 'picture', x: 2, y: 7.9, width: 46, height: 25, png: noise() };
  const noisy = { ...template, key: NOISY, elements: [code, picture] };
  const path = `/api/label-templates/${NOISY}`;
  const saved = await keeper.agent.put(path).set('If-Match', '"0"').send({ template: noisy });
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
}

/** A printer that prints it with the finest head. */
export function noisyPrinterBody(port: number): object {
  return printerBody(port, { name: '高分辨率', dpi: 600, templateKeys: [NOISY] });
}
