def log = new File(basedir, 'build.log').text
assert log =~ /\[ERROR\] -    \+-{24}\+-{24}\+/
assert log =~ /\[ERROR\] \+    \+-{23}\+-{23}\+/
assert log =~ /not in canonical form; mend it with: mvn streamspec:format -Dstreamspec.specs=\S*frames.pandoc/
assert log.contains('1 specification: 1 formatted')
assert log.contains('1 specification: in canonical form')

def lines = new File(basedir, 'src/main/streamspec/frames.pandoc').readLines()
assert lines.contains('    | kind                  | (reserved)            |')
assert lines.contains('kind   Which of the frames it is.')
