import { useEffect, useRef, useState, type RefObject } from 'react';
import type { CameraProblem } from './camera-problem.ts';
import { startCameraSession } from './camera-session.ts';
import { abilitiesOf, adjustTrack, rememberCamera, rememberedCamera } from './camera-track.ts';
import type { CameraAbilities } from './camera-track.ts';

export interface CameraChoice {
  readonly id: string;
  readonly name: string;
}

interface LiveCamera extends CameraAbilities {
  readonly track: MediaStreamTrack;
  readonly id: string | undefined;
  readonly cameras: readonly CameraChoice[];
  readonly isLit: boolean;
  readonly zoomed: number;
}

export interface Camera {
  /** Absent until the picture is there. */
  readonly live: LiveCamera | undefined;
  readonly problem: CameraProblem | undefined;
  readonly restart: () => void;
  readonly choose: (deviceId: string) => void;
  readonly light: (isLit: boolean) => void;
  readonly zoom: (factor: number) => void;
}

/** Names are there only after permission; a phone has one camera to a lens. */
async function listCameras(): Promise<CameraChoice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
}

/** False while another tab or application is in front: the camera is let go, and opened again on return. */
function useIsSeen(): boolean {
  const [isSeen, setSeen] = useState(!document.hidden);
  useEffect(() => {
    const look = () => setSeen(!document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return isSeen;
}

async function describe(track: MediaStreamTrack): Promise<LiveCamera> {
  const abilities = abilitiesOf(track);
  const id = track.getSettings().deviceId;
  const cameras = await listCameras().catch(() => []);
  return { ...abilities, track, id, cameras, isLit: false, zoomed: abilities.zoom?.min ?? 1 };
}

/** Runs the camera in `video` while the component is mounted and the page is seen; `onRead` gets every code shown to it once. */
export function useCamera(video: RefObject<HTMLVideoElement | null>, onRead: (text: string) => void): Camera {
  const latest = useRef(onRead);
  const isSeen = useIsSeen();
  const [attempt, setAttempt] = useState(0);
  const [deviceId, setDeviceId] = useState(rememberedCamera);
  const [live, setLive] = useState<LiveCamera>();
  const [problem, setProblem] = useState<CameraProblem>();
  useEffect(() => {
    latest.current = onRead;
  });
  useEffect(() => {
    if (!isSeen || video.current === null) return undefined;
    let isLeft = false;
    const session = startCameraSession(video.current, deviceId, {
      onLive: (track) => void describe(track).then((now) => (isLeft ? undefined : setLive(now))),
      onRead: (text) => latest.current(text),
      onProblem: setProblem,
    });
    return () => {
      isLeft = true;
      session.stop();
      setLive(undefined);
      setProblem(undefined);
    };
  }, [video, attempt, deviceId, isSeen]);
  const adjust = (change: { torch: boolean } | { zoom: number }, seen: Partial<LiveCamera>) => {
    if (live === undefined) return;
    void adjustTrack(live.track, change).then((done) =>
      setLive((now) => (done && now !== undefined ? { ...now, ...seen } : now)),
    );
  };
  return {
    ...{ live, problem },
    restart: () => setAttempt((count) => count + 1),
    choose: (chosen) => {
      rememberCamera(chosen);
      setDeviceId(chosen);
    },
    light: (isLit) => adjust({ torch: isLit }, { isLit }),
    zoom: (factor) => adjust({ zoom: factor }, { zoomed: factor }),
  };
}
