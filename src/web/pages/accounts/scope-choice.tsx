import Checkbox from 'antd/es/checkbox';
import { PERMISSIONS, type Permission } from '../../../modules/accounts/permissions.ts';
import { usePickSentence } from '../../i18n/use-language.ts';

export interface ScopeChoiceProps {
  readonly permitted: readonly Permission[];
  readonly label: string;
  readonly value?: Permission[];
  readonly onChange?: (scopes: Permission[]) => void;
  readonly id?: string;
}

/** What a token may do, one below the other. */
export function ScopeChoice({ permitted, label, value, onChange, id }: ScopeChoiceProps) {
  const pick = usePickSentence();
  return (
    <Checkbox.Group<Permission>
      className="cc-token-scopes"
      aria-label={label}
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      {...(onChange === undefined ? {} : { onChange })}
      options={permitted.map((permission) => ({ value: permission, label: pick(PERMISSIONS[permission]) }))}
    />
  );
}
