import { MOVE_WHERE, type MoveWhere } from '../../../modules/seized-items/room-moves/room-move.rules.ts';
import { useState } from 'react';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { CarryInForm, CarryOutForm } from './carry-forms.tsx';
import { BATCH_OF, isChoosable, isChoosingWhere, type ChoosingWhere, type RoomMove } from './moved-things.ts';
import { MoveRows } from './move-rows.tsx';
import { MoveScan } from './move-scan.tsx';
import '../../components/foot-bar.css';

interface MoveListProps {
  readonly move: RoomMove;
  readonly where: MoveWhere;
  readonly command: OpenCommand;
}

/** The four lists with how much each holds, one chosen by `?where=`. */
function WhereTabs({ move, where }: Pick<MoveListProps, 'move' | 'where'>) {
  const { t } = useTranslation('room-moves');
  return (
    <nav className="cc-move-tabs" aria-label={t('tabs')}>
      {MOVE_WHERE.map((each) => (
        <Link
          key={each}
          to={`?where=${each}`}
          replace
          preventScrollReset
          aria-current={each === where ? 'page' : undefined}
        >
          <span>{t(`where.${each}`)}</span> <strong>{move.counts[each]}</strong>
        </Link>
      ))}
    </nav>
  );
}

/** What is ticked of one list, and the command for it. */
function Choosing({ move, where, command }: MoveListProps & { readonly where: ChoosingWhere }) {
  const { t } = useTranslation('room-moves');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const things = move.things.filter((thing) => thing.where === where);
  const choosable = things.filter(isChoosable);
  const batch = choosable.slice(0, BATCH_OF[where]);
  const taken = choosable.filter(({ itemId }) => chosen.has(itemId)).slice(0, BATCH_OF[where]);
  const choose = (itemId: string, isChosen: boolean) =>
    setChosen((before) => {
      const next = new Set(before);
      if (isChosen) next.add(itemId);
      else next.delete(itemId);
      return next;
    });
  const isAll = taken.length === batch.length;
  const form = { move, things: taken, command };
  return (
    <>
      {things.length > 0 && (
        <MoveScan
          {...{ move, where, chosen }}
          onTick={(itemId) => choose(itemId, true)}
          isActive={command.current === undefined}
        />
      )}
      {choosable.length > 0 && (
        <Checkbox
          name="all"
          className="cc-move-all"
          checked={isAll}
          indeterminate={!isAll && taken.length > 0}
          onChange={({ target }) =>
            setChosen(new Set(target.checked ? batch.map(({ itemId }) => itemId) : []))
          }
        >
          {t(batch.length < choosable.length ? 'chooseFirst' : 'chooseAll', { count: batch.length })}
        </Checkbox>
      )}
      <MoveRows things={things} choosing={{ chosen, onChoose: choose }} />
      {choosable.length > 0 && (
        <div className="cc-foot-bar cc-no-print">
          <span aria-live="polite">{t('chosen', { count: taken.length })}</span>
          <Button
            type="primary"
            size="large"
            disabled={taken.length === 0}
            onClick={() => command.open(where === 'left' ? 'carry_out' : 'carry_in')}
          >
            {t(where === 'left' ? 'out.button' : 'in.button', { count: taken.length })}
          </Button>
        </div>
      )}
      {where === 'left' ? <CarryOutForm {...form} /> : <CarryInForm {...form} />}
    </>
  );
}

/** The list of the move that is open: to be scanned, ticked and carried while the move goes on. */
export function MoveList({ move, where, command }: MoveListProps) {
  const { t } = useTranslation('room-moves');
  const things = move.things.filter((thing) => thing.where === where);
  return (
    <section aria-label={t(`where.${where}`)}>
      <WhereTabs move={move} where={where} />
      {things.length === 0 && <p className="cc-soft">{t(`none.${where}`)}</p>}
      {move.outcome === null && isChoosingWhere(where) ? (
        <Choosing key={where} {...{ move, where, command }} />
      ) : (
        things.length > 0 && <MoveRows things={things} choosing={undefined} />
      )}
    </section>
  );
}
