def log = new File(basedir, 'build.log').text
assert log =~ /unsound\/telemetry-archive\.pandoc:22:32: error: the cell 'magic' ends inside octet 4 \[diagram-edge\]/
assert log.contains("    | magic                    | version|")
assert log.contains("                               ^")
assert log =~ /hint: the bar stands in column 32; octet [45] starts in column \d+/
assert log =~ /error: the diagram's field 'station' is not in the table \[field-not-in-table\]/
assert log =~ /latin\/telemetry-archive\.pandoc:2:8: error: the octet 0xE9 at offset \d+ is not UTF-8 \[not-utf-8\]/
assert !(log =~ /\tat io\.streamspec/)

// the output of the first run was left alone, so the fourth has nothing to do
def runs = log.findAll(/1 specification: ([^\n]*)/)
assert runs.size() == 2
assert runs[0] =~ /13 files written/
assert runs[1] =~ /up to date/

assert log =~ /sound\/telemetry-archive\.pandoc:\d+:\d+: warning: of 'sensor', 0x0000 is neither named nor reserved \[values-gap\]/
assert log =~ /0 errors, \d warnings? and \d notes? in the specifications; see above/
