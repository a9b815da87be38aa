import { useRef } from 'react';
import BulbFilled from '@ant-design/icons/es/icons/BulbFilled';
import BulbOutlined from '@ant-design/icons/es/icons/BulbOutlined';
import Button from 'antd/es/button';
import Select from 'antd/es/select';
import Slider from 'antd/es/slider';
import { useTranslation } from 'react-i18next';
import type { CameraProblem } from './camera-problem.ts';
import { useCamera, type Camera } from './use-camera.ts';
import './camera-view.css';

/** Trying again helps when somebody has changed something meanwhile; without HTTPS nobody can from here. */
const IS_HOPELESS: ReadonlySet<CameraProblem> = new Set(['insecure', 'unsupported']);

function CameraControls({ camera }: { camera: Camera }) {
  const { t } = useTranslation('scanning');
  const { live } = camera;
  if (live === undefined) return null;
  const { zoom, cameras } = live;
  return (
    <div className="cc-camera-controls">
      {live.hasTorch && (
        <Button
          size="large"
          icon={live.isLit ? <BulbFilled aria-hidden /> : <BulbOutlined aria-hidden />}
          aria-pressed={live.isLit}
          onClick={() => camera.light(!live.isLit)}
        >
          {t('camera.torch')}
        </Button>
      )}
      {zoom !== null && (
        <label className="cc-camera-zoom">
          <span>{t('camera.zoom')}</span>
          <Slider
            {...{ min: zoom.min, max: zoom.max, step: zoom.step }}
            value={live.zoomed}
            onChange={camera.zoom}
            ariaLabelForHandle={t('camera.zoom')}
          />
        </label>
      )}
      {cameras.length > 1 && (
        <Select
          size="large"
          aria-label={t('camera.which')}
          className="cc-camera-choice"
          {...(live.id === undefined ? {} : { value: live.id })}
          options={cameras.map(({ id, name }, index) => ({
            value: id,
            label: name === '' ? t('camera.numbered', { number: index + 1 }) : name,
          }))}
          onChange={camera.choose}
        />
      )}
    </div>
  );
}

function CameraTrouble({ problem, onRetry }: { problem: CameraProblem; onRetry: () => void }) {
  const { t } = useTranslation('scanning');
  return (
    <div className="cc-camera-trouble" role="alert">
      <strong>{t(`camera.problem.${problem}`)}</strong>
      <span>{t(`camera.next.${problem}`)}</span>
      {!IS_HOPELESS.has(problem) && (
        <Button size="large" onClick={onRetry}>
          {t('camera.retry')}
        </Button>
      )}
    </div>
  );
}

/** The camera's picture; hands on every code that is shown to it. The camera stops when this is taken away. */
export function CameraView({ onRead }: { onRead: (text: string) => void }) {
  const { t } = useTranslation('scanning');
  const video = useRef<HTMLVideoElement>(null);
  const camera = useCamera(video, onRead);
  const { problem, live } = camera;
  return (
    <section className="cc-camera" aria-label={t('camera.title')}>
      <div className="cc-camera-picture" data-live={live !== undefined} hidden={problem !== undefined}>
        <video ref={video} muted playsInline aria-label={t('camera.picture')} />
        <span className="cc-camera-frame" aria-hidden />
        {live === undefined && <span className="cc-camera-wait">{t('camera.starting')}</span>}
      </div>
      {problem === undefined ? (
        <CameraControls camera={camera} />
      ) : (
        <CameraTrouble problem={problem} onRetry={camera.restart} />
      )}
    </section>
  );
}
