import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { decideFit, FIT_REFUSALS, type PrinterMeasures } from '../../../../modules/labels/printer.rules.ts';
import {
  listLabelTemplatesEndpoint,
  readLabelTemplateEndpoint,
  type LabelTemplateHead,
  type SavedLabelTemplate,
} from '../../../../modules/labels/templates.contract.ts';
import { callEndpoint } from '../../../api/call-endpoint.ts';
import { endpointKey, useQueryEndpoint } from '../../../api/use-query-endpoint.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';
import type { PrinterValues } from './printer-values.ts';

const TEN_MINUTES = 10 * 60 * 1000;

/** The size of the paper stands only in the whole template; without a sheet the head says enough. */
function useWholeTemplates(heads: readonly LabelTemplateHead[]): readonly SavedLabelTemplate[] {
  const asked = heads.map(({ key, version }) => ({ params: { templateKey: key }, query: { version } }));
  const answers = useQueries({
    queries: asked.map((request) => ({
      queryKey: endpointKey(readLabelTemplateEndpoint, request),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        callEndpoint(readLabelTemplateEndpoint, request, { signal }),
      staleTime: TEN_MINUTES,
    })),
  });
  return answers.flatMap(({ data }) => (data === undefined ? [] : [data]));
}

interface ChoiceProps {
  readonly printer: PrinterMeasures;
  readonly value?: readonly string[];
  readonly onChange?: (keys: readonly string[]) => void;
}

/** Templates that fit can be chosen; the others say why they cannot. */
function TemplateChoice({ printer, value = [], onChange }: ChoiceProps) {
  const { t } = useTranslation('printing');
  const pick = usePickSentence();
  const heads = useQueryEndpoint(listLabelTemplatesEndpoint, {});
  const whole = useWholeTemplates(heads.data?.items ?? []);
  const judged = whole.map((saved) => ({ saved, refusal: decideFit(saved.template, printer) }));
  const fitting = judged.filter(({ refusal }) => refusal === null);
  const others = judged.filter(({ refusal }) => refusal !== null);
  const toggle = (key: string, isChosen: boolean) =>
    onChange?.(isChosen ? [...value, key] : value.filter((each) => each !== key));
  return (
    <div className="cc-printer-templates">
      {fitting.length === 0 && <p className="cc-soft">{t('printer.noneFits')}</p>}
      {fitting.map(({ saved }) => (
        <Checkbox
          key={saved.key}
          checked={value.includes(saved.key)}
          onChange={(event) => toggle(saved.key, event.target.checked)}
        >
          {pick(saved.name)} <span className="cc-soft">{t('size', saved.sizeMm)}</span>
        </Checkbox>
      ))}
      {others.length > 0 && (
        <details>
          <summary>{t('printer.doNotFit', { count: others.length })}</summary>
          <ul>
            {others.map(({ saved, refusal }) => (
              <li key={saved.key} data-chosen={value.includes(saved.key)}>
                {pick(saved.name)} <span className="cc-soft">{t('size', saved.sizeMm)}</span>
                <br />
                <span className="cc-soft">{refusal !== null && pick(FIT_REFUSALS[refusal])}</span>
                {value.includes(saved.key) && (
                  <Checkbox checked onChange={() => toggle(saved.key, false)}>
                    {t('printer.stillChosen')}
                  </Checkbox>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Form field `templateKeys`, judged by what the form says of the printer at this moment. */
export function TemplatesField() {
  const { t } = useTranslation('printing');
  const form = Form.useFormInstance<PrinterValues>();
  const language = Form.useWatch('language', form) ?? 'zpl';
  const { width = 0, height = 0 } = Form.useWatch('stockMm', form) ?? {};
  return (
    <Form.Item name="templateKeys" label={t('printer.templates')}>
      <TemplateChoice printer={{ language, stockMm: { width, height } }} />
    </Form.Item>
  );
}
