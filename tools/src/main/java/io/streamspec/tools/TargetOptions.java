package io.streamspec.tools;

import io.streamspec.build.Publication;
import io.streamspec.build.Target;
import io.streamspec.export.ExportFormats;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Documents, and what is made of them: the same options for all commands that look after several outputs at once. */
final class TargetOptions {

    @Parameters(arity = "1..*", paramLabel = "SPEC", description = "The documents.")
    private List<Path> documents = new ArrayList<>();

    @Option(
            names = "--supplement",
            paramLabel = "FILE",
            description = "Layout rules for the document of the same file name; may be given several times.")
    private List<Path> supplements = new ArrayList<>();

    @Option(names = "--java", paramLabel = "DIR", description = "The source folder of the codecs; needs --package.")
    private @Nullable Path java;

    @Option(names = "--package", paramLabel = "NAME", description = "The package of the codecs, as for generate.")
    private String packageName = "";

    @Option(names = "--docs", paramLabel = "BASE", description = "Where the pages are, as for generate.")
    private @Nullable String docs;

    @Option(names = "--html", paramLabel = "DIR", description = "The folder of the pages.")
    private @Nullable Path html;

    @Option(names = "--older", paramLabel = "PATH", description = "Earlier revisions, as for docs.")
    private List<Path> older = new ArrayList<>();

    @Option(names = "--handbook", paramLabel = "PATH", description = "Texts beside the specifications, as for docs.")
    private List<Path> handbook = new ArrayList<>();

    @Option(names = "--javadoc", paramLabel = "URL", description = "Where the Javadoc is, as for docs.")
    private @Nullable String javadoc;

    @Option(names = "--single-file", description = "Each page holds all that it needs, as for docs.")
    private boolean singleFile;

    @Option(names = "--export", paramLabel = "DIR", description = "The folder of exports; needs --as.")
    private @Nullable Path exports;

    @Option(
            names = "--as",
            split = ",",
            paramLabel = "FORMAT",
            description = "The formats of the exports, as for export.")
    private List<String> formats = new ArrayList<>();

    List<Path> documents() {
        return documents;
    }

    List<Path> supplements() {
        return supplements;
    }

    /** What the options name; a fault of the command line if they do not fit each other. */
    List<Target> targets(CommandSpec command) {
        if (java != null && packageName.isEmpty()) {
            throw new CommandLine.ParameterException(command.commandLine(), "--java needs --package");
        }
        if (exports != null && formats.isEmpty()) {
            throw new CommandLine.ParameterException(command.commandLine(), "--export needs --as");
        }
        List<Target> targets = new ArrayList<>();
        if (java != null) {
            targets.add(new Target.Codecs(java, packageName, Optional.ofNullable(docs)));
        }
        if (html != null) {
            Publication publication =
                    new Publication(older, handbook, Optional.ofNullable(javadoc), packageName, singleFile);
            targets.add(new Target.Pages(html, publication));
        }
        if (exports != null) {
            targets.add(new Target.Exports(exports, ExportFormats.named(formats), Optional.ofNullable(docs)));
        }
        return targets;
    }

    /** The command that writes {@code target}. */
    String command(Target target) {
        List<String> words = new ArrayList<>(List.of("streamspec"));
        if (target instanceof Target.Codecs codecs) {
            words.add("generate");
            words.addAll(sources());
            words.addAll(List.of("--java", codecs.place().toString(), "--package", codecs.basePackage()));
            codecs.docs().ifPresent(base -> words.addAll(List.of("--docs", base)));
        } else if (target instanceof Target.Pages pages) {
            words.add("docs");
            words.addAll(sources());
            words.addAll(List.of("--out", pages.place().toString()));
            words.addAll(publishing());
        } else if (target instanceof Target.Exports kept) {
            words.add("export");
            words.addAll(sources());
            words.addAll(List.of(
                    "--as", String.join(",", formats), "--output", kept.place().toString()));
            kept.docs().ifPresent(base -> words.addAll(List.of("--docs", base)));
        }
        return words.stream().map(TargetOptions::quoted).collect(Collectors.joining(" "));
    }

    private List<String> sources() {
        return Stream.concat(
                        documents.stream().map(Path::toString),
                        supplements.stream().flatMap(file -> Stream.of("--supplement", file.toString())))
                .toList();
    }

    private List<String> publishing() {
        List<String> words = new ArrayList<>();
        older.forEach(path -> words.addAll(List.of("--older", path.toString())));
        handbook.forEach(path -> words.addAll(List.of("--handbook", path.toString())));
        if (!packageName.isEmpty()) {
            words.addAll(List.of("--package", packageName));
        }
        if (javadoc != null) {
            words.addAll(List.of("--javadoc", javadoc));
        }
        if (singleFile) {
            words.add("--single-file");
        }
        return words;
    }

    /** As a shell reads it as one word. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
