package io.streamspec.maven;

import io.streamspec.build.Publication;
import io.streamspec.build.Target;
import io.streamspec.export.ExportFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The command that makes a target anew, with all that it was made with. */
final class MendingGoal {

    private final StringBuilder command = new StringBuilder("mvn streamspec:");

    private MendingGoal() {}

    /** The command for {@code target}, whose documents have {@code supplements}. */
    static String of(Target target, List<Path> supplements) {
        MendingGoal goal = new MendingGoal();
        goal.add(target);
        goal.option("supplements", joined(supplements));
        return goal.command.toString();
    }

    private void add(Target target) {
        String place = target.place().toString();
        if (target instanceof Target.Codecs codecs) {
            command.append("generate");
            option("package", codecs.basePackage());
            option("outputDirectory", place);
            option("docsAddress", codecs.docs().orElse(""));
        } else if (target instanceof Target.Pages pages) {
            command.append("docs");
            option("docsDirectory", place);
            add(pages.publication());
        } else if (target instanceof Target.Exports exports) {
            command.append("export");
            option("formats", exports.formats().stream().map(ExportFormat::name).collect(Collectors.joining(",")));
            option("exportDirectory", place);
            option("docsAddress", exports.docs().orElse(""));
        }
    }

    private void add(Publication publication) {
        option("package", publication.basePackage());
        option("javadoc", publication.javadoc().orElse(""));
        option("olderSpecs", joined(publication.older()));
        option("handbook", joined(publication.handbook()));
        option("singleFile", publication.singleFile() ? "true" : "");
    }

    private void option(String name, String value) {
        if (!value.isEmpty()) {
            String word = "-Dstreamspec." + name + "=" + value;
            command.append(' ').append(word.indexOf(' ') < 0 ? word : '"' + word + '"');
        }
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(","));
    }
}
