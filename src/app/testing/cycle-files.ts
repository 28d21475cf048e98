/** Two cycles for the small pack: a year of which one value is missing, and one that is locked since long. */
export const cycleFiles: Record<string, string> = {
  'cycles.csv': 'code,name_id,name_en,period,opens_on,enter_by,submit_by,approve_by,verify_by,publish_by,locks,state,reason,reopened_until,note_id,note_en,source_code\n' +
    'lama,Lama,Old,2021,2022-01-01,2022-01-10,2022-01-12,2022-01-15,2022-01-20,2022-01-25,enter;submit,open,,,,,\n' +
    't2023,Tahun 2023,The year 2023,2023,2024-01-01,2024-01-10,2024-01-12,2024-01-15,2024-01-20,2024-01-25,,open,,,,,s1\n',
  'cycle-items.csv': 'cycle_code,element_code,area_code,series_code,period,publish\nlama,served,99.77,utama,2021,yes\n' +
    't2023,people,99.77,utama,2023,yes\nt2023,served,99.77,utama,2023,yes\nt2023,served,99.77.01,utama,2023,no\n',
  'holidays.csv': 'day,kind,name_id,name_en,source_code\n2024-01-01,national,Tahun Baru,New Year,s1\n',
};
