import { useEffect, useMemo } from 'react';
import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { listAssets, readAssetTotals } from '../../../../modules/fixed-assets/asset-list.contract.ts';
import { readAsset, readAssetTimeline } from '../../../../modules/fixed-assets/asset-page.contract.ts';
import { listPendingReceiptsEndpoint } from '../../../../modules/fixed-assets/contract.ts';
import { BULK_ASSETS_MAX } from '../../../../modules/fixed-assets/moves.contract.ts';
import { readPersonHoldings } from '../../../../modules/fixed-assets/holdings.contract.ts';
import { ASSET_MOVES } from '../../../../modules/fixed-assets/rules.ts';
import { CommandForm } from '../../../components/command-form/command-form.tsx';
import { usePersonNames } from '../../../components/pickers/use-people-search.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { MoveChanges } from './move-changes.tsx';
import { MoveFields } from './move-fields.tsx';
import {
  MOVE_FORMS,
  type MoveDeclaration,
  type MoveSubject,
  type MoveValues,
  type OfferedMove,
} from './move-forms.ts';
import { MoveLines } from './move-lines.tsx';
import { ReceiptFields } from './receipt-fields.tsx';
import { useMoveVerdict } from './use-move-verdict.ts';

const STALE_AFTER = [
  ...[listAssets, readAssetTotals, readAsset, readAssetTimeline],
  ...[listPendingReceiptsEndpoint, readPersonHoldings],
];

export interface MoveDrawerProps {
  readonly move: OfferedMove;
  readonly subjects: readonly MoveSubject[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Says what was done, 「已领用 12 件」. */
  readonly onDone: (sentence: string) => void;
  /** What is known beforehand, for example where the things come back to. */
  readonly initialValues?: Partial<MoveValues>;
}

function MoveBody({ move, subjects }: Pick<MoveDrawerProps, 'move' | 'subjects'>) {
  const { t } = useTranslation('fixed-assets');
  const antdForm = Form.useFormInstance<MoveValues>();
  const typed: MoveValues | undefined = Form.useWatch((all: MoveValues) => all, antdForm);
  const values: MoveValues = { ...typed, assetIds: typed?.assetIds ?? [] };
  const form = MOVE_FORMS[move];
  const verdict = useMoveVerdict(form, values);
  const byId = useMemo(() => new Map(subjects.map((subject) => [subject.id, subject])), [subjects]);
  const left = values.assetIds.flatMap((id) => byId.get(id) ?? []);
  const { holderId } = values;
  const { names } = usePersonNames(holderId == null ? [] : [holderId]);
  const refusedCount = verdict.answer?.refusedCount ?? 0;
  useEffect(() => {
    if (refusedCount === 0) antdForm.setFields([{ name: 'assetIds', errors: [] }]);
  }, [antdForm, refusedCount]);
  const check = () => {
    if (values.assetIds.length > BULK_ASSETS_MAX)
      return Promise.reject(new Error(t('move.tooMany', { max: BULK_ASSETS_MAX })));
    return refusedCount > 0 ? Promise.reject(new Error(t('move.removeFirst'))) : Promise.resolve();
  };
  return (
    <>
      <Form.Item name="assetIds" rules={[{ validator: check }]} className="cc-move-lines-item">
        <MoveLines subjects={byId} verdict={verdict} />
      </Form.Item>
      <MoveFields move={move} form={form} occurredAt={values.occurredAt ?? null} />
      {form.hasReceipt === true && holderId != null && (
        <ReceiptFields method={values.receiptMethod ?? 'later'} receiver={names.get(holderId) ?? ''} />
      )}
      <MoveChanges move={move} subjects={left} values={values} answer={verdict.answer} />
    </>
  );
}

/** The form of one move, for one asset or for hundreds: all of them or none. */
export function MoveDrawer({ move, subjects, isOpen, onClose, onDone, initialValues }: MoveDrawerProps) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const verb = pick(ASSET_MOVES[move]);
  const form = MOVE_FORMS[move];
  const doneSentence = (count: number) => t('move.done', { verb, count });
  return (
    <CommandForm<MoveDeclaration, MoveValues>
      declaration={form.declaration}
      open={isOpen}
      onClose={onClose}
      title={verb}
      submitLabel={subjects.length > 1 ? t('move.submitMany', { verb }) : verb}
      initialValues={{
        receiptMethod: 'later',
        ...initialValues,
        assetIds: subjects.map(({ id }) => id),
      }}
      toRequest={(values) => ({ body: form.toBody(values) })}
      invalidates={STALE_AFTER}
      onDone={({ lines }) => onDone(doneSentence(lines.length))}
      doneSentence={doneSentence(subjects.length)}
    >
      <MoveBody move={move} subjects={subjects} />
    </CommandForm>
  );
}
