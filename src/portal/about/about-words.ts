import { messagesOf, type Params } from '#kernel/i18n.ts';
import aboutEnglish from './about.messages.en.json' with { type: 'json' };
import aboutIndonesian from './about.messages.id.json' with { type: 'json' };
import formulaEnglish from './formula.messages.en.json' with { type: 'json' };
import formulaIndonesian from './formula.messages.id.json' with { type: 'json' };
import helpEnglish from './help.messages.en.json' with { type: 'json' };
import helpIndonesian from './help.messages.id.json' with { type: 'json' };

export const aboutWords = messagesOf(aboutIndonesian, aboutEnglish);
export type AboutKey = keyof typeof aboutIndonesian;
export type SayAbout = (key: AboutKey, params?: Params) => string;

export const helpWords = messagesOf(helpIndonesian, helpEnglish);
export type HelpKey = keyof typeof helpIndonesian;

export const formulaWords = messagesOf(formulaIndonesian, formulaEnglish);
