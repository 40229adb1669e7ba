def report = new File(basedir, 'target/site/specifications.html').text
assert report.contains('<a href="specifications/telemetry-archive.html">Telemetry archive</a>, revision 4')
assert new File(basedir, 'target/site/project-reports.html').text.contains('href="specifications.html"')
assert new File(basedir, 'target/site/specifications/telemetry-archive.html').text.contains('id="sample.sensor"')

def pages = new File(basedir, 'target/streamspec-docs')
def revisions = new File(pages, 'telemetry-archive-revisions.html').text
assert revisions.contains('Revision 4, compared with 3')
assert revisions.contains('href="telemetry-archive.html#file_header.options.sorted"')
assert new File(pages, 'README.html').text.contains('<a href="telemetry-archive.html">archive</a>')

def single = new File(basedir, 'target/single').list().findAll { it.endsWith('.html') || it.endsWith('.js') }
assert single == ['telemetry-archive.html']
