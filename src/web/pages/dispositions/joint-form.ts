/** What the forms on many items of a case share: trying out before writing, the count in every sentence. */
import { createElement } from 'react';
import { useTranslation } from 'react-i18next';
import { readCaseDisposalEndpoint } from '../../../modules/dispositions/case-disposal.contract.ts';
import { listCasePapersEndpoint } from '../../../modules/papers/papers.contract.ts';
import type { TransitionsAnswer } from '../../../modules/seized-items/transitions.contract.ts';
import type { EndpointDeclaration, ResponseOf } from '../../../platform/endpoint.ts';
import type { Rehearsal } from '../../components/command-form/command-form.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { itemLines, type CaseDisposal, type Choice, type DisposalItem } from './joint-choice.ts';
import { STALE_AFTER_DISPOSITION } from './item-form.ts';
import { JointVerdict } from './joint-verdict.tsx';

/** The address of the form: `?do=joint`. */
export const JOINT_FORM = 'joint';

/** Named in the head of the form; the others are counted. */
const SHOWN_NAMES = 3;

export interface JointDone {
  readonly action: Choice['action'];
  readonly items: readonly DisposalItem[];
  /** Of an approval that was asked for. */
  readonly request: { readonly id: string; readonly number: string } | null;
}

export interface JointFormProps {
  readonly shown: CaseDisposal;
  readonly choice: Choice;
  readonly items: readonly DisposalItem[];
  readonly command: OpenCommand;
  readonly onDone: (done: JointDone) => void;
}

const STALE = [...STALE_AFTER_DISPOSITION, readCaseDisposalEndpoint, listCasePapersEndpoint];

export function useJointFrame<E extends EndpointDeclaration>(
  { shown, choice, items, command, onDone }: JointFormProps,
  answer: {
    /** What became of each item; null where the answer says it of all together. */
    readonly linesOf: (answer: ResponseOf<E>) => TransitionsAnswer['lines'] | null;
    readonly requestOf?: (answer: ResponseOf<E>) => JointDone['request'];
  },
) {
  const { t } = useTranslation('dispositions');
  const what = t(`action.${choice.action}`);
  const count = items.length;
  const rehearsal: Rehearsal<E> = {
    label: t('joint.check', { count }),
    passes: (tried) => (answer.linesOf(tried) ?? []).every(({ verdict }) => verdict === 'ALLOWED'),
    show: (tried) => createElement(JointVerdict, { lines: answer.linesOf(tried), items, what }),
  };
  return {
    open: command.current === JOINT_FORM && count > 0,
    onClose: command.close,
    onDone: (written: ResponseOf<E>) => {
      command.close();
      onDone({ action: choice.action, items, request: answer.requestOf?.(written) ?? null });
    },
    title: t('joint.submit', { what, count }),
    submitLabel: t('joint.submit', { what, count }),
    doneSentence: t('joint.done', { what, count }),
    invalidates: STALE,
    draftKey: `joint-${choice.action}:${shown.caseId}`,
    subject: t(count > SHOWN_NAMES ? 'joint.subject' : 'joint.subjectFew', {
      number: shown.caseNumber,
      count,
      names: items
        .slice(0, SHOWN_NAMES)
        .map(({ name }) => name)
        .join(t('separator')),
    }),
    rehearsal,
  };
}

/** Items and approval, as every command that carries something out takes them. */
export function executionOf({ choice, items }: JointFormProps) {
  return { items: itemLines(items, choice), requestId: choice.approval?.id ?? '' };
}
