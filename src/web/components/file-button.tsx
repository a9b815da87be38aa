import { useRef, type ReactNode } from 'react';
import Button from 'antd/es/button';
import './file-button.css';

export interface FileButtonProps {
  readonly label: string;
  /** Of the button, where it is a field of a form. */
  readonly id?: string | undefined;
  readonly size?: 'middle' | 'large';
  readonly icon: ReactNode;
  readonly isSending: boolean;
  readonly input: {
    readonly className: string;
    /** Kinds of files, as an input names them. */
    readonly accept: string;
    readonly capture?: 'environment';
    readonly multiple: boolean;
    /** Where it is called otherwise than the button. */
    readonly label?: string;
  };
  readonly onFiles: (files: readonly File[]) => Promise<void>;
}

/** Opens the files of the device, or its camera, and hands over what was chosen. */
export function FileButton({
  label,
  id,
  size = 'middle',
  icon,
  isSending,
  input: { className, label: inputLabel = label, ...input },
  onFiles,
}: FileButtonProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        {...(id === undefined ? {} : { id })}
        size={size}
        icon={icon}
        loading={isSending}
        onClick={() => chooser.current?.click()}
      >
        {label}
      </Button>
      <input
        {...input}
        ref={chooser}
        type="file"
        hidden
        className={`cc-file-input ${className}`}
        aria-label={inputLabel}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) void onFiles(files);
        }}
      />
    </>
  );
}
