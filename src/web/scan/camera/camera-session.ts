/** One run of the camera: opens it, decodes what it shows at a pace that keeps a phone cool, lets everything go. */
import { openBarcodeDecoder, type BarcodeDecoder } from './barcode-decoder.ts';
import { problemBeforeStart, problemOfError, type CameraProblem } from './camera-problem.ts';
import { openCamera } from './camera-track.ts';
import { chooseReading, createRepeatGate } from './choose-reading.ts';

/** From the start of one decoding to the start of the next, and the rest it always has between two. */
const PACE_MS = 120;
const LEAST_REST_MS = 40;
/** About a second at that pace. */
const PICTURES_WITHOUT = 8;
const WIDEST_PICTURE = 1280;

export interface CameraEvents {
  readonly onLive: (track: MediaStreamTrack) => void;
  readonly onRead: (text: string) => void;
  readonly onProblem: (problem: CameraProblem) => void;
}

export interface CameraSession {
  readonly stop: () => void;
}

function takePicture(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | undefined {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0 || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return undefined;
  const scale = Math.min(1, WIDEST_PICTURE / Math.max(videoWidth, videoHeight));
  const [width, height] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen?.drawImage(video, 0, 0, width, height);
  return pen?.getImageData(0, 0, width, height);
}

/** Reads on until `isOver`; answers a problem when the decoder does not run in this browser. */
async function readPictures(
  video: HTMLVideoElement,
  decoder: BarcodeDecoder,
  onRead: (text: string) => void,
  isOver: () => boolean,
): Promise<void> {
  const canvas = document.createElement('canvas');
  const gate = createRepeatGate(PICTURES_WITHOUT);
  while (!isOver()) {
    const startedAt = performance.now();
    const picture = takePicture(video, canvas);
    if (picture !== undefined) {
      const size = { width: picture.width, height: picture.height };
      const readings = await decoder.decode(picture);
      if (isOver()) return;
      const text = gate.pass(chooseReading(readings, size));
      if (text !== undefined) onRead(text);
    }
    const rest = Math.max(PACE_MS - (performance.now() - startedAt), LEAST_REST_MS);
    await new Promise((resolve) => setTimeout(resolve, rest));
  }
}

/** Starts at once; `stop` may come at any time, also while the person is still being asked for permission. */
export function startCameraSession(
  video: HTMLVideoElement,
  deviceId: string | undefined,
  { onLive, onRead, onProblem }: CameraEvents,
): CameraSession {
  let isOver = false;
  let stream: MediaStream | undefined;
  let decoder: BarcodeDecoder | undefined;
  const letGo = () => {
    decoder?.close();
    for (const track of stream?.getTracks() ?? []) track.stop();
    Object.assign(video, { srcObject: null });
  };
  const end = (problem: CameraProblem) => {
    if (isOver) return;
    isOver = true;
    letGo();
    onProblem(problem);
  };
  const run = async () => {
    const before = problemBeforeStart();
    if (before !== undefined) {
      end(before);
      return;
    }
    decoder = openBarcodeDecoder();
    try {
      stream = await openCamera(deviceId);
    } catch (error) {
      end(problemOfError(error));
      return;
    }
    if (isOver) {
      letGo();
      return;
    }
    const [track] = stream.getVideoTracks();
    track?.addEventListener('ended', () => end('unplugged'));
    Object.assign(video, { srcObject: stream });
    await video.play().catch(() => undefined);
    if (track !== undefined) onLive(track);
    await readPictures(video, decoder, onRead, () => isOver).catch(() => end('decoder'));
  };
  void run();
  return {
    stop: () => {
      isOver = true;
      letGo();
    },
  };
}
