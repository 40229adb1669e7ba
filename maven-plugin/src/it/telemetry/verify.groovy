def log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 3, Failures: 0, Errors: 0, Skipped: 0')
assert log =~ /1 specification: 13 files written, 0 unchanged, 0 deleted/
assert new File(basedir, 'target/generated-sources/streamspec/com/example/telemetry/Sample.java').isFile()
def page = new File(basedir, 'target/streamspec-docs/telemetry-archive.html').text
assert page.contains('Telemetry archive</h1>')
assert page.contains('id="sample.sensor"')
assert !page.contains('<<')
assert new File(basedir, 'target/streamspec-export/telemetry-archive.json').text.contains('"name" : "telemetry-archive"')
assert new File(basedir, 'target/streamspec-export/telemetry_archive.ksy').text.contains('id: telemetry_archive')

// lint warns, before anything else, and does not stop the build
def warning = log.indexOf("of 'sensor', 0x0000 is neither named nor reserved [values-gap]")
assert warning > 0 && warning < log.indexOf('1 specification:')
assert log.contains('0 errors, 1 warning and 0 notes in the specifications')
