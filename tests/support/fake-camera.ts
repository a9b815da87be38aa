/** What Chromium's fake camera shows: a video of printed codes, one after another, over and over. */
import { open } from 'node:fs/promises';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import bwipjs from 'bwip-js/node';

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES_PER_SECOND = 2;
const GREY = 128;

export interface CameraScene {
  /** As bwip-js names it; null shows an empty table. */
  readonly symbology: 'qrcode' | 'code128' | 'datamatrix' | 'ean13' | null;
  readonly text: string;
  readonly seconds: number;
  /** A scratch across the middle of the upper left finder pattern, before which a reader does not see the symbol. */
  readonly isScratched?: boolean;
}

/** For `startWebTest`: the camera needs no permission and shows the file, and what looks for codes in it is made fast. */
export function fakeCameraArguments(file: string): string[] {
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
    '--js-flags=--opt --maglev',
  ];
}

const SCALE = 6;
const PADDING = 12;
/** bwip-js draws a module of a QR code twice as wide as its scale. */
const MODULE = SCALE * 2;

/** The picture's brightness, a byte a pixel: a white label on a grey table. */
async function drawScene({ symbology, text, isScratched = false }: CameraScene): Promise<Uint8Array> {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#9a9a9a';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  if (symbology !== null) {
    const png = await bwipjs.toBuffer({
      ...{ bcid: symbology, text, scale: symbology === 'code128' || symbology === 'ean13' ? 2 : SCALE },
      ...{ height: 20, backgroundcolor: 'ffffff', padding: PADDING },
    });
    const label = await loadImage(png);
    const [x, y] = [Math.round((WIDTH - label.width) / 2), Math.round((HEIGHT - label.height) / 2)];
    pen.drawImage(label, x, y);
    if (isScratched) {
      pen.fillStyle = '#ffffff';
      pen.fillRect(x + PADDING * SCALE + MODULE * 3, y + PADDING * SCALE + MODULE * 2, MODULE, MODULE * 3);
    }
  }
  const { data } = pen.getImageData(0, 0, WIDTH, HEIGHT);
  return Uint8Array.from({ length: WIDTH * HEIGHT }, (_, index) => data[index * 4] ?? 0);
}

/** Writes the scenes as YUV4MPEG2, planes 4:2:0, without colour. */
export async function writeCameraVideo(file: string, scenes: readonly CameraScene[]): Promise<void> {
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY);
  const video = await open(file, 'w');
  try {
    await video.write(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`);
    for (const scene of scenes) {
      const frame = Buffer.concat([Buffer.from('FRAME\n'), await drawScene(scene), colour]);
      for (let count = 0; count < scene.seconds * FRAMES_PER_SECOND; count += 1) await video.write(frame);
    }
  } finally {
    await video.close();
  }
}
