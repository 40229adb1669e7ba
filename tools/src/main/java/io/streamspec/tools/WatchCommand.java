package io.streamspec.tools;

import io.streamspec.build.Documents;
import io.streamspec.build.Watch;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.DiagnosticRenderer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Keeps outputs in step with documents that are being edited. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Reads documents again whenever one is saved, and brings codecs, pages and exports up to date.",
            "Prints what has changed: diagnostics that came, those that are gone, files written and deleted. Ends with"
                    + " Ctrl-C, exit code 130."
        },
        footer = {"", "Example: streamspec watch spec/frames.pandoc --java target/codecs --package com.example"})
final class WatchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TargetOptions options = new TargetOptions();

    @Mixin
    private DiagnosticOptions diagnostics = new DiagnosticOptions();

    @Option(
            names = "--all",
            description =
                    "Prints all diagnostics each time, between the lines 'streamspec: reading' and 'streamspec: read',"
                            + " for editors.")
    private boolean all;

    @Override
    public Integer call() {
        new Watch(options.documents(), options.supplements(), options.targets(spec), Documents::lint)
                .run(new Watch.Listener() {
                    @Override
                    public void round(Watch.Round round) {
                        print(round);
                    }

                    @Override
                    public void failed(IOException problem) {
                        fail(problem);
                    }
                });
        return 0;
    }

    private void print(Watch.Round round) {
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (all) {
                err.println("streamspec: reading");
            }
            List<Diagnostic> news = all ? round.diagnostics() : round.come();
            diagnostics.print(news, round.diagnostics(), spec);
            if (all) {
                err.println("streamspec: read");
            }
        } catch (IOException e) {
            fail(e);
        }
        for (Diagnostic gone : round.gone()) {
            out.println("gone: " + DiagnosticRenderer.headline(gone));
        }
        for (Path file : round.written()) {
            out.println("written: " + file);
        }
        for (Path file : round.deleted()) {
            out.println("deleted: " + file);
        }
        out.flush();
    }

    private void fail(IOException problem) {
        spec.commandLine().getErr().println("streamspec: " + Problems.text(problem));
    }
}
