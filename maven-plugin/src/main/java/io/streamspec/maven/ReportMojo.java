package io.streamspec.maven;

import io.streamspec.build.Documents;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/**
 * Puts the published specifications into the project's site, as the report Specifications. To be named in the section
 * {@code reporting} of the pom; by itself, the goal writes the pages alone.
 *
 * @since 0.1.0
 */
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends AbstractPublishMojo implements MavenReport {

    private static final String FOLDER = "specifications";

    /**
     * The site's folder; the pages are written into the folder {@code specifications} in it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.siteDirectory", defaultValue = "${project.reporting.outputDirectory}")
    private @Nullable File siteDirectory;

    @Override
    Path output() {
        return getReportOutputDirectory().toPath().resolve(FOLDER);
    }

    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        try {
            execute();
            write(sink, models());
        } catch (MojoExecutionException | MojoFailureException | IOException e) {
            throw new MavenReportException(e.getMessage(), e);
        }
    }

    private List<Specification> models() throws IOException {
        return Documents.read(documents(), paths(supplements()), new Diagnostics())
                .models();
    }

    private static void write(Sink sink, List<Specification> specifications) {
        sink.head();
        sink.title();
        sink.text("Specifications");
        sink.title_();
        sink.head_();
        sink.body();
        sink.section1();
        sink.sectionTitle1();
        sink.text("Specifications");
        sink.sectionTitle1_();
        sink.list();
        for (Specification specification : specifications) {
            sink.listItem();
            sink.link(FOLDER + "/" + specification.pageName() + ".html");
            sink.text(specification.title());
            sink.link_();
            sink.text(specification
                    .revision()
                    .map(revision -> ", revision " + revision)
                    .orElse(""));
            sink.listItem_();
        }
        sink.list_();
        sink.section1_();
        sink.body_();
        sink.flush();
        sink.close();
    }

    /** Deprecated for a method that Maven 3.8's site plugin does not call. */
    @Override
    @SuppressWarnings("deprecation")
    public String getOutputName() {
        return FOLDER;
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return "Specifications";
    }

    @Override
    public String getDescription(Locale locale) {
        return "The formats that this project reads and writes.";
    }

    @Override
    public void setReportOutputDirectory(File folder) {
        siteDirectory = folder;
    }

    @Override
    public File getReportOutputDirectory() {
        return Objects.requireNonNull(siteDirectory);
    }

    @Override
    public boolean isExternalReport() {
        return false;
    }

    @Override
    public boolean canGenerateReport() throws MavenReportException {
        try {
            return !isSkipped() && !documents().isEmpty();
        } catch (IOException e) {
            throw new MavenReportException("the documents cannot be read: " + e.getMessage(), e);
        }
    }
}
