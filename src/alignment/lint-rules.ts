import type { Text } from '#kernel/i18n.ts';
import { ask } from './lint-asks.ts';
import type { About, LintInput } from './lint.ts';
import type { LintFacts } from './lint-facts.ts';

/** What a rule answers: what it found, or what it lacks to be asked at all. */
export type Answer = { about: About; says: Text }[] | { lacks: Text };

interface LintRuleOf {
  name: Text;
  /** `fault`: where the document itself has to be mended, though it may be adopted; `gap`: what is missing; `doubt`: what somebody should look at. */
  severity: 'fault' | 'gap' | 'doubt';
  /** Why it matters. */
  why: Text;
  /** How to mend it. */
  mend: Text;
  /** The regulation behind it; null is our own rule. Articles that we have not seen are marked unverified. */
  source: Text | null;
  asks(input: LintInput, facts: LintFacts): Answer;
}

const same = (words: string): Text => ({ id: words, en: words });
const sakip = { id: 'Perpres 29/2014, PermenPANRB 53/2014 (pasal belum diverifikasi)', en: 'Perpres 29/2014, PermenPANRB 53/2014 (article unverified)' };
const planning = { id: 'Permendagri 86/2017 (pasal belum diverifikasi)', en: 'Permendagri 86/2017 (article unverified)' };
const evaluation = same('Laporan Evaluasi Smart City 2023, Kementerian Komunikasi dan Informatika');
const steward = same('Perpres 39/2019');

/** All rules of the linter, in the order in which they are told; `lint-asks.ts` asks them. */
export const lintRules = {
  objective_without_indicator: {
    name: { id: 'Sasaran tanpa ukuran', en: 'Objective without an indicator' }, severity: 'gap', source: planning,
    why: { id: 'Sasaran yang tidak diukur tidak dapat dikatakan tercapai.', en: 'What is not measured cannot be said to be reached.' },
    mend: { id: 'Tautkan satu ukuran, atau turunkan sasaran itu menjadi keterangan.', en: 'Link an indicator, or make the objective a remark.' }, asks: ask.objectiveWithoutIndicator,
  },
  indicator_silent: {
    name: { id: 'Ukuran dua masa tanpa angka', en: 'Indicator without data for two periods' }, severity: 'gap', source: steward,
    why: { id: 'Ukuran yang tidak diisi tidak menjaga janji siapa pun.', en: 'An indicator that nobody fills watches over no promise.' },
    mend: { id: 'Minta angkanya pada perangkat daerah pemiliknya, atau ganti ukurannya.', en: 'Ask its agency for the figure, or replace the indicator.' }, asks: ask.indicatorSilent,
  },
  indicator_without_owner: {
    name: { id: 'Ukuran tanpa pemilik', en: 'Indicator without an owner' }, severity: 'gap', source: steward,
    why: { id: 'Tanpa produsen data tidak ada yang ditanya.', en: 'Without a data producer there is nobody to ask.' },
    mend: { id: 'Tetapkan perangkat daerahnya.', en: 'Name its agency.' }, asks: ask.indicatorWithoutOwner,
  },
  indicator_without_example: {
    name: { id: 'Ukuran tanpa contoh hitung', en: 'Indicator without a worked example' }, severity: 'fault', source: null,
    why: { id: 'Rumus yang tidak pernah dicoba dengan tangan tidak dapat dipercaya.', en: 'A formula that was never worked by hand cannot be trusted.' },
    mend: { id: 'Hitung satu contoh dan simpan bersama rumusnya.', en: 'Work one example and keep it with the formula.' }, asks: ask.indicatorWithoutExample,
  },
  indicator_without_target: {
    name: { id: 'Ukuran tanpa target', en: 'Indicator without a target' }, severity: 'gap', source: sakip,
    why: { id: 'Tanpa target angka hanya dapat dibandingkan dengan dirinya sendiri.', en: 'Without a target a figure can only be held against itself.' },
    mend: { id: 'Isi target dari rencana yang menautnya.', en: 'Enter the target of the plan that links it.' }, asks: ask.indicatorWithoutTarget,
  },
  initiative_serves_nothing: {
    name: { id: 'Inisiatif yang tidak melayani janji', en: 'Initiative that serves no promise' }, severity: 'gap', source: evaluation,
    why: { id: 'Program kota cerdas harus nyambung dengan visi dan misi.', en: 'The smart-city programme must connect with vision and mission.' },
    mend: { id: 'Tautkan ke misi, tujuan, sasaran atau program, dengan alasan; atau hentikan.', en: 'Link it to a mission, goal, objective or programme, with a reason; or stop it.' }, asks: ask.initiativeServesNothing,
  },
  mission_unserved: {
    name: { id: 'Misi yang tidak dilayani', en: 'Mission that nobody serves' }, severity: 'gap', source: evaluation,
    why: { id: 'Janji tanpa inisiatif hanya kalimat.', en: 'A promise without an initiative is a sentence.' },
    mend: { id: 'Tautkan inisiatif, atau katakan mengapa misi itu di luar kota cerdas.', en: 'Link an initiative, or say why the mission lies outside the smart city.' }, asks: ask.missionUnserved,
  },
  programme_without_budget: {
    name: { id: 'Program tanpa anggaran', en: 'Programme without a budget' }, severity: 'gap', source: planning,
    why: { id: 'Program tanpa pagu indikatif tidak akan dikerjakan.', en: 'A programme without indicative funding will not be done.' },
    mend: { id: 'Isi pagu indikatif tiap tahun.', en: 'Enter the indicative funding of each year.' }, asks: ask.programmeWithoutBudget,
  },
  targets_disagree: {
    name: { id: 'Target antarrencana berbeda', en: 'Targets of plans disagree' }, severity: 'fault', source: planning,
    why: { id: 'Satu ukuran, satu masa, dua target: salah satu tidak akan dipakai.', en: 'One indicator, one period, two targets: one of them will not be used.' },
    mend: { id: 'Samakan, atau ubah rencana yang lebih rendah kedudukannya.', en: 'Make them agree, or change the lower plan.' }, asks: ask.targetsDisagree,
  },
  baseline_after_period: {
    name: { id: 'Tahun dasar sesudah masa rencana dimulai', en: 'Baseline after the period begins' }, severity: 'fault', source: planning,
    why: { id: 'Perubahan terhadap tahun di dalam masa rencana menyembunyikan yang sudah terjadi.', en: 'Change against a year inside the period hides what has already happened.' },
    mend: { id: 'Pakai tahun sebelum rencana dimulai.', en: 'Use a year before the plan begins.' }, asks: ask.baselineAfterPeriod,
  },
  target_soft: {
    name: { id: 'Target lebih lunak dari hasil terakhir', en: 'Target softer than the last result' }, severity: 'doubt', source: null,
    why: { id: 'Target yang sudah terlampaui tidak meminta apa pun.', en: 'A target that is already passed asks for nothing.' },
    mend: { id: 'Naikkan target, atau tulis alasannya.', en: 'Raise the target, or write down why.' }, asks: ask.targetSoft,
  },
  not_specific: {
    name: { id: 'Ukuran belum lengkap', en: 'Indicator not specific or measurable' }, severity: 'gap', source: steward,
    why: { id: 'Satuan, arah baik, sumber, dan definisi harus jelas sebelum angkanya ada.', en: 'Unit, good direction, source and definition must be clear before there is a figure.' },
    mend: { id: 'Lengkapi yang disebut.', en: 'Fill in what is named.' }, asks: ask.notSpecific,
  },
  double_counting: {
    name: { id: 'Dihitung dua kali', en: 'Counted twice' }, severity: 'doubt', source: null,
    why: { id: 'Satu ukuran utama di dua tempat pada satu rencana menimbang dua kali.', en: 'One primary indicator in two places of one plan weighs twice.' },
    mend: { id: 'Jadikan salah satunya pendukung.', en: 'Make one of them supporting.' }, asks: ask.doubleCounting,
  },
  quick_win_long: {
    name: { id: 'Quick win lebih dari setahun', en: 'Quick win longer than a year' }, severity: 'doubt', source: same('Bimbingan teknis Gerakan Menuju 100 Smart City: enam bulan sampai satu tahun'),
    why: { id: 'Quick win menunjukkan hasil dalam enam bulan sampai satu tahun.', en: 'A quick win shows a result within six months to a year.' },
    mend: { id: 'Perpendek, atau jadikan inisiatif biasa.', en: 'Shorten it, or make it an ordinary initiative.' }, asks: ask.quickWinLong,
  },
  pillar_without_person: {
    name: { id: 'Pilar tanpa penanggung jawab', en: 'Pillar without a person in charge' }, severity: 'gap', source: evaluation,
    why: { id: 'Pilar tanpa penanggung jawab tidak ditanya.', en: 'Nobody answers for a pillar without a person in charge.' },
    mend: { id: 'Tetapkan jabatan yang menjawabnya.', en: 'Name the post that answers for it.' }, asks: ask.pillarWithoutPerson,
  },
  masterplan_without_legal_basis: {
    name: { id: 'Masterplan tanpa dasar hukum', en: 'Masterplan without a legal basis' }, severity: 'gap', source: evaluation,
    why: { id: 'Tanpa peraturan atau keputusan, masterplan gugur bersama pemimpinnya.', en: 'Without a regulation or decree a masterplan falls with its leaders.' },
    mend: { id: 'Catat nomor dan tanggal penetapannya.', en: 'Write down the number and date of its adoption.' }, asks: ask.masterplanWithoutLegalBasis,
  },
  council_silent: {
    name: { id: 'Dewan belum rapat tahun ini', en: 'The council has not met this year' }, severity: 'gap', source: evaluation,
    why: { id: 'Dewan bertemu paling sedikit sekali setahun; itu dinilai.', en: 'The council meets at least once a year; it is scored.' },
    mend: { id: 'Adakan rapat, dan simpan risalahnya.', en: 'Hold a meeting, and keep its minutes.' }, asks: ask.councilSilent,
  },
  initiative_in_no_renja: {
    name: { id: 'Inisiatif tidak ada di Renja', en: 'Initiative in no annual plan of an agency' }, severity: 'gap', source: evaluation,
    why: { id: 'Yang tidak ada di Renja tahun ini tidak dianggarkan.', en: 'What is not in this year\'s plan of an agency has no budget.' },
    mend: { id: 'Masukkan ke Renja perangkat daerahnya.', en: 'Bring it into the annual plan of its agency.' }, asks: ask.initiativeInNoRenja,
  },
  node_twice: {
    name: { id: 'Simpul kembar', en: 'Duplicated node' }, severity: 'doubt', source: null,
    why: { id: 'Dua simpul sejenis dengan kalimat sama dalam satu rencana memecah yang satu.', en: 'Two nodes of a level with the same words in one plan split what is one.' },
    mend: { id: 'Gabungkan, atau bedakan kalimatnya.', en: 'Merge them, or tell them apart in words.' }, asks: ask.nodeTwice,
  },
  code_unknown: {
    name: { id: 'Kode di luar nomenklatur', en: 'Code outside its catalogue' }, severity: 'doubt', source: same('Permendagri 90/2019; Kepmendagri 050-5889/2021, diubah 900.1.15.5-3406/2024'),
    why: { id: 'Program dengan kode di luar nomenklatur tidak dapat dianggarkan.', en: 'A programme with a code outside the nomenclature cannot be budgeted.' },
    mend: { id: 'Pakai kode nomenklatur yang berlaku.', en: 'Use a code of the nomenclature in force.' }, asks: ask.codeUnknown,
  },
} as const satisfies Record<string, LintRuleOf>;

export type LintRule = keyof typeof lintRules;
