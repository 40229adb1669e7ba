def log = new File(basedir, 'build.log').text
def codec = new File(basedir, 'target/generated-sources/streamspec/com/example/tank/Head.java')

// everything was written, then only what changed, and of a fault it was told when it came and when it was gone
def written = log.findAll(/written: \S*Head\.java/)
assert written.size() == 2
assert codec.text.contains('How full the tank is.')
def fault = /tank\.pandoc:12:\d+: error: the cell 'level' ends inside octet 4 \[diagram-edge\]/
assert log.findAll(/\[ERROR\] \S*${fault}/).size() == 1
assert log.findAll(/gone: \S*${fault}/).size() == 1
assert log.indexOf('gone: ') > log.indexOf('[diagram-edge]')
// exports have the format that the goal export has if nothing is said
assert new File(basedir, 'target/api/tank.json').text.contains('How full the tank is.')
assert !log.contains('deleted: ')
assert !log.contains('BUILD')
// the file of diagnostics holds all that there are now
assert !new File(basedir, 'target/streamspec-diagnostics/watch.json').text.contains('diagram-edge')
