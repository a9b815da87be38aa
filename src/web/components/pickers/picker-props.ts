/** A picker as antd form field: one id, or none. */
export interface PickerProps {
  readonly value?: string | null;
  readonly onChange?: (id: string | null) => void;
  readonly id?: string;
  /** For screen readers, where no form label stands beside it. */
  readonly label?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

/** A picker as list filter: any number of ids. */
export interface PickerFilterProps {
  readonly values: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly label: string;
}

/** What every picker hands on to its control as it is. */
export function controlProps({ id, label, placeholder, disabled }: PickerProps) {
  return {
    ...(id === undefined ? {} : { id }),
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(disabled === undefined ? {} : { disabled }),
  };
}
