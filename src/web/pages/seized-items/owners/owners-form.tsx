import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Ownership } from '../../../../modules/seized-items/item-fields.ts';
import { readItemEndpoint } from '../../../../modules/seized-items/items.contract.ts';
import {
  readOwnersEndpoint,
  recordOwnersEndpoint,
} from '../../../../modules/seized-items/owners/owners.contract.ts';
import type { ResponseOf } from '../../../../platform/endpoint.ts';
import { CommandForm } from '../../../components/command-form/command-form.tsx';
import { ReasonField } from '../../../components/command-form/reason-field.tsx';
import type { OpenCommand } from '../../../components/command-form/use-open-command.ts';
import { ItemCode } from '../../../components/item-code.tsx';
import type { SeizedItem } from '../item-answer.ts';
import { useItemOptions } from '../item-words.ts';
import { RECORD_OWNERS, useRoleName } from './owner-words.ts';
import { readShare } from './read-share.ts';

type Owners = ResponseOf<typeof readOwnersEndpoint>;

interface Values {
  ownership: Ownership;
  owners?: { partyId: string; share: string }[];
  document: string;
  reason: string;
}

interface OwnersFormProps {
  readonly item: SeizedItem;
  readonly command: OpenCommand;
  readonly found: Owners;
}

function OwnerLine({ name, found, onRemove }: { name: number; found: Owners; onRemove: () => void }) {
  const { t } = useTranslation('owners');
  const roleName = useRoleName();
  return (
    <div className="cc-owner-line">
      <Form.Item
        name={[name, 'partyId']}
        label={t('owner')}
        rules={[{ required: true, message: t('ownerMissing') }]}
      >
        <Select<string>
          options={found.parties.map((party) => ({
            value: party.id,
            label: `${party.name} · ${roleName(party.role)}`,
          }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item
        name={[name, 'share']}
        label={t('share')}
        rules={[
          {
            validator: (_rule, value: unknown) =>
              typeof value === 'string' && readShare(value) !== null
                ? Promise.resolve()
                : Promise.reject(new Error(t('shareWrong'))),
          },
        ]}
      >
        <Input maxLength={20} placeholder="1/2" autoComplete="off" />
      </Form.Item>
      <Button
        type="text"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={t('removeOwner', { number: name + 1 })}
        onClick={onRemove}
      />
    </div>
  );
}

function OwnerLines({ found, item }: Pick<OwnersFormProps, 'found' | 'item'>) {
  const { t } = useTranslation('owners');
  const ownership: unknown = Form.useWatch('ownership');
  if (ownership === 'unknown') return <p className="cc-soft">{t('unknownHint')}</p>;
  return (
    <Form.List name="owners">
      {(fields, { add, remove }) => (
        <>
          {ownership === 'disputed' && <p className="cc-soft">{t('disputedHint')}</p>}
          {fields.map(({ key, name }) => (
            <OwnerLine key={key} name={name} found={found} onRemove={() => remove(name)} />
          ))}
          <p>
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ share: '1' })}>
              {t('addOwner')}
            </Button>
          </p>
          <p className="cc-soft">
            {t('partyHint')} <Link to={`/cases/${item.caseId}`}>{item.caseNumber}</Link>
          </p>
        </>
      )}
    </Form.List>
  );
}

/** 登记权属: the owners with their shares, on which paper and why. */
export function OwnersForm({ item, command, found }: OwnersFormProps) {
  const { t } = useTranslation('owners');
  const ownerships = useItemOptions('ownership');
  const owners = (found.current?.owners ?? [])
    .filter(({ hasLeft }) => !hasLeft)
    .map(({ partyId, numerator, denominator }) => ({ partyId, share: `${numerator}/${denominator}` }));
  return (
    <CommandForm<typeof recordOwnersEndpoint, Values>
      declaration={recordOwnersEndpoint}
      open={command.current === RECORD_OWNERS}
      onClose={command.close}
      onDone={command.close}
      title={t('record')}
      submitLabel={t('record')}
      doneSentence={t('recorded')}
      invalidates={[readOwnersEndpoint, readItemEndpoint]}
      initialValues={{ owners }}
      subject={
        <>
          {item.name} <ItemCode code={item.code} withCopy={false} />
        </>
      }
      toRequest={({ ownership, owners: lines = [], document, reason }) => ({
        body: {
          ...{ itemIds: [item.id], ownership, document, reason },
          owners:
            ownership === 'unknown'
              ? []
              : lines.map(({ partyId, share }) => ({
                  partyId,
                  ...(readShare(share) ?? { numerator: 1, denominator: 1 }),
                })),
        },
      })}
    >
      <Form.Item
        name="ownership"
        label={t('ownership')}
        rules={[{ required: true, message: t('ownershipMissing') }]}
      >
        <Select<string> options={ownerships} />
      </Form.Item>
      <OwnerLines found={found} item={item} />
      <Form.Item
        name="document"
        label={t('document')}
        extra={t('documentHint')}
        rules={[{ required: true, whitespace: true, message: t('documentMissing') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <ReasonField />
    </CommandForm>
  );
}
