/** Decodes pictures off the page's own thread, with the decoder that this server serves itself. */
import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill';
import decoderAddress from 'barcode-decoder.wasm?url';
import type { DecodeAnswer, DecodeRequest, Reading } from './decode-message.ts';

prepareZXingModule({ overrides: { locateFile: () => decoderAddress } });

const detector = new BarcodeDetector({
  formats: ['qr_code', 'data_matrix', 'code_128', 'ean_13', 'ean_8', 'upc_a', 'upc_e'],
});

async function decode({ width, height, pixels }: DecodeRequest): Promise<Reading[]> {
  const found = await detector.detect(new ImageData(new Uint8ClampedArray(pixels), width, height));
  return found.map(({ rawValue, format, boundingBox: box }) => ({
    text: rawValue,
    format,
    centreX: box.x + box.width / 2,
    centreY: box.y + box.height / 2,
  }));
}

addEventListener('message', ({ data }: MessageEvent<DecodeRequest>) => {
  const answer = (said: DecodeAnswer) => postMessage(said);
  decode(data).then(
    (readings) => answer({ id: data.id, readings }),
    (error: unknown) => answer({ id: data.id, failure: String(error) }),
  );
});
