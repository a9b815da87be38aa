import './page-skeleton.css';

const LINES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** What a page looks like before its code and data are there. Without a component of the library: sign-in loads it. */
export function PageSkeleton() {
  return (
    <div className="cc-page-skeleton" aria-hidden="true">
      <span className="cc-page-skeleton-title" />
      {LINES.map((line) => (
        <span key={line} className="cc-page-skeleton-line" />
      ))}
    </div>
  );
}
