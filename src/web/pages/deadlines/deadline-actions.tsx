import { useTranslation } from 'react-i18next';
import type { DeadlineAnswer } from '../../../modules/deadlines/contract.ts';
import { RowMenu } from '../../components/row-menu.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';

/** What this person may do with one deadline; `onOpen` gets `acknowledge:<id>` or `settle:<id>`. */
export function DeadlineActions({
  deadline,
  onOpen,
}: {
  deadline: DeadlineAnswer;
  onOpen: (command: string) => void;
}) {
  const { t } = useTranslation('deadlines');
  const pick = usePickSentence();
  return (
    <RowMenu
      label={t('actions', { what: pick(deadline.rule), subject: deadline.subjectLabel })}
      actions={[
        ...deadline.availableActions.map((action) => ({
          key: action,
          label: t(`${action}.title`),
          onClick: () => onOpen(`${action}:${deadline.id}`),
        })),
        ...deadline.deniedActions.map(({ action, ...reason }) => ({
          key: action,
          label: t(`${action}.title`),
          onClick: () => undefined,
          denied: pick(reason),
        })),
      ]}
    />
  );
}

/** The form and the deadline that `?do=settle:<id>` means. */
export function openedDeadline(current: string | undefined, items: readonly DeadlineAnswer[]) {
  const [verb, id] = (current ?? '').split(':');
  return { verb, deadline: items.find((one) => one.id === id) };
}
