import { useState } from 'react';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MovedThing } from '../../../modules/seized-items/room-moves/room-moves.contract.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { shortPlace } from '../../../modules/storage/place-path.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { ItemStateTag } from '../seized-items/item-state-tag.tsx';
import { entriesOf, isChoosable, type MoveEntry } from './moved-things.ts';

/** So many rows are shown before the rest is asked for. */
const ROWS_SHOWN = 200;

export interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (itemId: string, isChosen: boolean) => void;
}

function ThingFacts({ thing }: { thing: MovedThing }) {
  const { t } = useTranslation('room-moves');
  const sayQuantity = useSayQuantity();
  const facts = [
    `${thing.caseNumber}-${thing.number}`,
    thing.sealNumber === null ? null : t('seal', { seal: thing.sealNumber }),
    thing.place === null ? null : shortPlace(thing.place),
    thing.holder === null ? null : t('heldBy', { name: thing.holder }),
  ];
  return (
    <div className="cc-rows-main">
      <Link to={`/seized-items/${thing.itemId}`}>
        <strong>{thing.name}</strong>
      </Link>{' '}
      {sayQuantity(thing.quantity, thing.unit)}{' '}
      {thing.where === 'elsewhere' && <ItemStateTag state={thing.state} />}
      <div className="cc-soft">{facts.filter((fact) => fact !== null).join(' · ')}</div>
      <div className="cc-soft">
        <ItemCode code={thing.code} withCopy={false} />
      </div>
    </div>
  );
}

function ThingRow({ thing, choosing }: { thing: MovedThing; choosing: Choosing | undefined }) {
  const { t } = useTranslation('room-moves');
  return (
    <li className="cc-move-row">
      {choosing !== undefined && (
        <Checkbox
          className="cc-move-tick"
          name={`thing-${thing.itemId}`}
          disabled={!isChoosable(thing)}
          checked={isChoosable(thing) && choosing.chosen.has(thing.itemId)}
          onChange={({ target }) => choosing.onChoose(thing.itemId, target.checked)}
          aria-label={t('choose', { name: thing.name })}
        />
      )}
      <ThingFacts thing={thing} />
    </li>
  );
}

/** A box with what lies in it: it is moved as a whole, from its own page. */
function BoxRow({ box, things, isMoving }: Extract<MoveEntry, { box: object }> & { isMoving: boolean }) {
  const { t } = useTranslation('room-moves');
  return (
    <li className="cc-move-box">
      <div className="cc-move-box-head">
        <strong>{box.name}</strong> <ItemCode code={box.code} withCopy={false} />
        {isMoving && <Link to={`/containers/${box.id}`}>{t('wholeBox')}</Link>}
      </div>
      <ul aria-label={box.name}>
        {things.map((thing) => (
          <li key={thing.itemId}>
            <ThingFacts thing={thing} />
          </li>
        ))}
      </ul>
    </li>
  );
}

export interface MoveRowsProps {
  readonly things: readonly MovedThing[];
  readonly choosing: Choosing | undefined;
}

/** The things of one list, in walking order, boxes as a whole. */
export function MoveRows({ things, choosing }: MoveRowsProps) {
  const { t } = useTranslation('room-moves');
  const [isWhole, setWhole] = useState(false);
  const entries = entriesOf(things);
  const shown = isWhole ? entries : entries.slice(0, ROWS_SHOWN);
  const hidden = entries.length - shown.length;
  return (
    <>
      <ul className="cc-rows">
        {shown.map((entry) =>
          entry.box === null ? (
            <ThingRow key={entry.thing.itemId} thing={entry.thing} choosing={choosing} />
          ) : (
            <BoxRow key={entry.box.id} {...entry} isMoving={choosing !== undefined} />
          ),
        )}
      </ul>
      {hidden > 0 && (
        <p>
          <Button onClick={() => setWhole(true)}>{t('showRest', { count: hidden })}</Button>
        </p>
      )}
    </>
  );
}
