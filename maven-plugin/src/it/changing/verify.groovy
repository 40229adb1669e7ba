def log = new File(basedir, 'build.log').text
def runs = log.findAll(/1 specification: ([^\n]*)/)
assert runs.size() == 5
assert runs[0] =~ /13 files written, 0 unchanged, 0 deleted/
assert runs[1] =~ /5 files written/
assert runs[2] =~ /up to date/
assert runs[3] =~ /up to date/
assert runs[4] =~ /written, \d+ unchanged, 1 deleted/

def generated = new File(basedir, 'target/generated-sources/streamspec/com/example/telemetry')
assert !new File(generated, 'Note.java').exists()
assert new File(generated, 'Sample.java').isFile()
assert log.contains('Reader.java') && log =~ /cannot find symbol|package com.example.telemetry|class Note/

// what did not change was not written again: Sample.java is as old as in the first run
def sample = new File(generated, 'Sample.java').lastModified()
def record = new File(generated, 'TelemetryRecord.java').lastModified()
assert sample < record

// what is kept was in step with the first document; with the second it was not, and the log says what to do
assert log =~ /Note\.java:1:1: error: this file was generated once; the documents generate it no more \[output-extra\]/
assert log.contains('[output-changed]') && log.contains('+++ generated now')
assert log =~ /to mend target\S*: mvn streamspec:generate -Dstreamspec.package=com.example -Dstreamspec.outputDirectory=target\S* -Dstreamspec.docsAddress=http/
def sarif = new File(basedir, 'target/streamspec-diagnostics/check.sarif').text
assert sarif.contains('"ruleId" : "output-extra"')
