import { useEffect, useMemo } from 'react';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  PAPER_TEXTS,
  paperFormOf,
  type PaperFormId,
  type PaperText,
} from '../../../modules/papers/paper-forms.ts';
import {
  issuePaperEndpoint,
  listCasePapersEndpoint,
  listPapersEndpoint,
  readRegisterEndpoint,
  type PaperOffer,
} from '../../../modules/papers/papers.contract.ts';
import { listItemsEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { usePaperName } from './paper-words.tsx';

export interface PaperToIssue {
  readonly form: PaperFormId;
  readonly subject: PaperOffer['subject'];
  /** null: the person chooses. */
  readonly itemIds: readonly string[] | null;
  readonly replacesId: string | null;
  /** What is written into it to begin with. */
  readonly written?: Partial<Record<PaperText, string>>;
}

type IssueValues = { itemIds?: string[] } & Partial<Record<PaperText, string>>;

const STALE = [listCasePapersEndpoint, listPapersEndpoint, readRegisterEndpoint];

interface ItemsProps {
  readonly caseId: string;
  readonly isRequired: boolean;
  /** Only what bears a seal can be chosen. */
  readonly isSealed: boolean;
  readonly value?: string[];
  readonly onChange?: (ids: string[]) => void;
  readonly id?: string;
}

/** Every item of the case, all of them chosen to begin with where a list needs them. */
function CaseItemsPicker({ caseId, isRequired, isSealed, value, onChange, id }: ItemsProps) {
  const { t } = useTranslation('papers');
  const { data, isFetching } = useQueryEndpoint(listItemsEndpoint, { query: { caseId, limit: 200 } });
  const items = useMemo(
    () => data?.items.filter(({ sealNumber }) => !isSealed || sealNumber !== null),
    [data, isSealed],
  );
  useEffect(() => {
    if (isRequired && value === undefined && items !== undefined) onChange?.(items.map((item) => item.id));
  }, [isRequired, items, onChange, value]);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      loading={isFetching}
      value={value ?? []}
      onChange={(ids: string[]) => onChange?.(ids)}
      maxTagCount={8}
      placeholder={t('form.itemsChoose')}
      showSearch={{ optionFilterProp: 'label' }}
      options={(items ?? []).map(({ id: key, number, name }) => ({
        value: key,
        label: `${number}. ${name}`,
      }))}
    />
  );
}

function TextField({ text, isRequired }: { text: PaperText; isRequired: boolean }) {
  const { t } = useTranslation('papers');
  const pick = usePickSentence();
  const label = pick(PAPER_TEXTS[text]);
  return (
    <Form.Item
      name={text}
      label={label}
      rules={
        isRequired ? [{ required: true, whitespace: true, message: t('form.missing', { what: label }) }] : []
      }
      {...(text === 'demand' || text === 'body' ? { extra: isRequired ? undefined : t('form.usual') } : {})}
    >
      {PAPER_TEXTS[text].isLong ? (
        <Input.TextArea autoSize={{ minRows: text === 'body' ? 6 : 2, maxRows: 16 }} />
      ) : (
        <Input />
      )}
    </Form.Item>
  );
}

/** Fills in what a paper needs beyond what is on record, then goes to the paper to print it. */
export function IssueForm({
  caseId,
  paper,
  onClose,
}: {
  caseId: string;
  paper: PaperToIssue | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('papers');
  const nameOf = usePaperName();
  const navigate = useNavigate();
  const form = paper?.form ?? 'statement';
  const { texts, required, source } = paperFormOf(form);
  const mayChoose = source === 'items' && paper?.itemIds === null;
  return (
    <CommandForm<typeof issuePaperEndpoint, IssueValues>
      key={form}
      declaration={issuePaperEndpoint}
      open={paper !== undefined}
      onClose={onClose}
      title={t('form.title', { name: nameOf(form) })}
      submitLabel={t('action.issue')}
      doneSentence={t('done.issued')}
      {...(paper?.written === undefined ? {} : { initialValues: paper.written })}
      draftKey={`issue-paper:${caseId}:${form}`}
      invalidates={STALE}
      subject={t('form.frozen')}
      toRequest={({ itemIds, ...written }) => ({
        body: {
          form,
          caseId,
          ...(paper?.subject ?? {}),
          itemIds: [...(paper?.itemIds ?? itemIds ?? [])],
          texts: Object.fromEntries(Object.entries(written).filter(([, text]) => (text ?? '') !== '')),
          ...(paper == null || paper.replacesId === null ? {} : { replacesId: paper.replacesId }),
        },
      })}
      onDone={({ id }) => void navigate(`/papers/${id}?do=print`, { replace: true })}
    >
      {mayChoose && (
        <Form.Item
          name="itemIds"
          label={t('form.items')}
          rules={form === 'statement' ? [] : [{ required: true, message: t('form.itemsMissing') }]}
        >
          <CaseItemsPicker
            caseId={caseId}
            isRequired={form !== 'statement'}
            isSealed={form === 'seal_label'}
          />
        </Form.Item>
      )}
      {texts.map((text) => (
        <TextField key={text} text={text} isRequired={required.includes(text)} />
      ))}
    </CommandForm>
  );
}
