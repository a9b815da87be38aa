/** Decodes pictures off the page's own thread, with the decoder that this server serves itself. */
import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill';
import decoderAddress from 'barcode-decoder.wasm?url';
import type { DecodeAnswer, DecodeRequest, Reading } from './decode-message.ts';
import { restoreSymbols } from './restore-symbols.ts';

prepareZXingModule({ overrides: { locateFile: () => decoderAddress } });

const detector = new BarcodeDetector({
  formats: ['qr_code', 'data_matrix', 'code_128', 'ean_13', 'ean_8', 'upc_a', 'upc_e'],
});

/** The second try costs several times the first one and most pictures show no symbol: every so many of those. */
const PICTURES_TO_A_SECOND_TRY = 3;
let picturesWithout = 0;

async function readAtOnce(picture: ImageData): Promise<Reading[]> {
  const found = await detector.detect(picture);
  return found.map(({ rawValue, format, boundingBox: box }) => ({
    text: rawValue,
    format,
    centreX: box.x + box.width / 2,
    centreY: box.y + box.height / 2,
  }));
}

/** Of symbols with a damaged outline, drawn anew. */
async function readRestored({ data, width, height }: ImageData): Promise<Reading[]> {
  for (const symbol of restoreSymbols(data, width, height)) {
    const [found] = await readAtOnce(new ImageData(symbol.pixels, symbol.width, symbol.height));
    if (found !== undefined) return [{ ...found, centreX: symbol.centreX, centreY: symbol.centreY }];
  }
  return [];
}

async function decode({ width, height, pixels }: DecodeRequest): Promise<Reading[]> {
  const picture = new ImageData(new Uint8ClampedArray(pixels), width, height);
  const found = await readAtOnce(picture);
  picturesWithout = found.length > 0 ? 0 : picturesWithout + 1;
  const isTurn = picturesWithout > 0 && picturesWithout % PICTURES_TO_A_SECOND_TRY === 0;
  return isTurn ? readRestored(picture) : found;
}

addEventListener('message', ({ data }: MessageEvent<DecodeRequest>) => {
  const answer = (said: DecodeAnswer) => postMessage(said);
  decode(data).then(
    (readings) => answer({ id: data.id, readings }),
    (error: unknown) => answer({ id: data.id, failure: String(error) }),
  );
});
