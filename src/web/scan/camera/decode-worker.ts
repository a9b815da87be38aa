/** Decodes pictures off the page's own thread, with the decoder that this server serves itself. */
import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill';
import decoderAddress from 'barcode-decoder.wasm?url';
import type { DecodeAnswer, DecodeRequest, Reading } from './decode-message.ts';
import { restoreSymbols } from './restore-symbols.ts';

prepareZXingModule({ overrides: { locateFile: () => decoderAddress } });

const detector = new BarcodeDetector({
  formats: ['qr_code', 'data_matrix', 'code_128', 'ean_13', 'ean_8', 'upc_a', 'upc_e'],
});

/** Most pictures show no symbol: on a slow phone the second try must not keep the camera from the next one. */
const SHARE_OF_SECOND_TRIES = 0.25;
let nextSecondTryAt = 0;

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
  const startedAt = performance.now();
  if (found.length > 0 || startedAt < nextSecondTryAt) return found;
  const restored = await readRestored(picture);
  const endedAt = performance.now();
  nextSecondTryAt = endedAt + (endedAt - startedAt) * (1 / SHARE_OF_SECOND_TRIES - 1);
  return restored;
}

addEventListener('message', ({ data }: MessageEvent<DecodeRequest>) => {
  const answer = (said: DecodeAnswer) => postMessage(said);
  decode(data).then(
    (readings) => answer({ id: data.id, readings }),
    (error: unknown) => answer({ id: data.id, failure: String(error) }),
  );
});
