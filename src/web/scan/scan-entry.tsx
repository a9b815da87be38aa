import { lazy, Suspense, useRef, useState } from 'react';
import CameraOutlined from '@ant-design/icons/es/icons/CameraOutlined';
import ScanOutlined from '@ant-design/icons/es/icons/ScanOutlined';
import Button from 'antd/es/button';
import Input, { type InputRef } from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { useScanTarget } from './use-scan.ts';
import './scan-entry.css';

const CameraView = lazy(() =>
  import('./camera/camera-view.tsx').then((module) => ({ default: module.CameraView })),
);

const CAMERA_KEY = 'court-custody.camera-on';

/** A field that takes the focus opens the keyboard of a phone, over the picture. */
function hasMouse(): boolean {
  return window.matchMedia('(pointer: fine)').matches;
}

/** Phones scan by camera, machines with a mouse by wedge, until the person chooses otherwise on this device. */
function startsWithCamera(): boolean {
  const chosen = localStorage.getItem(CAMERA_KEY);
  return chosen === null ? window.matchMedia('(pointer: coarse)').matches : chosen === 'yes';
}

export interface ScanEntryProps {
  /** Gets what was shown to the camera, sent by a wedge, or typed. */
  readonly onScan: (text: string) => void;
  /** False while something on top waits for an answer: the camera stops, the wedge goes elsewhere. */
  readonly isActive?: boolean;
  /** What the button beside the field says. */
  readonly verb: string;
  /** What the field asks for, where that is not a code or a serial number. */
  readonly asksFor?: string;
  /** Where scanning is not what the page is for, the camera stays off until it is asked for. */
  readonly isCameraOffAtFirst?: boolean;
}

/** The three ways to scan: camera, keyboard wedge, typing. */
export function ScanEntry(props: ScanEntryProps) {
  const { onScan, isActive = true, verb, asksFor, isCameraOffAtFirst = false } = props;
  const { t } = useTranslation('scanning');
  const [text, setText] = useState('');
  const [hasCamera, setHasCamera] = useState(() => !isCameraOffAtFirst && startsWithCamera());
  const field = useRef<InputRef>(null);
  useScanTarget(onScan, isActive);
  const enter = () => {
    if (text.trim() === '') return;
    onScan(text);
    setText('');
    if (hasMouse()) field.current?.focus();
  };
  const switchCamera = () => {
    if (!isCameraOffAtFirst) localStorage.setItem(CAMERA_KEY, hasCamera ? 'no' : 'yes');
    setHasCamera(!hasCamera);
  };
  return (
    <>
      {hasCamera && isActive && (
        <Suspense fallback={<div className="cc-scan-camera-wait" aria-hidden />}>
          <CameraView onRead={onScan} />
        </Suspense>
      )}
      <div className="cc-scan-entry">
        <Input
          ref={field}
          autoFocus={!isCameraOffAtFirst && hasMouse()}
          size="large"
          aria-label={asksFor ?? t('entry.label')}
          placeholder={asksFor ?? t('entry.placeholder')}
          prefix={<ScanOutlined aria-hidden />}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="done"
          maxLength={400}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={enter}
        />
        <Button size="large" onClick={enter} disabled={text.trim() === ''}>
          {verb}
        </Button>
        <Button
          size="large"
          icon={<CameraOutlined aria-hidden />}
          aria-label={t(hasCamera ? 'entry.cameraOff' : 'entry.cameraOn')}
          title={t(hasCamera ? 'entry.cameraOff' : 'entry.cameraOn')}
          aria-pressed={hasCamera}
          type={hasCamera ? 'primary' : 'default'}
          onClick={switchCamera}
        />
      </div>
    </>
  );
}
