import { useState } from 'react';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  drawLotEndpoint,
  listContainersEndpoint,
  recordLotCheckEndpoint,
} from '../../../modules/seized-items/containers/containers.contract.ts';
import { readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SecondPersonFields } from '../../components/second-person.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { useCan } from '../../session/use-session.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { PrintLabels } from '../printing/dialog/print-labels.tsx';
import { QuantityField, type CareProps, type WithSecond } from '../item-care/care-frame.tsx';

const CHECK = 'lot-check';
type Values = WithSecond<{ boxes: Record<string, { counted?: string; isBroken?: boolean }> }>;

function CheckForm({ item, command, seed }: CareProps & { readonly seed: string }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('containers');
  const { data, error } = useQueryEndpoint(
    drawLotEndpoint,
    { params: { itemId: item.id }, query: { seed } },
    { enabled: command.current === CHECK },
  );
  return (
    <CommandForm<typeof recordLotCheckEndpoint, Values>
      open={command.current === CHECK}
      onClose={command.close}
      onDone={command.close}
      title={t('check')}
      submitLabel={t('check')}
      doneSentence={t('checked')}
      invalidates={[readItemEndpoint, drawLotEndpoint]}
      declaration={recordLotCheckEndpoint}
      toRequest={({ boxes, secondPerson }) => ({
        params: { itemId: item.id },
        body: {
          seed,
          secondPerson,
          lines: (data?.drawn ?? []).map(({ containerId }) => ({
            containerId,
            counted: boxes[containerId]?.counted ?? '0',
            isSealIntact: boxes[containerId]?.isBroken !== true,
          })),
        },
      })}
    >
      <ProblemAlert problem={error} />
      {data !== undefined && (
        <>
          <p>{t('drawn', { count: data.drawn.length, total: data.boxCount, seed })}</p>
          {data.drawn.map((box) => (
            <fieldset key={box.containerId} className="cc-care-part">
              <legend>{box.name}</legend>
              <QuantityField
                name={['boxes', box.containerId, 'counted']}
                label={t('counted', { expected: sayQuantity(box.quantity, item.unit) })}
              />
              <Form.Item name={['boxes', box.containerId, 'isBroken']} valuePropName="checked">
                <Checkbox>{t('sealBroken')}</Checkbox>
              </Form.Item>
            </fieldset>
          ))}
        </>
      )}
      <SecondPersonFields sentence={t('twoPersons')} />
    </CommandForm>
  );
}

/** The counted boxes of a lot, and counting by some of them while every seal is intact. */
export function LotBoxes({ item, command }: CareProps) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('containers');
  const can = useCan();
  // A new draw each time that the page is opened; it is written down with the count.
  const [seed] = useState(() => new Date().toISOString().replaceAll(/\D/g, ''));
  const { data } = useQueryEndpoint(listContainersEndpoint, { query: { lotItemId: item.id, limit: 200 } });
  const boxes = data?.items ?? [];
  if (boxes.length === 0) return null;
  return (
    <section aria-label={t('lotBoxes')}>
      <h2>{t('lotBoxes')}</h2>
      <div className="cc-care-buttons">
        {can('item.move') && item.state === 'in_store' && (
          <Button onClick={() => command.open(CHECK)}>{t('check')}</Button>
        )}
        <PrintLabels
          name="print-lot"
          target={{ by: 'things', kind: 'B', ids: boxes.map(({ id }) => id) }}
          label={t('printBoxes')}
        />
      </div>
      <ul className="cc-boxes">
        {boxes.map((box) => (
          <li key={box.id}>
            <Link to={`/containers/${box.id}`}>{box.name}</Link>{' '}
            {box.lot !== null && sayQuantity(box.lot.quantity, box.lot.unit)}{' '}
            {box.sealNumber === null ? (
              <StatusTag tone="soon">{t('open')}</StatusTag>
            ) : (
              <span className="cc-soft">{t('sealed', { seal: box.sealNumber })}</span>
            )}
          </li>
        ))}
      </ul>
      <LotChecks itemId={item.id} seed={seed} />
      <CheckForm item={item} command={command} seed={seed} />
    </section>
  );
}

function LotChecks({ itemId, seed }: { itemId: string; seed: string }) {
  const { t } = useTranslation('containers');
  const { data } = useQueryEndpoint(drawLotEndpoint, { params: { itemId }, query: { seed } });
  return (
    <ul className="cc-boxes">
      {data?.checks.map((check) => (
        <li key={check.checkedAt}>
          <StatusTag tone={check.holds ? 'settled' : 'alarm'}>
            {t(check.holds ? 'holds' : 'differs')}
          </StatusTag>{' '}
          {t('checkLine', { drawn: check.drawnCount, total: check.boxCount })}{' '}
          <When instant={check.checkedAt} />{' '}
          <span className="cc-soft">{[check.checkedByName, check.secondPersonName].join(t('and'))}</span>
        </li>
      ))}
    </ul>
  );
}
