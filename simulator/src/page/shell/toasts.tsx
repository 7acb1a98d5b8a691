import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { Icon } from '../icons.tsx';

interface Toast {
  readonly id: number;
  readonly text: string;
}

/** Seconds enough to read two lines. */
const shownFor = 7000;

const ToastContext = createContext<(text: string) => void>(() => {});

/** Shows a line that goes away by itself. */
export function useToast(): (text: string) => void {
  return useContext(ToastContext);
}

export function Toasts({ children }: { readonly children: ReactNode }) {
  const [toasts, set] = useState<readonly Toast[]>([]);
  const drop = useCallback((id: number) => set((all) => all.filter((one) => one.id !== id)), []);
  const add = useCallback(
    (text: string) => {
      const id = Date.now() + Math.random();
      set((all) => [...all.filter((one) => one.text !== text), { id, text }].slice(-4));
      setTimeout(() => drop(id), shownFor);
    },
    [drop],
  );
  return (
    <ToastContext.Provider value={add}>
      {children}
      <div className="toasts" role="status" aria-live="assertive">
        {toasts.map(({ id, text }) => (
          <div key={id} className="toast">
            <span>{text}</span>
            <button type="button" className="icon-button" aria-label="Dismiss" onClick={() => drop(id)}>
              <Icon name="close" size={16} />
            </button>
          </div>
        ))}
      </div>
    </ToastContext.Provider>
  );
}
