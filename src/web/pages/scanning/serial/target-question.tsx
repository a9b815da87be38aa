import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { shortName, type SerialTarget } from './serial-target.ts';

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
  const names = { asked: shortName(asked), target: shortName(target), count };
  return (
    <section className="cc-target-question" role="alertdialog" aria-label={t('serial.ask.title')}>
      <p>{t('serial.ask.question', names)}</p>
      <Button size="large" block disabled={!mayWrite} onClick={onWrite}>
        {t('serial.ask.write', names)}
      </Button>
      <Button size="large" block onClick={onMove}>
        {t('serial.ask.move', names)}
      </Button>
      <Button size="large" block onClick={onKeep}>
        {t('serial.ask.keep', names)}
      </Button>
    </section>
  );
}
