import Button from 'antd/es/button';
import Alert from 'antd/es/alert';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import {
  carryOutReattributionEndpoint,
  confirmReattributionEndpoint,
  listReattributionsEndpoint,
  withdrawReattributionEndpoint,
  type Reattribution,
} from '../../../modules/seized-items/reattribution/reattributions.contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SecondPersonFields } from '../../components/second-person.tsx';
import type { WithSecond } from './care-frame.tsx';

const STALE = [listReattributionsEndpoint, readItemEndpoint];
const CARRY_OUT = 'carry-out-move';

function Side({ side }: { side: Reattribution['from'] }) {
  const { t } = useTranslation('item-care');
  return (
    <li>
      <Link to={`/cases/${side.caseId}?tab=ledger`}>{side.caseNumber}</Link>{' '}
      {side.judgeName === null
        ? t('move.waitsFor', { name: side.handler })
        : t('move.confirmedBy', { name: side.judgeName })}
    </li>
  );
}

function Open({ move, command }: { move: Reattribution; command: OpenCommand }) {
  const { t } = useTranslation('item-care');
  const confirm = useCommand(confirmReattributionEndpoint, { invalidates: STALE });
  const withdraw = useCommand(withdrawReattributionEndpoint, { invalidates: STALE });
  const params = { reattributionId: move.id };
  const may = (action: Reattribution['availableActions'][number]) => move.availableActions.includes(action);
  return (
    <Alert
      type="info"
      showIcon
      title={t('move.open', { number: move.to.caseNumber })}
      description={
        <>
          <p>{move.reason}</p>
          <ul>
            <Side side={move.from} />
            <Side side={move.to} />
          </ul>
          <div className="cc-care-buttons">
            {may('confirm') && (
              <Button
                type="primary"
                loading={confirm.isSending}
                onClick={() => void confirm.send({ params, body: {} })}
              >
                {t('move.confirm')}
              </Button>
            )}
            {may('carry_out') && (
              <Button type="primary" onClick={() => command.open(CARRY_OUT)}>
                {t('move.carryOut')}
              </Button>
            )}
            {may('withdraw') && (
              <Button loading={withdraw.isSending} onClick={() => void withdraw.send({ params, body: {} })}>
                {t('move.withdraw')}
              </Button>
            )}
          </div>
          <ProblemAlert problem={confirm.problem ?? withdraw.problem} />
        </>
      }
    />
  );
}

/** What waits for the judges of two cases, and what was moved before. */
export function ReattributionPanel({
  itemId,
  command,
  onRelabel,
}: {
  readonly itemId: string;
  readonly command: OpenCommand;
  readonly onRelabel: () => void;
}) {
  const { t } = useTranslation('item-care');
  const { data } = useQueryEndpoint(listReattributionsEndpoint, { params: { itemId } });
  const open = data?.items.find(({ state }) => state === 'proposed');
  const done = data?.items.find(({ state }) => state === 'done');
  return (
    <>
      {open !== undefined && <Open move={open} command={command} />}
      {open === undefined && done !== undefined && (
        <p className="cc-soft">{t('move.done', { from: done.from.caseNumber, to: done.to.caseNumber })}</p>
      )}
      <CommandForm<typeof carryOutReattributionEndpoint, WithSecond<object>>
        open={open !== undefined && command.current === CARRY_OUT}
        onClose={command.close}
        onDone={() => {
          onRelabel();
          command.close();
        }}
        title={t('move.carryOut')}
        submitLabel={t('move.carryOut')}
        doneSentence={t('move.carryOut')}
        invalidates={STALE}
        declaration={carryOutReattributionEndpoint}
        toRequest={({ secondPerson }) => ({
          params: { reattributionId: open?.id ?? '' },
          body: { secondPerson },
        })}
      >
        <p>{t('move.carryHint')}</p>
        <SecondPersonFields sentence={t('twoPersons')} />
      </CommandForm>
    </>
  );
}
