import type { ReactNode } from 'react';
import Button from 'antd/es/button';
import { useHref, useLinkClickHandler } from 'react-router';

interface LinkButtonProps {
  readonly to: string;
  readonly type?: 'primary' | 'default';
  readonly children: ReactNode;
}

/** A link that looks like a button: one stop for the keyboard, and it opens in a new tab like any other link. */
export function LinkButton({ to, type = 'default', children }: LinkButtonProps) {
  const href = useHref(to);
  const follow = useLinkClickHandler<HTMLElement>(to);
  return (
    <Button type={type} href={href} onClick={follow}>
      {children}
    </Button>
  );
}
