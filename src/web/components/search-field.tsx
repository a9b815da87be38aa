import SearchOutlined from '@ant-design/icons/es/icons/SearchOutlined';
import Input from 'antd/es/input';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (words: string) => void;
}

/** Words that narrow what the page shows. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <Input
      aria-label={label}
      placeholder={label}
      prefix={<SearchOutlined aria-hidden />}
      allowClear
      maxLength={100}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
