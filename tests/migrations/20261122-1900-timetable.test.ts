import { runSpecs } from './spec'

runSpecs([
  {
    name: '20261122_1900_timetable',
    keeps: [[`SELECT count(*) FROM pragma_index_list('session') WHERE name = 'session_catch_up'`, 1]],
    takes: [],
    refuses: [],
  },
])
