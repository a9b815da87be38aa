import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/link-button.tsx';
import { useCan } from '../../session/use-session.ts';
import { writeNumbers } from '../../../modules/dispositions/item-numbers.ts';

/** Whether this person takes a part on the way of things to the end. */
export function useMayDispose(): boolean {
  const can = useCan();
  return (
    can('item.request') || can('disposition.prepare') || can('disposition.execute') || can('disposition.pay')
  );
}

export interface DisposeTogetherProps {
  readonly caseId: string;
  /** The items, by their numbers in the case; without them all that may. */
  readonly numbers?: readonly number[];
  /** What is to be done; without it what is likeliest. */
  readonly action?: 'receipt';
  readonly isPrimary?: boolean;
}

/** The way to one form for many items of a case. */
export function DisposeTogether({ caseId, numbers, action, isPrimary = false }: DisposeTogetherProps) {
  const { t } = useTranslation('dispositions');
  const mayDispose = useMayDispose();
  if (!mayDispose) return null;
  const chosen = numbers === undefined ? '' : `?items=${writeNumbers(numbers)}`;
  const asked = action === undefined ? chosen : `?action=${action}`;
  const words = t(action === 'receipt' ? 'joint.receipts' : 'joint.open');
  return (
    <LinkButton to={`/cases/${caseId}/disposal${asked}`} type={isPrimary ? 'primary' : 'default'}>
      {numbers === undefined ? words : t('joint.openCount', { count: numbers.length })}
    </LinkButton>
  );
}
