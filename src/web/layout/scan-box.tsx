import { useEffect, useRef, useState } from 'react';
import CameraOutlined from '@ant-design/icons/es/icons/CameraOutlined';
import ScanOutlined from '@ant-design/icons/es/icons/ScanOutlined';
import Input, { type InputRef } from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { resolveScan } from '../scan/resolve-scan.ts';
import { useWindowScans } from '../scan/use-scan.ts';
import { announce } from './announcer.tsx';
import { useIsPhone } from './use-is-phone.ts';

/** On a phone the focus would raise the keyboard over the page. */
function hasFinePointer(): boolean {
  return window.matchMedia('(pointer: fine)').matches;
}

/**
 * Scan or search: Enter opens what the code names, words go to the search. It has the focus after sign-in, `/`
 * returns to it, and a scan made while no field has the focus arrives here too.
 */
export function ScanBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const input = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const [isResolving, setResolving] = useState(false);
  const isPhone = useIsPhone();

  const open = async (scan: string) => {
    if (isResolving) return;
    setResolving(true);
    try {
      const address = await resolveScan(scan);
      if (address !== undefined) await navigate(address, { state: { keepFocus: true } });
    } catch (error) {
      announce(t('scan.failed'));
      throw error;
    } finally {
      setResolving(false);
    }
    input.current?.select();
  };
  const openQuietly = (scan: string) => void open(scan).catch(() => undefined);

  useEffect(() => {
    if (hasFinePointer()) input.current?.focus();
  }, []);
  useWindowScans(
    (scan) => {
      setText(scan);
      openQuietly(scan);
    },
    () => input.current?.focus({ cursor: 'all' }),
  );

  return (
    <form
      role="search"
      className="cc-scan-box"
      onSubmit={(event) => {
        event.preventDefault();
        openQuietly(text);
      }}
    >
      <Input
        ref={input}
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-label={t('scan.label')}
        placeholder={t('scan.placeholder')}
        prefix={<ScanOutlined aria-hidden />}
        suffix={<kbd className="cc-scan-key">/</kbd>}
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        aria-busy={isResolving}
      />
      {isPhone && (
        <Link to="/scan" className="cc-scan-camera" aria-label={t('scan.camera')}>
          <CameraOutlined aria-hidden />
        </Link>
      )}
    </form>
  );
}
