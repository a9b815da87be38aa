/** The camera's track: opening it, and the light and zoom that TypeScript's DOM types do not know. */

/** W3C MediaStream Image Capture, extensions of capabilities, settings and constraints. */
interface TrackExtras {
  readonly torch?: boolean;
  readonly zoom?: { readonly min: number; readonly max: number; readonly step?: number };
}

export interface CameraAbilities {
  readonly hasTorch: boolean;
  readonly zoom: { readonly min: number; readonly max: number; readonly step: number } | null;
}

const CAMERA_KEY = 'court-custody.camera';

export function rememberedCamera(): string | undefined {
  return localStorage.getItem(CAMERA_KEY) ?? undefined;
}

export function rememberCamera(deviceId: string): void {
  localStorage.setItem(CAMERA_KEY, deviceId);
}

/** Enough for a small label at a hand's breadth; more would only warm the phone. */
const SIZE = { width: { ideal: 1280 }, height: { ideal: 720 } };

/** Opens the chosen camera, or the one at the back. Rejects with the errors of `getUserMedia`. */
export async function openCamera(deviceId: string | undefined): Promise<MediaStream> {
  const back: MediaTrackConstraints = { ...SIZE, facingMode: { ideal: 'environment' } };
  const chosen: MediaTrackConstraints =
    deviceId === undefined ? back : { ...SIZE, deviceId: { exact: deviceId } };
  try {
    return await navigator.mediaDevices.getUserMedia({ video: chosen, audio: false });
  } catch (error) {
    const isGone = error instanceof DOMException && error.name === 'OverconstrainedError';
    if (deviceId === undefined || !isGone) throw error;
    localStorage.removeItem(CAMERA_KEY);
    return navigator.mediaDevices.getUserMedia({ video: back, audio: false });
  }
}

export function abilitiesOf(track: MediaStreamTrack): CameraAbilities {
  // why: TypeScript's DOM types leave these members out; both may be absent at run time, too.
  const { torch, zoom } = (track.getCapabilities?.() ?? {}) as TrackExtras;
  return {
    hasTorch: torch === true,
    zoom:
      zoom === undefined || zoom.max <= zoom.min
        ? null
        : { min: zoom.min, max: zoom.max, step: zoom.step ?? 0.1 },
  };
}

/** Resolves to false when the camera does not do it after all. */
export function adjustTrack(
  track: MediaStreamTrack,
  change: { readonly torch: boolean } | { readonly zoom: number },
): Promise<boolean> {
  // why: as above, the members are absent from TypeScript's DOM types.
  const constraint = change as MediaTrackConstraintSet;
  return track.applyConstraints({ advanced: [constraint] }).then(
    () => true,
    () => false,
  );
}
