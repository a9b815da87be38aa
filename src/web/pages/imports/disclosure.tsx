import { useId, useState, type ReactNode } from 'react';
import DownOutlined from '@ant-design/icons/es/icons/DownOutlined';
import RightOutlined from '@ant-design/icons/es/icons/RightOutlined';

export interface DisclosureProps {
  readonly title: string;
  /** What stands inside in one line, read without opening. */
  readonly summary?: string;
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}

/** A section that opens when somebody wants to look inside. */
export function Disclosure({ title, summary, isOpenAtFirst = false, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const id = useId();
  return (
    <section className="cc-disclosure">
      <h2>
        <button
          type="button"
          className="cc-plain-button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
          <span>{title}</span>
          {summary !== undefined && <span className="cc-soft">{summary}</span>}
        </button>
      </h2>
      <div id={id} className="cc-disclosure-body" hidden={!isOpen}>
        {isOpen && children}
      </div>
    </section>
  );
}
