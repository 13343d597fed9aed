import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRightRegular, ClipboardPasteRegular, DocumentAddRegular } from '@fluentui/react-icons';
import { useContext, useEffect, useRef, type ReactNode } from 'react';
import type { Form } from '../../../core/templates';
import { FORMS } from '../../../core/templates';
import { formsText } from '../../../i18n/forms';
import { useLocale, useText } from '../../context';
import { IntakeContext } from '../../intake/arrival';
import { Footer } from '../../parts/Footer';
import { ScreenBody, Section } from '../../parts/Screen';
import { focusOutline } from '../../parts/focus-outline';
import { CurrentTable } from './CurrentTable';
import { NEW_CHOICES, useFormsDesk } from './desk';
import { UnplacedList } from './FillReport';
import type { Sources } from './sources';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  button: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 16px',
    alignItems: 'center',
    columnGap: '8px',
    width: '100%',
    padding: '7px 4px',
    border: 'none',
    background: 'none',
    color: 'inherit',
    fontFamily: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ...focusOutline('-2px'),
  },
  name: { display: 'block', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  source: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  chevron: { color: tokens.colorNeutralForeground3 },
  start: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) 16px',
    padding: '9px 10px',
    margin: '8px 0 4px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  startIcon: { color: tokens.colorCompoundBrandForeground1 },
});

const GROUPS = ['target', 'self-evaluation', 'monitoring', 'other'] as const;
type GroupId = (typeof GROUPS)[number];

function groupOf({ id, kind }: Form): GroupId {
  if (id === 'self-evaluation-check') return 'other';
  return kind === 'target' || kind === 'self-evaluation' || kind === 'monitoring' ? kind : 'other';
}

/** Forms that say 部门 before those that say 项目, as the budget has them. */
function formsIn(group: GroupId): Form[] {
  const rank = ({ subject }: Form): number => (subject === 'department' ? 0 : subject === 'project' ? 1 : 2);
  return FORMS.filter((form) => groupOf(form) === group).sort((a, b) => rank(a) - rank(b));
}

/** All forms by what they are for, with what the active table asks for at the top. */
export function FormList({ sources }: { readonly sources: Sources }): ReactNode {
  const styles = useStyles();
  const locale = useLocale();
  const text = formsText(locale);
  const [desk, change] = useFormsDesk();
  const { current } = sources;
  const { intake } = useText();
  const openIntake = useContext(IntakeContext);
  // A table of a file stays chosen while the person looks for the right form.
  const source = desk.files.some(({ key }) => key === desk.choices.source) ? desk.choices.source : null;
  const screen = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (desk.from === null) return;
    screen.current?.querySelector<HTMLElement>(`[data-opens="${desk.from}"]`)?.focus();
    change({ from: null });
  }, [desk.from, change]);
  return (
    <>
      <ScreenBody top ref={screen}>
        {current && <CurrentTable source={current} sources={sources} />}
        {desk.left && desk.left.unplaced.length > 0 && (
          <Section title={text.leftOf.replace('{form}', nameOf(desk.left.form, locale))}>
            <UnplacedList unplaced={desk.left.unplaced} />
          </Section>
        )}
        <Section>
          <button
            type="button"
            data-opens="start"
            className={`${styles.button} ${styles.start}`}
            onClick={() => change({ screen: 'start', left: null })}
          >
            <DocumentAddRegular className={styles.startIcon} fontSize={20} aria-hidden />
            <span>
              <span className={styles.name}>{text.start.title}</span>
              <span className={styles.source}>{text.start.hint}</span>
            </span>
            <ChevronRightRegular className={styles.chevron} aria-hidden />
          </button>
          <Button
            size="small"
            appearance="subtle"
            icon={<ClipboardPasteRegular />}
            onClick={() => openIntake({ kind: 'box' })}
          >
            {intake.open}
          </Button>
        </Section>
        {GROUPS.map((group) => (
          <Section key={group} title={text.group[group]}>
            <ul className={styles.list}>
              {formsIn(group).map((form) => (
                <li key={form.id} className={styles.item}>
                  <button
                    type="button"
                    data-opens={form.id}
                    className={styles.button}
                    onClick={() =>
                      change({ screen: 'form', left: null, choices: { ...NEW_CHOICES, form: form.id, source } })
                    }
                  >
                    <span>
                      <span className={styles.name}>{locale === 'zh-CN' ? form.title.zh : form.title.en}</span>
                      <span className={styles.source}>{`${form.source.document}${form.source.clause ?? ''}`}</span>
                    </span>
                    <ChevronRightRegular className={styles.chevron} aria-hidden />
                  </button>
                </li>
              ))}
            </ul>
          </Section>
        ))}
      </ScreenBody>
      <Footer />
    </>
  );
}

function nameOf(id: string, locale: string): string {
  const form = FORMS.find((one) => one.id === id);
  return form ? (locale === 'zh-CN' ? form.title.zh : form.title.en) : id;
}
