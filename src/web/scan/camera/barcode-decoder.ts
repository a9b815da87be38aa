import type { DecodeAnswer, DecodeRequest, Reading } from './decode-message.ts';

export interface BarcodeDecoder {
  /** Every symbol in the picture. Takes the picture's buffer with it. Rejects when the decoder cannot run here. */
  readonly decode: (picture: ImageData) => Promise<readonly Reading[]>;
  readonly close: () => void;
}

/** Starts the decoding worker; its code and the decoder are loaded now, so that the first picture need not wait. */
export function openBarcodeDecoder(): BarcodeDecoder {
  const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<
    number,
    { resolve: (readings: readonly Reading[]) => void; reject: (error: Error) => void }
  >();
  let lastId = 0;
  let broken: Error | undefined;
  worker.addEventListener('message', ({ data }: MessageEvent<DecodeAnswer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('readings' in data) asked?.resolve(data.readings);
    else asked?.reject(new Error(data.failure));
  });
  worker.addEventListener('error', (event) => {
    broken = new Error(event.message);
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
  });
  return {
    decode: (picture) =>
      new Promise((resolve, reject) => {
        if (broken !== undefined) {
          reject(broken);
          return;
        }
        lastId += 1;
        const { width, height, data } = picture;
        waiting.set(lastId, { resolve, reject });
        const request: DecodeRequest = { id: lastId, width, height, pixels: data.buffer };
        worker.postMessage(request, [request.pixels]);
      }),
    close: () => worker.terminate(),
  };
}
