import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { SerialTarget } from './serial-target.ts';

export interface TargetQuestionProps {
  readonly target: SerialTarget;
  readonly asked: SerialTarget;
  readonly count: number;
  /** Whether the things scanned so far can be written as they are. */
  readonly mayWrite: boolean;
  readonly onWrite: () => void;
  readonly onMove: () => void;
  readonly onKeep: () => void;
}

/** Another place or person was scanned while things wait to be written. */
export function TargetQuestion(props: TargetQuestionProps) {
  const { target, asked, count, mayWrite, onWrite, onMove, onKeep } = props;
  const { t } = useTranslation('scanning');
  return (
    <section className="cc-target-question" role="alertdialog" aria-label={t('serial.ask.title')}>
      <p>{t('serial.ask.question', { asked: asked.name, target: target.name, count })}</p>
      <Button size="large" block disabled={!mayWrite} onClick={onWrite}>
        {t('serial.ask.write', { asked: asked.name, count })}
      </Button>
      <Button size="large" block onClick={onMove}>
        {t('serial.ask.move', { asked: asked.name, count })}
      </Button>
      <Button size="large" block onClick={onKeep}>
        {t('serial.ask.keep', { target: target.name })}
      </Button>
    </section>
  );
}
