import { activity, goal, objective, programme, strategy, type Twig } from './plan-nodes.ts';

/** An agency has no vision of its own: its goals serve those of the RPJMD. */
export const serviceTree: Twig[] = [
  goal('R', null, ['Warga tidak perlu datang dua kali', 'Nobody has to come twice'], { short: ['Sekali datang', 'Come once'], serves: 'M2' }, [
    objective('R1', 60, ['Berkas selesai pada hari yang dijanjikan', 'Papers ready on the day promised'], { short: ['Tepat hari', 'On the day'], serves: 'M2.1.1' }, [
      strategy('R1.A', null, ['Loket pindah ke hari dan tempat yang ramai', 'Counters move to busy days and places'], { short: ['Ke tempat ramai', 'To busy places'] }),
      programme('R1.1', 55, ['Loket dekat', 'Counters nearby'], { serves: 'M2.1.1.P1' }, [
        activity('R1.1.1', 40, ['Loket keliling', 'Travelling counters'], { serves: 'M2.1.1.P1.K1' }),
      ]),
      programme('R1.2', 45, ['Jawaban atas keluhan', 'Answers to complaints'], { short: ['Jawaban keluhan', 'Answers'], serves: 'M2.1.2.P1' }),
    ]),
    objective('R2', 40, ['Desa terhubung', 'Connected villages'], { basis: 'reading', serves: 'M2.2.1', note: ['Sasaran ini kami baca dari judul bab; naskahnya tidak menomorinya.', 'We read this objective from a chapter title; the text does not number it.'] }),
  ]),
];

export const healthTree: Twig[] = [
  goal('H', null, ['Warga berobat sebelum sakitnya berat', 'People seek care before it is serious'], { short: ['Berobat lebih awal', 'Care sooner'], serves: 'M1' }, [
    objective('H1', 55, ['Balita dan ibunya sehat', 'Healthy infants and mothers'], { short: ['Balita dan ibu', 'Infants and mothers'], serves: 'M1.1.1' }, [
      strategy('H1.A', null, ['Bidan datang, ibu tidak perlu jalan jauh', 'The midwife comes, so that mothers need not walk far'], { short: ['Bidan datang', 'Midwives come'] }),
      programme('H1.1', 35, ['Gizi dan timbangan', 'Food and scales'], { serves: 'M1.1.1.P1' }, [
        activity('H1.1.1', 60, ['Kunjungan ke rumah balita', 'Visits to the homes of infants'], { short: ['Kunjungan rumah', 'Home visits'], serves: 'M1.1.1.P1.K1.S2' }),
        activity('H1.1.2', 40, ['Tera ulang timbangan balita', 'Testing of the scales for infants'], { short: ['Tera timbangan', 'Testing scales'], serves: 'M1.1.1.P1.K2.S1' }),
      ]),
      programme('H1.2', 25, ['Imunisasi', 'Immunisation'], { serves: 'M1.1.1.P2' }),
    ]),
    objective('H2', 45, ['Puskesmas lengkap: dokter, obat, jam malam', 'Complete health centres: doctor, medicine, night hours'], { short: ['Puskesmas lengkap', 'Complete centres'], serves: 'M1.2.1' }, [
      programme('H2.1', 50, ['Dokter dan bidan menetap', 'Doctors and midwives who stay'], { short: ['Dokter menetap', 'Resident doctors'], serves: 'M1.2.1.P2' }),
      programme('H2.2', 50, ['Jam buka malam', 'Night hours'], { serves: 'M1.2.1.P1' }),
    ]),
  ]),
];
