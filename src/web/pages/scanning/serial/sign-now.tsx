import { lazy, Suspense } from 'react';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { MoveSubject } from '../../fixed-assets/moves/move-forms.ts';
import { moveTo, valuesFor, type SerialTarget } from './serial-target.ts';

const MoveDrawer = lazy(() =>
  import('../../fixed-assets/moves/move-drawer.tsx').then((module) => ({ default: module.MoveDrawer })),
);

export interface SignNowProps {
  readonly target: Extract<SerialTarget, { kind: 'person' }>;
  readonly things: readonly MoveSubject[];
  readonly isDisabled: boolean;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  /** Everything was issued and signed for; says so. */
  readonly onDone: (sentence: string) => void;
}

/** 当场签收: the issue's own form, in which the person signs by PIN or with a finger before it is written. */
export function SignNow({ target, things, isDisabled, isOpen, onOpen, onClose, onDone }: SignNowProps) {
  const { t } = useTranslation('scanning');
  const { assetIds: _assetIds, ...values } = valuesFor(target, []);
  return (
    <>
      <Button size="large" disabled={isDisabled} onClick={onOpen}>
        {t('serial.signNow')}
      </Button>
      <Suspense>
        {isOpen && (
          <MoveDrawer
            move={moveTo(target)}
            isOpen
            subjects={things}
            initialValues={{ ...values, receiptMethod: 'pin' }}
            onClose={onClose}
            onDone={onDone}
          />
        )}
      </Suspense>
    </>
  );
}
