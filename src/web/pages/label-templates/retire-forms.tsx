import { useTranslation } from 'react-i18next';
import {
  restoreLabelTemplateEndpoint,
  retireLabelTemplateEndpoint,
  type LabelTemplateHead,
} from '../../../modules/labels/templates.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { STALE_TEMPLATES } from './stale-templates.ts';

export interface RetireFormsProps {
  /** `retire-<key>`, `reopen-<key>`. */
  readonly current: string | undefined;
  readonly templates: readonly LabelTemplateHead[];
  readonly onClose: () => void;
  readonly onReload: () => void;
}

/** 停用 and 恢复使用 of a template. */
export function RetireForms({ current, templates, onClose, onReload }: RetireFormsProps) {
  const { t } = useTranslation('label-templates');
  const pick = usePickSentence();
  const target = (verb: string) => templates.find(({ key }) => current === `${verb}-${key}`);
  const retiring = target('retire');
  const reopening = target('reopen');
  return (
    <>
      <CommandForm<typeof retireLabelTemplateEndpoint, object>
        declaration={retireLabelTemplateEndpoint}
        open={retiring !== undefined}
        onClose={onClose}
        onReload={onReload}
        title={t('retire.title')}
        submitLabel={t('retire.title')}
        isDestructive
        subject={retiring && pick(retiring.name)}
        {...(retiring === undefined ? {} : { ifMatch: retiring.version })}
        invalidates={STALE_TEMPLATES}
        toRequest={() => ({ params: { templateKey: retiring?.key ?? '' }, body: {} })}
        onDone={onClose}
        doneSentence={t('retire.done')}
      >
        <p>{t('retire.effect')}</p>
      </CommandForm>
      <CommandForm<typeof restoreLabelTemplateEndpoint, object>
        declaration={restoreLabelTemplateEndpoint}
        open={reopening !== undefined}
        onClose={onClose}
        onReload={onReload}
        title={t('reopen.title')}
        submitLabel={t('reopen.title')}
        subject={reopening && pick(reopening.name)}
        {...(reopening === undefined ? {} : { ifMatch: reopening.version })}
        invalidates={STALE_TEMPLATES}
        toRequest={() => ({
          params: { templateKey: reopening?.key ?? '' },
          body: { version: reopening?.version ?? 0 },
        })}
        onDone={onClose}
        doneSentence={t('reopen.done')}
      >
        <p>{t('reopen.effect')}</p>
      </CommandForm>
    </>
  );
}
