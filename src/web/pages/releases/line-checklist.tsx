import { useState } from 'react';
import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { readItemCode } from '../../../modules/item-codes/item-code.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { LinePhotos, type PhotoNeeds } from '../seized-items/step-photos.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { signalScan } from '../../scan/scan-feedback.ts';
import { TwiceScanned } from '../../scan/twice-scanned.tsx';
import { findObjection } from '../scanning/find-objection.ts';
import { OdometerField } from './odometer-field.tsx';
import { OdometerMoved } from './odometer-moved.tsx';
import { useReleaseWord } from './release-words.tsx';

/** A thing of a request or of a release, as a checklist shows it. */
export interface CheckedThing {
  readonly itemId: string;
  readonly code: string;
  readonly name: string;
  readonly caseNumber: string;
  readonly number: number;
  readonly quantity: string;
  readonly unit: string;
  readonly place: string | null;
  readonly seal: string | null;
  readonly hazards: readonly string[];
  readonly keeping: readonly string[];
  readonly isVehicle?: boolean;
  readonly odometerLast?: string | null;
  /** How far it may have gone since; where it is said, why it went further is asked for too. */
  readonly odometerLeftKm?: string;
}

export interface LineValues {
  isTaken: boolean;
  condition?: string;
  odometer?: string;
  /** Why it was driven. */
  incident?: string;
  /** Its code was read, and not only its line ticked. */
  isScanned?: boolean;
}
export interface ChecklistValues {
  lines: Record<string, LineValues>;
}

/** Everything ticked and in good order, which is what mostly happens. */
export function everythingTaken(things: readonly CheckedThing[], condition: string): ChecklistValues {
  return {
    lines: Object.fromEntries(things.map(({ itemId }) => [itemId, { isTaken: true, condition }])),
  };
}

/** The ticked lines, as commands take them. */
export function takenLines({ lines }: ChecklistValues) {
  return Object.entries(lines)
    .filter(([, line]) => line.isTaken)
    .map(([itemId, { condition = '', odometer }]) => ({
      itemId,
      condition: condition.trim(),
      odometer: odometer === undefined || odometer.trim() === '' ? null : odometer.trim(),
    }));
}

/** Scanning a code ticks its thing; one that is not on the list is said to be so, one that came already is asked about. */
function ScanField({ things }: { things: readonly CheckedThing[] }) {
  const { t } = useTranslation(['releases', 'scanning']);
  const pick = usePickSentence();
  const form = Form.useFormInstance();
  const [text, setText] = useState('');
  const [said, setSaid] = useState<{ readonly isKnown: boolean; readonly text: string }>();
  const [readIds, setReadIds] = useState<ReadonlySet<string>>(new Set());
  const [twice, setTwice] = useState<CheckedThing>();
  const take = async () => {
    const read = readItemCode(text);
    const thing = things.find(({ code, seal }) => (read.ok && read.code === code) || seal === text.trim());
    const before = read.ok && thing !== undefined && readIds.has(thing.itemId) ? thing : undefined;
    setText('');
    setTwice(before);
    if (before !== undefined) {
      signalScan('duplicate');
      setSaid(undefined);
      return;
    }
    // Before the answer is there: the next scan may come sooner.
    if (read.ok && thing !== undefined) setReadIds((now) => new Set([...now, thing.itemId]));
    const objection = read.ok && thing !== undefined ? await findObjection(text, thing.itemId) : null;
    if (thing === undefined) setSaid({ isKnown: false, text: t('scan.unknown', { text }) });
    else if (objection !== null) {
      setReadIds((now) => new Set([...now].filter((id) => id !== thing.itemId)));
      setSaid({ isKnown: false, text: pick(objection) });
    } else {
      form.setFieldValue(['lines', thing.itemId, 'isTaken'], true);
      form.setFieldValue(['lines', thing.itemId, 'isScanned'], true);
      setSaid({ isKnown: true, text: t('scan.found', { name: thing.name }) });
    }
  };
  return (
    <div className="cc-release-scan">
      <Input
        value={text}
        aria-label={t('scan.label')}
        placeholder={t('scan.label')}
        autoComplete="off"
        disabled={twice !== undefined}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => {
          event.preventDefault();
          void take();
        }}
      />
      <p role="status" className={said?.isKnown === false ? 'cc-release-wrong' : 'cc-soft'}>
        {said?.text ?? ''}
      </p>
      {twice !== undefined && <TwiceScanned thing={twice} onSame={() => setTwice(undefined)} />}
    </div>
  );
}

/** That the code of the thing itself was read. */
function Scanned({ itemId }: { itemId: string }) {
  const { t } = useTranslation('releases');
  const form = Form.useFormInstance<ChecklistValues>();
  const isScanned: unknown = Form.useWatch(['lines', itemId, 'isScanned'], { form, preserve: true });
  return isScanned === true ? <StatusTag tone="settled">{t('scan.done')}</StatusTag> : null;
}

/** Hazards and keeping needs, in a colour that is seen. */
export function Warnings({ hazards, keeping }: Pick<CheckedThing, 'hazards' | 'keeping'>) {
  const { t } = useTranslation('releases');
  const word = useReleaseWord();
  if (hazards.length + keeping.length === 0) return null;
  const words = [...hazards.map((key) => word('hazard', key)), ...keeping.map((key) => word('keeping', key))];
  return <span className="cc-release-warning">{words.join(t('pause'))}</span>;
}

function Odometer({ thing: { itemId, odometerLast = null, odometerLeftKm } }: { thing: CheckedThing }) {
  const odometer = ['lines', itemId, 'odometer'];
  const incident = ['lines', itemId, 'incident'];
  return (
    <>
      <OdometerField name={odometer} last={odometerLast} leftKm={odometerLeftKm} />
      {odometerLeftKm !== undefined && (
        <OdometerMoved {...{ odometer, incident }} last={odometerLast} leftKm={odometerLeftKm} />
      )}
    </>
  );
}

export interface LineChecklistProps {
  readonly things: readonly CheckedThing[];
  /** Asks for the condition of each, and of vehicles for the odometer. */
  readonly withCondition?: boolean;
  /** With a camera for each, and what the court demands. */
  readonly photos?: PhotoNeeds;
}

/** The things of a step, each ticked by hand or by its code. */
export function LineChecklist({ things, withCondition = false, photos }: LineChecklistProps) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('releases');
  return (
    <fieldset className="cc-release-checklist">
      <legend>{t('things', { count: things.length })}</legend>
      <ScanField things={things} />
      {things.map((thing) => (
        <div key={thing.itemId} className="cc-release-check">
          <Form.Item name={['lines', thing.itemId, 'isTaken']} valuePropName="checked" noStyle>
            <Checkbox>
              <strong>{thing.name}</strong> {sayQuantity(thing.quantity, thing.unit)}
            </Checkbox>
          </Form.Item>{' '}
          <Scanned itemId={thing.itemId} />
          <p className="cc-release-check-facts">
            <ItemCode code={thing.code} withCopy={false} />
            <span>
              {thing.caseNumber} {t('piece', { number: thing.number })}
            </span>
            {thing.place !== null && <span>{thing.place}</span>}
            <span>{thing.seal === null ? t('unsealed') : t('seal', { seal: thing.seal })}</span>
            <Warnings hazards={thing.hazards} keeping={thing.keeping} />
          </p>
          {photos !== undefined && <LinePhotos itemId={thing.itemId} needs={photos} />}
          {withCondition && (
            <Form.Item
              name={['lines', thing.itemId, 'condition']}
              label={t('form.condition')}
              rules={[{ required: true, message: t('form.conditionMissing') }]}
            >
              <Input maxLength={200} />
            </Form.Item>
          )}
          {withCondition && thing.isVehicle === true && <Odometer thing={thing} />}
        </div>
      ))}
    </fieldset>
  );
}
