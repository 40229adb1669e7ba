package io.streamspec.tools;

import io.streamspec.build.Build;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes codecs. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the Java codecs of specifications into a source folder.",
            "Files that are up to date are left alone, and those of sections that are gone are deleted. Files of others"
                    + " are neither overwritten nor deleted. A folder belongs to the documents of one run."
        },
        footer = {
            "",
            "Example: streamspec generate spec/frames.pandoc --java target/codecs --package com.example",
            "writes the package com.example.frames. Generated code needs streamspec-runtime on its class path."
        })
final class GenerateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "SPEC", description = "The documents.")
    private List<Path> documents = new ArrayList<>();

    @Option(names = "--java", required = true, paramLabel = "DIR", description = "The source folder to write to.")
    private Path folder = Path.of("");

    @Option(
            names = "--package",
            required = true,
            paramLabel = "NAME",
            description = "The package under which each document gets a package of its own.")
    private String packageName = "";

    @Option(
            names = "--supplement",
            paramLabel = "FILE",
            description = "Layout rules for the document of the same file name; may be given several times.")
    private List<Path> supplements = new ArrayList<>();

    @Option(
            names = "--docs",
            paramLabel = "BASE",
            description = "Where the pages of the documents are: the classes' Javadoc leads there.")
    private @Nullable String docs;

    @Option(names = "--lint", description = "Also tells what lint finds; none of it keeps codecs from being written.")
    private boolean lint;

    @Mixin
    private DiagnosticOptions reporting = new DiagnosticOptions();

    @Override
    public Integer call() throws Exception {
        Build build = new Build(documents, supplements, folder);
        Build.Outcome outcome = (lint ? build.linting() : build).java(packageName, Optional.ofNullable(docs));
        return Outcomes.report(outcome, folder, reporting, spec);
    }
}
