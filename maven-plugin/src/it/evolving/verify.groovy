import java.util.zip.ZipFile

def log = new File(basedir, 'build.log').text
assert log.contains('there is no release of this project yet')
assert log.count('compared with com.example:evolving:1.0') == 3

def jar = new ZipFile(new File(basedir, 'repository/com/example/evolving/1.0/evolving-1.0.jar'))
assert jar.getEntry('META-INF/streamspec/telemetry-archive.pandoc') != null
jar.close()

// the second run: what was reserved is used, which old readers do not mind
assert log.contains('telemetry-archive: revision 5 compared with 4: readable by old readers')
assert log =~ /bit file_header\.options\.complete +added +bit 1/

// the third: fields changed places, and the document's own rule is broken
assert log.contains('telemetry-archive: revision 5 compared with 4: breaking; see above')
assert log =~ /breaking\/telemetry-archive\.pandoc:\d+:\d+: error: the body of sample, a record that exists, has another layout/
assert log.contains('[evolution-broken]')
assert log =~ /evolving-1\.0\.jar!\/META-INF\/streamspec\/telemetry-archive\.pandoc:\d+:\d+: this is how it was/
assert !(log =~ /\tat io\.streamspec/)

// the fourth compares with a file, the fifth with coordinates, the sixth with what does not exist
assert new File(basedir, 'target/streamspec-diff/telemetry-archive.txt').text.contains('moved')
def json = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/with-1.0/telemetry-archive.json'))
assert json.verdict == 'readable'
assert json.old.file == 'evolving-1.0.jar!/META-INF/streamspec/telemetry-archive.pandoc'
assert new File(basedir, 'target/with-1.0/telemetry-archive.html').text.contains('Revision 5, compared with 4')
assert log.contains('there is no release of com.example:nobody')

// the seventh has the document of the fourth to compare with, out of version control
def committed = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/with-git/telemetry-archive.json'))
assert committed.old.file =~ /HEAD/
assert committed.verdict == 'breaking'
