// Runs beside the build that follows: an author who saves the document three times and then presses Ctrl-C.
def spec = new File(basedir, 'src/main/streamspec/tank.pandoc')
def codec = new File(basedir, 'target/generated-sources/streamspec/com/example/tank/Head.java')
def log = new File(basedir, 'build.log')
def sound = spec.text

// a minute is plenty; what does not come is missed by verify.groovy
def await = { Closure<Boolean> happened ->
    for (int i = 0; i < 1200 && !happened(); i++) {
        Thread.sleep(50)
    }
}
def logged = { String words -> log.isFile() && log.text.contains(words) }

Thread.startDaemon('author') {
    try {
        await { codec.isFile() && logged('written: ') }
        spec.text = sound.replace('| level    ', '| level       ')
        await { logged('[diagram-edge]') }
        spec.text = sound.replace('How full it is.', 'How full the tank is.')
        await { codec.text.contains('How full the tank is.') }
        await { logged('gone: ') }
    } finally {
        ProcessHandle.current().descendants()
                .filter { child -> child.info().commandLine().orElse('').contains('streamspec:watch') }
                .forEach { child -> child.destroy() }
    }
}
return true
