import Alert from 'antd/es/alert';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONSENTS, EARLY_CAUSES, hasConsent } from '../../../modules/dispositions/judgment-orders.ts';
import { proposeEarlyDisposalEndpoint } from '../../../modules/dispositions/preparing.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { useOptions } from '../cases/case-words.tsx';
import { AreaItem, ChoiceItem, TextItem } from './fields.tsx';
import { useItemFrame, type ItemFormProps } from './item-form.ts';

interface EarlyValues {
  cause: keyof typeof EARLY_CAUSES;
  rightHolder: string;
  consent: keyof typeof CONSENTS;
  consentDocument?: string;
  document: string;
  reason: string;
}

function isMet({ consent, consentDocument }: Partial<EarlyValues>): boolean {
  return hasConsent(consent ?? null) && (consentDocument ?? '').trim() !== '';
}

/** 先行处置: what article 439 asks for is listed and ticked while it is filled in; without consent it goes to the panel. */
export function EarlyForm(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'early');
  const causes = useOptions(EARLY_CAUSES);
  const consents = useOptions(CONSENTS);
  const [values, setValues] = useState<Partial<EarlyValues>>({});
  const isRefused = values.consent !== undefined && !hasConsent(values.consent);
  return (
    <CommandForm<typeof proposeEarlyDisposalEndpoint, EarlyValues>
      {...frame}
      submitLabel={t(isRefused ? 'form.recordUnmet' : 'form.askPresident')}
      declaration={proposeEarlyDisposalEndpoint}
      requirements={[
        { label: t('ground.cause'), isMet: values.cause !== undefined },
        { label: t('ground.consent'), isMet: isMet(values) },
        { label: t('ground.president'), isMet: false, hint: t('ground.presidentNext') },
      ]}
      changes={(now) => {
        const seen = [now.cause, now.consent, now.consentDocument].join();
        if (seen !== [values.cause, values.consent, values.consentDocument].join())
          queueMicrotask(() => setValues(now));
        return [];
      }}
      toRequest={({ consentDocument, ...rest }) => ({
        body: { itemId: props.item.id, consentDocument: consentDocument ?? null, ...rest },
      })}
    >
      <ChoiceItem name="cause" options={causes} />
      <TextItem name="rightHolder" max={100} />
      <ChoiceItem name="consent" options={consents} />
      {isRefused && (
        <Alert
          type="warning"
          showIcon
          className="cc-notice"
          title={t('ground.notMet')}
          description={t('ground.notMetHint')}
        />
      )}
      <TextItem name="consentDocument" isOptional={isRefused} />
      <TextItem name="document" />
      <AreaItem name="reason" />
    </CommandForm>
  );
}
