import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CARD_FIELDS, cardChanges, type CardField } from '../../../../modules/fixed-assets/asset-card.ts';
import { listAssets } from '../../../../modules/fixed-assets/asset-list.contract.ts';
import {
  readAsset,
  readAssetTimeline,
  type AssetPage,
} from '../../../../modules/fixed-assets/asset-page.contract.ts';
import { correctCardEndpoint } from '../../../../modules/fixed-assets/contract.ts';
import { ApiProblem } from '../../../api/api-problem.ts';
import { callEndpoint } from '../../../api/call-endpoint.ts';
import { useCommand } from '../../../api/use-command.ts';
import { endpointKey } from '../../../api/use-query-endpoint.ts';
import { ChangeList } from '../../../components/command-form/change-list.tsx';
import { ReasonField } from '../../../components/command-form/reason-field.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { useFieldProblems } from '../../../components/use-field-problems.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { announce } from '../../../layout/announcer.tsx';
import { CARD_GROUP_KEYS } from '../card-groups.ts';
import { useCardValue } from '../use-card-value.tsx';
import { CardConflictTable, conflictsOf, type CardConflict } from './card-conflict.tsx';
import { CardFields } from './card-fields.tsx';
import { cardAfter, cardOfValues, valuesOfCard, type CardValues } from './card-values.ts';
import { keepScansFromSending } from './enter-key.ts';

interface Values {
  readonly card: CardValues;
  readonly reason: string;
}

const STALE = [readAsset, readAssetTimeline, listAssets];

function Changes({ base, values }: { base: AssetPage; values: Values | undefined }) {
  const pick = usePickSentence();
  const cardValue = useCardValue();
  if (values?.card === undefined) return null;
  const changes = cardChanges(base.card, cardAfter(base.card, values.card)).map(({ field, from, to }) => ({
    label: pick(CARD_FIELDS[field]),
    from: cardValue(field, from),
    to: cardValue(field, to),
  }));
  return <ChangeList changes={changes} />;
}

/** The card with all its fields; sends only when nobody changed it meanwhile, otherwise shows both versions. */
export function CorrectCardForm({ asset }: { asset: AssetPage }) {
  const { t } = useTranslation('fixed-assets');
  const navigate = useNavigate();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [base, setBase] = useState(asset);
  const [conflicts, setConflicts] = useState<readonly CardConflict[]>([]);
  const values: Values | undefined = Form.useWatch((all: Values) => all, form);
  const command = useCommand(correctCardEndpoint, { ifMatch: base.version, invalidates: STALE });
  const shownPaths = useFieldProblems(form, command.problem);
  const isStale = command.problem instanceof ApiProblem && command.problem.status === 412;
  const pageAddress = `/assets/${asset.id}`;

  const put = (field: CardField, value: string | number | null | undefined) =>
    form.setFieldsValue({ card: { [field]: value ?? null } });
  const readLatest = async () => {
    const request = { params: { assetId: asset.id } };
    const latest = await client.query({
      queryKey: endpointKey(readAsset, request),
      queryFn: () => callEndpoint(readAsset, request),
      staleTime: 0,
    });
    const mine = cardAfter(base.card, form.getFieldsValue().card);
    const found = conflictsOf(base.card, latest.card, mine);
    const theirs = found.filter(({ field, before }) => mine[field] === before);
    const fromLatest = valuesOfCard(latest.card);
    for (const { field } of theirs) put(field, fromLatest[field]);
    setConflicts(found.map((each) => (theirs.includes(each) ? { ...each, mine: each.latest } : each)));
    setBase(latest);
    command.clearProblem();
  };
  const takeLatest = ({ field, latest }: CardConflict) => {
    put(field, valuesOfCard(base.card)[field]);
    setConflicts((all) => all.map((each) => (each.field === field ? { ...each, mine: latest } : each)));
  };
  const submit = async (all: Values) => {
    const answer = await command.send({
      params: { assetId: asset.id },
      body: { card: cardOfValues(all.card), reason: all.reason },
    });
    if (answer === undefined) return;
    announce(t('correct.done'));
    await navigate(pageAddress);
  };
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      onKeyDown={keepScansFromSending}
      initialValues={{ card: valuesOfCard(asset.card) }}
      onFinish={(all) => void submit(all)}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      {conflicts.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="cc-done"
          title={t('correct.conflict', { count: conflicts.length })}
          description={<CardConflictTable conflicts={conflicts} onTakeLatest={takeLatest} />}
        />
      )}
      {CARD_GROUP_KEYS.map((group) => (
        <CardFields key={group} group={group} />
      ))}
      <ReasonField label={t('correct.reason')} />
      <Changes base={base} values={values} />
      <div className="cc-form-foot">
        <ProblemAlert
          problem={command.problem}
          shownPaths={shownPaths}
          {...(isStale ? { onRetry: () => void readLatest(), retryLabel: t('correct.showBoth') } : {})}
        />
        <div className="cc-form-buttons">
          <Button type="primary" htmlType="submit" loading={command.isSending}>
            {t('card.correct')}
          </Button>
          <Button onClick={() => void navigate(pageAddress)}>{t('common:action.cancel')}</Button>
        </div>
      </div>
    </Form>
  );
}
