/** Why the camera does not run, in the words that tell the person what to do (`camera.problem.<reason>`). */
export const CAMERA_PROBLEMS = [
  'insecure',
  'unsupported',
  'refused',
  'none',
  'busy',
  'unplugged',
  'decoder',
  'failed',
] as const;
export type CameraProblem = (typeof CAMERA_PROBLEMS)[number];

const PROBLEM_OF_ERROR: Readonly<Record<string, CameraProblem>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'none',
  DevicesNotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  TrackStartError: 'busy',
  AbortError: 'busy',
};

/** Browsers hide the camera from pages that did not come over HTTPS or from the machine itself. */
export function problemBeforeStart(): CameraProblem | undefined {
  if (!window.isSecureContext) return 'insecure';
  return typeof navigator.mediaDevices?.getUserMedia === 'function' ? undefined : 'unsupported';
}

/** By the names of Media Capture and Streams, `getUserMedia`. */
export function problemOfError(error: unknown): CameraProblem {
  const name = error instanceof DOMException ? error.name : '';
  return PROBLEM_OF_ERROR[name] ?? 'failed';
}
