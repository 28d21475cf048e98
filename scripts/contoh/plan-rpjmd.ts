import { activity, goal, mission, objective, programme, strategy, subActivity, type Twig, vision } from './plan-nodes.ts';

// Weights of a node's parts, its own indicators (links.ts) and the nodes below, make 100; where none is written they are equal.

const healthy = mission('M1', 40, ['Warga sehat tanpa kehilangan upah', 'People stay healthy without losing a day’s pay'], { short: ['Warga sehat', 'Healthy people'] }, [
  goal('M1.1', 60, ['Anak tumbuh sehat dan belajar dengan lapang', 'Children grow up healthy and learn with room to breathe'], { short: ['Anak tumbuh sehat', 'Healthy children'] }, [
    objective('M1.1.1', 40, ['Balita tumbuh sesuai umurnya', 'Infants grow as their age asks'], { short: ['Balita tumbuh', 'Infants grow'] }, [
      strategy('M1.1.1.A1', null, ['Menimbang setiap anak, setiap bulan, di tempat yang sama', 'Weigh every child, every month, in the same place'], { short: ['Menimbang setiap anak', 'Weigh every child'] }),
      strategy('M1.1.1.A2', null, ['Mendahulukan ibu muda dan rumah yang jauh dari posyandu', 'Young mothers and distant homes come first'], { short: ['Yang jauh lebih dulu', 'Distant homes first'] }),
      programme('M1.1.1.P1', 36, ['Gizi ibu dan balita', 'Food for mothers and infants'], { short: ['Gizi ibu dan balita', 'Mother and child food'] }, [
        activity('M1.1.1.P1.K1', 40, ['Pendampingan ibu dan anak', 'Support for mothers and children'], { short: ['Pendampingan ibu', 'Support for mothers'] }, [
          subActivity('M1.1.1.P1.K1.S1', 55, ['Kelas ibu di posyandu', 'Classes for mothers at the health post'], { short: ['Kelas ibu', 'Mothers’ classes'] }),
          subActivity('M1.1.1.P1.K1.S2', 45, ['Kunjungan ke rumah balita', 'Visits to the homes of infants'], { short: ['Kunjungan rumah', 'Home visits'] }),
        ]),
        activity('M1.1.1.P1.K2', 25, ['Posyandu yang dapat dipercaya timbangannya', 'Health posts whose scales can be trusted'], { short: ['Timbangan posyandu', 'Scales'] }, [
          subActivity('M1.1.1.P1.K2.S1', 100, ['Tera ulang timbangan balita', 'Testing of the scales for infants'], { short: ['Tera timbangan', 'Testing scales'] }),
        ]),
      ]),
      programme('M1.1.1.P2', 24, ['Imunisasi lengkap sebelum ulang tahun pertama', 'Full immunisation before the first birthday'], { short: ['Imunisasi lengkap', 'Full immunisation'] }),
    ]),
    objective('M1.1.2', 35, ['Rumah berair bersih', 'Homes with clean water'], [
      strategy('M1.1.2.A1', null, ['Menyambung rumah ke pipa sebelum menambah sumur', 'Connect homes to pipes before drilling more wells'], { short: ['Pipa sebelum sumur', 'Pipes before wells'] }),
      programme('M1.1.2.P1', 65, ['Air layak dekat rumah', 'Safe water near the house'], { short: ['Air dekat rumah', 'Water nearby'] }),
      programme('M1.1.2.P2', 35, ['Air tanah yang tidak dikuras', 'Groundwater that is not drained'], { short: ['Air tanah terjaga', 'Groundwater kept'] }),
    ]),
    objective('M1.1.3', 25, ['Anak belajar di kelas yang lapang dan gemar membaca', 'Children learn in roomy classes and like to read'], { short: ['Belajar dengan lapang', 'Room to learn'] }, [
      strategy('M1.1.3.A1', null, ['Buku mendatangi anak, bukan sebaliknya', 'Books come to the children, not the other way round'], { short: ['Buku mendatangi anak', 'Books come to children'] }),
      programme('M1.1.3.P1', 60, ['Kelas yang tidak sesak', 'Classes that are not crowded'], { short: ['Kelas lapang', 'Roomy classes'] }),
      programme('M1.1.3.P2', 40, ['Perahu baca', 'Reading boats'], { short: ['Perahu baca', 'Reading boats'] }),
    ]),
  ]),
  goal('M1.2', 40, ['Pertolongan ada saat dibutuhkan', 'Help is there when it is needed'], { short: ['Pertolongan ada', 'Help is there'] }, [
    objective('M1.2.1', 60, ['Berobat dekat dan pada waktu yang sesuai', 'Care nearby and at a time that suits'], { short: ['Berobat dekat', 'Care nearby'] }, [
      strategy('M1.2.1.A1', null, ['Obat lebih dulu ada, baru jam buka ditambah', 'Medicine first, longer hours after'], { short: ['Obat lebih dulu', 'Medicine first'], note: ['Ukurannya dinilai sendiri: nilai tidak mengalir lewat strategi.', 'Its indicator is scored for itself: scores do not pass through a strategy.'] }),
      programme('M1.2.1.P1', null, ['Jam buka malam di puskesmas', 'Night hours at health centres'], { short: ['Jam buka malam', 'Night hours'] }),
      programme('M1.2.1.P2', null, ['Dokter menetap di kecamatan', 'Doctors who stay in the districts'], { short: ['Dokter menetap', 'Resident doctors'] }),
      programme('M1.2.1.P3', null, ['Ambulans air', 'Water ambulances'], { short: ['Ambulans air', 'Water ambulances'], note: ['Belum ada ukuran yang ditautkan.', 'No indicator is linked yet.'] }),
    ]),
    objective('M1.2.2', 40, ['Tidak ada nyawa hilang di sungai dan di pasar', 'No life is lost on the river or in the market'], { short: ['Sungai dan pasar aman', 'Safe river and market'] }, [
      programme('M1.2.2.P1', 70, ['Sungai aman', 'Safe rivers'], { short: ['Sungai aman', 'Safe rivers'] }),
      programme('M1.2.2.P2', 30, ['Pasar bebas kebakaran', 'Markets without fires'], { short: ['Pasar bebas kebakaran', 'No market fires'] }),
    ]),
  ]),
]);

const served = mission('M2', 35, ['Layanan cepat dan dekat', 'Service that is quick and close'], { short: ['Layanan cepat', 'Quick service'] }, [
  goal('M2.1', 60, ['Urusan selesai pada hari yang dijanjikan', 'Matters are settled on the day promised'], { short: ['Selesai pada harinya', 'Settled on the day'] }, [
    objective('M2.1.1', 65, ['Layanan tepat waktu', 'Services on time'], [
      strategy('M2.1.1.A1', null, ['Loket mendatangi warga', 'The counter comes to the people'], { short: ['Loket mendatangi', 'Counters that come'] }),
      strategy('M2.1.1.A2', null, ['Tanggal selesai ditulis pada tanda terima', 'The receipt says the day on which it will be ready'], { short: ['Tanggal tertulis', 'The day in writing'] }),
      programme('M2.1.1.P1', 35, ['Loket dekat', 'Counters nearby'], [
        activity('M2.1.1.P1.K1', 50, ['Loket keliling', 'Travelling counters'], [
          subActivity('M2.1.1.P1.K1.S1', 60, ['Hari jalan mobil loket', 'Days on the road'], { short: ['Hari jalan', 'Days on the road'] }),
          subActivity('M2.1.1.P1.K1.S2', 40, ['Petugas loket yang terlatih', 'Trained counter staff'], { short: ['Petugas terlatih', 'Trained staff'] }),
        ]),
        activity('M2.1.1.P1.K2', 20, ['Antrean yang pendek', 'Short queues'], { short: ['Antrean pendek', 'Short queues'] }),
      ]),
      programme('M2.1.1.P2', 25, ['Tanah bersertifikat', 'Land with a certificate'], { short: ['Tanah bersertifikat', 'Certified land'] }),
    ]),
    objective('M2.1.2', 35, ['Keluhan dijawab', 'Complaints are answered'], [
      programme('M2.1.2.P1', 100, ['Satu pintu keluhan', 'One door for complaints'], { short: ['Satu pintu keluhan', 'One door'] }),
    ]),
  ]),
  goal('M2.2', 40, ['Desa dan kantor saling terhubung', 'Villages and offices are connected'], { short: ['Saling terhubung', 'Connected'] }, [
    objective('M2.2.1', 60, ['Desa terhubung', 'Connected villages'], [
      strategy('M2.2.1.A1', null, ['Satu menara dipakai bersama', 'One mast, shared by all'], { short: ['Menara bersama', 'Shared masts'] }),
      programme('M2.2.1.P1', 55, ['Sinyal sampai desa', 'Signal to every village'], { short: ['Sinyal desa', 'Village signal'] }),
      programme('M2.2.1.P2', 45, ['Kantor desa berinternet', 'Village offices online'], { short: ['Kantor desa daring', 'Offices online'] }),
    ]),
    objective('M2.2.2', 40, ['Cara kerja yang terbuka dan punya dasar hukum', 'Open ways of working, with a legal basis'], { short: ['Terbuka dan berdasar', 'Open and lawful'] }, [
      programme('M2.2.2.P1', 60, ['Peraturan masterplan Contoh Terang', 'Regulation of the Bright Contoh masterplan'], { short: ['Peraturan masterplan', 'Masterplan regulation'] }),
      programme('M2.2.2.P2', 40, ['Data terbuka', 'Open data']),
    ]),
  ]),
]);

const prosperous = mission('M3', 25, ['Usaha kecil tumbuh, alam tetap jernih', 'Small businesses grow, nature stays clear'], { short: ['Usaha dan alam', 'Business and nature'], note: ['Hampir tanpa prakarsa: satu saja, dan itu sudah berhenti.', 'Hardly any initiative: only one, and it has stopped.'] }, [
  goal('M3.1', 55, ['Penghasilan warga naik', 'People earn more'], [
    objective('M3.1.1', 60, ['Lebih sedikit warga miskin', 'Fewer people in poverty'], { short: ['Kemiskinan turun', 'Less poverty'] }),
    objective('M3.1.2', 40, ['Usaha kecil hidup', 'Small businesses thrive'], [
      strategy('M3.1.2.A1', null, ['Etalase bersama lebih dulu, gedung belakangan', 'A shared shop window first, buildings later'], { short: ['Etalase bersama', 'Shared shop window'] }),
      programme('M3.1.2.P1', 40, ['Pasar daring dan pasar apung', 'Online market and floating market'], { short: ['Pasar daring', 'Online market'] }),
      programme('M3.1.2.P2', 30, ['Tempat wisata yang dihitung tamunya', 'Tourist sites that count their guests'], { short: ['Tempat wisata', 'Tourist sites'] }),
      programme('M3.1.2.P3', 30, ['Perusahaan daerah yang sehat', 'A sound regional company'], { short: ['Perusahaan daerah', 'Regional company'] }),
    ]),
  ]),
  goal('M3.2', 45, ['Alam tetap jernih', 'Nature stays clear'], [
    objective('M3.2.1', 50, ['Sampah dipilah dari rumah', 'Waste is sorted at home'], { short: ['Sampah dipilah', 'Sorted waste'] }),
    objective('M3.2.2', 50, ['Rimba tidak berkurang lagi', 'The forest shrinks no more'], { short: ['Rimba terjaga', 'Forest kept'] }),
  ]),
]);

export const rpjmdTree: Twig[] = [
  vision('V', null, ['Contoh terang: warganya sehat, dilayani dengan dekat, dan berusaha dengan tenang', 'A bright Contoh: healthy people, served close by, at ease in their work'], { short: ['Contoh terang', 'A bright Contoh'] }, [healthy, served, prosperous]),
];
