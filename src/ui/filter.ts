/** One choice of a filter form; the empty value means all. */
export interface Filter {
  name: string;
  label: string;
  value: string;
  all: string;
  options: { value: string; label: string }[];
}
