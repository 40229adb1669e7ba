package io.streamspec.write.java;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Specification;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes the codecs of specifications, each into a package of its own. */
public final class JavaWriter {

    static final DiagnosticId JAVA_PACKAGE_NAME = DiagnosticId.error("java-package-name");

    private static final Pattern SHORT_JAVADOC =
            Pattern.compile("^( *)/\\*\\*\\n *\\* ([^\\n]{2,90})\\n *\\*/\\n", Pattern.MULTILINE);

    private final Plan plan;
    private final Map<String, Plan> plans;
    private final Diagnostics diagnostics;
    private final List<Supplier<OutputFile>> files = new ArrayList<>();

    private JavaWriter(Plan plan, Map<String, Plan> plans, Diagnostics diagnostics) {
        this.plan = plan;
        this.plans = plans;
        this.diagnostics = diagnostics;
    }

    /**
     * The Java files for {@code specifications}. Each specification has the package {@code basePackage} plus its short
     * name. Names that collide in Java are diagnostics; then the result is not to be used.
     */
    public static List<OutputFile> write(
            List<Specification> specifications, String basePackage, Diagnostics diagnostics) {
        return write(specifications, basePackage, Optional.empty(), diagnostics);
    }

    /** The same, with Javadoc that leads to the published pages in the folder {@code docs}, an address. */
    public static List<OutputFile> write(
            List<Specification> specifications, String basePackage, Optional<String> docs, Diagnostics diagnostics) {
        if (!isPackage(specifications, basePackage, diagnostics)) {
            return List.of();
        }
        Diagnostics found = new Diagnostics();
        Namespace packages = Namespace.ofFiles("package", found);
        Map<String, Plan> plans = new LinkedHashMap<>();
        for (Specification specification : specifications) {
            String segment = JavaNames.segment(specification.shortName());
            Unsupported.report(specification, found);
            packages.claim(segment, specification.name(), specification.span());
            plans.put(
                    specification.name(),
                    Planner.plan(specification, JavaApi.packageOf(specification, basePackage), docs, found));
        }
        List<OutputFile> files = new ArrayList<>();
        if (!found.hasErrors()) {
            List<Supplier<OutputFile>> writers = new ArrayList<>();
            plans.values().forEach(plan -> writers.addAll(new JavaWriter(plan, plans, found).files()));
            writers.parallelStream().map(Supplier::get).forEachOrdered(files::add);
        }
        diagnostics.reportAll(found.sorted());
        return List.copyOf(files);
    }

    /** The full names of the classes that {@link #write} makes, by specification and structure. */
    public static Map<String, Map<String, String>> classes(List<Specification> specifications, String basePackage) {
        Map<String, Map<String, String>> classes = new LinkedHashMap<>();
        for (Specification specification : specifications) {
            String segment = JavaNames.segment(specification.shortName());
            Plan plan = Planner.plan(specification, basePackage + "." + segment, Optional.empty(), new Diagnostics());
            Map<String, String> names = new LinkedHashMap<>();
            Stream.concat(plan.codecs().stream(), plan.head().stream()).forEach(codec -> addNames(codec, names));
            classes.put(specification.name(), names);
        }
        return classes;
    }

    private static void addNames(Codec codec, Map<String, String> names) {
        String structure = codec.structure().name();
        String type = codec.type().canonicalName();
        names.putIfAbsent(structure, type);
        for (Member member : codec.members()) {
            String field = structure + "#" + member.field().name();
            if (member.isComponent() || member.role() == Member.Role.DERIVED) {
                names.putIfAbsent(field, type + "#" + member.name() + "()");
            } else if (member.role() == Member.Role.FIXED && member.offset().isPresent()) {
                names.putIfAbsent(field, type + "#" + member.offsetConstant());
            }
        }
    }

    private static boolean isPackage(List<Specification> specifications, String basePackage, Diagnostics diagnostics) {
        boolean isPackage = JavaNames.isPackage(basePackage);
        if (!isPackage && !specifications.isEmpty()) {
            diagnostics.report(JAVA_PACKAGE_NAME
                    .at(specifications.get(0).span(), "'%s' cannot be a Java package", basePackage)
                    .hint("use identifiers of ASCII letters and digits divided by dots, such as com.example.formats"));
        }
        return isPackage;
    }

    /** The files, each of which can be made without the others. */
    private List<Supplier<OutputFile>> files() {
        Specification specification = plan.specification();
        for (Enumeration enumeration : specification.enumerations()) {
            TypeSpec type = EnumerationType.of(plan, enumeration, diagnostics);
            add(() -> type, "");
        }
        for (Codec codec : plan.codecs()) {
            if (codec.type().enclosingClassName() == null) {
                add(() -> StructureType.of(plan, codec), codec.structure().section());
            }
        }
        if (plan.head().isPresent()) {
            Codec head = plan.head().get();
            add(() -> StructureType.of(plan, head), head.structure().section());
            StreamType stream = new StreamType(plan, plans);
            add(() -> FamilyType.of(plan), "");
            add(() -> ReaderType.of(stream), "");
            add(() -> WriterType.of(stream), "");
            add(() -> RulesType.of(plan), "");
            if (GrammarType.isNeeded(plan)) {
                add(() -> GrammarType.of(plan), "");
            }
        }
        if (plan.head().isEmpty() && !plan.headers().isEmpty()) {
            StreamType stream = new StreamType(plan, plans);
            add(() -> HeaderReaderType.of(stream), "");
            add(() -> HeaderWriterType.of(stream), "");
            add(() -> RulesType.of(plan), "");
        }
        if (plan.head().isPresent() || plan.codecs().stream().anyMatch(this::usesContext)) {
            add(() -> ContextType.of(plan), "");
        }
        return files;
    }

    private boolean usesContext(Codec codec) {
        return codec.needsContext() || CheckMethod.takesContext(plan, codec);
    }

    private void add(Supplier<TypeSpec> type, String section) {
        files.add(() -> file(type.get(), section));
    }

    private OutputFile file(TypeSpec type, String section) {
        String source = plan.specification().name() + (section.isEmpty() ? "" : ", section " + section);
        String text = JavaFile.builder(plan.packageName(), type)
                .addFileComment("Generated by streamspec from $L. Do not edit.", JavaText.comment(source))
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .toString();
        String path = plan.packageName().replace('.', '/') + "/" + type.name() + ".java";
        return new OutputFile(path, compact(text));
    }

    /** Puts Javadoc of one line on one line, as people do; JavaPoet gives it three. */
    private static String compact(String text) {
        return SHORT_JAVADOC.matcher(text).replaceAll("$1/** $2 */\n");
    }
}
