// a repository in which the document is what it is in the folder "breaking"
def document = new File(basedir, 'readable/telemetry-archive.pandoc')
def now = document.bytes
document.bytes = new File(basedir, 'breaking/telemetry-archive.pandoc').bytes
for (command in ['init -q', 'add .', '-c user.name=it -c user.email=it@example.com commit -q -m first']) {
    def git = "git $command".execute(null, basedir)
    git.waitForProcessOutput(System.out, System.err)
    assert git.exitValue() == 0
}
document.bytes = now
return true
