import type { ReactNode } from 'react';
import CheckCircleOutlined from '@ant-design/icons/es/icons/CheckCircleOutlined';
import MinusCircleOutlined from '@ant-design/icons/es/icons/MinusCircleOutlined';
import { useTranslation } from 'react-i18next';

export interface Requirement {
  /** A person or paper that the rule needs: 「部门负责人签字」. */
  readonly label: string;
  readonly isMet: boolean;
  readonly hint?: ReactNode;
}

/** The people and papers that the rule needs, and which are there already. */
export function RequirementList({ requirements }: { requirements: readonly Requirement[] }) {
  const { t } = useTranslation();
  if (requirements.length === 0) return null;
  return (
    <section className="cc-command-section" aria-label={t('command.requirements')}>
      <h2>{t('command.requirements')}</h2>
      <ul className="cc-requirements">
        {requirements.map((requirement) => (
          <li key={requirement.label} data-met={requirement.isMet}>
            {requirement.isMet ? <CheckCircleOutlined aria-hidden /> : <MinusCircleOutlined aria-hidden />}
            <span>
              {requirement.label}
              <span className="cc-soft">
                {' '}
                {requirement.hint ?? t(requirement.isMet ? 'command.isThere' : 'command.isMissing')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
