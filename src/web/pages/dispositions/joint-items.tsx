/** Items of a case to choose from, by hand or by their codes, and those that the action does not fit. */
import { useEffect, useRef, useState } from 'react';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readItemCode } from '../../../modules/item-codes/item-code.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { signalScan } from '../../scan/scan-feedback.ts';
import { TwiceScanned } from '../../scan/twice-scanned.tsx';
import { useScanTarget } from '../../scan/use-scan.ts';
import { findObjection } from '../scanning/find-objection.ts';
import { ItemStateTag } from '../seized-items/item-state-tag.tsx';
import { beneficiariesOf, isExecution, type Choice, type DisposalItem } from './joint-choice.ts';

/** What was chosen, and whose codes were read at the thing itself. */
export interface Chosen {
  readonly ids: ReadonlySet<string>;
  readonly scannedIds: ReadonlySet<string>;
}

export interface JointItemsProps {
  readonly items: readonly DisposalItem[];
  readonly choice: Choice;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}

/** Scanning a code ticks its thing; one that is not on the list is said to be so, one that came already is asked about. */
function ScanField({ items, chosen, onChange }: JointItemsProps) {
  const { t } = useTranslation(['dispositions', 'scanning']);
  const pick = usePickSentence();
  const [twice, setTwice] = useState<DisposalItem>();
  const latest = useRef(chosen);
  useEffect(() => {
    latest.current = chosen;
  });
  const [text, setText] = useState('');
  const [said, setSaid] = useState<{ readonly isKnown: boolean; readonly text: string }>();
  const take = async (scan: string) => {
    const read = readItemCode(scan);
    const item = items.find(({ code }) => read.ok && read.code === code);
    setText('');
    if (item === undefined) {
      setSaid({ isKnown: false, text: t('joint.scanUnknown', { text: scan.trim() }) });
      return;
    }
    if (latest.current.scannedIds.has(item.id)) {
      signalScan('duplicate');
      setSaid(undefined);
      setTwice(item);
      return;
    }
    const objection = await findObjection(scan, item.id);
    if (objection !== null) {
      setSaid({ isKnown: false, text: pick(objection) });
      return;
    }
    // What was scanned while this one was asked about is chosen, too.
    latest.current = {
      ids: new Set([...latest.current.ids, item.id]),
      scannedIds: new Set([...latest.current.scannedIds, item.id]),
    };
    onChange(latest.current);
    setSaid({ isKnown: true, text: t('joint.scanFound', { number: item.number, name: item.name }) });
  };
  useScanTarget((scan) => void take(scan), twice === undefined);
  return (
    <div className="cc-joint-scan">
      <Input
        value={text}
        aria-label={t('joint.scan')}
        placeholder={t('joint.scan')}
        autoComplete="off"
        disabled={twice !== undefined}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={() => void take(text)}
      />
      <span role="status" className={said?.isKnown === false ? 'cc-joint-wrong' : 'cc-soft'}>
        {said?.text ?? t('joint.scanned', { count: chosen.scannedIds.size })}
      </span>
      {twice !== undefined && <TwiceScanned thing={twice} onSame={() => setTwice(undefined)} />}
    </div>
  );
}

/** All, none, or those of one person whose things they are. */
function ChooseMany({ items, choice, chosen, onChange }: JointItemsProps) {
  const { t } = useTranslation('dispositions');
  const choose = (some: readonly DisposalItem[]) =>
    onChange({ ...chosen, ids: new Set(some.map(({ id }) => id)) });
  const names = (choice.way ?? choice.action) === 'return' ? beneficiariesOf(items) : [];
  const isWhole = items.every(({ id }) => chosen.ids.has(id));
  return (
    <div className="cc-disposition-actions">
      <Checkbox
        name="all"
        checked={isWhole}
        indeterminate={!isWhole && chosen.ids.size > 0}
        onChange={(event) => choose(event.target.checked ? items : [])}
      >
        {t('joint.all', { count: items.length })}
      </Checkbox>
      {names.length > 1 &&
        names.map((name) => {
          const its = items.filter(({ beneficiary }) => beneficiary === name);
          return (
            <Button key={name} size="small" onClick={() => choose(its)}>
              {t('joint.only', { name, count: its.length })}
            </Button>
          );
        })}
    </div>
  );
}

function Row({ item, chosen, choice, onChange }: JointItemsProps & { readonly item: DisposalItem }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('dispositions');
  const isChosen = chosen.ids.has(item.id);
  const part = item.approvals.find(({ id }) => id === choice.approval?.id)?.quantity ?? null;
  const toggle = (isOn: boolean) => {
    const ids = new Set(chosen.ids);
    if (isOn) ids.add(item.id);
    else ids.delete(item.id);
    onChange({ ...chosen, ids });
  };
  return (
    <li>
      <Checkbox
        name={`item-${item.number}`}
        className="cc-joint-item"
        checked={isChosen}
        onChange={(event) => toggle(event.target.checked)}
      >
        <span className="cc-judgment-line">
          <strong>
            {item.number}. {item.name}
          </strong>
          <span>
            {part === null
              ? sayQuantity(item.onHand, item.unit)
              : t('joint.part', {
                  part: sayQuantity(part, item.unit),
                  onHand: sayQuantity(item.onHand, item.unit),
                })}
          </span>
          {item.beneficiary !== null && <span>→ {item.beneficiary}</span>}
        </span>
        <span className="cc-joint-where cc-soft">
          <ItemCode code={item.code} withCopy={false} /> {item.place}
        </span>
      </Checkbox>
      {chosen.scannedIds.has(item.id) && <StatusTag tone="settled">{t('joint.isScanned')}</StatusTag>}
    </li>
  );
}

export function JointItems(props: JointItemsProps) {
  const { t } = useTranslation('dispositions');
  return (
    <section className="cc-joint-items" aria-label={t('joint.items')}>
      <ChooseMany {...props} />
      <ScanField {...props} />
      <ul className="cc-rows">
        {props.items.map((item) => (
          <Row key={item.id} {...props} item={item} />
        ))}
      </ul>
    </section>
  );
}

/** What has to come first while nobody has chosen what to do; null: its state says it. */
function firstStep({ state, waysAsked, approvals }: DisposalItem) {
  if (state === 'in_store' || state === 'kept_elsewhere') return 'joint.notAwaiting';
  if (state !== 'awaiting_disposition' || approvals.length > 0) return null;
  return waysAsked.length > 0 ? 'joint.undecided' : 'joint.unasked';
}

/** Why each of the others is not on the list. */
export function OtherItems({ items, choice }: { items: readonly DisposalItem[]; choice: Choice | null }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('dispositions');
  const pick = usePickSentence();
  if (items.length === 0) return null;
  const reasonOf = (item: DisposalItem) => {
    const { obstacle, waysAsked, waysOpen, approvals, awaitedReceipt } = item;
    if (awaitedReceipt !== null && choice?.handOver == null) return t('joint.onItsWay');
    if (obstacle !== null) return pick(obstacle);
    if (choice === null) {
      const first = firstStep(item);
      return first && t(first);
    }
    const { action, approval, way, handOver } = choice;
    if (handOver !== null) return awaitedReceipt === null ? null : t('joint.otherList');
    if (way !== null) return t(waysAsked.includes(way) ? 'joint.asked' : 'joint.otherWay');
    if (!isExecution(action) || approval === null) return null;
    if (!waysOpen.includes(action)) return t('joint.otherWay');
    return approvals.some(({ id }) => id === approval.id) ? null : t('joint.notApproved');
  };
  return (
    <details className="cc-joint-others" open={choice === null}>
      <summary>{t('joint.others', { count: items.length })}</summary>
      <ul className="cc-rows">
        {items.map((item) => (
          <li key={item.id}>
            <span className="cc-rows-main">
              <Link to={`/seized-items/${item.id}`}>
                {item.number}. {item.name}
              </Link>{' '}
              {sayQuantity(item.onHand, item.unit)}
              <br />
              <span className="cc-soft">{reasonOf(item)}</span>
            </span>
            <span className="cc-rows-side">
              <ItemStateTag state={item.state} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
